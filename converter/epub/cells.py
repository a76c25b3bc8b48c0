"""The cells of tables, so that they can be read on any screen."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from converter.model import Table, TableCell
from converter.render.figures import Place
from converter.values import NamedTuple

_BRIEF_CELL = 12
"""Cells of no more characters are centred under their heads, as the three-line table has it."""
_FEW_ROWS = 10
"""So many rows of brief cells fill a third of a telephone's screen, or half of it: they are
not parted, nor is their name from them."""
_MANY_COLUMNS = 6
"""A narrow screen has room for no more columns of five figures, small as they are."""


class Cell(NamedTuple):
    """A cell of a table: ``scope`` is "col", "row" or "" for no header.

    One of a column of numbers has a ``place``: the white that aligns them. A ``whole`` one is
    never broken.
    """

    html: Markup
    scope: str = ""
    colspan: int = 1
    rowspan: int = 1
    place: Place | None = None
    whole: bool = False


def table_classes(table: Table) -> Iterator[str]:
    """``brief`` for one of short cells, ``short`` for one of few rows of them as well.

    ``wide`` for one that fills a narrow screen.
    """
    if all(len(cell.text.value) <= _BRIEF_CELL for row in table.rows for cell in row):
        yield "brief"
        if len(table.rows) <= _FEW_ROWS:
            yield "short"
    if sum(cell.colspan for cell in table.rows[0]) >= _MANY_COLUMNS:
        yield "wide"


def scope_of(cell: TableCell, *, in_head: bool) -> str:
    """What a head is the head of (HTML 5 §4.9.12)."""
    if in_head:
        return "col" if cell.colspan == 1 else "colgroup"
    return "row" if cell.rowspan == 1 else "rowgroup"
