"""Titles that tell of several poems, and the lines of verse below a title."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment import Unit

_POEMS = re.compile(
    "(?:组诗|組詩|[（(](?:外|诗|詩)?[一二两兩三四五六七八九十]{1,2}(?:首|章)|[一二两兩三四五六七八九十]{1,2}首|诗抄|詩抄|诗钞|诗选|詩選)[）)]?$"
)


def names_poems(title: str) -> bool:
    """True for 旧站台（组诗） and 渔港三首."""
    return _POEMS.search(title) is not None


VERSE = 24
"""The most em of a line of verse."""


def are_short(lines: Sequence[Unit], count: int) -> bool:
    """True for so many lines at least, each as short as verse has them."""
    return len(lines) >= count and all(width(line.text) <= VERSE for line in lines)


def ends_verse(units: Sequence[Unit], at: int, title: Sequence[int]) -> bool:
    """True for short lines above a blank one, the last of a poem or a list, and of no title."""
    if sum(not units[line].gap for line in title[1:]) >= _SEVERAL:
        return True
    if not at or units[at].gap:
        return False
    above = units[at - 1]
    return width(above.text) <= VERSE and not above.wrapped and not ends_sentence(above.text)


_SEVERAL = 2
"""So many lines right below each other, above a blank one, are of no title."""
