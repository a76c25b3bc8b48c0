"""How Chinese prose puts characters side by side, and how it begins its paragraphs.

An issue says too little of that to tell what carries on a word that breaks off (六千多个 |
居民小区 or | 鼓励具备条件的): most pairs of characters stand there once or never.
``data/pairs.txt`` was counted in many million characters of other prose. All values are log
odds, and none is beyond ``_MOST``: what is rare there may be usual in an issue.
"""

from __future__ import annotations

import math
from functools import cache
from pathlib import Path
from string import ascii_letters

from converter.values import NamedTuple

TABLE = Path(__file__).with_name("data") / "pairs.txt"
BEGIN = "¶"
"""Stands before a paragraph."""
_STEP = 1.3
"""By so much a letter tells more than the one before it."""
_MOST = 3.0
_ONCE = 0.5
"""What is added to counts, so that nothing is told by what was hardly to be expected."""


def letter_of(times: float) -> str:
    """The letter that tells how often something was counted."""
    return ascii_letters[max(0, min(len(ascii_letters) - 1, round(math.log(times, _STEP))))]


def kind_of(char: str) -> str:
    """What a character counts as: all digits are one, and so are all Latin letters."""
    if char.isdecimal():
        return "0"
    return "#" if char in ascii_letters else char


_TIMES = {letter: _STEP**at for at, letter in enumerate(ascii_letters)}
"""How often was counted what a letter tells."""


@cache
def _lines() -> dict[str, str]:
    """The lines of the table by what they begin with."""
    text = TABLE.read_text(encoding="utf-8")
    cells = text[text.index(_FIRST) + 1 :].replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))


_FIRST = "\n\t"
"""Where the table begins, below what is said about it."""


@cache
def _size() -> int:
    """How many characters were counted."""
    return int(_lines()[""])


class _Behind(NamedTuple):
    """What stands behind a character."""

    total: float
    """How often the character was counted."""
    rest: float
    """How much rarer than anywhere those are that are not among ``others``."""
    others: str
    """Those that stand behind it, each behind the letter that tells how often."""

    def times(self, char: str, rare: float) -> float:
        """How often a character stands behind this one; ``rare`` for one that is not told."""
        at = self.others.rfind(char)
        if at < 0:
            return rare
        while self.others[at] not in _TIMES:
            at -= 1
        return _TIMES[self.others[at]]


@cache
def _behind(first: str) -> _Behind:
    line = _lines().get(first)
    if line is None:
        return _Behind(0.0, 1.0, "")
    return _Behind(_TIMES[line[0]], _TIMES[line[1]] / 100, line[2:])


def _share(char: str) -> float:
    """The chance of a character anywhere."""
    line = _lines().get(char)
    return (_TIMES[line[0]] if line else _ONCE) / _size()


def _chance(first: str, second: str) -> float:
    """The chance of a character behind another one."""
    behind, share = _behind(first), _share(second)
    times = behind.times(second, behind.rest * behind.total * share)
    return (times + _ONCE * share) / (behind.total + _ONCE)


def _within(odds: float) -> float:
    return max(-_MOST, min(_MOST, odds))


def beside(first: str, second: str) -> float:
    """By how much likelier a character stands behind another than anywhere."""
    one, other = kind_of(first), kind_of(second)
    return _within(math.log(_chance(one, other) / _share(other)))


def begins(char: str) -> float:
    """By how much likelier a paragraph begins with a character than it stands anywhere."""
    kind = kind_of(char)
    behind = _behind(BEGIN)
    expected = behind.total * _share(kind)
    times = behind.times(kind, behind.rest * expected)
    return _within(math.log((times + _ONCE) / (expected + _ONCE)))


def goes_on_so(first: str, second: str) -> float:
    """By how much likelier two characters stand within a text than at the beginning of one."""
    one, other = kind_of(first), kind_of(second)
    anywhere = _chance(one, other)
    behind = _behind(BEGIN + one)
    total = behind.total
    times = behind.times(other, behind.rest * total * anywhere)
    return _within(math.log(anywhere * (total + _FEW) / (times + _FEW * anywhere)))


_FEW = 3.0
"""So many beginnings tell as much as all that stands within."""


def joins(tail: str, text: str) -> float:
    """The log odds that a piece carries on a broken sentence, by what was counted in other prose."""
    if len(text) < 2:
        return 0.0
    odds = _BESIDE * beside(tail[-1], text[0])
    if tail[-1] == text[0] and len(tail) > 1:
        odds = max(odds, _BESIDE * beside(tail[-2], text[0]))  # read on both sides of the box
    odds += _GOES_ON * goes_on_so(text[0], text[1]) - _BEGINS * begins(text[0])
    return odds * (_AFTER_COMMA if tail[-1] == "，" else 1.0)


_BESIDE, _BEGINS, _GOES_ON, _AFTER_COMMA = 0.64, 0.36, 0.51, 0.55
"""How much it tells that the characters at the seam stand side by side, that paragraphs begin with
the first one, and that it stands before the next one within texts and not at their beginning; and how
much of that a comma leaves, behind which a clause begins as a sentence does."""
