"""Checks of a magazine as a series: gaps, doubles, numbers and dates that disagree.

What is out of line is told from what is in line: the longest run of issues whose numbers
(or dates) agree with each other is taken to be right, and the others are doubted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.diagnostics import Diagnostic
from converter.library.book import Book
from converter.library.fold import folded
from converter.library.names import name_doubts
from converter.library.sections import section_doubts

_WINDOW = 60
"""How many issues back an issue is compared: five years of a monthly, one of a weekly."""

_PLAIN_NUMBER = re.compile(r"(\d{1,4})(?:\D+(\d{1,4}))?")
_FEW = 0.1
"""A title or a code that no more of the issues bear is doubted, not taken for a new one."""


def check_series(books: Sequence[Book]) -> Iterator[Diagnostic]:
    """All doubts about the issues of one magazine, which stand in their order."""
    yield from _unplaced(books)
    yield from _doubled(books)
    placed = [book for book in books if book.year and numbers_of(book)]
    yield from _missing(placed)
    yield from _serials(books)
    yield from _dates(books)
    yield from _codes(books)
    yield from name_doubts(books)
    yield from section_doubts(books)


def called(book: Book) -> str:
    """How messages call an issue: as its masthead does, with the file to look into."""
    name = book.label or book.total or book.magazine
    return f"{name} ({_file(book)})"


def _file(book: Book) -> str:
    return book.source or book.name


def numbers_of(book: Book) -> tuple[int, int] | None:
    """First and last number of an issue: (7, 8) for 7-8; ``None`` for a special one (Z1)."""
    match = _PLAIN_NUMBER.fullmatch(book.number)
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return (first, last) if 0 < first <= last else None


def _unplaced(books: Iterable[Book]) -> Iterator[Diagnostic]:
    for book in books:
        if not (book.year and book.number) and not book.serial:
            yield Diagnostic.of("SER006", issue=_file(book))


def _doubled(books: Iterable[Book]) -> Iterator[Diagnostic]:
    same: dict[tuple[int, str], list[Book]] = {}
    serials: dict[int, list[Book]] = {}
    for book in books:
        if book.year and book.number:
            same.setdefault((book.year, book.number), []).append(book)
        if book.serial:
            serials.setdefault(book.serial, []).append(book)
    told: list[set[str]] = []
    for group in same.values():
        if len(group) > 1:
            told.append({book.name for book in group})
            files = ", ".join(_file(book) for book in group)
            yield Diagnostic.of("SER003", issue=group[0].label, files=files)
    for group in serials.values():
        names = {book.name for book in group}
        if len(names) > 1 and not any(names <= known for known in told):
            files = ", ".join(_file(book) for book in group)
            yield Diagnostic.of("SER003", issue=group[0].total, files=files)


# ------------------------------------------------------------------ missing issues


def _missing(placed: Sequence[Book]) -> Iterator[Diagnostic]:
    """Numbers that no issue bears, between the first and the last issue of the archive."""
    years: dict[int, set[int]] = {}
    for book in placed:
        first, last = numbers_of(book) or (0, -1)
        years.setdefault(book.year, set()).update(range(first, last + 1))
    if not years:
        return
    if _runs_on(years):
        yield from _gaps(
            placed, {0: (min(map(min, years.values())), max(map(max, years.values())))}
        )
        return
    order = sorted(years)
    usual = _usual(years, order)
    spans = {}
    for year in range(order[0], order[-1] + 1):
        own = years.get(year, set())
        low = min(own, default=1) if year == order[0] else 1
        high = max(own, default=0)
        if year != order[-1]:
            lost = _lost_at_the_end(placed, year)
            # A serial number can be misread: no year ends later than any that is known.
            most = max(map(max, years.values()))
            high = max(high, usual if lost is None else min(high + lost, most))
        spans[year] = (low, high)
    yield from _gaps(placed, spans)


def _runs_on(years: dict[int, set[int]]) -> bool:
    """True for a magazine that does not begin anew with number 1 each year."""
    pairs = [(max(years[a]), min(years[b])) for a, b in pairwise(sorted(years)) if b == a + 1]
    return bool(pairs) and all(first > last for last, first in pairs) and pairs[0][1] > 2


def _usual(years: dict[int, set[int]], order: Sequence[int]) -> int:
    """How many numbers a year has, where at least two years agree; else 0."""
    counts = Counter(max(years[year]) for year in order[:-1])
    number, agree = counts.most_common(1)[0] if counts else (0, 0)
    return number if agree > 1 or (agree and max(years[order[-1]]) == number) else 0


def _lost_at_the_end(placed: Sequence[Book], year: int) -> int | None:
    """How many issues are missing between the last one of a year and the end of that year.

    Told by their serial numbers; ``None`` where these do not tell.
    """
    for before, after in pairwise(placed):
        first = numbers_of(after)
        if before.year == year and after.year == year + 1 and first:
            lost = after.serial - before.serial - first[0]
            return lost if before.serial and after.serial and lost >= 0 else None
    return None


def _gaps(placed: Sequence[Book], spans: dict[int, tuple[int, int]]) -> Iterator[Diagnostic]:
    for year, (low, high) in spans.items():
        own = [book for book in placed if year in (0, book.year)]
        there = {n for book in own for n in range(*_half_open(book))}
        for first, last in _runs(number for number in range(low, high + 1) if number not in there):
            missing = str(first) if first == last else f"{first}–{last}"
            yield Diagnostic.of(
                "SER002",
                magazine=placed[0].magazine,
                missing=f"{year}年第{missing}期" if year else f"第{missing}期",
                count=last - first + 1,
            )


def _half_open(book: Book) -> tuple[int, int]:
    first, last = numbers_of(book) or (0, -1)
    return first, last + 1


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring numbers as pairs of first and last."""
    first = last = 0
    for number in numbers:
        if first and number == last + 1:
            last = number
            continue
        if first:
            yield first, last
        first = last = number
    if first:
        yield first, last


