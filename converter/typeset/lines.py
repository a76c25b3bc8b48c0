"""Which characters go into which line of a paragraph.

A line is first filled as far as it goes; marks are narrowed to take one word more in rather
than gaps widened (clreq §3.1.5: 先挤进，后推出). Where that leaves a line loose, or a single
character in the last one (clreq §3.3.4, 孤字), the paragraph is planned as a whole: the
cheapest chain of lines, by the method of Knuth and Plass with the costs below.

Everything here is arithmetic on prefix sums, in thousandths of the paragraph's em; nothing
knows of WeasyPrint.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from heapq import heappop, heappush

from converter.typeset import breaks as at
from converter.typeset import characters as kind
from converter.values import NamedTuple, dataclass

_TOLERANCE = 0.01
_LOOSE = 30.0
"""A stretch of 0.03 em between Han characters costs 1; the cost grows with its cube."""
_TIGHT = 0.12
"""What a line costs by the square of what its marks give of what they can."""
_HALF = 0.5
_SEEN = 2.0
"""Marks that give more than half of that are seen to be narrower than those of the next line:
all that they can costs as much as a stretch of 0.026 em."""
_UNEVEN = 0.12
"""A line dearer than this (stretch over 0.015 em) makes the paragraph worth planning."""
_LONELY = 100.0
_LATE = 30.0
"""What it costs to break an address: as much as a stretch of 0.093 em."""
_BRIEF = 4  # a last line with more characters, marks among them, is in no danger of being lonely
_NO_GAP = 0.2  # a line without any gap costs as if a fifth of one had to take it all
_MOST = 1e6
_PER_LINE = 1e-3
_EARLIER = 2  # shorter fillings of a line that the plan tries
_PATIENCE = 24  # lines tried in a plan for each line that the paragraph has


class Line(NamedTuple):
    """A line: characters ``start`` to ``end``, and where the next one starts.

    ``excess`` is what it lacks of the measure (negative: what it must give up).
    """

    start: int
    end: int
    after: int
    excess: float
    forced: bool = False
    hyphen: bool = False


@dataclass(slots=True)
class Measures:
    """A paragraph's characters as numbers, in thousandths of its em.

    ``origin[i]`` is where character i would stand if all were one line; ``head`` how far it
    moves when it starts a line, ``close[i]`` its width when it ends one. ``shrink``, ``grow``
    and ``gaps`` are prefix sums over the gaps after each character: what can be taken out,
    what word spaces and Han–Latin gaps can take up, and the number of gaps that stretch.
    ``raised`` are the characters of superscripts and subscripts.
    """

    kinds: str
    flags: bytearray
    origin: list[float]
    head: dict[int, float]
    close: list[float]
    shrink: list[float]
    grow: list[float]
    gaps: list[int]
    hyphen: float = 0.0
    raised: frozenset[int] = frozenset()

    def natural(self, start: int, end: int) -> float:
        """The width of the line with these characters before it is adjusted."""
        if end <= start:
            return 0.0
        origin = self.origin
        return origin[end - 1] - origin[start] + self.head.get(start, 0.0) + self.close[end - 1]


def _cost(option: tuple[float, int, int, float]) -> float:
    return option[0]


class Filler:
    """Fills the lines of one paragraph."""

    __slots__ = ("_breaks", "_ends", "_m")

    def __init__(self, measures: Measures) -> None:
        self._m = measures
        flags, size = measures.flags, len(measures.kinds)
        self._breaks = [index for index in range(1, size) if flags[index]]
        self._ends = [i for i in self._breaks if flags[i] == at.FORCED]
        self._breaks.append(size)
        self._ends.append(size)

    @property
    def opportunities(self) -> list[int]:
        """All indices before which a line may end, and the end of the text."""
        return self._breaks

    def segment_end(self, start: int) -> int:
        """Where the next forced break after ``start`` is, or the end of the text."""
        return self._ends[bisect_right(self._ends, start)]

    def plan(self, start: int, first: float, rest: float) -> list[Line]:
        """The lines from ``start`` to the next forced break or the end.

        ``first`` is the width of the first of them, ``rest`` that of the others.
        """
        end = self.segment_end(start)
        whole = self._option(start, end, first)
        if whole[3] >= -_TOLERANCE:
            return [self._line(start, whole)]
        lines, dearest = self._greedy(start, end, first, rest)
        if dearest > _UNEVEN and len(lines) > 1:
            better = self._search(start, end, first, rest, _PATIENCE * len(lines))
            if better is not None:
                return better
        return lines

    def plan_in(self, count: int, start: int, first: float, rest: float) -> list[Line] | None:
        """The cheapest lines from ``start`` to the end that are so many, or ``None``."""
        end = self.segment_end(start)
        if end < len(self._m.kinds):
            return None
        best: dict[int, tuple[float, list[Line]]] = {start: (0.0, [])}
        for number in range(count):
            reached: dict[int, tuple[float, list[Line]]] = {}
            for here, (cost, lines) in best.items():
                if here == end:
                    continue
                for option in self._options(here, end, rest if number else first, 0):
                    total = cost + option[0]
                    if option[1] not in reached or total < reached[option[1]][0]:
                        reached[option[1]] = total, [*lines, self._line(here, option)]
            best = reached
        found = best.get(end)
        # No line may be stretched much, or torn, for the sake of one line less.
        return found[1] if found is not None and found[0] < count else None

    def _line(self, start: int, option: tuple[float, int, int, float]) -> Line:
        _, after, end, excess = option
        flag = self._m.flags[after]
        return Line(start, end, after, excess, flag == at.FORCED, flag == at.HYPHEN)

    def _option(self, start: int, stop: int, width: float) -> tuple[float, int, int, float]:
        """Cost, next start, end and excess of the line from ``start`` to the break ``stop``."""
        m = self._m
        end = stop
        kinds = m.kinds
        while end > start and kinds[end - 1] in kind.TRIMMED:
            end -= 1
        if end <= start:
            return 0.0, stop, start, width
        excess = width - (
            m.origin[end - 1] - m.origin[start] + m.head.get(start, 0.0) + m.close[end - 1]
        )
        flag = m.flags[stop]
        if flag == at.HYPHEN:
            excess -= m.hyphen
        late = _LATE if flag == at.LATE else 0.0
        last = end - 1
        if excess >= -_TOLERANCE:
            if stop == len(kinds) or flag == at.FORCED:
                cost = _LONELY if self._is_lonely(start, end) else 0.0
                return cost, stop, end, excess
            left = excess - m.grow[last] + m.grow[start]
            if left <= 0:
                return late, stop, end, excess
            gaps = m.gaps[last] - m.gaps[start]
            return min(_MOST, (left / (gaps or _NO_GAP) / _LOOSE) ** 3 + late), stop, end, excess
        room = m.shrink[last] - m.shrink[start]
        if -excess > room + _TOLERANCE:
            return -1.0, stop, end, excess
        given = -excess / room if room > 0 else 0.0
        cost = late + _TIGHT * given**2 + _SEEN * max(0.0, given - _HALF) ** 2
        if (stop == len(kinds) or flag == at.FORCED) and self._is_lonely(start, end):
            cost += _LONELY
        return cost, stop, end, excess

    def _is_lonely(self, start: int, end: int) -> bool:
        """True for a last line with one character (clreq §3.3.4).

        Marks are not counted, nor the call of a note that stands above the line.
        """
        raised = self._m.raised
        if start == 0 or end - start - len(raised) > _BRIEF:
            return False
        shown = [self._m.kinds[index] for index in range(start, end) if index not in raised]
        return len(shown) <= _BRIEF and sum(one in kind.WORDLIKE for one in shown) < 2

    def _options(
        self, start: int, end: int, width: float, earlier: int
    ) -> list[tuple[float, int, int, float]]:
        """The lines that can start here, the longest first; at least one."""
        m, stops = self._m, self._breaks
        low = bisect_right(stops, start)
        high = bisect_left(stops, end, low)
        reach = m.origin[start] - m.head.get(start, 0.0) + width
        index = bisect_right(stops, bisect_right(m.origin, reach, start + 1), low, high + 1)
        index = min(max(index, low), high)
        found: list[tuple[float, int, int, float]] = []
        # Back to the longest filling that fits as it is.
        while index > low and self._option(start, stops[index], width)[3] < -_TOLERANCE:
            index -= 1
        fit = self._option(start, stops[index], width)
        over = index
        if fit[3] >= -_TOLERANCE:
            found.append(fit)
            over += 1
        while over <= high:
            option = self._option(start, stops[over], width)
            if option[0] < 0:
                break
            found.insert(0, option)
            over += 1
        if fit[3] >= -_TOLERANCE:
            # Before a break within an address one that is better than that is always tried.
            wanted = earlier + (m.flags[stops[index]] == at.LATE)
            while wanted and index > low:
                index -= 1
                found.append(self._option(start, stops[index], width))
                wanted -= m.flags[stops[index]] != at.LATE
        return found or [self._torn(start, stops[low], width)]

    def _torn(self, start: int, stop: int, width: float) -> tuple[float, int, int, float]:
        """A piece that no line can hold is broken between any two characters."""
        m = self._m
        fallback = 0
        for index in range(stop - 1, start, -1):
            one, before = m.kinds[index], m.kinds[index - 1]
            if one in kind.INVISIBLE or before == kind.JOINER or one == before == kind.DASH:
                continue
            if one == kind.DASH == before or m.natural(start, index) > width:
                continue
            fallback = fallback or index
            if one not in at.NO_START and before not in at.NO_END:
                return _MOST, index, index, width - m.natural(start, index)
        if not fallback:
            return _MOST, stop, stop, width - m.natural(start, stop)
        return _MOST, fallback, fallback, width - m.natural(start, fallback)

    def _greedy(self, start: int, end: int, first: float, rest: float) -> tuple[list[Line], float]:
        lines: list[Line] = []
        width, dearest = first, 0.0
        while start < end:
            options = self._options(start, end, width, 0)
            option = min(options, key=_cost)  # the longest of those that cost the same
            dearest = max(dearest, option[0])
            lines.append(self._line(start, option))
            start, width = option[1], rest
        return lines, dearest

    def _search(
        self, start: int, end: int, first: float, rest: float, patience: int
    ) -> list[Line] | None:
        """The cheapest chain of lines; ``None`` if it would take too long to find."""
        best = {start: 0.0}
        came: dict[int, tuple[int, tuple[float, int, int, float]]] = {}
        heap = [(0.0, start)]
        while heap and patience > 0:
            cost, here = heappop(heap)
            if here == end:
                return self._chain(came, start, end)
            if cost > best[here]:
                continue
            patience -= 1
            width = first if here == start else rest
            for option in self._options(here, end, width, _EARLIER):
                there = option[1]
                total = cost + option[0] + _PER_LINE
                if total < best.get(there, _MOST * 1e3):
                    best[there] = total
                    came[there] = (here, option)
                    heappush(heap, (total, there))
        return None

    def _chain(
        self, came: dict[int, tuple[int, tuple[float, int, int, float]]], start: int, end: int
    ) -> list[Line]:
        lines: list[Line] = []
        while end != start:
            here, option = came[end]
            lines.append(self._line(here, option))
            end = here
        lines.reverse()
        return lines
