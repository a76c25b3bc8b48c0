"""Calls of notes that OCR has read as other signs with a circle.

A note at the foot of a page is called in the text above it. Where no such call stands there and one sign
does that looks like it, right behind a word, it is the call.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import CIRCLED, HAN, PAUSES, STOPS
from converter.source import Line

_SIGNS = "®©@"
_SIGN = re.compile(rf"(?<=[{HAN}，。；：、！？”』」》）])[{_SIGNS}](?![A-Za-z\d])")
"""Not @ of an address."""
_CALL = re.compile(rf"(?<=[{HAN}，。；：、！？”』」》）\w])\s?(?P<mark>[{CIRCLED}])")
_REACH = 60
"""Lines of a page above its notes."""
_TEXT = frozenset((*PAUSES, *STOPS, ""))
"""What stands behind the call of a note at the head of a line, and behind no number of a note."""


def misread_calls(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make a call of such a sign."""
    signs = {
        at: hits
        for at, line in enumerate(lines)
        if any(sign in line.text for sign in _SIGNS) and (hits := list(_SIGN.finditer(line.text)))
    }
    if not signs:
        return {}
    called, places = _called(lines), list(signs)
    found: dict[int, list[Edit]] = {}
    last: dict[str, int] = {}
    for at, line in enumerate(lines):
        text = line.text.strip()
        mark = text[:1]
        if not mark or mark not in CIRCLED or text[1:2] in _TEXT:
            continue
        first = max(at - _REACH, last.get(mark, -1) + 1)
        last[mark] = at
        if _among(called.get(mark, ()), first, at):
            continue
        above = [
            (place, hit)
            for place in _among(places, first, at)
            if place not in found
            for hit in signs[place]
        ]
        if len(above) == 1:
            place, hit = above[0]
            found[place] = [Edit(hit.start(), hit.end(), mark)]
    return found


def _among(places: Sequence[int], first: int, end: int) -> Sequence[int]:
    """Those of some places in their order that stand between two others."""
    return places[bisect_left(places, first) : bisect_left(places, end)]


def _called(lines: Sequence[Line]) -> dict[str, list[int]]:
    """On which lines each note is called."""
    found: dict[str, list[int]] = {}
    for at, line in enumerate(lines):
        for hit in _CALL.finditer(line.text):
            found.setdefault(hit["mark"], []).append(at)
    return found
