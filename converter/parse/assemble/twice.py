"""What some texts say that others say, too, told by runs of a few characters."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, compress, count

from converter.parse.grams import STEP, every_fourth, runs_of_four

_ENOUGH = 256
"""So many runs are looked for in the time in which all are counted."""


def _more_than_once(times: Counter[Hashable]) -> set[Hashable]:
    return set(compress(times, map((1).__lt__, times.values())))


class SaidAgain:
    """How much of each text stands in another one as well, five characters at a time.

    Four characters that stand nowhere else are in two runs of five, which do so neither. That
    most texts say nothing again is told by every fourth of their places, and nearly all others
    by looking for a few runs; only where much is said again all runs are counted.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._text = "\n".join(names)
        self._begins = [0, *accumulate(len(name) + 1 for name in names)]
        self._parts = every_fourth(self._text)
        sample, *others = self._parts
        times = Counter(sample)
        again = _more_than_once(times)
        for part in others:
            again |= times.keys() & part
        self._sample = bytes(map(again.__contains__, sample))
        """Whether the run of four characters at each of these places stands elsewhere, too."""
        self._looked_for = 0

    @cached_property
    def _fours(self) -> Sequence[Hashable]:
        """The runs of four characters at all places."""
        return runs_of_four(self._parts)

    @cached_property
    def _twice(self) -> bytes:
        """The same for all places."""
        twice = _more_than_once(Counter(self._fours))
        return bytes(map(twice.__contains__, self._fours))

    @cached_property
    def _fives(self) -> Counter[str]:
        return Counter(self._text[at : at + 5] for at in compress(count(), self._twice))

    @cached_property
    def _texts_with(self) -> dict[Hashable, list[int]]:
        """In which texts a run of four characters stands that stands more than once."""
        where: dict[Hashable, list[int]] = {}
        for number, name in enumerate(self._names):
            begin = self._begins[number]
            end = begin + max(0, len(name) - 3)
            for four in set(compress(self._fours[begin:end], self._twice[begin:end])):
                where.setdefault(four, []).append(number)
        return where

    def _may_look_for(self, runs: int) -> bool:
        """True if it is quicker to look for some more runs than to count all; notes that it is done."""
        if self._looked_for + runs > _ENOUGH:
            return False
        self._looked_for += runs
        return True

    def holds(self, index: int, needed: float) -> bool:
        """True if another text has that part of a text's runs of five characters."""
        name, begin = self._names[index], self._begins[index]
        total = len(name) - 4
        # What begins at the places between the ends are two runs of five each.
        first, last = (-(-place // STEP) for place in (begin + 1, begin + total))
        missed = 2 * (max(0, last - first) - self._sample.count(1, first, last))
        if self._lacks(begin, total, missed, needed):
            return False
        if self._may_look_for(total):
            end = begin + len(name)
            runs = (name[at : at + 5] for at in range(total))
            text = self._text
            again = sum(text.find(run, end) >= 0 or text.find(run, 0, begin) >= 0 for run in runs)
            return again >= needed * total
        if self._twice.count(1, begin, begin + total) < needed * total:
            return False
        own = Counter(name[at : at + 5] for at in range(total))
        again = sum(n for run, n in own.items() if self._fives[run] > n)
        return again >= needed * total

    def _lacks(self, begin: int, total: int, missed: int, needed: float) -> bool:
        """True for a text that is sure to say too much but once.

        ``missed`` are those of its runs that do, as the places looked at say; those halfway
        between them are looked at now, unless it has been done too often.
        """
        others = (at for at in range(begin + 1, begin + total) if at % STEP == STEP // 2)
        while total - missed >= needed * total:
            at = next(others, None)
            if at is None or self._looked_for == _ENOUGH:
                return False
            missed += 2 * (not self._again(at))
        return True

    def edges_twice(self, index: int) -> bool:
        """True if the four characters at either end of a text stand elsewhere, too.

        A quotation begins and ends as sentences of the article do.
        """
        begin = self._begins[index]
        return self._again(begin) and self._again(begin + len(self._names[index]) - 4)

    def _again(self, at: int) -> bool:
        """True if the run of four characters at a place stands elsewhere, too."""
        if at % STEP == 0:
            return bool(self._sample[at // STEP])
        if not self._may_look_for(1):
            return bool(self._twice[at])
        four = self._text[at : at + 4]
        return self._text.find(four, self._text.find(four) + 1) >= 0

    def texts_with(self, run: str) -> Sequence[int]:
        """The texts in which a run of four characters stands that stands more than once."""
        return next(self.texts_with_each((run,))) if len(run) == 4 else ()

    def texts_with_each(self, runs: Sequence[str]) -> Iterator[Sequence[int]]:
        """For each run of four characters, the texts in which it stands if it does more than once."""
        for at, run in enumerate(runs):
            if not self._may_look_for(1):
                numbered = isinstance(self._fours[0], int)
                # Side by side, every fourth place begins one of them.
                told = every_fourth("".join(runs[at:]))[0] if numbered else runs[at:]
                yield from (self._texts_with.get(four, ()) for four in told)
                return
            yield self._texts_found(run)

    def _texts_found(self, run: str) -> Sequence[int]:
        """The same for one run, by looking for it."""
        places = []
        at = self._text.find(run)
        while at >= 0:
            places.append(at)
            at = self._text.find(run, at + 1)
        if len(places) < 2:
            return ()
        return sorted({bisect_right(self._begins, at) - 1 for at in places})
