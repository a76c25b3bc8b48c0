"""The colon behind who speaks, lost or misread."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

TALK = [
    "记者：渡口的船什么时候修好？",
    "季有田：过了端午就修好，木料已经到了，桐油还差两桶。",
    "记者：修船的钱从哪里来？",
    "季有田：过河的人凑了一半，镇上给了一半。",
    "记者：往后谁来看船？",
    "季有田：轮着看，一家一个月，看坏了自己赔。",
]


def cleaned(*lines: str, without: tuple[str, ...] = ()) -> list[str]:
    made = clean([Line(at, text) for at, text in enumerate(lines, 1)], without=without)
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    "line",
    [
        "季有田.还有一条，天黑不开船。",
        "季有田;还有一条，天黑不开船。",
        "季有田　还有一条，天黑不开船。",
        "季有田·还有一条，天黑不开船。",
    ],
)
@pytest.mark.parametrize("at", [2, 4, 6])
def test_a_colon_is_put_behind_who_speaks(line: str, at: int) -> None:
    found = cleaned(*TALK[:at], line, *TALK[at:])
    assert found[at] == "季有田：还有一条，天黑不开船。"
    assert cleaned(*TALK[:at], line, *TALK[at:], without=("speaker-colons",))[at] != found[at]


@pytest.mark.parametrize(
    "line",
    [
        "罗长庚　还有一条，天黑不开船。",  # nobody who speaks
        "季有田　渡口管理员",  # who he is
        "季有田还有一条规矩，天黑不开船。",  # the text tells of him
    ],
)
def test_what_is_no_turn_of_the_talk_stays(line: str) -> None:
    assert cleaned(*TALK[:4], line, *TALK[4:])[4] == line


def test_far_from_the_talk_nobody_speaks() -> None:
    line = "季有田　一九四九年生在渡口边上，船就是他的家。"
    assert cleaned(line, *[""] * 60, *TALK)[0] == line
    assert cleaned(*TALK, *[""] * 60, line)[-1] == line
