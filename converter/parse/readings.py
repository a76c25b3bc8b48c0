"""Two readings of the same words, which OCR has read in two places: which of them is right.

What the issue and other prose say of the characters around those that differ is weighed; where
that says little, the side tells that is right elsewhere in the issue.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from converter.hanzi import is_han, key, squeeze, unclosed, unopened
from converter.parse.grams import Trigrams
from converter.parse.usage import beside
from converter.values import NamedTuple

_USUAL, _EDGE, _PAIR, _TRIPLE, _FOUR = 0.85, 0.6, 1.1, 1.1, 0.6
"""What it weighs that two characters stand side by side in other prose, that one stands beside a comma
there, as the first and the last of a title do, and how often two, three or four do in the issue; fitted
to titles of issues, characters of which were put in place of others."""
_OWN, _OWN_PAIR = 1.1, 1.4
"""The same of a character and of two in the text below the title."""
_UNPAIRED = 3.0
"""How much a mark tells against that is not closed or not opened."""
_FEWEST, _EACH = 2, 5
"""So many characters may differ, or one of so many: others are other words."""
_TELLING = 5
"""Characters of words that are told at the beginning or the end of others."""
_NEAR = 2
"""Places nearer to each other are weighed together, as each tells of the other."""
_SURE = 1.5
"""Odds from which on a place tells which side is right elsewhere."""
_LEAN, _FIRST = 1.0, 1.0
"""How much that tells, and what tells for the first side where little does: it is what
stands over the text."""


Place = list[tuple[int, int]]
"""Characters near each other that differ: where each stands in the one reading and in the other."""


def places(one: str, other: str) -> list[Place]:
    """Where two texts without blanks differ, with marks or without them; [] for other words.

    What is a mark in both is no difference. One may have more before or behind, as the contents
    have the name of a column or a subtitle on the line of the title.
    """
    pairs = _side_by_side(one, other)
    differ = [(a, b) for a, b in pairs if key(one[a]) != key(other[b])]
    if len(differ) > max(_FEWEST, len(pairs) // _EACH):
        return []
    found: list[Place] = []
    for a, b in differ:
        if found and a - found[-1][-1][0] <= _NEAR:
            found[-1].append((a, b))
        else:
            found.append([(a, b)])
    return found


def _side_by_side(one: str, other: str) -> Sequence[tuple[int, int]]:
    """The places of the characters of two texts that are each other's, but for a few."""
    mine, yours = _counting(one), _counting(other)
    short = min(len(mine), len(yours))
    if len(mine) != len(yours) and len(one) == len(other):
        mine, yours = list(range(len(one))), list(range(len(other)))  # a mark for a character
    elif len(mine) != len(yours) and short < _TELLING:
        return ()
    begins = list(zip(mine, yours, strict=False))
    ends = list(zip(mine[-short:], yours[-short:], strict=False))
    return min(begins, ends, key=lambda pairs: sum(one[a] != other[b] for a, b in pairs))


def _counting(text: str) -> list[int]:
    """The places of the characters that count for a key."""
    return [at for at, char in enumerate(text) if key(char)]


class Evidence(NamedTuple):
    """What tells how the words of two readings go on."""

    grams: Trigrams
    """What the issue says, the words themselves included."""
    heads: str
    """What it says in the heads of its pages, which are not among that."""
    said: str
    """The words themselves, as they stand in the issue: they are no witness."""
    text: str
    """What is written below them."""

    def odds(self, one: str, other: str, place: Place) -> float:
        """By how much likelier the first of two readings is at a place."""
        (mine, yours), (last, end) = place[0], place[-1]
        return self._weight(one, mine, last + 1) - self._weight(other, yours, end + 1)

    def _weight(self, words: str, first: int, stop: int) -> float:
        """How much tells for the characters of some words from ``first`` up to ``stop``."""
        pairs, triples, fours = (_runs(words, first, stop, size) for size in (2, 3, 4))
        weight = sum(_USUAL * beside(pair[0], pair[1]) for pair in pairs)
        if first == 0:
            weight += _EDGE * beside("，", words[0])
        if stop == len(words):
            weight += _EDGE * beside(words[-1], "，")
        weight += sum(_PAIR * math.log1p(self._times(pair)) for pair in pairs)
        weight += sum(_TRIPLE * math.log1p(self._times(run)) for run in triples)
        weight += _FOUR * any(self._times(run) for run in fours)
        own = [char for char in words[first:stop] if is_han(char)]
        weight += sum(_OWN * math.log1p(self.text.count(char)) for char in own)
        weight -= _UNPAIRED * len(unclosed(words) + unopened(words))
        return weight + _OWN_PAIR * math.log1p(sum(map(self.text.count, pairs)))

    def _times(self, run: str) -> int:
        """How often the issue says some characters elsewhere."""
        elsewhere = self.grams.count(run) - self.said.count(run)
        return max(0, elsewhere) + self.heads.count(run)


def _runs(words: str, first: int, stop: int, size: int) -> list[str]:
    """The runs of so many characters that have one of those from ``first`` up to ``stop``."""
    starts = range(max(0, first - size + 1), min(stop, len(words) - size + 1))
    return [words[at : at + size] for at in starts]


class Compared(NamedTuple):
    """Two readings without their blanks, and where they differ, with the odds that the first is right there."""

    one: str
    other: str
    differ: Sequence[tuple[Place, float]]


def compare(one: str, other: str, evidence: Evidence) -> Compared:
    """Compare two readings of the same words."""
    one, other = squeeze(one), squeeze(other)
    found = [(place, evidence.odds(one, other, place)) for place in places(one, other)]
    return Compared(one, other, found)


def lean(compared: Sequence[Compared]) -> float:
    """The odds that the first reading is right rather than the second where nothing else tells.

    An engine that misreads characters in one place, as it is set in small type or over a
    picture, misreads several there.
    """
    odds = [odds for one in compared for _, odds in one.differ if abs(odds) >= _SURE]
    first = sum(one > 0 for one in odds)
    return _LEAN * math.log((first + 1) / (len(odds) - first + 1)) + _FIRST


def right(compared: Compared, lean: float) -> str:
    """The second reading with the characters of the first where those are right."""
    words = list(compared.other)
    for place, odds in compared.differ:
        if odds + lean > 0:
            for mine, yours in place:
                words[yours] = compared.one[mine]
    return "".join(words)
