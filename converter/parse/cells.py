"""Tables whose cells the OCR wrote down one under the other, each on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.model import Table, TableCell
from converter.parse.context import Context, piece_of, span_of
from converter.parse.tables.captions import is_caption
from converter.segment import Unit
from converter.values import NamedTuple

_CELL = 12
"""Em of the longest cell that is taken for one."""
_FEWEST = 9
"""Cells: a head and two rows of three columns, or the like."""
_NUMERIC = re.compile(r"^[<>≥≤约約+\-—－]?\s*\d[\d.,，:：/～~—\-]*\s*\S{0,3}$|^[—–\-/／]$")


_TIME = re.compile(
    r"^\d{1,2}[:：]\d\d(?:\s*[—–~～-]+\s*\d{1,2}[:：]\d\d)?$|^\d{1,4}[年月日时点時點]"
)
"""An hour, a day or a year."""


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
        if end - at >= _FEWEST_WORDS:
            table = _fit(units, at, end) if end - at >= _FEWEST else None
            table = table or _fit_words(units, at, end)
            if table is not None:
                found[table.first if table.caption is None else table.caption] = table
        at = end + 1
    return found


def captioned_cells(units: Sequence[Unit]) -> frozenset[int]:
    """The cells below captions with a number (表2 ……), none of which is the title of an article."""
    if not any(unit.text[0] in _CAPTIONED and is_caption(unit.text) for unit in units):
        return frozenset()
    return frozenset(
        at
        for table in find_cell_tables(units).values()
        if table.caption is not None and is_caption(units[table.caption].text)
        for at in range(table.caption, table.end)
    )


_CAPTIONED = frozenset("表附续續T")


def _may_be_cell(unit: Unit) -> bool:
    return _is_short(unit.text) and not unit.wrapped and not unit.markup_level


def _is_short(text: str) -> bool:
    return (
        0 < len(text) <= 2 * _CELL
        and width(text) <= _CELL
        and not ends_sentence(text)
        and text[-1] not in "，、；："
        and text.count("|") < _BARS
    )


_BARS = 2
"""So many bars on a line make it a row of a table."""


def open_cells(texts: Sequence[str]) -> bool:
    """True for lines that are the first cells of a table: words over them, and figures among them."""
    if len(texts) < _FEWEST or not all(map(_is_short, texts)):
        return False
    figures = [_NUMERIC.match(text) is not None for text in texts]
    return not any(figures[:_HEAD]) and sum(figures) * _FIGURES >= len(texts)


_HEAD, _FIGURES = 2, 3
"""Cells of the narrowest head, and one of so many cells at least is a figure."""


def _fit(units: Sequence[Unit], first: int, end: int) -> CellTable | None:
    """The best division of a run of short lines into rows; the run may begin with its caption."""
    numeric = [_NUMERIC.match(units[at].text) is not None for at in range(first, end)]
    best: tuple[int, int, int] | None = None
    is_whole = False
    for skip in (0,) if first and is_caption(units[first - 1].text) else (0, 1):
        for columns in range(2, 7):
            timed = all(
                _TIME.match(units[at].text) for at in range(first + skip + columns, end, columns)
            )
            rows = _rows(numeric[skip:], columns, timed=timed)
            whole = skip + rows * columns == len(numeric)  # no cell is left over
            if rows >= 3 and (best is None or (rows * columns, whole) > (best[0], is_whole)):
                best, is_whole = (rows * columns, columns, skip), whole
    if best is None or best[0] < _FEWEST:
        return None
    cells, columns, skip = best
    begun = first + skip
    caption = begun - 1 if begun and (skip or _may_head(units[begun - 1])) else None
    return CellTable(begun, begun + cells, columns, caption)


def _rows(numeric: Sequence[bool], columns: int, *, timed: bool) -> int:
    """How many rows fit: words in the head and the first column, figures in the others.

    Years or numbers may stand in the first column as well, if all words stand in the head; what
    is ``timed`` has nothing but hours or days there.
    """
    head = numeric[:columns]
    if any(head) or len(numeric) < 3 * columns:
        return 0
    kinds = numeric[columns : 2 * columns]
    if not (all(kinds) or (any(kinds) and (not kinds[0] or (timed and not any(kinds[1:]))))):
        return 0
    rows = 1
    while numeric[rows * columns : (rows + 1) * columns] == kinds:
        rows += 1
    if all(kinds) and any(numeric[rows * columns : rows * columns + 1]):
        return 0  # figures are left over
    return rows


def _fit_words(units: Sequence[Unit], first: int, end: int) -> CellTable | None:
    """A table of words below a caption with a number, by what its cells have in common with those above them.

    董家圩 and 上圩 stand in one column. Where two divisions do as well, neither is taken.
    """
    caption = first if is_caption(units[first].text) else first - 1
    if caption < 0 or not is_caption(units[caption].text):
        return None
    cells = [unit.text for unit in units[caption + 1 : end]]
    count = len(cells)
    fits = sorted(
        (_likeness(cells, columns), columns)
        for columns in range(2, 7)
        if count % columns == 0 and count // columns >= _ROWS
    )
    if count < _FEWEST_WORDS or not fits or fits[-1][0] < _ALIKE:
        return None
    if any(len(text.split()) > 1 for text in cells):
        return None  # 料盘与夹具 5.1 1.8: a whole row on a line
    if len(fits) > 1 and fits[-1][0] - fits[-2][0] < _APART:
        return None
    return CellTable(caption + 1, end, fits[-1][1], caption)


_FEWEST_WORDS, _ROWS = 6, 3
"""Cells of the smallest table below a caption with a number, and its rows with the head."""
_ALIKE, _APART = 0.2, 0.1
"""How much the cells of a column have in common, and by how much less those of a wrong one."""


def _likeness(cells: Sequence[str], columns: int) -> float:
    """How much cells have in common with those above them, the head left aside: how they end or begin."""
    pairs = [
        (above, below)
        for above, below in zip(cells[columns:], cells[2 * columns :], strict=False)
        if not (_EMPTY.match(above) or _EMPTY.match(below))
    ]
    return sum(_alike(above, below) for above, below in pairs) / max(1, len(pairs))


def _alike(above: str, below: str) -> float:
    figures = _NUMERIC.match(above) is not None
    if figures or _NUMERIC.match(below) is not None:
        return float(figures and _NUMERIC.match(below) is not None)
    edges = above[-1] == below[-1] or above[0] == below[0]
    shared = 1.0 if edges else 0.5 * bool(set(above) & set(below))
    return min(1.0, shared + (len(above) == len(below)) / 4)


_EMPTY = re.compile(r"^[—–\-/／…]{1,2}$")
"""What stands in a cell that has nothing."""


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
