"""The indexes of a magazine: authors by pinyin, sections, the cumulative index of a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from converter.library.book import Piece
from converter.library.fold import folded
from converter.library.shelves import Magazine, Shelf, slug
from converter.render.pinyin import name_in_pinyin
from converter.values import dataclass

OTHER = "#"
"""The letter of names that no letter opens."""


@dataclass(frozen=True, slots=True)
class Place:
    """An article where it stands."""

    shelf: Shelf
    piece: Piece

    @property
    def page(self) -> str:
        """Its address."""
        return self.shelf.page(self.piece)


@dataclass(frozen=True, slots=True)
class AuthorEntry:
    """An author: the commonest spelling of the name, the sorting key, what they wrote."""

    name: str
    pinyin: str
    is_body: bool
    places: tuple[Place, ...]

    @property
    def letter(self) -> str:
        """A to Z, or #."""
        return letter_of(self.name)

    @property
    def id(self) -> str:
        """The entry's place on the page of its letter."""
        return author_id(self.name)


@lru_cache(maxsize=100_000)
def author_key(name: str) -> str:
    """What is the same for all ways to write a name: script, blanks, dots, case."""
    return "".join(char for char in folded(name).lower() if char.isalnum())


@lru_cache(maxsize=100_000)
def sorting(name: str) -> str:
    """The name in pinyin for sorting; a name in letters is its own."""
    return (name_in_pinyin(name) or name).casefold()


def letter_of(name: str) -> str:
    """The letter that an author stands under."""
    first = sorting(name)[:1].upper()
    return first if "A" <= first <= "Z" else OTHER


@lru_cache(maxsize=100_000)
def author_id(name: str) -> str:
    """The id of an author's entry; the same however the name is written."""
    key = author_key(name)
    return f"{slug(key, 'author')}-{sha256(key.encode()).hexdigest()[:4]}"


def authors_of(magazine: Magazine) -> tuple[AuthorEntry, ...]:
    """The author index, in the order of pinyin."""
    places: dict[str, list[Place]] = {}
    spellings: dict[str, Counter[str]] = {}
    bodies: set[str] = set()
    for place in places_of(magazine.shelves):
        for signer in place.piece.signers:
            key = author_key(signer.name)
            if not key:
                continue
            own = places.setdefault(key, [])
            if not own or own[-1] != place:
                own.append(place)
            spellings.setdefault(key, Counter())[signer.name] += 1
            if signer.is_body:
                bodies.add(key)
    entries = []
    for key, found in places.items():
        name = spellings[key].most_common(1)[0][0]
        entries.append(AuthorEntry(name, sorting(name), key in bodies, tuple(found)))
    return tuple(
        sorted(entries, key=lambda entry: (entry.letter == OTHER, entry.pinyin, entry.name))
    )


def places_of(shelves: Iterable[Shelf]) -> Iterable[Place]:
    """Every article of some issues, in order."""
    for shelf in shelves:
        for piece in shelf.book.pieces:
            yield Place(shelf, piece)


@dataclass(frozen=True, slots=True)
class SectionEntry:
    """A section (栏目) over the years; ``name`` "" collects what stands in none."""

    name: str
    places: tuple[Place, ...]

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year it appeared in; 0 where unknown."""
        years = [place.shelf.book.year for place in self.places if place.shelf.book.year]
        return (min(years), max(years)) if years else (0, 0)


def sections_of(shelves: Iterable[Shelf]) -> tuple[SectionEntry, ...]:
    """The sections in the order in which the latest issues print them, then older ones."""
    found: dict[str, list[Place]] = {}
    shelves = tuple(shelves)
    for place in places_of(shelves):
        found.setdefault(place.piece.section, []).append(place)
    order: dict[str, None] = {}
    for shelf in reversed(shelves):
        order |= dict.fromkeys(name for name in shelf.book.sections if name in found)
    order |= dict.fromkeys(sorted(found))
    order.pop("", None)
    named = tuple(SectionEntry(name, tuple(found[name])) for name in order)
    rest = tuple(found.get("", ()))
    return (*named, SectionEntry("", rest)) if rest else named
