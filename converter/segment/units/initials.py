"""The large first character of a paragraph, which OCR reads as a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import is_han, width
from converter.segment.units.grid import Grid, is_indented
from converter.source import Line

_LABELS = frozenset("一二三四五六七八九十问答记按注图表诗序跋文")
"""Characters that stand over a text by right: its number, its kind, who speaks."""
_COUNTED = frozenset("月年日个")
"""三 | 月的山里: no number of a text below it."""
_BESIDE = 4.0
"""Em that an initial takes of the lines beside it."""


_NARROWER = 1.5
"""Em by which the lines beside an initial are narrower, at least."""
_WITHIN = frozenset("的了着们們")
"""What no paragraph begins with: the rest of 我们 and 我的."""


def is_initial(group: Sequence[Line], grid: Grid) -> bool:
    """True if the first of some lines that stand together is such a character, of the line below it.

    Where blank lines part paragraphs, a heading of one character stands between blank lines as well.
    Elsewhere the lines beside it tell, which leave room for it; or a full one that is flush where
    paragraphs begin with an indent.
    """
    first, below = group[0].text.strip(), group[1].text.strip()
    if len(first) != 1 or not is_han(first) or not below or not is_han(below[0]):
        return False
    if first in _LABELS and below[0] not in _COUNTED:
        return False
    if grid.spaced:
        return width(below) >= grid.measure - _BESIDE
    flush = grid.indented and not is_indented(group[1])
    return (flush and width(below) >= grid.measure - _NARROWER) or _has_room(group, grid)


def _has_room(group: Sequence[Line], grid: Grid) -> bool:
    """True if the lines below a character leave room for it on their left, and the text then fills the column."""
    if not grid.measure or len(group) < _LINES or is_indented(group[1]):
        return False
    sizes = [width(line.text.strip()) for line in group[1:_LINES]]
    room = [grid.measure - _BESIDE <= size <= grid.measure - _NARROWER for size in sizes]
    if not room[0]:
        return False
    full = [size > grid.measure - _NARROWER for size in sizes]
    beside = room[1] and (full[2] or room[2])
    return beside or (full[1] and group[1].text.strip()[0] in _WITHIN)


_LINES = 4
"""The initial, the lines beside it, and one that may be below it."""
