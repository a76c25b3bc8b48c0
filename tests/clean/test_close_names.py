"""Two names from between which an OCR engine has taken the blank."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

TEXT = "渡口的石阶一共有四十九级，水大的时候只露出七级，摆渡的人靠它知道今天开不开船。"


def cleaned(*lines: str) -> list[str]:
    made = clean([Line(n, text) for n, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    ("close", "apart"),
    [
        ("卢承泽卢小满", "卢承泽　卢小满"),
        ("温良容若", "温良　容若"),
        ("申屠海米粒", "申屠海　米粒"),
        ("谢渡宁小舟", "谢渡　宁小舟"),
    ],
)
def test_two_names_of_the_contents_under_a_title_are_two(close: str, apart: str) -> None:
    lines = cleaned(
        "目录", "石阶上的水痕", "", f"{close}5", "", "石阶上的水痕", "", close, "", TEXT
    )
    assert lines[3] == f"{apart}5"
    assert lines[7] == apart


def test_the_body_may_have_them_behind_their_posts() -> None:
    by = "本刊记者乔叶通讯员向阳"
    lines = cleaned("目录", "石阶上的水痕", "乔叶向阳　7", "", "石阶上的水痕", "", by, "", TEXT)
    assert lines[2] == "乔叶　向阳　7"
    assert lines[6] == by


@pytest.mark.parametrize(
    "lines",
    [
        # no title of the contents above them
        ("目录", "温良容若5", "", "石阶上的水痕", "", "温良容若", "", TEXT),
        # a section with its title below it
        ("目录", "石阶上的水痕", "方言古语", "渡口谣", "石阶上的水痕", "方言古语", "渡口谣"),
        # one name with two surnames, or more than one way to part it
        ("目录", "石阶上的水痕", "欧阳文若5", "", "石阶上的水痕", "", "欧阳文若", "", TEXT),
        ("目录", "石阶上的水痕", "王安和林5", "", "石阶上的水痕", "", "某市王安", "", TEXT),
    ],
)
def test_nothing_else_is_parted(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(lines)


def test_a_head_that_runs_over_every_page_is_no_title() -> None:
    page = ("渡口往事", "方言古语", TEXT)
    lines = ("渡口往事", "目录", "方言古语", *page, *page, *page)
    assert cleaned(*lines) == list(lines)
