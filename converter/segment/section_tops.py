"""Names of sections at the heads of pages, right below the foot of the page before.

A sentence that the foot breaks off goes on below the name: 信箱 LETTERS, or BALCONY above 阳台 or below it.
A name that is set from top to bottom beside the text comes as one character a line: 药, 箱.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.hanzi import is_han, key
from converter.segment.page_edges import PAGE_EDGES, breaks_off
from converter.source import Line

_ENGLISH = re.compile(r"^[A-Z][A-Z&'’ -]{2,23}$")
"""BALCONY, COVER STORY: the name in capitals, on a line of its own."""
_BESIDE = re.compile(
    r"^[A-Z][A-Za-z&'’ -]{2,23}\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\s+[A-Z][A-Za-z&'’ -]{2,23}$"
)
_LETTERS = 6
"""Characters of the longest name with one a line."""
_LONGEST = 40


def sections_at_tops(
    lines: Sequence[Line], sections: frozenset[str], reasons: Mapping[int, str]
) -> list[int]:
    """The places of the lines of such names; ``sections`` are the keys of all names of sections."""
    found: list[int] = []
    filled = [at for at, line in enumerate(lines) if not line.blank]
    above = "。"
    for place, at in enumerate(filled):
        if lines[at].number in reasons:
            continue
        edge = place > 0 and reasons.get(lines[filled[place - 1]].number) in PAGE_EDGES
        if edge:
            top = filled[place : place + _LETTERS]
            size = _letters(lines, top, sections)
            if not size and breaks_off(above):
                own = key(lines[filled[place - 1]].text) in sections
                size = _name(lines, top, sections) or (own and _is_english(lines[at].text))
            found += (one for one in top[:size] if lines[one].number not in reasons)
        above = lines[at].text.rstrip()
    return found


def _letters(lines: Sequence[Line], top: Sequence[int], sections: frozenset[str]) -> int:
    """How many lines of one character each make a name of a section; 0 for none."""
    name = ""
    for count, at in enumerate(top, 1):
        text = lines[at].text.strip()
        if len(text) != 1 or not is_han(text):
            return 0
        name += text
        if count > 1 and key(name) in sections:
            return count
    return 0


def _name(lines: Sequence[Line], top: Sequence[int], sections: frozenset[str]) -> int:
    """How many lines have the name of a section, in English as well perhaps; 0 for none."""
    texts = [lines[at].text.strip() for at in top[:2]]
    if len(texts[0]) > _LONGEST:
        return 0
    below = texts[1] if len(texts) > 1 else ""
    if key(_BESIDE.sub("", texts[0])) in sections:
        return 2 if _is_english(below) and key(texts[0]) in sections else 1
    named = len(below) <= _LONGEST and key(below) in sections
    return 2 if named and _is_english(texts[0]) else 0


def _is_english(text: str) -> bool:
    return _ENGLISH.match(text.strip()) is not None
