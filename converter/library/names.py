"""Doubts about authors' names that are spelt in several ways over the years."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from converter.diagnostics import Diagnostic
from converter.library.book import Book, all_pieces
from converter.library.indexes import author_key
from converter.look_alikes import look_alike
from converter.render.pinyin import syllable
from converter.values import dataclass, field

_LONGEST_NAME = 4
_OFTEN = 3
"""A name that signs so many articles is known; one that differs from it and signs once is not."""


@dataclass(slots=True)
class _Name:
    """A name: how it is printed, how often, in which issues, with which offices."""

    printed: str
    count: int = 0
    first: str = ""
    offices: set[str] = field(default_factory=set)


def name_doubts(books: Sequence[Book]) -> Iterator[Diagnostic]:
    """Pairs of names of which one is probably the other, misread."""
    names = _names(books)
    seen: set[tuple[str, str]] = set()
    for group in _neighbours(names):
        for one, other in combinations(sorted(group), 2):
            if (one, other) in seen or len(one) != len(other):
                continue
            seen.add((one, other))
            rare, known = sorted((names[one], names[other]), key=lambda name: name.count)
            if related(one, other) and _doubtful(rare, known):
                yield Diagnostic.of(
                    "SER007",
                    name=rare.printed,
                    count=rare.count,
                    issue=rare.first,
                    other=known.printed,
                    others=known.count,
                )


def _names(books: Iterable[Book]) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    for book, piece in all_pieces(books):
        for signer in piece.signers:
            key = author_key(signer.name)
            if signer.is_body or not 2 <= len(key) <= _LONGEST_NAME or key.isascii():
                continue
            found = names.setdefault(key, _Name(signer.name, first=book.label or book.name))
            found.count += 1
            if signer.office:
                found.offices.add(author_key(signer.office))
    return names


def _neighbours(names: Iterable[str]) -> Iterator[list[str]]:
    """Names that are the same but for one character after the surname."""
    groups: dict[tuple[int, str], list[str]] = {}
    for name in names:
        for at in range(1, len(name)):
            groups.setdefault((at, f"{name[:at]} {name[at + 1 :]}"), []).append(name)
    return (group for group in groups.values() if len(group) > 1)


def related(one: str, other: str) -> bool:
    """True if the characters in which two texts of one length differ sound or look alike."""
    return all(_sound_alike(a, b) or look_alike(a, b) for a, b in zip(one, other, strict=True))


def _sound_alike(one: str, other: str) -> bool:
    spoken = syllable(one)
    return bool(spoken) and spoken == syllable(other)


def _doubtful(rare: _Name, known: _Name) -> bool:
    """Namesakes are common: the office must be the same, or one name hardly known at all."""
    if rare.offices & known.offices:
        return True
    return rare.count == 1 and known.count >= _OFTEN and len(author_key(rare.printed)) > 2
