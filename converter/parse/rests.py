"""Pieces of which the last line stands below them as a piece by itself.

Narrow lines in a frame, or beside one, are hard to join for an OCR that writes paragraphs.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.items import item_form
from converter.parse.usage import joins
from converter.segment import Unit

_LEAST, _LINE, _ODDS = 10, 44, 1.0
"""Em of a line that breaks off, which is no heading, and of such a rest, and by how much at most prose
speaks against it (log odds)."""


def has_rest(units: Sequence[Unit], at: int, limit: int) -> bool:
    """True for a piece that breaks off, and goes on in a line below it that ends a sentence."""
    if at + 1 >= limit or units[at + 1].opens:
        return False
    text, rest = units[at].text, units[at + 1].text
    if width(text) < _LEAST or not (is_han(text[-1]) or text[-1] in "，、") or rest[0] in "[［":
        return False
    if not ends_sentence(rest) or width(rest) > _LINE or item_form(rest):
        return False
    return bool(unclosed(text) and unopened(rest)) or joins(text, rest) >= -_ODDS


def without_rests(units: Sequence[Unit], first: int, limit: int, most: int) -> list[int]:
    """Where the first of some pieces begin, of which each may have its rest below it."""
    found: list[int] = []
    at = first
    while at < limit and len(found) < most:
        found.append(at)
        at += 1 + has_rest(units, at, limit)
    return found
