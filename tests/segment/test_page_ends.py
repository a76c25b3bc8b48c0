"""What stands at the foot and the head of a page in the middle of a paragraph."""

from __future__ import annotations

import itertools

from converter.hanzi import key
from converter.segment import find_furniture, make_units, runs_over
from converter.source import Line

MEASURE = 20
TOLD = (
    "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡。管水的人天不亮就上渠，把闸门摇到合适的高度，"
    "再沿着渠走一遍，看有没有漏水的地方，走完一遍天就亮了，鸡也叫过了三遍，村里的烟囱都冒起烟来。"
)


def numbered(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def column(text: str) -> list[str]:
    """A paragraph in lines, with the first-line indent."""
    cuts = [0, *range(MEASURE - 2, len(text), MEASURE), len(text)]
    lines = [text[start:end] for start, end in itertools.pairwise(cuts)]
    return ["\u3000\u3000" + lines[0], *lines[1:]]


def test_a_foot_note_below_a_full_line_is_no_text_of_the_paragraph() -> None:
    note = "①张河：《修渠笔记》，水利书社版。"
    page = column(TOLD)
    texts = [*column(TOLD) * 5, *page[:3], note, *page[3:]]
    units = [unit.text for unit in make_units(numbered(texts))]
    assert units[-3:] == ["".join(page[:3]).strip(), note, "".join(page[3:])]


def test_the_call_of_a_note_at_the_head_of_a_line_is_text() -> None:
    text = TOLD[:18] + TOLD[18:38] + "①，" + TOLD[38:]
    units = [unit.text for unit in make_units(numbered([*column(TOLD) * 5, *column(text)]))]
    assert units[-1] == text


def test_the_beginning_of_a_title_below_a_page_marker_is_a_running_head() -> None:
    title = "石桥渠三百年修治的旧事与新篇，以及它的管水人"
    head = title[:14]
    texts = [TOLD[:40], "", "--- 2 ---", head, TOLD[40:], "", "--- 3 ---", TOLD]
    found = find_furniture(numbered(texts), known=[key(title)])
    assert found.reasons == {3: "page-marker", 4: "running-head", 7: "page-marker"}


def test_pages_that_begin_without_an_indent_hide_no_indents() -> None:
    told = [TOLD[:size] + "。" for size in (25, 19, 14, 30)]
    page = "\n\u3000\u3000".join(told[:3])
    texts = "\n\n".join([page, page, page, "\n\u3000\u3000".join(told)]).split("\n")
    units = make_units(numbered(texts))
    assert [unit.opens for unit in units] == [*[False, True, True] * 4, True]


def test_a_first_line_whose_last_mark_hangs_over_the_measure_begins_a_paragraph() -> None:
    full = TOLD[23:43] + TOLD[43:63] + "水渠修到了后山的坡上人人都跑去看水来了。"
    before, after = full[:60], f"管水的人天不亮就上渠看水去了啊，{TOLD[60:80]}"
    first = after[:18] + "，"
    assert len(first) == MEASURE - 1
    one, anew, on = (
        make_units(numbered(lines))[0]
        for lines in (
            [before[:20], before[20:40], before[40:60]],
            [first, TOLD[20:40], TOLD[40:60], TOLD[60:70]],
            [f"{first[:18]}去，", TOLD[20:40], TOLD[40:60], TOLD[60:70]],
        )
    )
    assert runs_over(one, anew) is False
    assert runs_over(one, on) is True


def test_a_few_lines_are_measured_by_the_measure_of_the_issue() -> None:
    one = make_units(numbered([TOLD[:20], f"{TOLD[20:38]}。"]))[0]
    other = make_units(
        numbered([f"老张说：“渠里有{TOLD[:10]}，", f"{TOLD[11:28]}了，", "也好。”"])
    )[0]
    assert runs_over(one, other) is True
    assert runs_over(one, other, 20.0) is False


def test_a_dash_at_the_head_of_a_line_carries_the_sentence_on() -> None:
    told = f"{TOLD[:37]}水——渠里有了水，{TOLD[40:50]}。"
    units = make_units(numbered([*column(TOLD), *column(told)]))
    assert told in [unit.text for unit in units]
    lines = [*column(TOLD), *column(TOLD)[:3], "——《修渠笔记》，水利书社"]
    assert make_units(numbered(lines))[-1].text == "——《修渠笔记》，水利书社"


def test_a_first_line_that_lacks_its_indent_alone_above_the_end_of_a_page() -> None:
    """What goes on below it is full; another paragraph would begin two em short."""
    (one,) = make_units(numbered(["有人劝他在村口开一道闸，他去看了看。"]))
    full, first = (
        make_units(numbered([TOLD[:size], TOLD[size : size + 20], "鸡也叫了。"]))[0]
        for size in (20, 18)
    )
    assert full.wrapped
    assert runs_over(one, full, 20.0) is True
    assert runs_over(one, first, 20.0) is None
    assert runs_over(one, full) is None
    assert runs_over(one._replace(gap=False), full, 20.0) is True
    assert runs_over(one._replace(gap=False), first, 20.0) is None
