"""A byline as printed, with the names and the offices in it marked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from converter.epub.blocks import Loom
from converter.model import Author, Byline, Mark, Text
from converter.render.inline import xml_text


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a byline: ``kind`` is "author", "office" or "" for what stands between."""

    kind: str
    start: int
    end: int


def _loosely(name: str) -> str:
    """A pattern for a name that may be letter-spaced in print (翟 健)."""
    return r"\s*".join(re.escape(char) for char in name if not char.isspace())


def byline_parts(byline: Byline) -> tuple[Part, ...]:
    """The whole line, cut into names, offices and what stands between them."""
    text, found = byline.text.value, list[Part]()
    for author in byline.authors:
        for kind, value in (("author", author.name), ("office", author.office)):
            pattern = _loosely(value)
            for match in re.finditer(pattern, text) if pattern else ():
                start, end = match.span()
                if all(end <= part.start or part.end <= start for part in found):
                    found.append(Part(kind, start, end))
                    break
    parts, last = list[Part](), 0
    for part in sorted(found, key=lambda part: part.start):
        if last < part.start:
            parts.append(Part("", last, part.start))
        parts.append(part)
        last = part.end
    if last < len(text):
        parts.append(Part("", last, len(text)))
    return tuple(parts)


def _slice(text: Text, start: int, end: int) -> Text:
    """A stretch of a text with the marks that lie within it."""
    marks = tuple(
        Mark(mark.kind, mark.start - start, mark.end - start, mark.target)
        for mark in text.marks
        if start <= mark.start and mark.end <= end
    )
    return Text(text.value[start:end], marks)


def _closed_up(name: str) -> str:
    """A letter-spaced name without its blanks (翟 健 as 翟健), as screen readers need it."""
    pieces = name.split()
    spaced = len(pieces) > 1 and all(len(piece) == 1 and not piece.isascii() for piece in pieces)
    return "".join(pieces) if spaced else name


def _unprinted(authors: Iterable[Author]) -> str:
    """Authors whom no printed line names, as from a hand-made model."""
    return " ".join(
        f'<span class="{kind}">{xml_text(value)}</span>'
        for author in authors
        for kind, value in (("office", author.office), ("author", author.name))
        if value
    )


def byline_markup(loom: Loom, byline: Byline) -> Markup:
    """The line as printed with ``span.office`` and ``span.author``, names closed up."""
    if not byline.text.value.strip():
        return Markup(_unprinted(byline.authors))  # noqa: S704  (escaped in _unprinted)
    out = Markup()
    for part in byline_parts(byline):
        piece = _slice(byline.text, part.start, part.end)
        closed = _closed_up(piece.value) if part.kind == "author" else piece.value
        html = loom.text(piece if closed == piece.value else Text(closed))
        out += Markup('<span class="{}">{}</span>').format(part.kind, html) if part.kind else html
    return out
