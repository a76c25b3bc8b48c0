"""What the navigation document and the NCX show, as data for their templates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from converter.epub.parts import Entry, PageTarget


@dataclass(frozen=True, slots=True)
class Point:
    """A ``navPoint`` of the NCX; unlike the navigation document it must have a target."""

    text: str
    href: str
    number: int
    """Its place among all points, for its id."""
    order: int
    children: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Ncx:
    """The NCX: its points, its depth, and the pages with play order and number (0 for none)."""

    points: tuple[Point, ...]
    depth: int
    pages: tuple[tuple[PageTarget, int, int], ...]

    @property
    def highest(self) -> int:
        """The highest page number."""
        return max((number for _, _, number in self.pages), default=0)


def _target(entry: Entry) -> str:
    """The link of an entry, or of the first one beneath it that has one."""
    if entry.file:
        return entry.href
    return next((href for child in entry.children if (href := _target(child))), "")


class _Counter:
    """Play orders: the same target has the same number (NCX specification §8.3.1)."""

    def __init__(self) -> None:
        self._orders: dict[str, int] = {}
        self._points = 0

    def number(self) -> int:
        self._points += 1
        return self._points

    def order(self, href: str) -> int:
        return self._orders.setdefault(href, len(self._orders) + 1)


def _points(entries: Iterable[Entry], counter: _Counter) -> tuple[Point, ...]:
    out: list[Point] = []
    for entry in entries:
        href = _target(entry)
        number, order = counter.number(), counter.order(href)
        out.append(Point(entry.text, href, number, order, _points(entry.children, counter)))
    return tuple(out)


def _depth(points: Iterable[Point]) -> int:
    return max((1 + _depth(point.children) for point in points), default=0)


def _number(label: str) -> int:
    return int(label) if label.isascii() and label.isdigit() and len(label) <= 6 else 0


def ncx(toc: Iterable[Entry], pages: Iterable[PageTarget]) -> Ncx:
    """The contents for old devices."""
    counter = _Counter()
    points = _points(toc, counter)
    targets = tuple((page, counter.order(page.href), _number(page.label)) for page in pages)
    return Ncx(points, max(_depth(points), 1), targets)
