"""Tables whose cells the OCR wrote down one under the other, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.model import Table, TableCell
from converter.parse.context import Context, piece_of, span_of
from converter.segment import Unit
from converter.values import NamedTuple

_CELL = 12
"""Em of the longest cell that is taken for one."""
_FEWEST = 9
"""Cells: a head and two rows of three columns, or the like."""
_NUMERIC = re.compile(r"^[<>≥≤约約+\-—－]?\s*\d[\d.,，:：/～~—\-]*\s*\S{0,3}$|^[—–\-/／]$")


class CellTable(NamedTuple):
    """Where a table stands: its first cell, the unit after its last, its columns, its caption."""

    first: int
    end: int
    columns: int
    caption: int | None


def find_cell_tables(units: Sequence[Unit]) -> dict[int, CellTable]:
    """The tables among some units, by the index of their caption or else of their first cell."""
    found: dict[int, CellTable] = {}
    at = 0
    while at < len(units):
        end = at
        while end < len(units) and _may_be_cell(units[end]):
            end += 1
        if end - at >= _FEWEST:
            table = _fit(units, at, end)
            if table is not None:
                found[table.first if table.caption is None else table.caption] = table
        at = end + 1
    return found


def _may_be_cell(unit: Unit) -> bool:
    text = unit.text
    return (
        len(text) <= 2 * _CELL
        and width(text) <= _CELL
        and not unit.wrapped
        and not unit.markup_level
        and not ends_sentence(text)
        and text[-1] not in "，、；："
    )


def _fit(units: Sequence[Unit], first: int, end: int) -> CellTable | None:
    """The best division of a run of short lines into rows; the run may begin with its caption."""
    numeric = [_NUMERIC.match(units[at].text) is not None for at in range(first, end)]
    best: tuple[int, int, int] | None = None
    for skip in (0, 1):
        for columns in range(2, 7):
            rows = _rows(numeric[skip:], columns)
            if rows >= 3 and (best is None or rows * columns > best[0]):
                best = (rows * columns, columns, skip)
    if best is None or best[0] < _FEWEST:
        return None
    cells, columns, skip = best
    begun = first + skip
    caption = begun - 1 if begun and (skip or _may_head(units[begun - 1])) else None
    return CellTable(begun, begun + cells, columns, caption)


def _rows(numeric: Sequence[bool], columns: int) -> int:
    """How many rows fit: words in the head and the first column, figures in the others.

    Years or numbers may stand in the first column as well, if all words stand in the head.
    """
    head = numeric[:columns]
    if any(head) or len(numeric) < 3 * columns:
        return 0
    kinds = numeric[columns : 2 * columns]
    if not (all(kinds) or (any(kinds) and not kinds[0])):
        return 0
    rows = 1
    while numeric[rows * columns : (rows + 1) * columns] == kinds:
        rows += 1
    if all(kinds) and any(numeric[rows * columns : rows * columns + 1]):
        return 0  # figures are left over
    return rows


def _may_head(unit: Unit) -> bool:
    """True for a line that may be the caption of the table below it."""
    return (
        width(unit.text) <= 24 and not ends_sentence(unit.text) and unit.text[-1] not in "，、；："
    )


def read_cells(units: Sequence[Unit], found: CellTable, context: Context) -> Table:
    """Make a table of the cells that were found."""
    cells = units[found.first : found.end]
    rows = tuple(
        tuple(
            TableCell(context.ledger.text([piece_of(unit)]), header=not at)
            for unit in cells[at : at + found.columns]
        )
        for at in range(0, len(cells), found.columns)
    )
    spans = tuple(span_of(unit) for unit in cells)
    if found.caption is None:
        return Table(rows, None, spans)
    caption = units[found.caption]
    title = context.ledger.caption([piece_of(caption)])
    return Table(rows, title, (span_of(caption), *spans))
