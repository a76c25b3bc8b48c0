"""A thought in one short line between long paragraphs, in no words of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.kinds import labelled
from converter.parse.turned_thoughts import (
    is_balanced_thought,
    is_plain_thought,
    is_turned_thought,
    says_what_always_holds,
)
from converter.segment import Unit

_PARAGRAPH, _LINE, _LINES, _FEW = 36, 30, 56, 2
"""The least em of the paragraphs above and below, the most of a thought on one line and of one on a few,
and how many sentences of the article stand on a line of their own at most."""
_GOES_ON = re.compile("[我他她它你您这這那因所可但而于於其]|[在从從到对對][这這那此]|.*：")
"""What takes up the paragraph above, or sums it up (三本账合起来，其实是一句话：……): the text's own line."""


def is_lone_thought(units: Sequence[Unit], at: int) -> bool:
    """True for 一只停了的表，是一句没有说完的话。 between two long paragraphs of an article.

    A page may break the one below. Where the author has other paragraphs as short, it may be one
    of those; and so may it where no text follows but who wrote it, as articles like to end so.
    """
    text = units[at].text
    if len(text) > _LINES or not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    if unit.opens or unit.wrapped or not (above.gap and unit.gap and below.gap):
        return False
    if not is_han(unit.text[0]) or _GOES_ON.match(unit.text):
        return False
    line = len(text) <= _LINE and (is_turned_thought(text) or says_what_always_holds(text))
    if not (line or is_plain_thought(text) or is_balanced_thought(text)):
        return False
    around = ends_sentence(above.text) and all(
        width(one.text) >= _PARAGRAPH
        and one.text[0] not in "（([［〔【"
        and labelled(one.text) is None
        for one in (above, below)
    )
    return around and sum(map(_is_short, units)) <= _FEW


def is_flush_thought(units: Sequence[Unit], at: int) -> bool:
    """True for a sentence between blank lines where paragraphs have none, and set as none of them is.

    It stands flush where they are indented, or has quotation marks around it. What stands above
    has ended, and the one below begins a paragraph, so that it goes on with nothing.
    """
    if not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    if above.gap and at > 1 and units[at - _BEFORE].gap:
        return False  # blank lines part all
    size = width(unit.text)
    if not (unit.gap and below.gap and _SHORTEST <= size <= _LONGEST and ends_sentence(unit.text)):
        return False
    heads = width(below.text) <= _HEADING and not ends_sentence(below.text)
    follows = heads or width(below.text) >= size
    if not ends_sentence(above.text) or not follows or unit.text[0] in "（【《":
        return False
    prose = [place for place, one in enumerate(units) if place != at and _is_prose(one)]
    gaps = sum(
        units[place].gap and place not in (0, at + 1) and ends_sentence(units[place - 1].text)
        for place in prose
    )
    if len(prose) <= _FEW or gaps * 4 > len(prose):
        return False
    said = _is_said(unit) and not any(_is_said(one) for one in units if one is not unit)
    return (said and not (unit.opens or unit.wrapped)) or _is_set_flush(units, at, prose)


def _is_said(unit: Unit) -> bool:
    """True for nothing but one quotation; several of them in an article are a dialogue."""
    text = unit.text
    marks = text[0] + text[-1]
    return marks in _QUOTED and not any(mark in text[1:-1] for mark in marks)


def _is_set_flush(units: Sequence[Unit], at: int, prose: Sequence[int]) -> bool:
    """True for one line, or for lines that leave room on their right, where paragraphs are indented."""
    above, unit, below = units[at - 1 : at + 2]
    if unit.opens is not False or above.opens is not True or below.opens is False:
        return False
    widest = max(width(line.text.strip()) for place in prose for line in units[place].lines)
    short = all(width(line.text.strip()) <= widest - _ROOM for line in unit.lines)
    opened = sum(units[place].opens is True for place in prose)
    return (short or not unit.wrapped) and opened * 5 >= len(prose) * 4


_QUOTED = frozenset(("“”", "「」", '""'))
_BEFORE = 2
_ROOM = 2.0
"""Em by which the lines of such a sentence are shorter than the column, at least."""
_HEADING = 20
"""The most em of a heading below."""
_SHORTEST, _LONGEST, _PROSE = 10, 48, 20
"""The least and the most em of such a sentence, and the least of a paragraph."""


def _is_prose(unit: Unit) -> bool:
    return width(unit.text) >= _PROSE and ends_sentence(unit.text)


def _is_short(unit: Unit) -> bool:
    """True for a sentence that is a paragraph of a line."""
    return ends_sentence(unit.text) and width(unit.text) <= _LINE
