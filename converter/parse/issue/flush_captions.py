"""Captions of several lines between two paragraphs of a column that keeps its indents.

Each paragraph of the column begins with an indent. Flush lines below the end of one, the first of which
is full, and the last of which ends no sentence over the indent of the next, are none of its paragraphs
and no heading: they tell clause by clause what a picture shows.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, unopened
from converter.parse.captions import tells_by_clauses
from converter.parse.issue.kept_indents import filled, keeps_indents
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import is_credit, opens_otherwise
from converter.segment.units import is_indented
from converter.segment.units.signs import opens_foot
from converter.source import Line

_EVEN, _ROOM = 1.5, 1.5
"""Em by which full lines of a column differ, and what the last line of a paragraph leaves at least."""
_STOP = re.compile("[。！？；]")
"""What ends the sentence of a paragraph that something has cut; the next line is a heading then."""
_LINES = 3
"""The most lines of such a caption."""


def note_flush(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note the captions of two lines or three between paragraphs that begin with an indent."""
    for at in range(1, len(lines) - 2):
        if not _begins(lines, at, measure) or lines[at].number in found.pieces:
            continue
        end = _end(lines, at, found)
        if end and _is_caption(lines[at:end]) and keeps_indents(lines, at, end, measure):
            found.as_one(lines[at:end])
            found.captions.add(lines[at].number)


def _begins(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a full flush line that breaks off, right below the last line of a paragraph."""
    above, line = lines[at - 1], lines[at]
    text = line.text.strip()
    if not text or is_indented(line) or filled(line) < measure - _EVEN or ends_sentence(text):
        return False
    return ends_sentence(above.text) and 0 < filled(above) <= measure - _ROOM


def _end(lines: Sequence[Line], at: int, found: Apart) -> int:
    """The end of the flush lines from one on, below which a paragraph begins; 0 for a text that goes on."""
    for end in range(at + 2, min(at + _LINES, len(lines) - 1) + 1):
        last, below = lines[end - 1], lines[end]
        if last.blank or is_indented(last) or last.number in found.pieces:
            return 0
        if is_indented(below):
            return end
    return 0


def _is_caption(lines: Sequence[Line]) -> bool:
    """True for clauses without a full stop at their end, which open as no other kind of line does."""
    text = "".join(line.text.strip() for line in lines)
    if not tells_by_clauses(text) or _STOP.search(text) or not is_han(text[0]):
        return False
    if opens_otherwise(text) or opens_foot(text):
        return False
    return not (unopened(text) or unclosed(text) or is_credit(text))
