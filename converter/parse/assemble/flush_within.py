"""What is set into a paragraph between blank lines, where the indents tell that the paragraph goes on below.

OCR that keeps the lines of a column and the indents of its paragraphs leaves the rest of a paragraph
flush that a page, a box or a pull quote has cut. Of two flush pieces below a full line only one can be
that rest, and no last line of a piece is short but that of the paragraph itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, width
from converter.segment import Unit
from converter.segment.units import printed_width

_NEAR = 10
"""Units on either side that tell how a page is set."""
_ALIKE, _FULL = 1.6, 3
"""By so many em full lines of a column differ, and so many of them tell its measure."""
_ROOM = 3.0
"""Em that at least are left over in a line that is not full."""
_BEGUN = 2
"""So many paragraphs that begin with an indent show that all do."""
_ODD = 5
"""One of so many may be none: something else is set in there."""
_TEXT, _LEAST = 16, 10
"""The least em of a line that is no heading, and of what is set in."""
_LINES = 3
"""So many lines of larger type has what is set in at most."""


def is_flush_within(units: Sequence[Unit], at: int) -> bool:
    """True for a few short flush lines between a full line and the flush rest of its paragraph."""
    if not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    if not (unit.gap and below.gap) or below.opens is not False or below.indent >= 1:
        return False
    if unit.opens or unit.indent >= 1 or above.markup_level or len(unit.lines) > _LINES:
        return False
    column = column_around(units, at)
    if column < _TEXT or printed_width(unit.lines[-1]) < 1 or _widest(unit) > column - _ROOM:
        return False
    full = printed_width(above.lines[-1]) >= column - _ALIKE
    return full and width(unit.text) >= _LEAST and indents_paragraphs(units, at, at + 1, column)


def parts_by_indents(units: Sequence[Unit], at: int, below: int) -> bool:
    """True if the indents tell that a unit is the rest of what a full line breaks off above a box.

    The paragraphs of the box, under its flush name, have their indents, the last of them has ended short
    of its column, and what stands below is flush.
    """
    rest, last = units[below], units[below - 1]
    if rest.opens is not False or rest.indent >= 1 or not (units[at].gap and rest.gap):
        return False
    if units[at].indent >= 1 or not any(_is_indented(unit) for unit in units[at:below]):
        return False
    if any(not _is_indented(unit) and width(unit.text) > _NAME for unit in units[at:below]):
        return False
    column = column_around(units, at)
    short = printed_width(last.lines[-1]) <= column - _ROOM
    full = printed_width(units[at - 1].lines[-1]) >= column - _ALIKE >= _TEXT
    return short and full and indents_paragraphs(units, at, below, column)


def ends_within(units: Sequence[Unit], at: int) -> bool:
    """True for flush lines, the last of them short, between a full line and flush text, as no paragraph ends there.

    What they were the rest of would end with them, and nothing flush begin below. So either they are set
    in, or what stands below them is.
    """
    if not 0 < at < len(units) - 1:
        return False
    unit, below = units[at : at + 2]
    flush = unit.opens is False and below.opens is False and max(unit.indent, below.indent) < 1
    if not (flush and unit.gap and below.gap):
        return False
    column = column_around(units, at)
    short = 1 <= printed_width(unit.lines[-1]) <= column - _ROOM
    full = printed_width(units[at - 1].lines[-1]) >= column - _ALIKE >= _TEXT
    return short and full and indents_paragraphs(units, at, at + 1, column)


def begins_flush(units: Sequence[Unit], at: int) -> bool:
    """True for flush lines right below the end of a paragraph, above one that has its indent as others have.

    They carry nothing on, as what stands above them has ended short of its column, and begin no paragraph.
    """
    if not 0 < at < len(units) - 1 or units[at].opens is not False or not units[at + 1].opens:
        return False
    column = column_around(units, at)
    near = list(pairwise(units[max(0, at - _NEAR) : at + _NEAR + 1]))
    flush = [unit for above, unit in near if unit.opens is False and _has_ended(above, column)]
    indented = sum(unit.opens is True and width(unit.text) >= _TEXT for _, unit in near)
    return flush == [units[at]] and indented >= _BEGUN


def _has_ended(unit: Unit, column: float) -> bool:
    """True for a paragraph that has ended short of its column."""
    return ends_sentence(unit.text) and printed_width(unit.lines[-1]) <= column - _ROOM


def _is_indented(unit: Unit) -> bool:
    return unit.opens is True and unit.indent >= 1


_NAME = 24
"""Em of the longest line over the text of a box."""


def is_surely_within(units: Sequence[Unit], at: int) -> bool:
    """True for such lines that are no last line of the paragraph: they end no sentence, or a full line is below.

    Where both are a short line, each may be the rest, and the other what is set in.
    """
    if not is_flush_within(units, at):
        return False
    below = units[at + 1]
    full = printed_width(below.lines[0]) >= column_around(units, at) - _ALIKE
    return full or (not ends_sentence(units[at].text) and ends_sentence(below.text))


def column_around(units: Sequence[Unit], at: int) -> float:
    """Em of the column around a unit, of which some full lines tell; 0 for none."""
    near = units[max(0, at - _NEAR) : at + _NEAR + 1]
    sizes = sorted(printed_width(line) for unit in near for line in unit.lines)
    for most in reversed(range(len(sizes))):
        least = most - _FULL + 1
        if least >= 0 and sizes[most] - sizes[least] <= _ALIKE:
            return sizes[most]
    return 0.0


def indents_paragraphs(units: Sequence[Unit], at: int, below: int, column: float) -> bool:
    """True if what begins below a heading or the end of a paragraph is indented, wherever that is clear near a unit.

    What is set in ``at`` that unit, and the rest of the paragraph ``below`` it, are left out.
    """
    near = [
        (above, unit)
        for place, (above, unit) in enumerate(pairwise(units))
        if abs(place - at) <= _NEAR and place not in (at - 1, below - 1)
    ]
    begun = [
        unit.opens is True
        for above, unit in near
        if (ends_sentence(above.text) or len(above.lines) == 1)
        and printed_width(above.lines[-1]) <= column - _ROOM
        and width(unit.lines[0].text.strip()) >= _TEXT
        and (printed_width(unit.lines[0]) > column - _ROOM or ends_sentence(unit.text))
    ]
    return sum(begun) >= _BEGUN and sum(begun) * _ODD >= len(begun) * (_ODD - 1)


def _widest(unit: Unit) -> float:
    return max(map(printed_width, unit.lines))
