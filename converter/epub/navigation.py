"""What the navigation document and the NCX show, as data for their templates."""

from __future__ import annotations

from collections.abc import Iterable

from converter.epub.parts import Entry
from converter.values import NamedTuple

_LEVELS = 2


class Point(NamedTuple):
    """A ``navPoint`` of the NCX; unlike the navigation document it must have a target."""

    text: str
    href: str
    number: int
    """Its place among all points, for its id."""
    order: int
    children: tuple[Point, ...]


class Ncx(NamedTuple):
    """The NCX: its points and its depth."""

    points: tuple[Point, ...]
    depth: int


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


def _points(entries: Iterable[Entry], counter: _Counter, deeper: int) -> tuple[Point, ...]:
    out: list[Point] = []
    for entry in entries:
        href = _target(entry)
        number, order = counter.number(), counter.order(href)
        below = _points(entry.children, counter, deeper - 1) if deeper else ()
        out.append(Point(entry.text, href, number, order, below))
    return tuple(out)


def _depth(points: Iterable[Point]) -> int:
    return max((1 + _depth(point.children) for point in points), default=0)


def ncx(toc: Iterable[Entry]) -> Ncx:
    """The contents for old devices: sections and articles. It says nothing of pages.

    They show two levels at most (Kindle Publishing Guidelines, "Logical TOC"); headings and
    printed pages are in the navigation document, which every newer reader uses.
    """
    points = _points(toc, _Counter(), _LEVELS - 1)
    return Ncx(points, max(_depth(points), 1))
