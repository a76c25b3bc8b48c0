"""Markdown of an engine that knows what is large and not how large: ## before titles and headings alike."""

from __future__ import annotations

from converter.model import Heading
from tests.support.restored import restored
from tests.support.trades import TRADES

TEXTS = TRADES[:6]
TITLES = ["秤砣的心", "桥头修伞", "一张白纸"]
LISTED = [*TITLES, "油坊的木榨"]
"""The contents have one more, whose page is lost."""


def restored_titles(*parts: str) -> list[tuple[str, list[str]]]:
    contents = "\n\n".join(
        ["## 目录", *(f"{title}   高远   {4 + at}" for at, title in enumerate(LISTED))]
    )
    found = restored(f"{contents}\n\n" + "\n\n".join(parts)).issue
    return [
        (
            "".join(line.value for line in one.title),
            [block.text.value for block in one.blocks if isinstance(block, Heading)],
        )
        for one in found.articles
    ]


def article(title: str, first: str, *rest: str) -> list[str]:
    return [f"## {title}", "高远", first, *rest]


def test_as_many_again_as_the_contents_list_are_headings() -> None:
    one, two, three, four, five, six = TEXTS
    assert restored_titles(
        *article(TITLES[0], one, "## 灌铅", two, "## 封口", three),
        *article(TITLES[1], four, "## 晴天收伞", five),
        *article(TITLES[2], six, "## 换水", one),
    ) == [
        (TITLES[0], ["灌铅", "封口"]),
        (TITLES[1], ["晴天收伞"]),
        (TITLES[2], ["换水"]),
    ]


def test_one_or_two_more_are_articles_that_are_not_listed() -> None:
    one, two, three, four, five, _ = TEXTS
    titles = restored_titles(
        *article(TITLES[0], one),
        *article(TITLES[1], two),
        *article(TITLES[2], three, five),
        "## 楼上放下一只篮子",
        four,
    )
    assert [title for title, _ in titles] == [*TITLES, "楼上放下一只篮子"]
