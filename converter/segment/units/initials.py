"""The large first character of a paragraph, which OCR reads as a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import is_han, width
from converter.segment.units.grid import Grid
from converter.source import Line

_LABELS = frozenset("一二三四五六七八九十问答记按注图表诗序跋文")
"""Characters that stand over a text by right: its number, its kind, who speaks."""
_COUNTED = frozenset("月年日个")
"""三 | 月的山里: no number of a text below it."""
_BESIDE = 4.0
"""Em that an initial takes of the lines beside it."""


def is_initial(group: Sequence[Line], grid: Grid) -> bool:
    """True if the first of some lines that stand together is such a character, of the line below it.

    Where blank lines part paragraphs, a heading of one character stands between blank lines as well.
    """
    first, below = group[0].text.strip(), group[1].text.strip()
    if not grid.spaced or len(first) != 1 or not is_han(first):
        return False
    if first in _LABELS and below[0] not in _COUNTED:
        return False
    return is_han(below[0]) and width(below) >= grid.measure - _BESIDE
