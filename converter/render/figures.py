"""Columns of numbers in a table: units stand below units, and the point below the point.

CY/T 170-2019 (学术出版规范 表格): the numbers of a column that have the same unit are aligned
by their digits. A column stays centred under its head; what a number lacks on the left or
on the right of the widest ones is made up for by white.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.model import TableCell
from converter.values import NamedTuple

_NUMBER = re.compile(r"([+\-−–]?)(\d{1,3}(?:,\d{3})+|\d+)((?:\.\d+)?)(\D*)")
_NOTHING = re.compile(r"[—–\-－…⋯/／]{0,2}")
"""What stands for a number that there is not, or that is not known: empty, —, … (CY/T 170-2019)."""
_POINT = 0.5
"""Digits that a point or a comma is wide."""
_SIGN = 0.6
_LEAST = 2
"""A single number has none to be aligned with."""


_EXPRESSION = re.compile(
    r"[<>＜＞≤≥=＝≈~～±+\-−–—]?\d[\d.,]*(?:[±×/／:：~～–—+\-−]\d[\d.,]*)*[%％]?"
)
_LONGEST = 9
"""A longer expression may have to be broken where a column is narrow."""


class Place(NamedTuple):
    """The white on both sides of a cell in a column of numbers, in widths of a digit."""

    left: float = 0
    right: float = 0


def number_columns(rows: Sequence[Sequence[TableCell]]) -> dict[int, tuple[Place, ...]]:
    """The columns of numbers, by index, with the place of each row's cell.

    ``rows`` are those below the head. Where a cell reaches over several places, there is no
    telling columns, and nothing is found.
    """
    if any(cell.colspan > 1 or cell.rowspan > 1 for row in rows for cell in row):
        return {}
    found = {}
    for index, column in enumerate(zip(*rows, strict=True)):
        places = _aligned([cell.text.value.strip() for cell in column])
        if places:
            found[index] = places
    return found


def is_expression(value: str) -> bool:
    """True of a number with its sign, or of several (＜0.001, 148/88, 1～3), which stay whole."""
    return len(value) <= _LONGEST and _EXPRESSION.fullmatch(value) is not None


def head_places(
    head: Sequence[TableCell], rows: Sequence[Sequence[TableCell]], columns: Collection[int]
) -> dict[int, Place]:
    """The places of a row of the head, centred over the columns of numbers below it."""
    over = bool(rows) and len(head) == len(rows[0])
    return dict.fromkeys(columns, Place()) if over else {}


def _aligned(values: Sequence[str]) -> tuple[Place, ...]:
    """The places of numbers with one unit; none for other values.

    Cells that are empty, or say that there is no number, may be among them.
    """
    told = [value for value in values if not _NOTHING.fullmatch(value)]
    hits = [_NUMBER.fullmatch(value) for value in values]
    numbers = [hit for hit in hits if hit]
    if len(numbers) < max(_LEAST, len(told)):
        return ()
    if len({hit[4] for hit in numbers}) > 1:
        return ()
    widest = max(_left(hit) for hit in numbers), max(_right(hit) for hit in numbers)
    return tuple(
        Place(round(widest[0] - _left(hit), 2), round(widest[1] - _right(hit), 2))
        if hit
        else Place()
        for hit in hits
    )


def _left(hit: re.Match[str]) -> float:
    """The width of what stands before the point, in digits."""
    commas = hit[2].count(",")
    return len(hit[2]) - commas * (1 - _POINT) + _SIGN * bool(hit[1])


def _right(hit: re.Match[str]) -> float:
    """The width of the point and what follows it."""
    return len(hit[3]) - 1 + _POINT if hit[3] else 0
