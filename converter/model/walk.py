"""Traversals of an issue, each in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from converter.model.blocks import (
    Attribution,
    Block,
    Box,
    Figure,
    Heading,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Verse,
)
from converter.model.issue import Article, Issue
from converter.model.text import Text


def blocks_of(article: Article) -> Iterator[Block]:
    """All blocks of an article in reading order, those inside boxes after their box."""
    yield from article.pull_quotes
    for block in (*article.front, *article.blocks, *article.back):
        yield block
        if isinstance(block, Box):
            yield from block.blocks


def _attributed(attribution: Attribution | None) -> Iterator[Text]:
    if attribution is not None:
        yield attribution.text


def parallel_titles(article: Article) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    """The titles of an article in other languages, and what else stands in its front."""
    titles: list[Paragraph] = []
    rest: list[Block] = []
    for block in article.front:
        if isinstance(block, Paragraph) and block.role is Role.PARALLEL_TITLE:
            titles.append(block)
        else:
            rest.append(block)
    return tuple(titles), tuple(rest)


def block_texts(block: Block) -> Iterator[Text]:  # noqa: C901  (one case a kind of block)
    """The texts of a block in reading order; a box's label is not among them."""
    match block:
        case Paragraph(text=text) | Heading(text=text) | Figure(caption=text):
            yield text
        case PullQuote():
            yield from block.paragraphs
            yield from _attributed(block.attribution)
        case Box():
            if block.title is not None:
                yield block.title
            for inner in block.blocks:
                yield from block_texts(inner)
            yield from _attributed(block.attribution)
        case Verse():
            yield from block.lines
        case Table():
            if block.caption is not None:
                yield block.caption
            for row in block.rows:
                for cell in row:
                    yield cell.text
        case _:
            assert_never(block)


def article_texts(article: Article) -> Iterator[Text]:
    """Every text of an article: kicker, title, subtitle, bylines, pull quotes, blocks, notes."""
    if article.kicker is not None:
        yield article.kicker
    yield from article.title
    if article.subtitle is not None:
        yield article.subtitle
    for byline in article.bylines:
        yield byline.text
    for block in (*article.pull_quotes, *article.front, *article.blocks, *article.back):
        yield from block_texts(block)
    for note in article.notes:
        yield note.text


def issue_texts(issue: Issue) -> Iterator[Text]:
    """Every :class:`Text` of an issue (masthead and contents hold plain strings instead)."""
    for quote in issue.cover_quotes:
        yield from block_texts(quote)
    for block in issue.front:
        yield from block_texts(block)
    for article in issue.articles:
        yield from article_texts(article)
    for block in issue.back:
        yield from block_texts(block)


def plain_text(texts: Iterable[Text]) -> str:
    """The values of some texts, one a line."""
    return "\n".join(text.value for text in texts)
