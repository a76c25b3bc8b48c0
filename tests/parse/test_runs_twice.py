"""Several lines that OCR has read twice in a row."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.parse.context import Context, Ledger
from converter.parse.issue.runs_twice import without_runs_read_twice
from converter.profile import Profile
from converter.source import Line
from tests.support.markup import HEAD, TAIL, texts
from tests.support.restored import restored

ABOVE = "守闸的人换过三代，钥匙还是那一把，铜的，磨得发亮。"
QUOTE = ("水是公家的，渠是大家修的，谁都能用，", "闸门上的那把锁是我的。")
LAST = "第一代守闸人姓什么，村里已经没有人说得清了。"
BELOW = "说这话的是第三代守闸人，他腰上的钥匙串走起路来叮当响。"


def _kept(*written: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(written, 1)]
    return [line.text for line in without_runs_read_twice(lines, Context(Profile(), Ledger()))]


def test_a_quotation_in_a_frame_read_twice_stands_once() -> None:
    assert _kept(ABOVE, "", *QUOTE, "", *QUOTE, "", BELOW) == [ABOVE, "", *QUOTE, "", "", BELOW]


def test_what_the_text_goes_on_behind_stays() -> None:
    assert _kept(ABOVE, "", QUOTE[0], "", *QUOTE, BELOW) == [ABOVE, "", *QUOTE, BELOW]


def test_what_goes_on_from_the_text_above_stays() -> None:
    assert _kept(ABOVE, *QUOTE, "", *QUOTE, "", BELOW) == [ABOVE, *QUOTE, "", "", BELOW]


def test_a_first_line_read_before_its_paragraph_stands_once() -> None:
    paragraph = f"{QUOTE[0]}这话是守闸人说的。"
    cut = paragraph[:14]
    assert _kept(ABOVE, "", cut, "", paragraph) == [ABOVE, "", paragraph]


@pytest.mark.parametrize(
    "written",
    [
        # Too few words: somebody shouts.
        ("放水了！", "", "放水了！", "", ABOVE),
        # Two lines of one column.
        (ABOVE, ABOVE, BELOW),
        # A row of a table.
        (
            "| 第一闸 | 每日辰时放水，申时关闸 |",
            "",
            "| 第一闸 | 每日辰时放水，申时关闸 |",
            "",
            ABOVE,
        ),
        # A title, or the name of a book, that the text says again.
        ("", "守闸人和他的三把钥匙和那条渠", "", "守闸人和他的三把钥匙和那条渠的故事讲了许多年。"),
        # A clause that is quoted above the paragraph that begins with it.
        (
            "",
            "水是公家的，渠是大家的，闸门是我的",
            "",
            "水是公家的，渠是大家的，闸门是我的，他说。",
        ),
        # What is said over and over.
        (ABOVE, "", BELOW, "", BELOW, "", LAST, "", BELOW),
        # No blank line between.
        (ABOVE, "", *QUOTE, *QUOTE, "", BELOW),
        # A line of a song.
        (
            "月亮出来照渠头，照得渠水往东流",
            "",
            "守渠人儿莫回头，莫把钥匙挂腰头",
            "",
            "守渠人儿莫回头，莫把钥匙挂腰头",
            "",
            "水到田头谷子黄，谷子黄了好还乡",
        ),
        # Something stands between the two.
        (*QUOTE, "", ABOVE, "", *QUOTE, "", BELOW),
    ],
)
def test_what_is_said_again_by_right(written: tuple[str, ...]) -> None:
    assert _kept(*written) == list(written)


def test_it_is_told() -> None:
    made = restored(f"{HEAD}{ABOVE}\n\n{BELOW}\n\n{BELOW}\n\n{LAST}{TAIL}")
    assert list(texts(made.issue)) == [ABOVE, BELOW, LAST]
    assert [one.text for one in made.issue.drops if one.reason == "duplicate"] == [BELOW]
    assert [one.code for one in made.diagnostics if one.code.startswith("HEA")] == ["HEA001"]


def test_a_line_that_goes_on_below_opens_no_article() -> None:
    first = "守闸那年他二十一岁，渠里的水一天放两回，早上辰时一回，下午申时一回，从来没有"
    rest = "辰时一回，下午申时一回，从来没有误过一刻钟，全村的表都照着他的闸门来对。"
    made = restored(f"{HEAD}{first}\n\n{rest}\n\n{ABOVE}{TAIL}")
    assert next(iter(texts(made.issue))) == first + rest[16:]


def test_names_and_titles_may_stand_over_each_other() -> None:
    lines = [Line(number, text) for number, text in enumerate((ABOVE, "", *QUOTE, "", *QUOTE), 1)]
    context = Context(Profile(), Ledger())
    assert without_runs_read_twice(lines, context, [key(QUOTE[0])]) == lines
