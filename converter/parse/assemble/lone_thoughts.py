"""A thought in one short line between long paragraphs, in no words of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.turned_thoughts import is_turned_thought
from converter.segment import Unit

_PARAGRAPH, _LINE, _FEW = 36, 30, 2
"""The least em of the paragraphs above and below, the most of the thought, and how many sentences of
the article stand on a line of their own at most."""
_GOES_ON = re.compile("[我他她它你您这這那因所可但而于於其]|[在从從到对對][这這那此]|.*：")
"""What takes up the paragraph above, or sums it up (三本账合起来，其实是一句话：……): the text's own line."""


def is_lone_thought(units: Sequence[Unit], at: int) -> bool:
    """True for 一只停了的表，是一句没有说完的话。 between two long paragraphs of an article.

    Where the author has other paragraphs as short, it may be one of those.
    """
    if len(units[at].text) > _LINE or not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    if unit.opens or unit.wrapped or not (above.gap and unit.gap and below.gap):
        return False
    if not is_han(unit.text[0]) or _GOES_ON.match(unit.text) or not is_turned_thought(unit.text):
        return False
    around = all(
        width(one.text) >= _PARAGRAPH and ends_sentence(one.text) for one in (above, below)
    )
    return around and sum(map(_is_short, units)) <= _FEW


def is_flush_thought(units: Sequence[Unit], at: int) -> bool:
    """True for a sentence set flush between blank lines where paragraphs are indented and have none.

    What stands above has ended, and the one below begins a paragraph, so that it goes on with
    nothing.
    """
    if not 0 < at < len(units) - 1:
        return False
    above, unit, below = units[at - 1 : at + 2]
    apart = unit.gap and below.gap and not unit.wrapped and unit.opens is False
    if not apart or above.opens is not True or below.opens is not True:
        return False
    size = width(unit.text)
    if not (_SHORTEST <= size <= _LONGEST and ends_sentence(unit.text)) or unit.text[0] in "（【《":
        return False
    if not ends_sentence(above.text) or width(below.text) < size:
        return False
    prose = [place for place, one in enumerate(units) if place != at and _is_prose(one)]
    opened = sum(units[place].opens is True for place in prose)
    gaps = sum(
        units[place].gap and place not in (0, at + 1) and ends_sentence(units[place - 1].text)
        for place in prose
    )
    return len(prose) > _FEW and opened * 5 >= len(prose) * 4 and gaps * 4 <= len(prose)


_SHORTEST, _LONGEST, _PROSE = 10, 48, 20
"""The least and the most em of such a sentence, and the least of a paragraph."""


def _is_prose(unit: Unit) -> bool:
    return width(unit.text) >= _PROSE and ends_sentence(unit.text)


def _is_short(unit: Unit) -> bool:
    """True for a sentence that is a paragraph of a line."""
    return ends_sentence(unit.text) and width(unit.text) <= _LINE
