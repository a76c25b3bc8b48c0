"""Signs of an unknown font before names, and characters of the user zone of GB 18030."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


def cleaned(*lines: str) -> list[str]:
    made = clean([Line(n, text) for n, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines]


def test_a_sign_at_the_head_of_several_lines_is_a_square() -> None:
    made = clean([Line(1, "\ue0b2背景"), Line(2, "渠水清了。"), Line(3, "\ue0b2 名词")])
    assert [line.text for line in made.lines] == ["■背景", "渠水清了。", "■ 名词"]
    told = [(c.line, c.before, c.after, c.rule) for c in made.changes]
    assert told == [(1, "\ue0b2", "■", "private-use"), (3, "\ue0b2", "■", "private-use")]


@pytest.mark.parametrize(
    "lines",
    [
        ("\ue0b2背景", "渠水清了。"),  # once: perhaps of a name
        ("\ue0b2小川", "\ue0b2小川说，渠水清了。", "船上的人是\ue0b2小川。"),
        ("\ue0b2", "\ue0b2"),
    ],
)
def test_a_sign_that_may_be_a_character_stays(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(lines)


def test_characters_of_the_user_zone_that_unicode_has_by_now() -> None:
    assert cleaned("\ue81e\ue816渠水\ue796\ue796") == ["龴\U00020087渠水……"]
