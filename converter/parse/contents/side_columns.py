"""Columns of contents that OCR has read as a table: each cell is an entry of its own, or a section.

| 专题 | 访谈 | over | 标题 某某（8） | 标题 某某（16） |: no cell has the page of another, so that
the page goes on down one column after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from converter import patterns as re
from converter.hanzi import has_han, width
from converter.source import Line

_RULE = re.compile(r"^[\s|:\-—]+$")
_PAGED = re.compile(r"[^\d\s].*[（(\[]\s*[\dlIOZ]{1,3}\s*[）)\]]\s*$")
_NAME = 16
"""Em of the longest name of a section."""
_COLUMNS = 2
"""The fewest columns, and entries with their pages in one row at least."""


def with_columns_below_each_other(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, with the cells of such tables on lines of their own, column after column."""
    out: list[Line] = []
    for barred, run in groupby(lines, key=lambda line: line.text.lstrip().startswith("|")):
        block = list(run)
        out += (_in_columns(block) if barred else []) or block
    return out


def _in_columns(rows: list[Line]) -> list[Line]:
    """The cells of a table column by column, [] where they are not all entries or names."""
    cells = [
        (row.number, [cell.strip() for cell in row.text.strip().strip("|").split("|")])
        for row in rows
        if not _RULE.match(row.text)
    ]
    if len(cells) < _COLUMNS:
        return []
    count = max(len(own) for _, own in cells)
    if count < _COLUMNS or any(len(own) != count for _, own in cells):
        return []
    if not all(
        not cell or _PAGED.match(cell) or _may_be_name(cell) for _, own in cells for cell in own
    ):
        return []
    paged = (sum(_PAGED.match(cell) is not None for cell in own) for _, own in cells)
    if max(paged) < _COLUMNS:
        return []
    return [
        Line(number, own[column]) for column in range(count) for number, own in cells if own[column]
    ]


def _may_be_name(cell: str) -> bool:
    """True for a few words without a page."""
    return has_han(cell) and width(cell) <= _NAME and not any(map(str.isdecimal, cell))
