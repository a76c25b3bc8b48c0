"""Pages that OCR has left in their printed lines, among others of which it has put the lines together.

Where such lines end, and the next paragraph is on one line, a page ends, be there no folio to tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import width
from converter.segment import Unit

_FEWEST = 12
"""Printed lines of the shortest page that is no box and no pull quote."""
_SHARE = 3
"""Such pages have at most one third of the text of an issue."""
_PLAIN = 1.3
"""A paragraph on one line is wider than so many printed lines."""


def edges_of_wrapped_pages(units: Sequence[Unit]) -> frozenset[int]:
    """The first lines of the units that stand right below such a page, and of those that begin one.

    A heading, or a paragraph shorter than a line, between the two may be on either page.
    """
    wrapped = [unit for unit in units if unit.wrapped]
    lines = [width(line.text.strip()) for unit in wrapped for line in unit.lines[:-1]]
    if not lines or _SHARE * _size(wrapped) > _size(units):
        return frozenset()
    measure = sorted(lines)[len(lines) // 2]
    edges: set[int] = set()
    for first, last in _runs(units):
        if sum(len(units[at].lines) for at in range(first, last + 1)) < _FEWEST:
            continue
        if first and _is_plain(units[first - 1], measure):
            edges.add(units[first].first)
        if last + 1 < len(units) and _is_plain(units[last + 1], measure):
            edges.add(units[last + 1].first)
    return frozenset(edges)


def _runs(units: Sequence[Unit]) -> list[tuple[int, int]]:
    """The first and the last paragraphs in printed lines that follow each other, a box between them perhaps."""
    runs: list[tuple[int, int]] = []
    for at, unit in enumerate(units):
        if unit.wrapped and runs and at - runs[-1][1] <= _NEAR:
            runs[-1] = (runs[-1][0], at)
        elif unit.wrapped:
            runs.append((at, at))
    return runs


_NEAR = 4
"""So many units further the next of them stands: headings, short paragraphs or a box are between."""


def _is_plain(unit: Unit, measure: float) -> bool:
    """True for a paragraph whose lines OCR has put together."""
    return not unit.wrapped and width(unit.text) > _PLAIN * measure


def _size(units: Sequence[Unit]) -> int:
    return sum(len(unit.text) for unit in units)