# ------------------------------------------------------------------ serial numbers, dates


def _chain(items: Sequence[Book], agree: Callable[[Book, Book], bool]) -> set[int]:
    """The indices of the longest run in order in which each agrees with the one before it."""
    best = [1] * len(items)
    before = [-1] * len(items)
    for i in range(len(items)):
        for j in range(max(0, i - _WINDOW), i):
            if best[j] >= best[i] and agree(items[j], items[i]):
                best[i], before[i] = best[j] + 1, j
    chain: set[int] = set()
    at = max(range(len(items)), key=best.__getitem__, default=-1)
    while at >= 0:
        chain.add(at)
        at = before[at]
    return chain


def _step(before: Book, after: Book) -> int:
    """How many serial numbers lie between two issues of a year by their numbers; 0 if untold."""
    first, second = numbers_of(before), numbers_of(after)
    if before.year != after.year or first is None or second is None:
        return 0
    return second[0] - first[0] if first[0] == first[1] and second[0] == second[1] else 0


def _serial_agrees(before: Book, after: Book) -> bool:
    step = _step(before, after)
    distance = after.serial - before.serial
    return distance == step if step > 0 else distance > 0


def _serials(books: Iterable[Book]) -> Iterator[Diagnostic]:
    known = [book for book in books if book.serial and book.year and book.number]
    chain = _chain(known, _serial_agrees)
    if len(chain) < 2:
        return
    sound = {(known[at].year, known[at].number, known[at].serial) for at in chain}
    for at, book in enumerate(known):
        if (book.year, book.number, book.serial) in sound:  # there twice, perhaps, but right
            continue
        left = next((known[i] for i in range(at - 1, -1, -1) if i in chain), None)
        right = next((known[i] for i in range(at + 1, len(known)) if i in chain), None)
        yield Diagnostic.of(
            "SER004", issue=called(book), found=book.serial, expected=_expected(book, left, right)
        )


def _expected(book: Book, left: Book | None, right: Book | None) -> str:
    if left and (step := _step(left, book)) > 0:
        return str(left.serial + step)
    if right and (step := _step(book, right)) > 0:
        return str(right.serial - step)
    low = left.serial + 1 if left else 1
    if right is None:
        return f"≥ {low}"
    return f"{low}–{right.serial - 1}" if low < right.serial else f"< {right.serial}"


def _date_agrees(before: Book, after: Book) -> bool:
    length = min(len(before.date), len(after.date))
    return before.date[:length] <= after.date[:length]


def _dates(books: Iterable[Book]) -> Iterator[Diagnostic]:
    dated = [book for book in books if book.year and len(book.date) > len("2023")]
    chain = _chain(dated, _date_agrees)
    for at, book in enumerate(dated):
        if not _in_year(book):
            place = str(book.year)
            yield Diagnostic.of("SER005", issue=called(book), date=book.date, place=place)
        elif at not in chain and len(chain) > 1:
            left = next((dated[i].date for i in range(at - 1, -1, -1) if i in chain), "")
            right = next((dated[i].date for i in range(at + 1, len(dated)) if i in chain), "")
            place = " – ".join(date for date in (left, right) if date)
            yield Diagnostic.of("SER005", issue=called(book), date=book.date, place=place)


def _in_year(book: Book) -> bool:
    """True if the date lies in the issue's year; a January issue may appear in December."""
    year, month = int(book.date[:4]), int(book.date[5:7])
    return year == book.year or (year, month) in {(book.year - 1, 12), (book.year + 1, 1)}


# ------------------------------------------------------------------ title, ISSN, CN


def _codes(books: Sequence[Book]) -> Iterator[Diagnostic]:
    for field, names in (
        ("magazine", ("title", "刊名")),
        ("issn", ("ISSN",) * 2),
        ("cn", ("CN",) * 2),
    ):
        values = {
            book.name: folded(str(getattr(book, field)))
            for book in books
            if getattr(book, field) and (book.named or field != "magazine")
        }
        counts = Counter(values.values())
        if len(counts) < 2:
            continue
        usual = counts.most_common(1)[0][0]
        shown = next(getattr(book, field) for book in books if values.get(book.name) == usual)
        for book in books:
            value = values.get(book.name, usual)
            if value != usual and counts[value] <= max(1, _FEW * len(values)):
                yield Diagnostic.of(
                    "SER010",
                    issue=called(book),
                    field=names[0],
                    named=names[1],
                    found=getattr(book, field),
                    usual=shown,
                )
