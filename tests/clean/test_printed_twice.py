"""Lines whose characters a text layer has twice are read once, and AABB words are left alone."""

from __future__ import annotations

import pytest

from converter.clean import RULE_NAMES, clean
from converter.source import Line

TITLE = "渡口的半盏灯"


def _doubled(text: str) -> str:
    return "".join(char * 2 for char in text)


def _cleaned(*texts: str, without: tuple[str, ...] = ()) -> list[str]:
    lines = [Line(n, text) for n, text in enumerate(texts, 1)]
    return [line.text for line in clean(lines, without=without).lines]


def test_a_title_is_read_once_with_a_record() -> None:
    made = clean([Line(1, "渡口"), Line(2, f"\u3000\u3000{_doubled(TITLE)} ")])
    assert made.lines[1].text.strip() == TITLE
    (change,) = made.changes
    assert (change.line, change.rule) == (2, "printed-twice")
    assert change.before.strip() == _doubled(TITLE)


def test_short_lines_are_among_several_long_ones() -> None:
    other = "◎「渡口」成果展开幕"
    assert _cleaned(*map(_doubled, (TITLE, "作法", other))) == [TITLE, "作法", other]


@pytest.mark.parametrize(
    "texts",
    [
        ("家家户户",),
        ("寻寻觅觅", "凄凄惨惨戚戚"),
        (_doubled("作法"), _doubled(TITLE)),
        ("——————————",),
        ("1122334455",),
        ("哈哈哈哈哈哈哈哈哈哈哈哈",),
        ("高高兴兴上班去，平平安安回家来",),
    ],
)
def test_what_is_said_twice_stays(texts: tuple[str, ...]) -> None:
    assert _cleaned(*texts)[0] == texts[0]


def test_it_can_be_switched_off() -> None:
    assert _cleaned(_doubled(TITLE), without=("printed-twice",)) == [_doubled(TITLE)]


def test_each_rule_with_a_name_can_be_switched_off() -> None:
    assert {"printed-twice", "close-names", "speaker-colons"} <= set(RULE_NAMES)
