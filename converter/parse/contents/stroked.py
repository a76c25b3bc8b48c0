"""Entries of plain contents that OCR broke at the stroke between title and author."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.names import split_names
from converter.parse.contents.rows import Row
from converter.values import replace

_FEWEST = 2
"""So many entries with a stroke and names behind it tell that all are printed so."""
_LINES = 3
"""So many lines that a stroke begins are no chance."""
_NAMES = 20
"""Em of the names behind a stroke."""
_STROKE = "/／|｜丨"
_BEHIND = re.compile(rf"(?<=\S)\s*[{_STROKE}]\s*(?P<who>[{HAN}][{HAN}\s、·]*)$")
_OPENS = re.compile(rf"^\s*[{_STROKE}]\s*(?=[{HAN}])")
_ENDS = re.compile(rf"(?<=[{HAN}”》？！])\s*[{_STROKE}]$")


def with_strokes_whole(rows: list[Row]) -> list[Row]:
    """The rows, each entry with the author behind its stroke on one.

    11 某某题 | / 某某, and 11 某某题 / | 某某, are one row each, where others have both on one.
    """
    if sum(map(_is_stroked, rows)) < _FEWEST:
        return _parted(rows)
    out: list[Row] = []
    for row in rows:
        if out and _goes_on(out[-1], row):
            above = out[-1]
            text = f"{above.cells[0]} {row.cells[0].strip()}"
            out[-1] = replace(above, cells=[text], lines=[*above.lines, *row.lines], alone=False)
        else:
            out.append(row)
    return out


def _parted(rows: list[Row]) -> list[Row]:
    """The rows, with a gap below each that a stroke begins, where several do: who signs ends an entry.

    The page of the next one may be lost.
    """
    opened = [not row.table and _OPENS.match(row.cells[0]) is not None for row in rows]
    if sum(opened) < _LINES:
        return rows
    below = zip(rows, [False, *opened], strict=False)
    return [replace(row, gap=True) if signs and not row.gap else row for row, signs in below]


def _is_stroked(row: Row) -> bool:
    """True for an entry on one line with names behind a stroke."""
    hit = _BEHIND.search(row.cells[0]) if not row.table else None
    return hit is not None and split_names(hit["who"]) is not None


def _goes_on(above: Row, row: Row) -> bool:
    """True if a stroke ends a row above names, or begins one below words that end without one."""
    if above.table or row.table or row.gap or width(row.cells[0]) > _NAMES:
        return False
    if _OPENS.match(row.cells[0]):
        return _BEHIND.search(above.cells[0]) is None
    return _ENDS.search(above.cells[0]) is not None and split_names(row.cells[0]) is not None
