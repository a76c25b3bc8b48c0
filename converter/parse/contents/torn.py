"""Rows of tables that OCR tore in two, or whose page it read into the title's cell."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from converter.hanzi import has_han
from converter.parse.contents.marks import PAGE_FIRST, PAGE_ONLY, SUBTITLE
from converter.parse.contents.rows import Row
from converter.values import replace

_FEWEST = 2
"""So many rows with their pages in the first cells tell that all have them there."""


def with_whole_rows(rows: list[Row]) -> list[Row]:
    """The rows of a table whose first cells are pages, each whole and with its page apart.

    | 17 | 标题 | | and | | ——副题 | 某某 | below it are one entry, and | 24 标题 | | 某某 | is
    | 24 | 标题 | 某某 |.
    """
    if sum(_is_paged(row) for row in rows) < _FEWEST:
        return rows
    out: list[Row] = []
    for row in map(_with_page_apart, rows):
        if out and _goes_on(out[-1], row):
            out[-1] = _joined(out[-1], row)
        else:
            out.append(row)
    return out


def _is_paged(row: Row) -> bool:
    """True if a row has a page in its first cell, and other cells."""
    return len(row.columns) > 1 and PAGE_ONLY.match(row.columns[0]) is not None


def _with_page_apart(row: Row) -> Row:
    """The row with its page in a cell of its own, which stood in that of the title."""
    hit = PAGE_FIRST.match(row.columns[0]) if len(row.columns) > 1 else None
    if hit is None or not has_han(hit["rest"]) or any(map(PAGE_ONLY.match, row.cells)):
        return row
    others = [cell for cell in row.columns[1:] if cell]
    columns = (hit["page"], hit["rest"], *others)
    return replace(row, cells=list(columns), columns=columns)


def _goes_on(above: Row, row: Row) -> bool:
    """True if a row without a page is more of the one above, which has one.

    It begins with the dash of a subtitle, or who wrote it stands only here.
    """
    if not _is_paged(above) or row.gap or not 1 < len(row.columns) <= len(above.columns):
        return False
    if row.columns[0] or not row.cells or any(map(PAGE_ONLY.match, row.cells)):
        return False
    if SUBTITLE.match(row.cells[0]):
        return True
    return bool(row.columns[1]) and _signed_once(above.columns, row.columns)


def _signed_once(above: Sequence[str], below: Sequence[str]) -> bool:
    """True if what stands behind the title stands in the second of two rows only."""
    return not any(above[2:]) and any(below[2:])


def _joined(above: Row, row: Row) -> Row:
    """Two rows as one, cell by cell."""
    columns = tuple(
        "\n".join(filter(None, pair))
        for pair in zip_longest(above.columns, row.columns, fillvalue="")
    )
    cells = [cell for cell in columns if cell]
    return replace(above, cells=cells, columns=columns, lines=[*above.lines, *row.lines])
