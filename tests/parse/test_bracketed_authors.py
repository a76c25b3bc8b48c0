"""Titles with their authors in brackets on the same line."""

from __future__ import annotations

from tests.support.markup import AFTER, BEFORE, balanced_issue, issue_with, texts

LETTER = """# 渠志 第 12 期

## 守渠人来信（作者：何守田）

清明前一天，上闸的铁门提起来两尺，水头走了一上午才到柳湾。守闸的人站在桥上看，一句话也不说。

## 渠口的铁门 (作者:韩溪、田有余)

铁门是一九六三年从省城运来的，运它的船在半路搁浅了两回，最后一段是一百个人用肩膀扛过来的。

## 水从哪里来？（文／小满）

渠水从三个泉眼里来，最远的一个在山背后，走过去要一整天，去过的人都说那里的水是甜的。
"""


def test_who_wrote_stands_in_brackets_behind_the_title() -> None:
    assert [
        (
            "".join(line.value for line in one.title),
            [author.name for byline in one.bylines for author in byline.authors],
        )
        for one in balanced_issue(LETTER).articles
    ] == [
        ("守渠人来信", ["何守田"]),
        ("渠口的铁门", ["韩溪", "田有余"]),
        ("水从哪里来？", ["小满"]),
    ]


def test_who_wrote_behind_the_last_sentence_stays_there() -> None:
    last = (
        "渠口的石碑上原来刻着十一个人的名字，雨水冲了几十年，只剩下三个还认得出来。（作者：何守田）"
    )
    (*_, found) = texts(issue_with(BEFORE + AFTER, last))
    assert found.startswith("渠口的石碑")
