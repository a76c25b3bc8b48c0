"""Boxes and pull quotes on pages whose first lines, feet and marks of pages tell where they end."""

from __future__ import annotations

import pytest

from converter.parse.allot import carried_on_at
from converter.parse.assemble.sources import _quotes_likely
from converter.parse.boxes import BoxStart
from converter.parse.extent.title import title_of
from converter.parse.grams import Trigrams
from converter.parse.issue.frame import _Column, _first_of_column
from converter.parse.issue.narrow import cores_of, find_insets
from converter.parse.issue.narrow_text import paragraphs
from converter.parse.piece_odds import Around
from converter.segment.units import make_units
from converter.source import Line
from tests.support.blocks import boxes, split, texts
from tests.support.columns import cut
from tests.support.restored import restored

FIRST = (
    "渡船靠岸的时候，船工先把缆绳抛上来，岸上的孩子抢着去接，接住的那一个可以坐在船头，"
    "一直坐到对岸的石阶底下，回来时天已经黑了。"
)
SECOND = (
    "对岸的集市逢五开，卖竹器的占了东头，卖豆腐的占了西头，中间空出一条路，留给挑担子的人，"
    "谁也不许把摊子摆到路上来，这是老规矩。"
)
HEAD = "过河的人多起来以后，渡口添了一条船，两条船一来一往，在河心里相遇，船工便把竹篙举"
TAIL = "起来打一个招呼，坐船的人也跟着招手，好像都是多年的邻居。"
LAST = "如今桥修好了，渡口只剩下一块石头，石头上的缆痕有两寸深，雨天积了水，麻雀来喝。"
BOX = "竹篙长一丈二尺，用三年生的毛竹，火上烤直，下端包一个铁箍，撑在石头上不会打滑。"
MORE = "铁箍每年换一次，换下来的旧箍挂在船工家的门后，有几个就是撑了几年的船。"


def lines(found: list[str]) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(found, 1)]


def issue(*parts: str, gap: str = "\n\n") -> str:
    return gap.join(
        ["目录", "渡口的石头 柳长河 4", "集市 万里 8", "", "渡口的石头", "文｜柳长河", *parts]
    )


@pytest.mark.parametrize("lost", [True, False])
def test_the_first_line_of_a_box_has_lost_its_indent_where_others_have(lost: bool) -> None:  # noqa: FBT001
    own = "竹篙长一丈二尺，用三年生的毛竹。" + MORE
    column = [line for text in (FIRST, SECOND, FIRST) for line in cut(text, 24, 2 * lost)]
    box = cut(own, 18, 2)
    given = lines([*column, *box, *column])
    cores, _ = cores_of(given, 24)
    first = len(column)
    found = paragraphs(given, cores, first, first + len(box), 18.0)
    assert len(found) == 1 + (not lost)


def test_a_title_does_not_fill_a_frame_whose_first_lines_are_shorter_than_the_others() -> None:
    column = [line for text in (FIRST, SECOND, FIRST) for line in cut(text, 18, 2)]
    box = ["小知识", "渡船上的竹篙有多长多重呢", *cut(BOX + MORE, 16, 2)]
    units = make_units(lines([*column, "", *box]))
    at = next(at for at, unit in enumerate(units) if unit.text == "小知识")
    head = BoxStart("小知识", "", own_line=True)
    assert title_of(units, at, head, len(units), Trigrams()) == (at + 1, at + 2)


def test_a_note_at_the_foot_of_the_page_is_no_paragraph_of_the_box_above_it() -> None:
    called = FIRST.replace("石阶底下", "石阶底下①")
    note = "①船工老柳口述，1987年记于渡口。"
    made = restored(issue(SECOND, called, HEAD, "小知识", BOX, note, TAIL, LAST)).issue
    assert split(made) == ([BOX], [SECOND, called, HEAD + TAIL, LAST])
    assert [one.text.value for one in made.articles[0].notes] == [note[1:]]


def test_notes_in_a_row_below_a_box_are_all_called() -> None:
    called = FIRST.replace("石阶底下", "石阶底下①").replace("天已经", "天②已经")
    notes = ["①船工老柳口述，1987年记于渡口。", "②同上。"]
    made = restored(issue(SECOND, called, HEAD, "小知识", BOX, *notes, TAIL, LAST)).issue
    assert split(made)[0] == [BOX]
    assert len(made.articles[0].notes) == 2


