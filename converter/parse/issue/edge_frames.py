"""Boxes at the edges of pages whose lines are shorter than those of the column, be their names in no list.

Between two paragraphs of a column stand such boxes as well. No sentence breaks off above them. OCR has left the indents out, so that first lines of paragraphs are
short by as much: the others tell the measure of the frame, and the column below it is wide again, or
the column above one that stands at the foot of a page and is closed by its source.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.boxes import is_attribution
from converter.parse.issue.frame import Inset
from converter.parse.issue.narrow_text import RAGGED, SEVERAL, ends, paragraphs
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_LEAST, _WRAPPED = 10, 3
"""Em of the narrowest frame, and how many of its lines break off at least."""
_MANY, _SHORTEST = 4, 6
"""So many lines break off where no page ends, and so many stand in such a frame."""
_CLAUSE = re.compile("[，。；：、！？]")
_BESIDE, _ABOVE = 4, 12
"""Lines of the column that are looked at beside such a box, and above one within it, where a heading may stand."""
_LATIN = re.compile(r"^[A-Z][A-Z &'’-]{3,}$")
"""KETANG, the name of the section in pinyin or English, under that name."""


def begins_page(lines: Sequence[Line], at: int) -> bool:
    """True if what stands at the edge of a page has been taken out right above a line.

    Where OCR has put a blank line between all lines, which parts nothing, their numbers leap by two.
    """
    usual = lines[at - 1].number - lines[at - 2].number if at > 1 else 1
    return lines[at].number - lines[at - 1].number > max(usual, 1)


def at_edge(
    lines: Sequence[Line], cores: Sequence[float], at: int, run: int, measure: float
) -> Inset | None:
    """The box whose name stands at a line, at the top of its page, between paragraphs or, closed by its source, at the foot.

    ``run`` is the end of the lines below that are all shorter than ``measure``, ``cores`` the widths.
    """
    if not at or any(map(is_indented, lines[at:run])):
        return None
    frame = _Frame(lines, cores, at, measure)
    return frame.at_top(run) or frame.at_foot(run) or frame.within(run)


class _Frame:
    """Lines that may be those of a frame under a name."""

    def __init__(
        self, lines: Sequence[Line], cores: Sequence[float], at: int, measure: float
    ) -> None:
        self.lines, self.cores, self.at, self.measure = lines, cores, at, measure
        self.first = at + 1

    def at_top(self, run: int) -> Inset | None:
        """The box if its page begins with it, or with the name of a section in two scripts above it."""
        lines, at, end = self.lines, self.at, run
        top = at - 2 if at > 1 and _LATIN.match(lines[at - 1].text.strip()) else at
        if top < 1 or not begins_page(lines, top) or not ends(lines[top - 1]):
            return None
        while end > at + 1 and not ends(lines[end - 1]):
            end -= 1
        below = range(end, min(end + _BESIDE, len(lines)))
        return Inset(at, self._paragraphs(end)) if self._tells(end, below) else None

    def at_foot(self, run: int) -> Inset | None:
        """The box if its page ends with it, and it with its source."""
        lines, at = self.lines, self.at
        end = next((one for one in range(at + 1, run) if is_attribution(lines[one].text)), 0)
        if not end or not (end + 1 == len(lines) or begins_page(lines, end + 1)):
            return None
        above = range(max(1, at - _BESIDE), at)
        if not ends(lines[at - 1]) or not ends(lines[end - 1]) or not self._tells(end, above):
            return None
        return Inset(at, (*self._paragraphs(end), (end, end + 1)))

    def within(self, run: int) -> Inset | None:
        """The box if many of its lines fill a frame between two paragraphs; its name may have a title below it."""
        lines, at = self.lines, self.at
        # The first line of the column below may be as short.
        end = run - (run > at + 1 and not ends(lines[run - 1]))
        if at + _SHORTEST > end or end >= len(lines) or _CLAUSE.search(lines[at].text):
            return None
        if not (ends(lines[at - 1]) and ends(lines[end - 1])):
            return None
        titled = self._is_title(at + 1, end)
        self.first += titled
        above, below = range(max(1, at - _ABOVE), at), range(end, min(end + _BESIDE, len(lines)))
        if not all(self._tells(end, column, _MANY) for column in (above, below)):
            self.first -= titled
            return None
        title = ((at + 1, self.first),) if titled else ()
        return Inset(at, (*title, *self._paragraphs(end)))

    def _is_title(self, at: int, end: int) -> bool:
        """True for a line below the name that is too short for one of the frame, and breaks no clause off."""
        text = self.lines[at].text.strip()
        short = self.cores[at] + INDENT + RAGGED <= max(self.cores[at:end])
        return short and not ends(self.lines[at]) and _CLAUSE.search(text) is None

    def _paragraphs(self, end: int) -> tuple[tuple[int, int], ...]:
        inner = max(self.cores[self.first : end])
        return paragraphs(self.lines, self.cores, self.first, end, inner)

    def _tells(self, end: int, column: Sequence[int], least: int = _WRAPPED) -> bool:
        """True if the lines up to an end fill a frame, ``least`` of which break off, and some beside it the ``column``."""
        first = self.first
        inner = max(self.cores[first:end], default=0.0)
        if inner < max(_LEAST, self.measure / 2) or self.cores[self.at] > inner - INDENT - RAGGED:
            return False
        wraps = [one for one in range(first, end) if not ends(self.lines[one])]
        full = [one for one in wraps if abs(inner - self._width(one)) <= RAGGED]
        # Of first lines a column has short ones as well.
        inside = [one for one in full if not self._opens(one)]
        if len(full) < max(least, len(wraps)) or len(inside) < SEVERAL:
            return False
        if any(self.lines[one].blank or is_indented(self.lines[one]) for one in column):
            return False
        return sum(self._width(one) >= self.measure - RAGGED for one in column) >= SEVERAL

    def _opens(self, at: int) -> bool:
        """True for the first line of the box, and for one below the end of a paragraph."""
        return at == self.first or ends(self.lines[at - 1])

    def _width(self, at: int) -> float:
        """The em of a line with the indent that OCR has left out."""
        return self.cores[at] + (INDENT if self._opens(at) else 0.0)
