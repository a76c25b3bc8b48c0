"""Captions of several lines in a column, behind a mark that points to their picture: ▲某某方向的银河。…….

The mark tells where the caption begins. Its lines fill the column but for the last, which is short and
tells that it ends there, though nothing parts it from what stands below.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence
from converter.parse.captions import POINTERS
from converter.parse.issue.kept_indents import filled
from converter.parse.issue.pieces import Apart
from converter.segment.units import is_credited_picture, is_indented
from converter.source import Line

_ROOM = 1.5
"""Em that the last line of a caption leaves at least."""
_LINES = 4
"""The most lines of a caption."""
_POINTERS = frozenset(POINTERS)


def note_pointed(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note the captions of two to four lines that begin with a pointer and end with a short line."""
    marked = [at for at, line in enumerate(lines) if line.text.strip()[:1] in _POINTERS]
    ends = {at: _end(lines, at, measure, found) for at in marked}
    for at, end in ends.items():
        if not end or end in ends or at in ends.values():
            continue  # items of a list stand below each other
        text = "".join(line.text.strip() for line in lines[at:end])
        if not ends_sentence(text) or is_credited_picture(text):
            found.as_one(lines[at:end])
            found.captions.add(lines[at].number)


def _end(lines: Sequence[Line], at: int, measure: float, found: Apart) -> int:
    """The end of the caption whose first line is at ``at``; 0 for one line, or for no end in sight."""
    for end in range(at, min(at + _LINES, len(lines))):
        line = lines[end]
        if line.blank or line.number in found.pieces or (end > at and is_indented(line)):
            return 0
        below = lines[end + 1].text.strip() if end + 1 < len(lines) else ""
        if filled(line) < measure - _ROOM or _credits(line.text.strip(), below):
            return end + 1 if end > at else 0
    return 0


def _credits(text: str, below: str) -> bool:
    """True for ……。某某摄, whose next line does not go on with where that was: 于某山."""
    return is_credited_picture(text) and below[:1] not in tuple("于於")
