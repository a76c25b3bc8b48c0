"""Runs of a few characters in long texts, counted without making a string of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import compress, count, pairwise

_ENOUGH = 256
"""So many runs are looked for one by one in the time in which all of their length are."""
_MANY = 2 * _ENOUGH
"""The same for the counts of all runs of one to three characters."""
_COUNTED = 3
"""Characters of the longest of these runs."""
_RARE = 500
"""In so many characters a rare one stands once at most: its places are soon found."""
_TELLING = 100_000
"""Characters of a thick issue; of a volume of several issues so many tell as much as all."""


def telling(texts: Sequence[str]) -> Sequence[str]:
    """The texts from which to learn how an issue puts characters side by side.

    All of them, or of very many some from everywhere, so that counting takes no longer.
    """
    return texts[:: max(1, -(-sum(map(len, texts)) // _TELLING))]


def learnt(texts: Sequence[str]) -> Trigrams:
    """What some texts, or the telling ones of very many, say of characters side by side."""
    made = Trigrams()
    made.learn_all(texts)
    return made


class Trigrams(dict[str, int]):
    """How often three characters stand side by side in the texts of an issue.

    Few are ever asked for, so that each is counted when it is asked for, and all together
    when it comes to many.
    """

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        self._text = ""
        self._complete = False
        self._runs: dict[str, int] = {}
        self._places: dict[str, list[int]] = {}
        """Where rare characters stand."""
        self._all_runs: Counter[str] = Counter()
        self.size = 0
        """How many characters the texts have."""

    def learn(self, text: str) -> None:
        """Count in a text as well."""
        self._texts.append(text)
        self._text, self._complete = "", False
        self.clear()
        self._runs.clear()
        self._places.clear()
        self._all_runs.clear()
        self.size += len(text)

    def learn_all(self, texts: Sequence[str]) -> None:
        """Count in texts, or of very many the telling ones."""
        for text in telling(texts):
            self.learn(text)

    def count(self, gram: str) -> int:
        """How often a run of characters, mostly of up to three, stands in the texts, side by side."""
        found = self._runs.get(gram)
        if found is None:
            self._text = text = self._text or "\n".join(self._texts)
            if len(self._runs) >= _MANY and not self._all_runs:
                self._all_runs = _all_runs(text)
            if 0 in (self._runs.get(gram[:-1]), self._runs.get(gram[1:])):
                found = 0  # where a part of it never stands
            elif gram[0] in gram[1:] or len(gram) > _COUNTED:
                found = text.count(gram)  # in 哈哈哈哈 there are three 哈哈, and side by side two
            elif self._all_runs:
                found = self._all_runs[gram]
            else:
                found = self._count_beside(gram) if len(gram) > 1 else text.count(gram)
            self._runs[gram] = found
        return found

    def _count_beside(self, gram: str) -> int:
        """Count a run by what stands beside its rarest character, which is asked again soon."""
        times, char = min((self.count(char), char) for char in gram)
        if times > self.size // _RARE:
            return self._text.count(gram)
        text, places = self._text, self._places.get(char)
        if places is None:
            places, at = self._places.setdefault(char, []), -1
            for _ in range(times):
                at = text.find(char, at + 1)
                places.append(at)
        before = gram.index(char)
        return sum(text.startswith(gram, at - before) for at in places if at >= before)

    def __missing__(self, gram: str) -> int:
        if self._complete or len(gram) != 3 or not self._texts:
            return 0
        if len(self) >= _ENOUGH:
            counts: Counter[str] = Counter()
            for text in self._texts:
                counts.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
            self.update(counts)
            self._complete = True
            return self.get(gram, 0)
        self._text = self._text or "\n".join(self._texts)
        count = self[gram] = _overlapping(self._text, gram)
        return count


def _all_runs(text: str) -> Counter[str]:
    """The counts of all runs of one to three characters."""
    counts = Counter(text)
    counts.update(map("".join, pairwise(text)))
    counts.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
    return counts


def _overlapping(text: str, gram: str) -> int:
    """How often ``gram`` stands in ``text``, where 哈哈哈哈 has 哈哈哈 twice."""
    if gram[0] not in gram[1:]:
        return text.count(gram)
    found, at = 0, text.find(gram)
    while at >= 0:
        found, at = found + 1, text.find(gram, at + 1)
    return found


STEP = 4
"""So many characters a run has that is told by a number."""


def every_fourth(text: str) -> tuple[Sequence[Hashable], ...]:
    """For each place of a text something that is the same where the next four characters are.

    In four parts: of the places 0, 4, 8 …, of 1, 5, 9 … and so on. Four UTF-16 units are one
    number of 64 bits, and Python counts numbers three times as fast as strings. A text with
    characters beyond the first plane gets strings.
    """
    # Of this codec Python has no module to load; the mark of the byte order goes.
    data = memoryview(text.encode("utf-16", "surrogatepass"))[2:]
    if len(data) != 2 * len(text):
        runs = [text[at : at + STEP] for at in range(len(text) - STEP + 1)]
        return tuple(runs[first::STEP] for first in range(STEP))
    sizes = (max(0, len(text) - first) // STEP * 2 * STEP for first in range(STEP))
    return tuple(
        data[2 * first : 2 * first + size].cast("Q").tolist() for first, size in enumerate(sizes)
    )


def runs_of_four(parts: Sequence[Sequence[Hashable]]) -> Sequence[Hashable]:
    """What :func:`every_fourth` gives, for all places in their order."""
    runs: list[Hashable] = [0] * sum(map(len, parts))
    for first, part in enumerate(parts):
        runs[first::STEP] = part
    return runs


def said_again(text: str, runs: Iterable[str]) -> frozenset[str]:
    """Which of some runs of at least four characters stand in a text more than once.

    Few are looked for one by one; many where the first four characters of one of them stand.
    """
    wanted = frozenset(runs)
    if len(wanted) <= _ENOUGH:
        return frozenset(run for run in wanted if text.count(run) > 1)
    parts = every_fourth(text)
    of_numbers = any(isinstance(part[0], int) for part in parts if part)
    begins: dict[Hashable, set[str]] = {}
    for run in wanted:
        four = every_fourth(run[:STEP])[0][0] if of_numbers else run[:STEP]
        begins.setdefault(four, set()).add(run)
    times: Counter[str] = Counter()
    for first, part in enumerate(parts):
        for place in compress(count(), map(begins.__contains__, part)):
            at = first + STEP * place
            times.update(run for run in begins[part[place]] if text.startswith(run, at))
    return frozenset(run for run, often in times.items() if often > 1)


class Runs:
    """Tells whether some texts have a run of ``size`` characters, however often it is asked."""

    def __init__(self, texts: Iterable[str], size: int) -> None:
        self._text = "\n".join(texts)
        self._size = size
        self._asked = 0
        self._runs: frozenset[str] = frozenset()

    def __contains__(self, run: str) -> bool:
        self._asked += 1
        if self._asked <= _ENOUGH or len(run) != self._size:
            return run in self._text
        if not self._runs:
            ends = range(self._size, len(self._text) + 1)
            self._runs = frozenset(self._text[end - self._size : end] for end in ends)
        return run in self._runs
