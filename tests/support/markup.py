"""Small issues in the forms of OCR engines, restored with nothing lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from converter.model import Issue, Paragraph
from tests.support.restored import restored

HEAD = """# 水渠

2023年第3期 总第9期

主办：渠县农会

# 目录

老渠的新水 方晓禾 5

一把旧锹 田有余 7

# 老渠的新水

方晓禾

"""
BEFORE = "清晨的渠水从山脚流下来，一路经过三个村子，最后才到柳湾的田里。这条渠挖了整整十一个冬天，当年挖渠的人如今只剩下一个，守渠的老人"
AFTER = "每天沿着渠走一遍，看看哪里漏水，哪里该清淤了。"
TAIL = """

# 一把旧锹

田有余

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。
"""
T = TypeVar("T")


def balanced_issue(text: str) -> Issue:
    """The issue that a text makes; fails if a character is neither in it nor dropped."""
    return restored(text).issue


def issue_with(*paragraphs: str) -> Issue:
    """A small issue whose first article has some paragraphs of Markdown."""
    return balanced_issue(HEAD + "\n\n".join(paragraphs) + TAIL)


def blocks(issue: Issue, article: int, kind: type[T]) -> list[T]:
    """The blocks of one kind in an article, its lead-in and its end included."""
    found = issue.articles[article]
    return [
        block for block in (*found.front, *found.blocks, *found.back) if isinstance(block, kind)
    ]


def texts(issue: Issue, article: int = 0) -> Sequence[str]:
    """The paragraphs of an article."""
    return [block.text.value for block in blocks(issue, article, Paragraph)]
