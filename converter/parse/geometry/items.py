"""The pieces of an article in the order of the source."""

from __future__ import annotations

import math

from converter.hanzi import width
from converter.model import (
    Article,
    Box,
    Figure,
    Heading,
    MarkKind,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Verse,
)
from converter.parse.geometry.page import INDENT, Item


def items_of(article: Article) -> list[Item]:
    """The pieces of an article in the order in which the source has them."""
    items: list[Item] = []
    for block in (*article.front, *article.blocks, *article.back):
        match block:
            case Paragraph():
                items += _pieces(block)
            case Heading():
                size = width(block.text.value)
                items.append(Item("heading", block.spans[0].first, block.spans[-1].last, size))
            case Box():
                size = sum(
                    width(text.value)
                    for inner in block.blocks
                    if isinstance(inner, Paragraph)
                    for text in (inner.text,)
                )
                tail = width(block.attribution.text.value) if block.attribution else 0.0
                items.append(Item("box", block.spans[0].first, block.spans[-1].last, size, tail))
            case Table():
                items.append(
                    Item(
                        "other",
                        block.spans[0].first,
                        block.spans[-1].last,
                        lines=1.5 * len(block.rows),
                    )
                )
            case Verse():
                items.append(
                    Item(
                        "other",
                        block.spans[0].first,
                        block.spans[-1].last,
                        lines=len(block.lines) + 1,
                    )
                )
            case PullQuote() | Figure():
                made = Item("other", block.spans[0].first, block.spans[-1].last, lines=4)
                made.said = isinstance(block, PullQuote)
                items.append(made)
    below = min((item.first for item in items), default=0)
    items += [
        Item("other-text", one.spans[0].first, one.spans[-1].last, width(one.text.value) + INDENT)
        for one in article.bylines
        if one.spans and items and one.spans[0].first > below
    ]  # who signs at the end
    items.sort(key=lambda item: item.first)
    if items:
        items[0].head = _head_of(article)
    return items


_BARE, _TITLE_LINE, _AROUND, _QUOTED = 5.0, 2.0, 2.0, 25.0
"""Lines of a head without its title, of each line of that, and of the white about a quotation;
em of a line of the last."""


def _head_of(article: Article) -> float:
    """The height of an article's head in lines, as monthlies set it on a page of its own."""
    titles = len(article.title) + (article.subtitle is not None)
    quoted = sum(
        _AROUND + math.ceil(width(text.value) / _QUOTED)
        for quote in article.pull_quotes
        for text in quote.paragraphs
    )
    return _BARE + _TITLE_LINE * titles + quoted


def _pieces(block: Paragraph) -> list[Item]:
    seams = [mark.start for mark in block.text.marks if mark.kind is MarkKind.SEAM]
    bounds = [0, *seams, len(block.text.value)]
    kind = (
        "text"
        if block.role in (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
        else "other-text"
    )
    named = any(
        mark.kind in (MarkKind.SPEAKER, MarkKind.LABEL) and not mark.start
        for mark in block.text.marks
    )
    asks = block.role is Role.QUESTION
    out = []
    for index, span in enumerate(block.spans):
        text = block.text.value[bounds[index] : bounds[index + 1]]
        size = width(text) + (0.0 if index else INDENT)
        cut = index + 1 < len(block.spans)
        made = Item(kind, span.first, span.last, size, cut=cut, starts=index == 0, text=text)
        made.named, made.asks = named and index == 0, asks
        out.append(made)
    return out
