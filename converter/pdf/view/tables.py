"""A table as its template sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter import patterns as re
from converter.model import Table, TableCell, Text
from converter.pdf.view.text import em_width
from converter.render.figures import Place, head_places, number_columns
from converter.values import NamedTuple

_WHOLE_ROWS = 12
"""A table of no more rows is not divided over pages."""
_BRIEF_CELL = 12
"""Cells of no more ems are centred under their heads, as the three-line table has it."""
_SMALL = 0.81
"""The size of a table by that of the body (--size-small)."""
_PADDING = 1.0
"""Ems of white on both sides of a cell, as the style sheet has it."""
_SHARES = (8.0, 6.0, 4.0)
"""Ems of a column: cells of no more are a word or a name and not broken, others get so many."""
_HEAD = 4.0
"""A head of no more ems is a word too; a longer one takes two lines over narrow cells."""


_LATIN = re.compile(r"[!-\u024f]+")


class CellView(NamedTuple):
    """A cell of a table; ``scope`` is col or row for a header.

    One of a column of numbers has a ``place``: the white that aligns them. One that is
    ``held`` stands on one line; ``least`` are the ems that it needs.
    """

    text: Text
    header: bool
    scope: str
    colspan: int = 1
    rowspan: int = 1
    place: Place | None = None
    held: bool = False
    least: float = 0


Rows = tuple[tuple[CellView, ...], ...]


def table_view(block: Table, measure: float) -> tuple[Rows, Rows, str]:
    """The head of a table, its rows and its classes; ``measure`` in ems of the body, 0: unknown."""
    heads = 0
    for row in block.rows:
        if not all(cell.header for cell in row):
            break
        heads += 1
    if heads == len(block.rows):
        heads = 0
    brief = all(em_width(cell.text.value) <= _BRIEF_CELL for row in block.rows for cell in row)
    classes = ("whole" if len(block.rows) <= _WHOLE_ROWS else "", "brief" if brief else "")
    body = block.rows[heads:]
    numbers = number_columns(body)
    columns = _columns(block.rows[:heads], body, measure / _SMALL)
    head = tuple(
        _row(
            row,
            "col",
            head_places(row, body, numbers),
            columns._replace(held=_short(row, columns.held)),
        )
        for row in block.rows[:heads]
    )
    rows = tuple(
        _row(row, "row", {at: places[number] for at, places in numbers.items()}, columns)
        for number, row in enumerate(body)
    )
    return head, rows, " ".join(name for name in classes if name)


class _Columns(NamedTuple):
    """The columns whose cells are not broken, and the ems that the others need, 0 if unknown."""

    held: Sequence[int] = ()
    least: float = 0


def _columns(
    heads: Sequence[Sequence[TableCell]], rows: Sequence[Sequence[TableCell]], measure: float
) -> _Columns:
    """The columns as the measure has room for them.

    Nothing is known where a cell reaches over several places, or there is too little room.
    """
    both = (*heads, *rows)
    several = any(cell.colspan > 1 or cell.rowspan > 1 for row in both for cell in row)
    if not rows or several or len(set(map(len, both))) > 1:
        return _Columns()
    widths = [max(_width(cell) for cell in one) for one in zip(*rows, strict=True)]
    whole = [max(_unbroken(cell) for cell in one) for one in zip(*both, strict=True)]
    for head in heads:
        widths = [
            max(width, min(_width(cell), _HEAD)) for width, cell in zip(widths, head, strict=True)
        ]
    for share in _SHARES:
        needed = (max(min(width, share), least) for width, least in zip(widths, whole, strict=True))
        if sum(needed) + _PADDING * len(widths) <= measure:
            return _Columns([at for at, width in enumerate(widths) if width <= share], share)
    return _Columns()


def _width(cell: TableCell) -> float:
    return em_width(cell.text.value)


def _unbroken(cell: TableCell) -> float:
    """The width of the longest word of Latin letters or number, which no line breaks."""
    return max(map(em_width, _LATIN.findall(cell.text.value)), default=0)


def _short(head: Sequence[TableCell], columns: Sequence[int]) -> Sequence[int]:
    """Those of the columns whose head is a word."""
    return [at for at in columns if _width(head[at]) <= _HEAD]


def _row(
    row: tuple[TableCell, ...], scope: str, places: Mapping[int, Place], columns: _Columns
) -> tuple[CellView, ...]:
    return tuple(
        CellView(
            cell.text,
            cell.header,
            scope,
            cell.colspan,
            cell.rowspan,
            place=places.get(at),
            held=at in columns.held,
            least=0 if at in columns.held or at in places else columns.least,
        )
        for at, cell in enumerate(row)
    )
