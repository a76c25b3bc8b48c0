"""Sections that stand in the first cells of the rows of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.inline import opens_issue
from converter.parse.contents.marks import PAGE_ONLY, SUBTITLE, at_last_stroke, split_leader
from converter.parse.contents.people import is_authors, is_pen_name
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.values import replace


def with_section_cells(rows: list[Row], body: BodyIndex) -> list[Row]:
    """| 卷首 | 标题 | 作者 | 1 |, where the first cell of several rows is a section's name.

    The author may stand behind the title, in one cell, and the first cell be empty where the
    section goes on. Where nobody signs, the body tells: it has the names above their titles.
    """
    named = _section_cells(rows) or _cells_over_titles(rows, body)
    if not named:
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


_FRAMED = re.compile(
    rf"^(?P<open>[·•【〖\[])\s*(?P<name>[{HAN}](?:\s*[{HAN}]){{1,7}})\s*(?P<close>[·•】〗\]])$"
)
"""·信　箱· and 【信箱】: a name between marks."""


def with_framed_cells(rows: list[Row], contents: RawContents) -> list[Row]:
    """| ·信箱· | 某某 | 15 |, where other sections stand between such marks: a section.

    A row without a title is its only article, which bears the section's name; that is noted
    in ``contents``.
    """
    framed = (_FRAMED.match(row.cells[0]) for row in rows if not row.table)
    marks = Counter(hit["open"] for hit in framed if hit is not None)
    out: list[Row] = []
    for row in rows:
        hit = _FRAMED.match(row.cells[0]) if row.table else None
        if hit is None or marks[hit["open"]] < _FEWEST_CELLS:
            out.append(row)
            continue
        rest = row.cells[1:]
        out.append(Row([row.cells[0]], row.lines, gap=True, alone=True, section=True))
        if all(PAGE_ONLY.match(cell) or is_authors(cell) for cell in rest):
            rest = [squeeze(hit["name"]), *rest]
            contents.columns.append((row.lines[0], rest[0]))
        out.append(replace(row, cells=rest, gap=False, alone=False, led=False))
    return out


_FEWEST_CELLS = 2


def _repeated_cells(rows: Sequence[Row]) -> dict[int, int]:
    """Which cell of which row has the same name for several entries that one row was of."""
    found: dict[int, int] = {}
    for (at, row), (below, other) in pairwise(enumerate(rows)):
        if row.table and row.lines is other.lines and len(row.cells) == len(other.cells):
            cells = zip(row.cells, other.cells, strict=True)
            same = [place for place, (one, two) in enumerate(cells) if one == two]
            if len(same) == 1:
                found |= {at: same[0], below: same[0]}
    return found


def _deep_cells(rows: Sequence[Row]) -> dict[int, int]:
    """Which rows begin with a cell that spans several rows, as the name of a section does.

    So do those of one entry, which have as many cells as they.
    """
    sizes = {len(row.columns) for row in rows if row.deep}
    if len(sizes) != 1:
        return {}
    return {
        at: 0
        for at, row in enumerate(rows)
        if row.led
        and len(row.columns) in sizes
        and has_han(row.cells[0])
        and width(row.cells[0]) <= _DEEP
    }


_DEEP = 16
"""Em of the name of a section in a cell that spans the rows of its entries."""


def _section_cells(rows: Sequence[Row]) -> dict[int, int]:
    """Which cell of which row is the name of a section, {} if too few tell.

    The name of what opens an issue tells by itself.
    """
    if deep := _deep_cells(rows):
        return deep
    again = _repeated_cells(rows)
    empty = any(row.table and not row.led for row in rows)
    found = _cells_of_names(rows, alike=bool(again) or empty)
    if len(found) >= _FEWEST_CELLS:
        found = _cells_of_names(rows, alike=True)
    found |= _in_column(rows, found)
    found |= _without_pages(rows, found) | again
    opens = any(opens_issue(rows[index].cells[at]) for index, at in found.items())
    return found if len(found) >= _FEWEST_CELLS or opens else {}


def _without_pages(rows: Sequence[Row], found: Mapping[int, int]) -> dict[int, int]:
    """The first cells of rows that have lost their pages, where the others of the table begin with names.

    | 特稿 |  | 标题 | 某某 | below | 卷首 | 2 | 标题 | 某某 |.
    """
    sizes = Counter(len(rows[index].columns) for index, at in found.items() if at == 0)
    size, count = sizes.most_common(1)[0] if sizes else (0, 0)
    if count <= _FEWEST_CELLS or size <= _NAME_AND_TITLE:
        return {}
    return {
        index: 0
        for index, row in enumerate(rows)
        if index not in found
        and row.table
        and row.led
        and len(row.columns) == size == len(row.cells) + 1
        and "" in row.columns[1:]
        and not any(map(PAGE_ONLY.match, row.cells))
        and width(row.cells[0]) <= _SECTION_CELL
    }


def _cells_over_titles(rows: Sequence[Row], body: BodyIndex) -> dict[int, int]:
    """Which rows | 课堂 | 31 | 标题 | begin with a section, if the body proves most of them."""
    pairs = {
        at: [cell for cell in row.cells if not PAGE_ONLY.match(cell)]
        for at, row in enumerate(rows)
        if row.table and row.led
    }
    found = [
        at
        for at, cells in pairs.items()
        if len(cells) == _NAME_AND_TITLE
        and re.fullmatch(rf"[{HAN}·]{{2,}}", cells[0])
        and width(cells[0]) <= _SECTION_CELL
    ]
    proved = sum(_stands_over(pairs[at][0], pairs[at][1], body) for at in found)
    told = proved >= _FEWEST_CELLS and proved * 2 > len(found)
    return {at: rows[at].cells.index(pairs[at][0]) for at in found} if told else {}


def _stands_over(name: str, title: str, body: BodyIndex) -> bool:
    """True if the body has a name above a title, or above its pages, and nobody of that name."""
    first = title.split(maxsplit=1)[0]
    if is_authors(title) or any(body.is_signed(line, name) for line in (title, first)):
        return False
    if any(map(SUBTITLE.match, body.lines_below(key(name)))):
        return False  # a title, and what it is about
    return body.stands_above(name, title) or (body.heads(name) and body.is_title(key(first)))


def _in_column(rows: Sequence[Row], found: Mapping[int, int]) -> dict[int, int]:
    """The first cells of other whole rows, where most of those with so many cells begin with names.

    | 小说 | 渡船 | 某某 | 4 |, of which the title is as short as the name.
    """
    sizes = Counter(len(row.columns) for row in rows if row.led and all(row.columns))
    named = Counter(len(rows[index].columns) for index, at in found.items() if not at)
    whole = {
        size for size, count in named.items() if count >= _FEWEST_CELLS and count * 2 > sizes[size]
    }
    return {
        index: 0
        for index, row in enumerate(rows)
        if len(row.columns) in whole
        and len(row.columns) == len(row.cells) > _NAME_AND_TITLE
        and re.fullmatch(rf"[{HAN}·]{{2,}}", row.cells[0])
        and width(row.cells[0]) <= _SECTION_CELL
    }


def _cells_of_names(rows: Sequence[Row], *, alike: bool) -> dict[int, int]:
    """Which cell of which row is a name, as :func:`_section_cell` tells."""
    cells = ((index, _section_cell(row, alike=alike)) for index, row in enumerate(rows))
    return {index: at for index, at in cells if at >= 0}


def _section_cell(row: Row, *, alike: bool) -> int:
    """Which cell of a row is the name of its section, before the title; -1 for none.

    ``alike`` tells that other rows have it, or leave their first cells empty.
    """
    told = [at for at, cell in enumerate(row.cells) if not PAGE_ONLY.match(cell)]
    if len(told) == len(row.cells) or len(told) < _NAME_AND_TITLE:
        return -1
    name, title = row.cells[told[0]], row.cells[told[1]]
    if len(told) > _NAME_AND_TITLE:
        signed = is_authors(row.cells[told[2]])
    else:
        bare = _before_author(title, alike=alike)
        signed = bool(bare)
        if not row.led or not (alike or signed):
            return -1  # 标题 and 作者 are to be left
        title = bare or title
    short = width(name) <= _SECTION_CELL and re.fullmatch(rf"[{HAN}·]{{2,}}", name) is not None
    if not short or width(title.split("\n")[0]) <= width(name):
        return -1
    # 史话 may be a name and 数据中心 a house, but not where another has signed.
    return told[0] if signed or not (is_authors(name) or is_authors(title)) else -1


def _before_author(title: str, *, alike: bool) -> str:
    """The title of 标题/某某, 标题……某某 and, in a table ``alike``, 标题 某某; "" if nobody signs."""
    bare, stroke, who = at_last_stroke(title)
    dotted, after = split_leader(title)
    if not stroke and after:
        bare, who = dotted, after
        signed = is_authors(who) or is_pen_name(who)
    else:
        if not stroke and alike:
            bare, stroke, who = title.rpartition(" ")
        signed = bool(stroke) and is_authors(who)
    return bare if signed and not is_authors(bare) else ""


_NAME_AND_TITLE = 2
_SECTION_CELL = 8
"""Em of the name of a section in a cell of its own."""
