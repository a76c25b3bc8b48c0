"""Words in which OCR took one character for another that looks like it.

Nothing is changed: what is printed is for an editor to say. Told is only what no author
writes — a character that modern print does not have, or two that are no word —, so that
the list stays short enough to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from converter import patterns as re
from converter.proof.misreadings import ODD, WORDS
from converter.values import NamedTuple


class Misreading(NamedTuple):
    """A word that OCR misread: where it begins, what is read and what seems to be printed."""

    start: int
    read: str
    printed: str


class _Word(NamedTuple):
    """A word that is a misreading, unless one of some characters stands beside it."""

    read: str
    printed: str
    begins: bool
    """Only where a clause begins."""
    behind: str
    before: str
    only: str
    """Only before one of these."""

    def stands_at(self, text: str, at: int) -> bool:
        """True if the word, which begins there, is a misreading."""
        last, after = text[at - 1 : at] if at else "", text[at + len(self.read) :][:1]
        return (
            not (self.begins and last and last not in _CLAUSE_ENDS)
            and not (last and last in self.behind)
            and not (after and after in self.before)
            and (not self.only or (after != "" and after in self.only))
        )


_CLAUSE_ENDS = "，。；：！？“”（《、\n "
_ENTRY = re.compile(
    r"(?P<read>[^>]+)>(?P<printed>[^!<+^]+)(?P<begins>\^)?"
    r"(?:<(?P<behind>[^!+^]+))?(?:!(?P<before>[^<+^]+))?(?:\+(?P<only>[^!<^]+))?"
)


def misreadings(text: str) -> list[Misreading]:
    """The words of a text that are most likely misread, in their order."""
    odd, words = _odd(), _words()
    found = [Misreading(hit.start(), hit[0], odd[hit[0]]) for hit in _any_of_odd().finditer(text)]
    for pair in _pairs(text) & words.keys():
        for word in map(_word, words[pair]):
            hits = (at for at in _places(text, word.read) if word.stands_at(text, at))
            found += [Misreading(at, *word[:2]) for at in hits]
    return sorted(found)


def _places(text: str, part: str) -> Iterator[int]:
    """Where a part of a text begins, each time."""
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _pairs(text: str) -> frozenset[int]:
    """Which of the pairs of characters that begin a misread word stand in a text, as numbers."""
    wanted = frozenset(_words())
    units = memoryview(text.encode("utf-16", "surrogatepass"))[2:]
    # Two UTF-16 units are one number of 32 bits, so that no string is made of each two.
    halves = (units[first : first + max(0, len(units) - first) // 4 * 4] for first in (0, 2))
    even, odd = (half.cast("I").tolist() for half in halves)
    return wanted.intersection(even) | wanted.intersection(odd)


@cache
def _odd() -> dict[str, str]:
    return {entry[0]: entry[1] for entry in ODD.split()}


@cache
def _any_of_odd() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_odd())}]")


@cache
def _words() -> dict[int, list[str]]:
    """The entries of the table by the first two characters of what is read, as a number."""
    entries = WORDS.split()
    units = memoryview("".join(entry[:2] for entry in entries).encode("utf-16"))[2:]
    words: dict[int, list[str]] = {}
    for pair, entry in zip(units.cast("I"), entries, strict=True):
        words.setdefault(pair, []).append(entry)
    return words


def _word(entry: str) -> _Word:
    """An entry of the table; raises ValueError for one that is not in its form."""
    hit = _ENTRY.fullmatch(entry)
    if hit is None or len(hit["read"]) != len(hit["printed"]):
        raise ValueError(entry)
    read, printed, begins, *sides = hit.group(
        "read", "printed", "begins", "behind", "before", "only"
    )
    return _Word(read, printed, bool(begins), *(side or "" for side in sides))
