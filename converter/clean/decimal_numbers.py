"""Numbers of headings with points in them of which OCR has misread a character: 2.l, Z.1, 2。1 and 2 1 between 2 and 2.2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, ends_sentence, width
from converter.source import Line
from converter.values import NamedTuple

_PART = "[0-9lIZO]{1,2}"
_HEAD = re.compile(
    rf"^\s*(?P<n>{_PART}(?:[.．,，。· ]{_PART}){{0,3}})[.．]?\s*(?=[{HAN}“《‘A-Za-z])"
)
_FIRST = frozenset("0123456789lIZO \u3000")
_PROPER = re.compile(r"\d{1,2}(?:[.．]\d{1,2}){0,3}")
_DIGITS = str.maketrans("lIZO", "1120")
_POINTS = re.compile("[,，。· ]")
_LONGEST, _SHORT, _REACH = 80, 36, 400
"""Characters of the longest line of a heading, its em, and lines from one to the next."""


class _Head(NamedTuple):
    at: int
    parts: tuple[int, ...]
    proper: bool
    hit: re.Match[str]


def decimal_numbers(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put right a digit or a point in the number of a heading."""
    heads = [
        head
        for at, line in enumerate(lines)
        if line.text[:1] in _FIRST and (head := _head(at, line.text)) is not None
    ]
    found: dict[int, list[Edit]] = {}
    for place, head in enumerate(heads):
        if head.proper or len(head.parts) == 1:
            continue
        above, below = heads[max(0, place - 1) : place], heads[place + 1 : place + 2]
        near = [one for one in above if head.at - one.at <= _REACH]
        goes_on = (
            not below or below[0].at - head.at > _REACH or _follows(head.parts, below[0].parts)
        )
        if near and goes_on and _follows(near[0].parts, head.parts):
            found[head.at] = list(_edits(head.hit))
    return found


def _head(at: int, text: str) -> _Head | None:
    """The number that opens a line, and whether it is printed so."""
    hit = _HEAD.match(text) if len(text) <= _LONGEST else None
    if hit is None or width(text) > _SHORT or ends_sentence(text):
        return None
    written = hit["n"].translate(_DIGITS)
    parts = tuple(int(part) for part in re.split("[.．,，。· ]", written))
    return _Head(at, parts, _PROPER.fullmatch(hit["n"]) is not None, hit)


def _follows(above: tuple[int, ...], below: tuple[int, ...]) -> bool:
    """True if a number is the next one, of any level: 2.1 behind 2, 2.2 and 2.1.1 behind 2.1, 3 behind 2.4.1."""
    if below == (*above, 1):
        return True
    level = len(below)
    return level <= len(above) and below == (*above[: level - 1], above[level - 1] + 1)


def _edits(hit: re.Match[str]) -> Iterator[Edit]:
    """What makes digits of letters, and points of other marks."""
    start, written = hit.start("n"), hit["n"]
    for offset, char in enumerate(written):
        right = "." if _POINTS.match(char) else char.translate(_DIGITS)
        if right != char:
            yield Edit(start + offset, start + offset + 1, right)
