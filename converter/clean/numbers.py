"""The number of a first heading or item that OCR has read as a letter: l　…… above 2　……."""

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
    """The edits, by the indexes of the lines, that make a 1 of an l or I above a 2 of its form."""
    found: dict[int, list[Edit]] = {}
    likely = [
        at for at, line in enumerate(lines) if line.text.lstrip(" \u3000（(")[:1] in ("l", "I")
    ]
    for at in likely:
        first = _numbered(lines[at].text)
        if first is None or first.number.isdecimal():
            continue
        below = (_numbered(line.text) for line in lines[at + 1 : at + 1 + _REACH])
        second = next((one for one in below if one is not None and one.form == first.form), None)
        if second is not None and second.number == "2":
            found[at] = [Edit(first.start, first.start + 1, "1")]
    return found


def _numbered(text: str) -> _Numbered | None:
    """The number that opens a line, and how it is written; ``None`` if it has none."""
    hit = _NUMBERED.match(text) if len(text) < 1000 else None
    if hit is None:
        return None
    close = hit["close"].strip().replace("．", ".").replace(")", "）")
    if not close and width(text) > _LONGEST:
        return None
    return _Numbered(("（" if hit["open"] else "") + (close or " "), hit["n"], hit.start("n"))
