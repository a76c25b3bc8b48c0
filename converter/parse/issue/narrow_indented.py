"""Pull quotes set like a paragraph of a column, with its indent, but in far shorter lines.

A paragraph of the column is broken where the column ends; lines that break off within a clause and
would have had room for more are of another measure. So are those beside a picture and in a frame,
which have others like them above or below. Where OCR has taken all indents, the first of the lines
is shorter than the others by its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.issue.kept_indents import filled
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import opens_otherwise
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_NARROWER, _EVEN = 3.0, 1.6
"""Em by which all lines but the last are shorter than the column, and by which full ones differ."""
_LINES, _LEAST = 4, 9
"""Lines of the longest, and em of the shortest first line."""
_LOST, _ALIKE, _NEAR = 3, 0.6, 24
"""The fewest lines of one whose indent is lost, em by which lines may differ that are as long as each
other, and lines on either side of which none has an indent there."""
_NAME = 8
"""Em of the name of a box, or of a heading, that may stand right below."""


_PAUSES = frozenset("，、；")


def note_narrow(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note indented sentences in a few short lines between full paragraphs of a column."""
    at = 1
    while at < len(lines) - 2:
        end = _narrow_to(lines, at, measure, found)
        if end and _is_quote(lines, at, end) and _is_between(lines, at, end, measure):
            found.quote(lines[at:end])
        at = max(end, at + 1)


def _narrow_to(lines: Sequence[Line], at: int, measure: float, found: Apart) -> int:
    """The end of the short lines of a paragraph that begins with an indent, 0 if one is longer."""
    if not (is_indented(lines[at]) or _has_lost_indent(lines, at)):
        return 0
    end, broken = at, False
    while end < min(at + _LINES, len(lines) - 1):
        line = lines[end]
        text = line.text.strip()
        if not text or line.number in found.pieces or (end > at and is_indented(line)):
            return 0
        if filled(line) > measure - _NARROWER:
            return 0
        end += 1
        if ends_sentence(text):
            return end if broken else 0
        if width(text) < _LEAST or not (is_han(text[-1]) or text[-1] in _PAUSES):
            return 0
        broken = broken or is_han(text[-1])
    return 0


def _has_lost_indent(lines: Sequence[Line], at: int) -> bool:
    """True for a line shorter by an indent than the next, where no line around has one and a third follows."""
    sizes = [width(line.text.strip()) for line in lines[at : at + _LOST]]
    if len(sizes) < _LOST or not sizes[-1] or abs(sizes[1] - sizes[0] - INDENT) > _ALIKE:
        return False
    if sizes[-1] > sizes[1] + _ALIKE or ends_sentence(lines[at + 1].text):
        return False
    return not any(map(is_indented, lines[max(0, at - _NEAR) : at + _NEAR]))


def _is_quote(lines: Sequence[Line], at: int, end: int) -> bool:
    """True for whole sentences that nothing labels, numbers or tells to be a turn."""
    said = "".join(line.text.strip() for line in lines[at:end])
    if not is_han(said[0]) or unclosed(said) or unopened(said) or any(map(str.isdecimal, said)):
        return False
    return not (opens_otherwise(said) or "：" in said)


def _is_between(lines: Sequence[Line], at: int, end: int, measure: float) -> bool:
    """True below the end of a paragraph as wide as the column, and above another or a name."""
    above = lines[at - 1].text.strip()
    if not ends_sentence(above) or max(map(filled, lines[max(0, at - 3) : at])) < measure - _EVEN:
        return False
    below = lines[end : end + 2]
    text = below[0].text.strip()
    named = width(text) <= _NAME and not ends_sentence(text)
    if named or is_indented(below[0]) or is_indented(lines[at]):
        return named or (is_indented(below[0]) and filled(below[0]) >= measure - _EVEN)
    return abs(measure - INDENT - width(text)) <= _ALIKE and not ends_sentence(text)
