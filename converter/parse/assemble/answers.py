"""问：…… and 答：…… that stand together, and nobody else in the article asks.

So does a talk under a name of its own, which cuts a sentence of the article: 现场提问, and below it
听众（某系）：…… and who answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.cutting import breaks_off
from converter.parse.items import ASKS_OR_ANSWERS
from converter.segment import Unit

_PAIR = 2
"""A question and its answer."""


def only_answers(units: Sequence[Unit]) -> range:
    """The units that open with 问：, 答：, Q：or A：, if they follow one another; else none."""
    asked = [at for at, unit in enumerate(units) if ASKS_OR_ANSWERS.match(unit.text)]
    together = len(asked) >= _PAIR and asked[-1] - asked[0] == len(asked) - 1
    return range(asked[0], asked[-1] + 1) if together else range(0)


_TURN = re.compile(rf"^(?P<who>[{HAN}·]{{1,8}})(?:（[^（）]{{1,16}}）)?[：:]\s*\S")
_ASKERS = re.compile(
    "听众|聽眾|观众|觀眾|读者|讀者|学生|學生|同学|同學|学员|學員|网友|網友|家长|家長|村民|来宾|來賓|提问|提問|问|問"
)
_NAME = (2, 10)
"""Em of the name of such a talk."""
_FEWEST = 3
"""Turns of a talk, at least."""


def talk_within(units: Sequence[Unit]) -> range:
    """The units of a talk that cuts a sentence of an article in which nobody else speaks; else none.

    A few words over it are its name, and the sentence goes on below it. One who asks is called so, or
    two speak by turns: 师：…… and 生：……, twice each.
    """
    turns = {at: hit["who"] for at, unit in enumerate(units) if (hit := _TURN.match(unit.text))}
    for start in turns:
        end = start
        while end in turns:
            end += 1
        names = {turns[at] for at in range(start, end)}
        if start - 1 in turns or end - start < _FEWEST or len(names) < _PAIR:
            continue
        if not _is_cut(units, start, end):
            continue
        told = [turns[at] for at in range(start, end)]
        by_turns = len(names) == _PAIR and all(one != other for one, other in pairwise(told))
        if not (any(map(_ASKERS.fullmatch, names)) or (by_turns and len(told) > _FEWEST)):
            continue
        others = [who for at, who in turns.items() if not start <= at < end]
        return range(0) if names.intersection(others) else range(start, end)
    return range(0)


def _is_cut(units: Sequence[Unit], start: int, end: int) -> bool:
    """True if a sentence breaks off above the name over some turns, and text stands below them."""
    if start < _PAIR or end >= len(units):
        return False
    name, low, high = units[start - 1].text.strip(), *_NAME
    return (
        low <= width(name) <= high
        and re.fullmatch(rf"[{HAN}]+", name) is not None
        and breaks_off(units[start - _PAIR].text)
        and (ends_sentence(units[end].text) or breaks_off(units[end].text))
    )
