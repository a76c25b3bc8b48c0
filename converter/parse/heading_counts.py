"""Headings with a number on lines of their own, and whether they count to one more."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from converter.hanzi import width
from converter.parse.headings import is_heading_text, numbering
from converter.segment import Unit

WIDEST = 40
"""The most em of such a heading."""


class HeadingCounts:
    """Where in an article headings with a number stand alone, by the kinds of their numbers."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for at, unit in enumerate(units):
            number = numbering(unit.text) if len(unit.text) <= WIDEST else None
            if number is not None and width(unit.text) <= WIDEST and is_heading_text(unit.text):
                self._found[number.kind].append((at, number.value))

    def lead_to(self, at: int, kind: str, value: int) -> bool:
        """True if headings above ``at`` count up to such a one, and none below is it; below a first one, the second."""
        above, below = self._around(at, kind)
        if value == 1:
            return below == _SECOND
        return above == value - 1 and below in (0, 1, value + 1)

    def stand_around(self, at: int, kind: str, value: int) -> bool:
        """True if one heading leads to such a one and the next goes on from it; to a first one, the next alone."""
        above, below = self._around(at, kind)
        return below == value + 1 and (value == 1 or above == value - 1)

    def _around(self, at: int, kind: str) -> tuple[int, int]:
        """The value of the last heading of a kind above, and of the next one below; 0 for none."""
        fellows = self._found.get(kind, [])
        place, after = bisect_left(fellows, (at, 0)), bisect_left(fellows, (at + 1, 0))
        above = fellows[place - 1][1] if place else 0
        return above, fellows[after][1] if after < len(fellows) else 0


_SECOND = 2
