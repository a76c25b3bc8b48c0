"""Titles of several lines: balanced, and broken between words.

The author's own line breaks are kept: each of their lines is a title of its own here. Where
one does not fit on a line, it is broken where two words meet (:mod:`.joints`).

clreq §4.1 and the habit of Chinese magazines: a heading is broken by sense, and no line of it
is much shorter than the others. Arithmetic only; nothing here knows of WeasyPrint.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.typeset import breaks as at
from converter.typeset import characters as kind
from converter.typeset.balance import UNEVEN, cheapest_stops
from converter.typeset.lines import Filler, Line, Measures

_TOLERANCE = 0.01
_EVEN, _LOPSIDED = 0.35, 12.0
"""Of two lines one twice as long as the other is the most; a word or two do not have a line."""
_SEEN = 0.25  # of what its marks can give, a title gives no more


def plan_title(
    filler: Filler,
    measures: Measures,
    simple: list[Line],
    widths: tuple[float, float],
    costs: Sequence[float],
    *,
    squeezed: bool = False,
) -> list[Line]:
    """The lines of a title, balanced: as many as the ``simple`` filling of it has.

    One more where that presses marks together, and they do not go on so many without: what is
    set to be looked at is not squeezed for the sake of a line, unless it may be ``squeezed``.
    ``widths`` are those of the first line and of the others; ``costs`` what a break before
    each index costs, from :func:`~converter.typeset.joints.joints`.
    """
    pressed = not squeezed and any(_is_pressed(measures, line) for line in simple)
    for count in range(max(2, len(simple)), len(simple) + pressed + 1):
        found = _balanced(filler, measures, (simple[0].start, count), widths, costs)
        if found:
            return found
    return simple


def _balanced(
    filler: Filler,
    measures: Measures,
    which: tuple[int, int],
    widths: tuple[float, float],
    costs: Sequence[float],
) -> list[Line]:
    """The lines from a start, so many of them; none where they do not go on so many."""
    start, count = which
    first, rest = widths
    end = filler.segment_end(start)
    stops = [stop for stop in filler.opportunities if start < stop <= end]
    share = (measures.natural(start, _trimmed(measures, start, end))) / count

    def price(here: int, stop: int, number: int) -> float | None:
        last = _trimmed(measures, here, stop)
        natural = measures.natural(here, last)
        width = rest if number else first
        if natural > width and natural > width + _blanks(measures, here, last):
            return None
        uneven = abs(natural - share) / share
        lopsided = _LOPSIDED * max(0.0, uneven - _EVEN)
        return UNEVEN * uneven + lopsided + (costs[stop] if stop != end else 0.0)

    found: list[Line] = []
    here = start
    for stop in cheapest_stops(start, end, [one for one in stops if one != end], count, price):
        last = _trimmed(measures, here, stop)
        excess = (first if here == start else rest) - measures.natural(here, last)
        found.append(Line(here, last, stop, excess, measures.flags[stop] == at.FORCED))
        here = stop
    return found


def _is_pressed(measures: Measures, line: Line) -> bool:
    """True where the marks of a line give up more than nobody sees."""
    room = measures.shrink[line.end - 1] - measures.shrink[line.start]
    return -line.excess > _SEEN * room + _TOLERANCE


def _blanks(measures: Measures, start: int, end: int) -> float:
    """What the blanks between the phrases of a line can give: a phrase is worth more than they."""
    shrink = measures.shrink
    spaces = (at for at in range(start, end) if measures.kinds[at] == kind.SPACE)
    return sum(shrink[at + 1] - shrink[at] for at in spaces)


def _trimmed(measures: Measures, start: int, end: int) -> int:
    while end > start and measures.kinds[end - 1] in kind.TRIMMED:
        end -= 1
    return end
