"""Sections that stand in the first cells of the rows of a table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.parse.contents.inline import opens_issue
from converter.parse.contents.marks import PAGE_ONLY, split_leader
from converter.parse.contents.people import is_authors, is_pen_name
from converter.parse.contents.rows import Row
from converter.values import replace


def with_section_cells(rows: list[Row]) -> list[Row]:
    """| 卷首 | 标题 | 作者 | 1 |, where the first cell of several rows is a section's name.

    The author may stand behind the title, in one cell, and the first cell be empty where the
    section goes on.
    """
    again = _repeated_cells(rows)
    named = _section_cells(rows, bool(again) or any(row.table and not row.led for row in rows))
    if len(named) >= _FEWEST_CELLS:
        named = _section_cells(rows, True)  # noqa: FBT003
    named |= again
    opens = any(opens_issue(rows[index].cells[at]) for index, at in named.items())
    if len(named) < _FEWEST_CELLS and not opens:
        return rows
    out: list[Row] = []
    section = ""
    for index, row in enumerate(rows):
        at = named.get(index, -1)
        if at < 0:
            section = section if row.table and not row.led else ""
            out.append(row)
            continue
        if row.cells[at] != section:
            section = row.cells[at]
            out.append(Row([section], row.lines[:1], gap=True, alone=True, section=True))
        rest = [cell for place, cell in enumerate(row.cells) if place != at]
        out.append(replace(row, cells=rest, gap=False))
    return out


_FEWEST_CELLS = 2


def _repeated_cells(rows: Sequence[Row]) -> dict[int, int]:
    """Which cell of which row has the same name for several entries that one row was of."""
    found: dict[int, int] = {}
    for (at, row), (below, other) in pairwise(enumerate(rows)):
        if row.table and row.lines == other.lines and len(row.cells) == len(other.cells):
            cells = zip(row.cells, other.cells, strict=True)
            same = [place for place, (one, two) in enumerate(cells) if one == two]
            if len(same) == 1:
                found |= {at: same[0], below: same[0]}
    return found


def _section_cells(rows: Sequence[Row], sure: bool) -> dict[int, int]:  # noqa: FBT001
    """Which cell of which row is the name of a section."""
    return {index: at for index, row in enumerate(rows) if (at := _section_cell(row, sure)) >= 0}


def _section_cell(row: Row, sure: bool) -> int:  # noqa: FBT001  (what the table has)
    """Which cell of a row is the name of its section, before the title; -1 for none.

    ``sure`` tells that other rows have it, or leave their first cells empty.
    """
    told = [at for at, cell in enumerate(row.cells) if not PAGE_ONLY.match(cell)]
    if len(told) == len(row.cells) or len(told) < _NAME_AND_TITLE:
        return -1
    at, signed = told[0], len(told) > _NAME_AND_TITLE and is_authors(row.cells[told[2]])
    name, title = row.cells[at], row.cells[told[1]]
    if len(told) == _NAME_AND_TITLE:
        bare, stroke, who = title.replace("／", "/").rpartition("/")
        if not stroke and (dotted := split_leader(title))[1]:
            bare, stroke, who = dotted[0], "…", dotted[1]
        elif sure and not stroke:
            bare, stroke, who = title.rpartition(" ")
        named = is_authors(who) or (stroke == "…" and is_pen_name(who))
        signed = bool(stroke) and named and not is_authors(bare)
        if not row.led or not (sure or signed):
            return -1  # 标题 and 作者 are to be left
        title = bare if signed else title
    short = width(name) <= _SECTION_CELL and re.fullmatch(rf"[{HAN}·]{{2,}}", name) is not None
    longer = width(title.split("\n")[0]) > width(name)
    # 史话 may be a name and 数据中心 a house, but not where another has signed.
    return at if short and longer and (signed or not any(map(is_authors, (name, title)))) else -1


_NAME_AND_TITLE = 2
_SECTION_CELL = 8
"""Em of the name of a section in a cell of its own."""
