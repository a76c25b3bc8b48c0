"""Captions set across the columns of a page: single lines far longer than a column is wide.

No printed line of a column can be so long. Where OCR joins the lines of some paragraphs, others near
them are as long; where it keeps all indents, one flush line alone among them is none of the text's.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, unclosed, unopened, width
from converter.parse.issue.kept_indents import filled
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import opens_otherwise
from converter.segment.units import is_indented
from converter.source import Line

_WIDER, _MOST, _OVER, _EVEN = 3.0, 60.0, 2.0, 1.6
"""Em by which such a line is longer than the column, its most em, by how much lines of the column may
be longer with marks that hang over, and by which full ones differ."""
_NEAR, _INDENTS = 12, 2
"""Lines on either side, and how many of them have an indent at least."""


def note_across(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note single flush lines across the columns, between the paragraphs of one that keeps its indents."""
    for at in range(2, len(lines) - 2):
        if measure + _WIDER <= width(lines[at].text.strip()) <= _MOST and _is_caption(
            lines, at, measure, found
        ):
            found.as_one([lines[at]])
            found.captions.add(lines[at].number)


def _is_caption(lines: Sequence[Line], at: int, measure: float, found: Apart) -> bool:
    line, text = lines[at], lines[at].text.strip()
    if is_indented(line) or line.number in found.pieces or not ends_sentence(text):
        return False
    if opens_otherwise(text) or unopened(text):
        return False
    if not (is_han(text[0]) or text[0] in "“「") or unclosed(text):
        return False
    near = [*lines[max(0, at - _NEAR) : at], *lines[at + 1 : at + 1 + _NEAR]]
    if sum(map(is_indented, near)) < _INDENTS:
        return False
    return max(map(filled, near)) <= measure + _OVER and _is_in_text(lines, at, measure)


def _is_in_text(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True below text of the column, and above more of it or a short line that opens a part."""
    above = lines[max(0, at - 3) : at]
    if max(map(filled, above)) < measure - _EVEN or not ends_sentence(above[-1].text):
        return False
    below = lines[at + 1 : at + 4]
    return max(map(filled, below)) >= measure - _EVEN
