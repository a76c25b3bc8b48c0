"""Numbers of items that the OCR has left on lines of their own, above what they count.

A narrow column stretches the blank behind 5. so far that it seems to part two lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import number, width
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.segment import Unit
from converter.values import NamedTuple

_MARK = re.compile(
    r"^(?P<before>[（(]?)(?P<count>\d{1,2}|[A-H]|[一二三四五六七八九十]{1,3})(?P<after>[.．、）)])(?!\d)(?P<rest>.*)$"
)
_NEAR = 6
"""So many units on either side have the item before a lone number, or the one behind it."""
_LONE = 5
"""Characters of the longest number, with its brackets."""
_WORDS = 2
"""The least em of what it counts."""


class _Mark(NamedTuple):
    """What an item begins with: the form of its number, how many it is, and whether words follow."""

    form: str
    value: int
    alone: bool


def with_marks_joined(units: list[Unit]) -> list[Unit]:
    """The units, with C. and below it 悄悄洗完 put together, as B. 先坐一会儿 stands on one line."""
    if not any(len(unit.text) <= _LONE and _mark(unit.text) for unit in units):
        return units
    marks = [_mark(unit.text) for unit in units]
    joined = {
        at + 1: True
        for at, mark in enumerate(marks[:-1])
        if mark is not None and mark.alone and _counts(units, marks, at)
    }
    return with_lines_joined(units, joined)


def _counts(units: Sequence[Unit], marks: Sequence[_Mark | None], at: int) -> bool:
    """True if a lone number counts what stands below it, as a number beside it does its words."""
    own, unit, below = marks[at], units[at], units[at + 1]
    if own is None or marks[at + 1] is not None or unit.markup_level or below.markup_level:
        return False
    if width(below.text) < _WORDS or below.bullet or below.quoted or unit.bullet:
        return False
    near = (*marks[max(0, at - _NEAR) : at], *marks[at + 1 : at + 1 + _NEAR])
    return any(
        mark is not None
        and not mark.alone
        and mark.form == own.form
        and abs(mark.value - own.value) == 1
        for mark in near
    )


def _mark(text: str) -> _Mark | None:
    """What a text begins with that may count it, if anything."""
    hit = _MARK.match(text.strip())
    if hit is None:
        return None
    count, before = hit["count"], hit["before"] != ""
    if before != (hit["after"] in tuple("）)")):
        return None
    value = ord(count) if count in tuple("ABCDEFGH") else number(count)
    if value is None:
        return None
    kind = "1" if count.isdecimal() else "A" if count.isascii() else "一"
    form = kind + ("（" if before else hit["after"].replace("．", "."))
    return _Mark(form, value, alone=not hit["rest"].strip())
