"""What a box or a picture beside a column has left of its width, all the way down beside it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from converter.hanzi import ends_sentence
from converter.parse.grams import learnt
from converter.parse.seam import goes_on
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_ABOVE, _ALIKE_LINES = 8, 2
"""Lines above of which several, beside the last one, tell the width that is left."""
_FULL = 1.6
"""Em that may be left over in a full line."""
_TAKEN, _LEAST = 4.0, 12.0
"""Em of the narrowest thing that stands beside a column, and of the narrowest column left beside it."""


def left_beside(lines: Sequence[Line], cores: Sequence[float], at: int, measure: float) -> float:
    """The em of the lines right above one, if they break off long before their column ends; else 0.

    ``cores`` are the widths of the lines with their indents, ``measure`` is that of the column.
    The last of them breaks off where the others do.
    """
    first = at
    while first and at - first < _ABOVE and not lines[first - 1].blank:
        first -= 1
    if at - first <= _ALIKE_LINES or ends_sentence(lines[at - 1].text):
        return 0.0
    near = range(max(first, at - _ABOVE), at)
    left = max((cores[one] for one in near if cores[one] <= measure - _TAKEN), default=0.0)
    sizes = [cores[one] + _lost_indent(lines, one) for one in near]
    alike = sum(left - _FULL <= size <= left + _FULL for size in sizes)
    last = left - _FULL <= sizes[-1] <= left + _FULL
    return left if last and alike > _ALIKE_LINES and left >= _LEAST else 0.0


def rest_below(lines: Sequence[Line], at: int, places: Sequence[int]) -> int:
    """Which of some places below a line, the last one the end of a box, carries on the sentence above it.

    The sentence breaks off right above the line; the first of those that do so best is taken.
    """
    tail = lines[at - 1].text.strip()
    trigrams = learnt([line.text.strip() for line in lines])

    def likely(place: int) -> float:
        text = lines[place].text.strip() if place < len(lines) else ""
        return goes_on(tail, text, trigrams) + joins(tail, text) if text else -math.inf

    return max(places, key=likely)


def _lost_indent(lines: Sequence[Line], at: int) -> float:
    """Em of the indent that a first line of a paragraph has lost, perhaps."""
    opens = at > 0 and ends_sentence(lines[at - 1].text) and not is_indented(lines[at])
    return INDENT if opens else 0.0
