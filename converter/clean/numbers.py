"""Numbers of headings or items that OCR has read as letters: l　…… above 2　……, O5　…… below 04　……."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, width
from converter.source import Line
from converter.values import NamedTuple

_NUMBERED = re.compile(
    rf"^\s*(?P<open>[（(]?)\s*(?P<n>[lI]|\d{{1,2}})(?P<close>\s*[）)]|\s*[.．、]|[ \u3000]+)\s*(?=[{HAN}“《])"
)
_REACH = 240
"""Lines between the first number and the second: some pages."""
_LONGEST = 40
"""Em of a heading with nothing but a blank behind its number."""


class _Numbered(NamedTuple):
    form: str
    number: str
    start: int


def misread_numbers(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make a 1 of an l or I above a 2 of its form.

    In numbers of two digits O is a 0 and l a 1, where the number before or behind is told.
    """
    heads = [line.text.lstrip(" \u3000（(")[:2] for line in lines]
    found = _misread_padded(lines) if any(map(_may_be_padded, heads)) else {}
    found |= _misread_alone(lines)
    likely = [at for at, head in enumerate(heads) if head[:1] in ("l", "I")]
    for at in likely:
        first = _numbered(lines[at].text)
        if first is None or first.number.isdecimal():
            continue
        below = (_numbered(line.text) for line in lines[at + 1 : at + 1 + _REACH])
        second = next((one for one in below if one is not None and one.form == first.form), None)
        if second is not None and second.number == "2":
            found[at] = [Edit(first.start, first.start + 1, "1")]
    return found


_DASHES = "—－–-"
"""What 一 is misread as."""
_ALONE = re.compile(rf"^\s*(?P<n>[一二三四五六七八九十]{{1,3}}|[{_DASHES}])\s*$")
_CHAPTER = 800
"""Lines of the longest first chapter."""


def _misread_alone(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that make 一 of a dash alone on its line, as 二 alone is the next such number and none stands above."""
    alone = [
        (at, hit)
        for at, line in enumerate(lines)
        if len(line.text) < _LINE and (hit := _ALONE.match(line.text)) is not None
    ]
    found: dict[int, list[Edit]] = {}
    for place, (at, hit) in enumerate(alone[:-1]):
        below, next_one = alone[place + 1]
        above = alone[place - 1] if place else None
        begun = above is not None and above[1]["n"] == "一" and at - above[0] <= _CHAPTER
        if hit["n"] in _DASHES and next_one["n"] == "二" and below - at <= _CHAPTER and not begun:
            found[at] = [Edit(*hit.span("n"), "一")]
    return found


_LINE = 80
"""Characters of the longest line with a number in its middle."""


def _numbered(text: str) -> _Numbered | None:
    """The number that opens a line, and how it is written; ``None`` if it has none."""
    hit = _NUMBERED.match(text) if len(text) < 1000 else None
    if hit is None:
        return None
    close = hit["close"].strip().replace("．", ".").replace(")", "）")
    if not close and width(text) > _LONGEST:
        return None
    return _Numbered(("（" if hit["open"] else "") + (close or " "), hit["n"], hit.start("n"))


_PADDED = re.compile(rf"^\s*(?P<n>[0-9OIl]{{2}})(?=[ \u3000.．、|｜]+[{HAN}“《])")
_DIGITS = str.maketrans("OIl", "011")


def _misread_padded(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that make digits of letters in 01, 02, …, by the indexes of the lines."""
    padded = [(at, hit) for at, line in enumerate(lines) if (hit := _padded(line.text)) is not None]
    found: dict[int, list[Edit]] = {}
    for place, (at, hit) in enumerate(padded):
        if hit["n"].isdecimal():
            continue
        value = int(hit["n"].translate(_DIGITS))
        near = [
            int(other["n"]) - step
            for step in (-1, 1)
            if 0 <= place + step < len(padded)
            for where, other in [padded[place + step]]
            if other["n"].isdecimal() and abs(where - at) <= _REACH
        ]
        if value in near:
            start = hit.start("n")
            found[at] = [
                Edit(start + offset, start + offset + 1, char.translate(_DIGITS))
                for offset, char in enumerate(hit["n"])
                if not char.isdecimal()
            ]
    return found


def _may_be_padded(head: str) -> bool:
    """True for O5, l2 and 1O."""
    return len(head) > 1 and not head.isdecimal() and head.translate(_DIGITS).isdecimal()


def _padded(text: str) -> re.Match[str] | None:
    """A number of two digits that opens a short line; a letter may stand for one of them."""
    return _PADDED.match(text) if len(text) <= _LONGEST else None