def test_what_nothing_below_can_carry_on_carries_the_sentence_on_itself() -> None:
    said = "渡口添了一条船，两条船一来一往，在河心里相遇，船工便举起竹篙打一个招呼。"
    text = issue(
        f"　　{SECOND}", f"　　{FIRST[:-9]}", f"{said}", f"　　{LAST}", said, f"　　{BOX}", gap="\n"
    )
    units = make_units([Line(at, one) for at, one in enumerate(text.split("\n"), 1)])
    first, second = (at for at, unit in enumerate(units) if unit.text.strip() == said)
    assert _quotes_likely(units, first) < _quotes_likely(units, second)


def test_a_closing_mark_hangs_over_the_end_of_a_line_in_a_frame() -> None:
    column = cut(FIRST + SECOND + LAST, 24)
    own = [
        "　　竹篙长一丈二尺，用三年生的毛竹，火上烤直",
        "下端包个铁箍，撑在石头上不会打滑，《渡口杂记》",
        "里写得明白。",
    ]
    more = ["　　铁箍每年换一次，换下来的旧箍挂在船工家的", "门后，有几个就是撑了几年的船。"]
    given = lines([*column[:3], "小知识", *more, *own, *column[3:]])
    assert [(one.label, one.paragraphs) for one in find_insets(given, 24, {"小知识"})] == [
        (3, ((4, 6), (6, 9)))
    ]


@pytest.mark.parametrize("times", [1, 2])
def test_a_common_word_that_cuts_sentences_alone_names_boxes(times: int) -> None:
    cuts = [HEAD, "背景", BOX, TAIL] * times
    made = restored(issue(SECOND, *cuts, FIRST, f"背景：{MORE}", LAST)).issue
    assert ("背景", "", [MORE]) in boxes(made) or times == 1
    assert (f"背景：{MORE}" in texts(made)) == (times == 1)


@pytest.mark.parametrize("indent", ["　　", ""])
def test_a_line_without_an_indent_carries_the_sentence_on(indent: str) -> None:
    tail = "渡口添了一条船，去年一年运过河的有四千一百人，"
    own = [BOX, f"早先{MORE}", f"后来{MORE}"]
    whole = [indent + one for one in (SECOND, FIRST, LAST, SECOND, tail)]
    text = [*whole, "小知识", *(indent + one for one in own), "是前年的两倍。", indent + LAST]
    units = [unit._replace(opens=None) for unit in make_units(lines(text))]
    first = len(whole) + 1
    around = Around(tail, (FIRST, tail), Trigrams(), (), "小知识", "", BOX)
    assert (carried_on_at(units, first, first + 1, len(units), around) == first + 3) == bool(indent)


def inset(*box: str, rest: str) -> list[int]:
    """The lengths of the paragraphs of a box in a column of 24 em, whose sentence ``rest`` ends."""
    column = cut(FIRST + SECOND, 24)
    given = lines([*column, HEAD[-24:], "小知识", *box, rest, *cut(SECOND + LAST, 24)])
    (found,) = find_insets(given, 24, {"小知识"})
    return [end - start for start, end in found.paragraphs]


def test_the_last_line_of_the_sentence_is_no_paragraph_of_the_box_that_cuts_it() -> None:
    own = cut(BOX + "竹篙断了，就拿去搭瓜棚。", 20, 2)
    assert inset(*own, rest="起来打一个招呼，坐船的人也跟着招手。") == [len(own)]
    assert inset(*own, rest="竹子要选向阳的，背阴的太脆。") == [len(own), 1]


def test_a_formula_is_no_wider_than_it_is_in_print() -> None:
    (wide,), _ = cores_of(lines(["空气里的$PM_{2.5}$少了。"]), 24)
    (plain,), _ = cores_of(lines(["空气里的PM2.5少了。"]), 24)
    assert wide == plain


def test_a_title_beside_the_name_is_no_first_line_of_the_frame() -> None:
    own = [
        "　　在渡口，老船工柳大水换了铁箍，一干就是九年的光景。",
        "县里先在三个渡口上试，再向全县推开，铁箍的价钱从此一一",
        "写在墙上，过河的人都看得明白。",
        "　　竹篙长一丈二尺，用三年生的毛竹，火上烤直了才好用，",
        "下端包一个铁箍，撑在石头上也不会打滑，换下来的旧箍就挂",
        "在门后。",
    ]
    given = lines(["小知识｜一根撑了几十年的竹篙", *own])
    widths, _ = cores_of(given, 29)
    column = _Column(given, widths, 0, 0, 29, lambda _: "")
    assert _first_of_column(column, range(len(given)), 27.0) == len(given)
