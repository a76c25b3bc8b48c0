"""Doubts about sections (栏目): names that were changed, and names that were misread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from converter.diagnostics import Diagnostic
from converter.hanzi import differences
from converter.library.book import Book
from converter.library.fold import folded
from converter.library.names import related

_GAP = 3
"""Issues in which a section may be absent while its name changes."""
_LEAST = 2
"""Issues that make a name more than a misreading."""
_OFTEN = 3
_LONG = 4
"""Characters from which a name that differs by one of them is hardly another section."""


def section_doubts(books: Sequence[Book]) -> Iterator[Diagnostic]:
    """Sections that seem to go on under another name, and names that seem to be misread."""
    places: dict[str, list[int]] = {}
    for at, book in enumerate(books):
        for name in dict.fromkeys(book.sections):
            places.setdefault(name, []).append(at)
    misread = dict(_misread(places))
    for name, other in misread.items():
        book = books[places[name][0]]
        yield Diagnostic.of(
            "SER009",
            name=name,
            issue=book.label or book.name,
            other=other,
            others=len(places[other]),
        )
    for old, new in _renamed({n: at for n, at in places.items() if n not in misread}):
        yield Diagnostic.of(
            "SER008",
            old=old,
            last=books[places[old][-1]].label or books[places[old][-1]].name,
            new=new,
            first=books[places[new][0]].label or books[places[new][0]].name,
        )


def _misread(places: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    known = [name for name, at in places.items() if len(at) >= _OFTEN]
    for name, at in places.items():
        if len(at) > 1:
            continue
        for other in known:
            if len(other) == len(name) and at[0] not in places[other] and _one_off(name, other):
                yield name, other
                break


def _one_off(name: str, other: str) -> bool:
    one, two = folded(name), folded(other)
    different = len(differences(one, two))
    if different != 1 or len(one) < 3:
        return different == 0
    return len(one) >= _LONG or related(one, two)


def _renamed(places: dict[str, list[int]]) -> Iterator[tuple[str, str]]:
    """Pairs of which the one ends where the other begins, and which share half their words."""
    steady = {name: at for name, at in places.items() if len(at) >= _LEAST}
    taken: set[str] = set()
    for old, ended in sorted(steady.items(), key=lambda item: item[1][-1]):
        best, score = "", 0.0
        for new, began in steady.items():
            gap = began[0] - ended[-1]
            if new == old or new in taken or not 0 < gap <= _GAP:
                continue
            alike = _likeness(old, new)
            if alike > score:
                best, score = new, alike
        if best:
            taken.add(best)
            yield old, best


def _likeness(old: str, new: str) -> float:
    """How much of the shorter name stands in the longer one; 0 below a half or two characters."""
    one, two = folded(old), folded(new)
    match = SequenceMatcher(None, one, two, autojunk=False).find_longest_match()
    share = match.size / min(len(one), len(two))
    return share if match.size >= 2 and share >= 0.5 else 0.0
