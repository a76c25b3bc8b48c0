"""Pandoc's title block over an issue and over a text, and signs of per cent that are none."""

from __future__ import annotations

from converter.clean import clean
from converter.source import Line
from tests.support.restored import restored

TEXT = "守渠的规矩写在一块木牌上，挂在闸房的门后，每年开春由渠长念一遍，念完再挂回去。"


def _cleaned(*texts: str) -> list[str]:
    return [line.text for line in clean([Line(at, text) for at, text in enumerate(texts, 1)]).lines]


def test_the_signs_of_a_title_block_go() -> None:
    assert _cleaned("% 渠边日子", "% 柳湾农会", "% 2013年3月号", "", TEXT)[:3] == [
        "渠边日子",
        "柳湾农会",
        "2013年3月号",
    ]


def test_a_program_keeps_its_signs() -> None:
    program = ["% 读入水位", "% 去掉坏值", "% 求平均", "% 画图", "x = mean(y);"]
    assert _cleaned(*program) == program


def test_the_title_and_the_author_of_a_text_are_told_by_its_block() -> None:
    text = "\n\n".join(["% 一把旧锹\n% 田有余", TEXT, f"锹柄磨得发亮，{TEXT}"])
    found = restored(text).issue.articles
    assert [article.title[0].value for article in found] == ["一把旧锹"]
    assert [author.name for author in found[0].bylines[0].authors] == ["田有余"]
