"""Links of Markdown: in the text stand their words, and where they lead is a mark on those.

What is before the blanks and quotation marks of a paragraph are settled, its links are told by
the numbers of their lines; the words are looked for in the text that has those lines.
"""

from __future__ import annotations

import re  # noqa: TID251  (patterns of the words of one text)
from collections.abc import Sequence

from converter.model import (
    Block,
    Box,
    Figure,
    Heading,
    Issue,
    Mark,
    MarkKind,
    Note,
    Paragraph,
    PullQuote,
    Text,
    Verse,
)
from converter.parse.inline import order
from converter.parse.markup import resolve
from converter.values import replace


def with_links(issue: Issue, links: Sequence[tuple[int, str, str]]) -> Issue:
    """The issue with the addresses of ``links`` on their words: (line, words, address)."""
    if not links:
        return issue
    linker = _Linker(links)
    articles = [
        replace(
            article,
            front=linker.all(article.front),
            blocks=linker.all(article.blocks),
            back=linker.all(article.back),
            notes=tuple(_noted(note, linker) for note in article.notes),
        )
        for article in issue.articles
    ]
    return replace(
        issue,
        front=linker.all(issue.front),
        articles=tuple(articles),
        back=linker.all(issue.back),
    )


def _noted(note: Note, linker: _Linker) -> Note:
    lines = [line for span in note.spans for line in range(span.first, span.last + 1)]
    return replace(note, text=linker.text(note.text, lines))


class _Linker:
    """Sets marks in the texts of blocks."""

    def __init__(self, links: Sequence[tuple[int, str, str]]) -> None:
        self._links: dict[int, list[tuple[str, str]]] = {}
        for line, words, address in links:
            plain = "".join(resolve(words)[0].split())
            if plain and plain != address:
                self._links.setdefault(line, []).append((plain, address))

    def all(self, blocks: Sequence[Block]) -> tuple[Block, ...]:
        """Some blocks with the links in them."""
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Box):
            return replace(block, blocks=self.all(block.blocks))
        lines = [line for span in block.spans for line in range(span.first, span.last + 1)]
        if not any(line in self._links for line in lines):
            return block
        match block:
            case Paragraph(text=text) | Heading(text=text):
                return replace(block, text=self.text(text, lines))
            case Figure(caption=text):
                return replace(block, caption=self.text(text, lines))
            case PullQuote(paragraphs=texts):
                return replace(block, paragraphs=tuple(self.text(one, lines) for one in texts))
            case Verse(lines=texts):
                return replace(block, lines=tuple(self.text(one, lines) for one in texts))
            case _:
                return block

    def text(self, text: Text, lines: Sequence[int]) -> Text:
        """A text with the links that its lines have, each behind the one before."""
        found: list[Mark] = []
        last = 0
        for line in lines:
            for words, address in self._links.get(line, ()):
                hit = _pattern(words).search(text.value, last)
                if hit is None:
                    continue
                last = hit.end()
                found.append(Mark(MarkKind.LINK, hit.start(), last, address))
        if not found:
            return text
        inner = [mark for mark in text.marks if not _is_within(mark, found)]
        return Text(text.value, order((*inner, *found)))


def _is_within(mark: Mark, found: Sequence[Mark]) -> bool:
    """True for an address that is made a link in the words of another one."""
    return mark.kind is MarkKind.LINK and any(
        one.start < mark.end and mark.start < one.end for one in found
    )


_QUOTES = '["“”＂]'


def _pattern(words: str) -> re.Pattern[str]:
    """The words with whatever blanks and quotation marks the text has."""
    parts = [_QUOTES if char in '"“”＂' else re.escape(char) for char in words]
    return re.compile(r"\s*".join(parts))
