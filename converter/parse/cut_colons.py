"""Sentences that the end of a column or of a page cuts behind a colon.

What a colon announces begins on a line of its own, whatever room the line above has left. A
line that is full and ends in a colon, with nothing announced, ends where its column does: a
picture, a box or the next page stands there, and the sentence goes on below.
"""

from __future__ import annotations

from converter.hanzi import width
from converter.parse.heal import announces
from converter.segment import Unit

_PRINTED, _EVENLY = 3, 0.6
"""So many printed lines tell a column, and by so much may a full one of them be narrower."""


def is_cut_behind_colon(unit: Unit) -> bool:
    """True for printed lines of which the last is full and ends in a colon that announces nothing."""
    text = unit.text.rstrip()
    if not unit.wrapped or not text.endswith("：") or len(unit.lines) < _PRINTED:
        return False
    *full, last = (width(line.text.strip()) for line in unit.lines)
    column = sorted(full)[len(full) // 2]  # a mark may hang over it
    return last >= column - _EVENLY and not announces(text)
