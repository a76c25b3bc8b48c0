"""Boxes at the tops of pages whose lines are shorter than those of the column, be their names in no list.

No sentence breaks off above them. OCR has left the indents out, so that first lines of paragraphs are
short by as much: the others tell the measure of the frame, and the column below is wide again.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.parse.issue.frame import Inset
from converter.parse.issue.narrow_text import RAGGED, SEVERAL, ends, paragraphs
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_LEAST, _WRAPPED = 10, 3
"""Em of the narrowest frame, and how many of its lines break off at least."""
_BELOW = 4
"""Lines of the column that are looked at below such a box."""
_LATIN = re.compile(r"^[A-Z][A-Z &'’-]{3,}$")
"""KETANG, the name of the section in pinyin or English, under that name."""


def begins_page(lines: Sequence[Line], at: int) -> bool:
    """True if what stands at the edge of a page has been taken out right above a line.

    Where OCR has put a blank line between all lines, which parts nothing, their numbers leap by two.
    """
    usual = lines[at - 1].number - lines[at - 2].number if at > 1 else 1
    return lines[at].number - lines[at - 1].number > max(usual, 1)


def topping_page(
    lines: Sequence[Line], cores: Sequence[float], at: int, run: int, measure: float
) -> Inset | None:
    """The box whose name stands at a line, the first of its page or under a section in two scripts.

    ``run`` is the end of the lines below that are all shorter than ``measure``, ``cores`` the widths.
    """
    top = at - 2 if at > 1 and _LATIN.match(lines[at - 1].text.strip()) else at
    if top < 1 or not begins_page(lines, top) or not ends(lines[top - 1]):
        return None
    first, end = at + 1, run
    while end > first and not ends(lines[end - 1]):
        end -= 1
    about = lines[at : end + _BELOW]
    if end - first <= _WRAPPED or any(line.blank or is_indented(line) for line in about):
        return None
    inner = max(cores[first:end])
    if inner < max(_LEAST, measure / 2) or cores[at] > inner - INDENT - RAGGED:
        return None
    widths = {
        one: cores[one] + _lost_indent(lines, one, first)
        for one in range(first, min(end + _BELOW, len(lines)))
    }
    wraps = [one for one in range(first, end) if not ends(lines[one])]
    full = [one for one in wraps if abs(inner - widths[one]) <= RAGGED]
    # Of first lines a column has short ones as well.
    inside = [one for one in full if widths[one] == cores[one]]
    if len(full) < max(_WRAPPED, len(wraps)) or len(inside) < SEVERAL:
        return None
    below = range(end, min(end + _BELOW, len(lines)))
    wide = sum(measure - RAGGED <= widths[one] for one in below)
    return Inset(at, paragraphs(lines, cores, first, end, inner)) if wide >= SEVERAL else None


def _lost_indent(lines: Sequence[Line], at: int, first: int) -> float:
    """The em that OCR has left out before a line with which a paragraph begins."""
    return INDENT if at == first or ends(lines[at - 1]) else 0.0
