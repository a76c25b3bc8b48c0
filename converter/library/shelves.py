"""Issues into magazines and years, and the address of everything in the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from hashlib import sha256
from itertools import groupby

from converter import patterns as re
from converter.library.book import Book, Download, Piece
from converter.library.fold import folded
from converter.render.pinyin import title_in_pinyin
from converter.values import dataclass

_PARTS = re.compile(r"\d+|[A-Za-z]+")
_WORDS = re.compile(r"[a-z]*\d+|[a-z]+")
_PLAIN = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 40


def slug(text: str, fallback: str = "x") -> str:
    """A text as a lower-case ASCII word of an address (shan-he-ping-lun)."""
    spoken = title_in_pinyin(text) or text
    plain = _PLAIN.sub("-", spoken.lower()).strip("-")
    return plain[:_LONGEST_SLUG].strip("-") or fallback


def marked_slug(text: str) -> str:
    """A slug that no other text shares: its pinyin and four characters of a hash."""
    return f"{slug(text)}-{sha256(folded(text).encode()).hexdigest()[:4]}"


def number_key(number: str) -> tuple[tuple[int, str], ...]:
    """Sorts 2 before 10, 7-8 after 7, and special numbers (Z1) after the plain ones."""
    return tuple(
        (int(part), "") if part.isdigit() else (1_000_000, part.lower())
        for part in _PARTS.findall(number)
    )


def order(book: Book) -> tuple[object, ...]:
    """Sorts the issues of a magazine as they appeared, as far as they tell."""
    return (book.year or 9999, number_key(book.number), book.serial, book.date, book.name)


@dataclass(frozen=True)
class Shelf:
    """An issue in its place: ``folder`` is its address."""

    book: Book
    folder: str

    @property
    def home(self) -> str:
        """The page of the issue."""
        return f"{self.folder}/index.html"

    def page(self, piece: Piece) -> str:
        """The page of an article."""
        return f"{self.folder}/{piece.stem}.html"

    def download(self, one: Download) -> str:
        """The address of a finished file: shanhe-2023-04.zh-Hant-TW.epub in the folder."""
        tag = f".{one.language}" if one.language != self.book.language else ""
        return f"{self.folder}/{self.folder.replace('/', '-')}{tag}.{one.kind}"

    def file(self, name: str) -> str:
        """Another file of the issue."""
        return f"{self.folder}/{name}"


@dataclass(frozen=True)
class Magazine:
    """A periodical and its issues, oldest first. ``folder`` is the address of its pages."""

    title: str
    folder: str
    home: str
    shelves: tuple[Shelf, ...]

    @cached_property
    def books(self) -> tuple[Book, ...]:
        """The issues."""
        return tuple(shelf.book for shelf in self.shelves)

    @property
    def latest(self) -> Book:
        """The issue that speaks for the magazine."""
        return self.shelves[-1].book

    @cached_property
    def years(self) -> tuple[tuple[int, tuple[Shelf, ...]], ...]:
        """Years and their issues, oldest first; 0 for issues that tell no year."""
        pairs = groupby(self.shelves, key=lambda shelf: shelf.book.year)
        return tuple((year, tuple(group)) for year, group in pairs)

    def commonest(self, name: str) -> str:
        """The value of a field of its issues that most of them have."""
        if name not in self._told:
            values = Counter(value for book in self.books if (value := getattr(book, name)))
            self._told[name] = str(values.most_common(1)[0][0]) if values else ""
        return self._told[name]

    @cached_property
    def _told(self) -> dict[str, str]:
        """What :meth:`commonest` has found: every page asks the same."""
        return {}

    def year_page(self, year: int) -> str:
        """The page of a year: covers and cumulative index."""
        return f"{self.folder}/{year or 'undated'}.html"

    def annual(self, year: int, kind: str) -> str:
        """The cumulative index of a year as a file."""
        return f"{self.folder}/{year or 'undated'}-index.{kind}"

    @property
    def years_page(self) -> str:
        """The list of all years."""
        return f"{self.folder}/years.html"

    @property
    def authors_page(self) -> str:
        """The entrance to the author index."""
        return f"{self.folder}/authors.html"

    @property
    def sections_page(self) -> str:
        """The entrance to the section index."""
        return f"{self.folder}/sections.html"

    def section_page(self, section: str) -> str:
        """All articles of a section."""
        return f"{self.folder}/sections/{marked_slug(section)}.html"

    def letter_page(self, letter: str) -> str:
        """The authors under a letter."""
        return f"{self.folder}/authors/{letter.lower() if letter != '#' else 'other'}.html"


def magazines_of(books: Iterable[Book]) -> tuple[Magazine, ...]:
    """The issues by magazine: those that share an ISSN or a title belong together."""
    groups = _grouped(list(books))
    single = len(groups) == 1
    taken: set[str] = {"opds", "data", "find"}
    made = []
    for group in groups:
        group.sort(key=order)
        name = _title(group)
        folder = _free(slug(name, "magazine"), taken)
        home = "index.html" if single else f"{folder}/index.html"
        made.append(Magazine(name, folder, home, tuple(_placed(folder, group))))
    return tuple(sorted(made, key=lambda one: one.folder))


def _title(group: Sequence[Book]) -> str:
    """The title that most issues bear, in whatever script; of equals the latest."""
    named = [book.magazine for book in group if book.named] or [group[-1].magazine]
    counts = Counter(map(folded, named))
    spelt = Counter(named)
    ranked = enumerate(named)
    return max(ranked, key=lambda one: (counts[folded(one[1])], spelt[one[1]], one[0]))[1]


def _grouped(books: Sequence[Book]) -> list[list[Book]]:
    group_of: dict[str, list[Book]] = {}
    groups: list[list[Book]] = []
    for book in sorted(books, key=lambda one: (one.name, one.unique)):
        keys = [f"title {folded(book.magazine)}", *([f"issn {book.issn}"] if book.issn else [])]
        known = {id(group_of[key]): group_of[key] for key in keys if key in group_of}
        own: list[Book] = [book]
        for group in known.values():
            own = [*group, *own]
            groups = [other for other in groups if other is not group]
            for key, value in group_of.items():
                if value is group:
                    keys.append(key)
        group_of.update(dict.fromkeys(keys, own))
        groups.append(own)
    return groups


def _free(wished: str, taken: set[str]) -> str:
    chosen, number = wished, 1
    while chosen in taken:
        number += 1
        chosen = f"{wished}-{number}"
    taken.add(chosen)
    return chosen


def issue_slug(book: Book) -> str:
    """2023-04, 2023-07-08, 2023-z1; the serial number or a hash where these are unknown."""
    parts = _WORDS.findall(book.number.lower()) if book.number.isascii() else []
    number = "-".join(f"{int(part):02d}" if part.isdigit() else part for part in parts)
    if book.year and number:
        return f"{book.year}-{number}"[:_LONGEST_SLUG]
    if book.serial:
        return f"no-{book.serial}"
    return f"issue-{sha256(book.name.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _placed(folder: str, books: Iterable[Book]) -> Iterator[Shelf]:
    taken: set[str] = set()
    for book in books:
        yield Shelf(book, f"{folder}/{_free(issue_slug(book), taken)}")
