"""Numbers of items and headings that the OCR has left on lines of their own, above what they count.

A narrow column stretches the blank behind 5. so far that it seems to part two lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, number, width
from converter.parse.assemble.broken_headings import with_lines_joined
from converter.parse.heading_counts import WIDEST, HeadingCounts
from converter.parse.headings import is_heading_text, numbering
from converter.parse.kinds import labelled
from converter.segment import Unit
from converter.values import NamedTuple

_MARK = re.compile(
    r"^(?P<before>[（(]?)(?P<count>\d{1,2}|[A-H]|[一二三四五六七八九十]{1,3})(?P<after>[.．、）)])(?!\d)(?P<rest>.*)$"
)
_BARE = re.compile(
    r"^(?P<bracket>[（(〔]?)\s*(?P<n>\d{1,2}|[一二三四五六七八九十]{1,3})\s*[）)〕]?\s*[.．、,，]?$"
)
_TEXT = 20
"""The least em of the text below a heading whose number stands alone."""
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
    lone = [at for at, unit in enumerate(units[:-1]) if _is_lone(unit.text)]
    if not lone:
        return units
    marks = [_mark(unit.text) for unit in units]
    counts = HeadingCounts(units)
    made, joined = list(units), dict[int, bool]()
    for at in lone:
        mark = marks[at]
        if mark is not None and mark.alone and _counts(units, marks, at):
            joined[at + 1] = True
        elif _counts_heading(units, counts, at):
            joined[at + 1] = False
            if units[at].text[-1].isalnum():  # 二, the mark behind which is lost
                made[at] = units[at]._replace(text=f"{units[at].text} ")
    return with_lines_joined(made, joined)


def _is_lone(text: str) -> bool:
    return len(text) <= _LONE and (_BARE.match(text) is not None or _mark(text) is not None)


def _counts_heading(units: Sequence[Unit], counts: HeadingCounts, at: int) -> bool:
    """True for 二、 or 二 between blank lines over the words of a heading, as those of its kind stand on one line."""
    unit, below = units[at], units[at + 1]
    hit = _BARE.match(unit.text)
    if hit is None or at + 2 >= len(units) or unit.markup_level or not _heads(below, units[at + 2]):
        return False
    if at and not (ends_sentence(units[at - 1].text) or width(units[at - 1].text) <= WIDEST):
        return False
    value = number(hit["n"]) or 0
    kind = "arabic" if hit["n"].isdecimal() else "cn"
    if hit["bracket"]:
        return counts.lead_to(at, "cn-paren" if kind == "cn" else "arabic-paren", value)
    return counts.lead_to(at, kind, value)


def _heads(unit: Unit, below: Unit) -> bool:
    """True for a few words that may be a heading over text, or over one of lower rank."""
    text = unit.text
    if unit.wrapped or unit.markup_level or unit.bullet or unit.quoted or width(text) > WIDEST:
        return False
    words = is_heading_text(text) and numbering(text) is None and labelled(text) is None
    whole = text[-1] == "？" or not ends_sentence(text)
    return words and whole and (width(below.text) >= _TEXT or numbering(below.text) is not None)


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
