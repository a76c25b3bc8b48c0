"""An engine that puts ## before titles with the names of columns, headings and bylines alike."""

from __future__ import annotations

from converter.model import Article, Heading, Issue
from tests.support.restored import restored
from tests.support.trades import TRADES

TEXTS = TRADES[:6]


def issue(*parts: str) -> Issue:
    return restored("\n".join(parts)).issue


def told(found: Issue) -> list[tuple[str, str, list[str]]]:
    return [
        (
            "".join(line.value for line in one.title),
            one.kicker.value if one.kicker else "",
            names(one),
        )
        for one in found.articles
    ]


def names(article: Article) -> list[str]:
    return [author.name for one in article.bylines for author in one.authors]


def headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


SIGNED = [
    "## 特别报道 | 秤砣的心",
    "一杆秤值多少钱，要看谁来称",
    "## 文 | 渡口周刊 沈一帆 叶小禾",
    TEXTS[0],
    "## 灌铅",
    TEXTS[1],
    "## 专栏 | 桥头修伞",
    "## 文 | 黄一川",
    "## 青溪大学社会学系副教授",
    TEXTS[2],
    "## 柿漆",
    TEXTS[3],
]


def test_heads_that_somebody_signs_are_titles_and_the_others_headings() -> None:
    found = issue(*SIGNED)
    assert told(found) == [
        ("秤砣的心", "特别报道", ["沈一帆", "叶小禾"]),
        ("桥头修伞", "专栏", ["黄一川"]),
    ]
    assert [headings(one) for one in found.articles] == [["灌铅"], ["柿漆"]]
    offices = [author.office for one in found.articles for author in one.bylines[0].authors]
    assert offices == ["渡口周刊", "渡口周刊", "青溪大学社会学系副教授"]


def test_a_head_of_the_same_form_that_nobody_signs_is_a_title() -> None:
    found = issue(*SIGNED, "## 天眼 | 一张白纸", TEXTS[4], TEXTS[5])
    assert told(found)[2] == ("一张白纸", "天眼", [])


def test_a_title_that_stands_twice_is_one() -> None:
    twice = ["## 专栏 | 一张白纸", "## 专栏 | 一张白纸", "## 文 | 高远", TEXTS[4]]
    beside = ["# 专栏 | 油坊的木榨   专栏 | 油坊的木榨", "## 文 | 顾南", TEXTS[5]]
    assert told(issue(*SIGNED, *twice, *beside))[2:] == [
        ("一张白纸", "专栏", ["高远"]),
        ("油坊的木榨", "专栏", ["顾南"]),
    ]


def test_one_signed_head_tells_nothing() -> None:
    found = issue("## 专栏 | 桥头修伞", "## 文 | 黄一川", TEXTS[2], "## 柿漆", TEXTS[3])
    assert all(one.kicker is None for one in found.articles)
