"""Lines of a frame narrower than the column, in text whose paragraphs are indented."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence
from converter.parse.inline import Piece
from converter.segment import Unit
from converter.segment.units import indent_of, printed_width
from converter.segment.units.unit import INDENT

_FULL = 1.5
"""Em by which a full line may be shorter than its measure, for a mark or a Latin word."""
_INDENT = 1.5
"""Em of blanks, at least, before the first line of a paragraph."""
_WIDER = 2.0
"""Em by which the column is wider than a frame, at least."""
_POINTED = ("；", ";")
_MOST = 16
"""Units of a box that are looked at."""
_LINES = 2
"""So many lines, at least, are as long as the measure."""


def narrow_measure(units: Sequence[Unit]) -> float:
    """The em of the full lines of a box whose paragraphs are indented, 0 where that is unknown.

    One of them breaks off in a sentence that goes on flush, so that they are no short lines.
    """
    lines = [line for unit in units for line in unit.lines]
    if len(lines) <= _LINES or not any(unit.indent >= _INDENT for unit in units):
        return 0.0
    sizes = [printed_width(line) for line in lines]
    full = max(sizes) - _FULL
    if sum(size > full for size in sizes) < _LINES:
        return 0.0
    wraps = any(
        size > full and not ends_sentence(line.text) and indent_of(below.text) < _INDENT
        for size, line, below in zip(sizes, lines, lines[1:], strict=False)
    )
    return max(sizes) if wraps else 0.0


def frame_end(units: Sequence[Unit], first: int, limit: int) -> int:
    """Where a frame ends that is narrower than the text below it; ``limit`` if nothing tells that."""
    for end in range(first + 2, min(limit, first + _MOST)):
        below = units[end]
        inner = narrow_measure(units[first:end]) if below.wrapped else 0.0
        if 0 < inner < printed_width(below.lines[0]) - _WIDER:
            return end
    return limit


def flush_rest(units: Sequence[Unit], first: int, end: int, limit: int) -> int:
    """The end of a list in a frame with the flush line that carries on its last item, if there is one."""
    if not first < end < limit or ends_sentence(units[end - 1].text):
        return end
    above, rest = units[end - 1], units[end]
    begins = rest.gap or rest.opens is True or rest.indent >= _INDENT
    measure = 0.0 if begins else narrow_measure(units[first : end + 1])
    return end + (0 < measure <= printed_width(above.lines[-1]) + _FULL)


def goes_on_flush(above: Unit, unit: Unit, piece: Piece, measure: float) -> bool:
    """True for a flush line right below a full one: by its indent it begins no paragraph.

    ``piece`` is what was read last, which must be the unit above.
    """
    return (
        measure > 0
        and piece.last == above.last
        and not (unit.gap or unit.bullet or unit.strong)
        and unit.indent < _INDENT
        and unit.opens is not True
        and printed_width(above.lines[-1]) >= measure - _FULL
    )


def goes_on_close(inside: Sequence[Unit], above: Unit, unit: Unit, piece: Piece) -> bool:
    """True for a line right below one that fills its frame, or would with the indent it has lost.

    Where the boxes of an issue have one paragraph each, such a line goes on, though a sentence
    ends above it. ``inside`` are all units of the box, ``piece`` is what was read last. No
    lines of a frame all end a sentence.
    """
    if len(inside) > _LINES and all(
        ends_sentence(one.text) or one.text.rstrip()[-1:] in _POINTED for one in inside
    ):
        return False
    sizes = [printed_width(line) for one in inside for line in one.lines]
    return (
        len(sizes) > _LINES
        and piece.last == above.last
        and not (unit.gap or unit.bullet or unit.strong)
        and unit.opens is not True
        and printed_width(above.lines[-1]) >= max(sizes) - INDENT - _EVEN
    )


_EVEN = 0.6
"""Em by which full lines differ."""
