"""Paragraphs that > sets apart without a blank behind it, and day and number of a weekly in figures."""

from __future__ import annotations

import pytest

from converter.model import Figure
from converter.segment import unquoted
from converter.source import Line
from tests.support.markup import blocks, issue_with
from tests.support.restored import restored

QUOTED = (
    ">说到守渠，老人就像是一具具上紧了发条、设好了钟点的旧钟。",
    ">",
    ">一生都走在同一条路上，不肯有别的念头。",
    ">",
    ">那走完之后呢？",
    ">",
    ">还会有下一条“渠”。",
    ">",
    ">于是有了村里人的玩笑：“柳湾人是长在渠边的吗？”",
)
TEXT = "守渠的规矩写在一块木牌上，挂在闸房的门后，每年开春由渠长念一遍，念完再挂回去。"


def _lines(*texts: str) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(texts, start=1)]


def test_a_sign_right_before_a_word_sets_apart_where_others_do() -> None:
    found, marks = unquoted(_lines(*QUOTED))
    assert [line.text for line in found if line.text] == [one[1:] for one in QUOTED if one[1:]]
    assert sorted(marks) == list(range(1, len(QUOTED) + 1))


@pytest.mark.parametrize("text", [">三十的是大渠，<三十的是小渠", ">>水深 3 尺"])
def test_a_lone_sign_right_before_a_word_stays(text: str) -> None:
    assert unquoted(_lines(TEXT, text, TEXT))[0][1].text == text


def test_several_paragraphs_set_apart_below_a_picture_are_not_its_caption() -> None:
    found = issue_with(TEXT, "![](a.png)", "\n".join(QUOTED), TEXT)
    assert [
        figure.caption.value for figure in blocks(found, 0, Figure) if figure.caption.value
    ] == []


@pytest.mark.parametrize("line", ["2012.8.6 第31期", "2012-08-06 第31期", "第31期 2012.8.6"])
def test_day_and_number_in_figures_are_a_masthead(line: str) -> None:
    text = f"""渠边日子
{line}
定价：3元

目录
老渠的新水 方晓禾 5
一把旧锹 田有余 7

老渠的新水

方晓禾

{TEXT}

一把旧锹

田有余

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。
"""
    found = restored(text).issue.masthead
    assert (found.title, found.year, found.number, found.date) == (
        "渠边日子",
        2012,
        "31",
        "2012-08-06",
    )
