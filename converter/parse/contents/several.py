"""Rows of tables that hold several entries, each brought to a row of its own.

OCR makes one row of a whole section where no rule parts its entries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter.hanzi import has_han, width
from converter.names import split_names
from converter.parse.contents.marks import PAGE_ONLY
from converter.parse.contents.rows import Row, without_empty_lines
from converter.parse.contents.sections import SECTION_NAME, holds_page
from converter.values import replace

_SEVERAL = 2


def with_entries_abreast(rows: list[Row]) -> list[Row]:
    """名家 | 标题<br>标题 | 某某<br>某某 | 4<br>8: a row for each entry, all with the section's name."""
    return [one for row in rows for one in _abreast(row)]


def _abreast(row: Row) -> list[Row]:
    """The rows of one in which the titles, authors and pages of entries have a cell each.

    A cell of one line is the name of their section.
    """
    parts = [[line.strip() for line in cell.split("\n")] for cell in row.columns]
    count = next((len(part) for part in parts if len(part) >= _SEVERAL and _are_pages(part)), 0)
    if not count or any(len(part) not in {1, count} for part in parts):
        return [row]
    made = []
    for at in range(count):
        columns = tuple(part[at if len(part) > 1 else 0] for part in parts)
        filled = [cell for cell in columns if cell]
        made.append(replace(row, cells=filled, columns=columns, gap=row.gap and not at))
    return made


def _are_pages(lines: Sequence[str]) -> bool:
    return all(PAGE_ONLY.match(line) is not None for line in lines)


def with_whole_entries(rows: list[Row]) -> list[Row]:
    """名家 | 标题 某某 4<br>标题 某某 8: a row for each entry, column after column."""
    found = [_cells(row) for row in rows]
    held = [[_holds_entries(cell) for cell in cells] for cells in found]
    several = any(
        holds and "\n" in cell
        for two in zip(found, held, strict=True)
        for cell, holds in zip(*two, strict=True)
    )
    if not several:
        return rows
    out: list[Row] = []
    columns: defaultdict[int, list[Row]] = defaultdict(list)
    for row, cells, holding in zip(rows, found, held, strict=True):
        if not any(holding):
            out += _in_order(columns)
            out.append(row)
            continue
        names = [cell for cell, holds in zip(cells, holding, strict=True) if not holds]
        columns[holding.index(True) + (not row.led)] += [_named(name, row) for name in names]
        for place, (cell, holds) in enumerate(zip(cells, holding, strict=True), not row.led):
            if holds:
                columns[place] += [_line_of(text, row) for text in cell.split("\n")]
    return out + _in_order(columns)


def _cells(row: Row) -> list[str]:
    """The cells of a row that hold something, as they are printed."""
    return [cell for cell in map(without_empty_lines, row.columns) if cell] or row.cells


def _in_order(columns: defaultdict[int, list[Row]]) -> list[Row]:
    """What stands in the columns, from the first to the last; they are emptied."""
    made = [row for place in sorted(columns) for row in columns[place]]
    columns.clear()
    return made


def _holds_entries(cell: str) -> bool:
    """True for entries with their pages, be there names of sections between them."""
    lines = cell.split("\n")
    paged = [line for line in lines if holds_page(line) and has_han(line)]
    return bool(paged) and all(line in paged or _is_name(line) for line in lines)


def _is_name(text: str) -> bool:
    return has_han(text) and width(text) <= SECTION_NAME and split_names(text) is None


def _line_of(text: str, row: Row) -> Row:
    return replace(row, cells=[text], gap=False) if holds_page(text) else _named(text, row)


def _named(name: str, row: Row) -> Row:
    return Row([name], row.lines, gap=True, alone=True, section=True)
