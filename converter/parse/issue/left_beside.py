"""What a box or a picture beside a column has left of its width, all the way down beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

from converter.hanzi import ends_sentence
from converter.parse.grams import Trigrams, learnt
from converter.parse.seam import carries_on
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_ABOVE, _ALIKE_LINES = 8, 2
"""Lines above of which several, beside the last one, tell the width that is left."""
_FULL = 1.6
"""Em that may be left over in a full line."""
_TAKEN, _LEAST = 4.0, 12.0
"""Em of the narrowest thing that stands beside a column, and of the narrowest column left beside it."""


class LeftBeside:
    """The lines of a column of a ``measure``, and what is left of it beside something.

    ``cores`` are the widths of the lines with their indents.
    """

    def __init__(self, lines: Sequence[Line], cores: Sequence[float], measure: float) -> None:
        self.lines = lines
        self.cores = cores
        self.measure = measure

    @cached_property
    def _trigrams(self) -> Trigrams:
        return learnt([line.text.strip() for line in self.lines])

    def measure_above(self, at: int) -> float:
        """The em of the lines right above one, if they break off long before their column ends; else 0.

        The last of them breaks off where the others do.
        """
        lines, first = self.lines, at
        while first and at - first < _ABOVE and not lines[first - 1].blank:
            first -= 1
        if at - first <= _ALIKE_LINES or ends_sentence(lines[at - 1].text):
            return 0.0
        near = self.cores[first:at]
        left = max((size for size in near if size <= self.measure - _TAKEN), default=0.0)
        sizes = [self.cores[one] + _lost_indent(lines, one) for one in range(first, at)]
        alike = sum(left - _FULL <= size <= left + _FULL for size in sizes)
        last = left - _FULL <= sizes[-1] <= left + _FULL
        return left if last and alike > _ALIKE_LINES and left >= _LEAST else 0.0

    def rest_below(self, at: int, places: Sequence[int]) -> int:
        """Which of some places below a line, the last one the end of a box, carries on the sentence above it.

        The sentence breaks off right above the line; the first of those that do so best is taken.
        """
        tail = self.lines[at - 1].text.strip()

        def likely(place: int) -> float:
            text = self.lines[place].text.strip() if place < len(self.lines) else ""
            return carries_on(tail, text, self._trigrams) if text else -math.inf

        return max(places, key=likely)


def _lost_indent(lines: Sequence[Line], at: int) -> float:
    """Em of the indent that a first line of a paragraph has lost, perhaps."""
    opens = at > 0 and ends_sentence(lines[at - 1].text) and not is_indented(lines[at])
    return INDENT if opens else 0.0
