"""Texts gathered one below the other, without contents and bylines, whose heads are of one kind."""

from __future__ import annotations

from converter.model import Article, Heading
from tests.support.restored import restored
from tests.support.trades import TRADES

TEXTS = TRADES


def titles(text: str) -> list[str]:
    return ["".join(line.value for line in one.title) for one in restored(text).issue.articles]


def headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


def counted(title: str, at: int) -> str:
    first, second, third, fourth = TEXTS[at : at + 4]
    return f"### **{title}**\n\n{first}\n\n**一、从哪里来**\n\n{second}\n\n**二、到哪里去**\n\n{third}\n\n{fourth}"


def test_heads_of_one_level_are_titles_where_headings_are_counted_anew_below_each() -> None:
    found = restored(f"{counted('老手艺的去处', 0)}\n\n{counted('新手艺的来处', 4)}").issue
    names = ["".join(line.value for line in one.title) for one in found.articles]
    assert names == ["老手艺的去处", "新手艺的来处"]
    assert [headings(one) for one in found.articles] == [["一、从哪里来", "二、到哪里去"]] * 2


def test_heads_below_which_nothing_is_counted_are_no_titles() -> None:
    plain = counted("新手艺的来处", 4).replace("一、", "").replace("二、", "")
    assert titles(f"{counted('老手艺的去处', 0)}\n\n{plain}") == []


def indented(title: str, *texts: str) -> str:
    return "\n\n".join([title, *(f"　　{text}" for text in texts)])


def test_lines_at_the_edge_are_titles_where_all_else_is_indented() -> None:
    first = indented(
        "秤砣里的铅", "【来由】", *TEXTS[:4], "【做法】", TEXTS[4], TEXTS[5], TEXTS[6], TEXTS[7]
    )
    second = indented(
        "晴天收伞", "【来由】", *TEXTS[4:], "【做法】", TEXTS[3], TEXTS[2], TEXTS[1], TEXTS[0]
    )
    assert titles(f"{first}\n\n{second}") == ["秤砣里的铅", "晴天收伞"]


def test_one_line_at_the_edge_tells_nothing() -> None:
    assert titles(indented("秤砣里的铅", "【来由】", *TEXTS[:4], "【做法】", *TEXTS[4:])) == []
