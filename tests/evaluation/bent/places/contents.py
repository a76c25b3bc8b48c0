"""Where the entries and the sections of the contents stand."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from converter import patterns as re
from converter.segment.regions.entries import is_contents_heading
from tests.evaluation.bent.places.stream import Stream
from tests.evaluation.bent.sheet import Piece, Sheet, letters
from tests.evaluation.reading import ArticleReading

_NUMBER = re.compile(r"\d{1,4}")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents, and the number of its article.

    ``plain``: it has its rows for itself, and they are none of a table.
    """

    article: int
    rows: range
    title: tuple[Piece, ...]
    authors: tuple[Piece, ...]
    page: Piece | None
    plain: bool


@lru_cache(maxsize=2)
def entries(sheet: Sheet) -> tuple[Entry, ...]:
    """The entries whose titles stand in the contents once, in the order of their rows."""
    stream = Stream(sheet.lines, sheet.region)
    titles = {}
    for index, article in enumerate(sheet.truth.articles):
        found = stream.find("".join(article.title))
        if len(found) == 1:
            titles[index] = found[0]
    taken = Counter(row for pieces in titles.values() for row in {one.row for one in pieces})
    taken.update(section.row for section in sections(sheet))
    made = [_entry(sheet, index, pieces, taken) for index, pieces in titles.items()]
    return tuple(sorted(made, key=lambda one: (one.rows.start, one.title[0].first)))


def _entry(sheet: Sheet, index: int, title: tuple[Piece, ...], taken: Counter[int]) -> Entry:
    article = sheet.truth.articles[index]
    first, last = title[0].row, title[-1].row
    while _belongs(sheet, article, last + 1, taken):
        last += 1
    if _signs(sheet, article, first - 1, taken) and not sheet.blank(first - 1):
        first -= 1
    rows = range(first, last + 1)
    own = Stream(sheet.lines, rows)
    authors = [
        piece
        for name in article.authors
        for pieces in own.find(name)[-1:]
        for piece in pieces
        if not any(_overlap(piece, one) for one in title)
    ]
    plain = not any(_celled(sheet.lines[row]) or taken[row] > 1 for row in rows)
    return Entry(index, rows, title, tuple(authors), _page(sheet, article.page, rows, title), plain)


def _belongs(sheet: Sheet, article: ArticleReading, row: int, taken: Counter[int]) -> bool:
    """True for a row below a title with its subtitle, who has written it, or its page."""
    if sheet.blank(row) or row not in sheet.region or taken[row]:
        return False
    text = letters(sheet.lines[row])
    subtitle = letters(article.subtitle)
    if subtitle and (subtitle in text or text in subtitle):
        return True
    return text == article.page or _signs(sheet, article, row, taken)


def _signs(sheet: Sheet, article: ArticleReading, row: int, taken: Counter[int]) -> bool:
    """True for a row with who has written an article, and no title."""
    if row not in sheet.region or taken[row]:
        return False
    text = letters(sheet.lines[row])
    return bool(article.authors) and all(letters(name) in text for name in article.authors)


def _page(sheet: Sheet, page: str, rows: range, title: tuple[Piece, ...]) -> Piece | None:
    found = [
        Piece(row, hit.start(), hit.end())
        for row in rows
        for hit in _NUMBER.finditer(sheet.lines[row])
        if page.isdigit() and int(hit[0]) == int(page)
    ]
    free = [one for one in found if not any(_overlap(one, other) for other in title)]
    return free[-1] if free else None


def _overlap(one: Piece, other: Piece) -> bool:
    return one.row == other.row and one.first < other.last and other.first < one.last


def _celled(line: str) -> bool:
    """True for a line of a table, or a part of one."""
    return line.count("|") > 1 or line.lstrip().startswith(("|", "<"))


def plain_entries(sheet: Sheet) -> tuple[Entry, ...]:
    """The entries that have their lines for themselves."""
    return tuple(one for one in entries(sheet) if one.plain)


def in_pairs(sheet: Sheet) -> tuple[tuple[Entry, Entry], ...]:
    """Two plain entries with nothing between them."""
    own = plain_entries(sheet)
    pairs = itertools.pairwise(own)
    return tuple((a, b) for a, b in pairs if sheet.below(a.rows.stop - 1) == b.rows.start)


@dataclass(frozen=True, slots=True)
class Section:
    """The name of a section on a line of its own in the contents."""

    name: str
    row: int


@lru_cache(maxsize=2)
def sections(sheet: Sheet) -> tuple[Section, ...]:
    """The sections of the contents that stand on lines of their own."""
    names = dict.fromkeys(one.section for one in sheet.truth.articles if one.section)
    return tuple(
        Section(name, row)
        for name in names
        for row in sheet.region
        if name and letters(sheet.lines[row]) == letters(name)
    )


def contents_headings(sheet: Sheet) -> tuple[int, ...]:
    """The row of the heading of the contents."""
    rows = range(max(0, sheet.region.start - 2), sheet.region.stop)
    return tuple(row for row in rows if is_contents_heading(sheet.lines[row].strip("#* ")))[:1]
