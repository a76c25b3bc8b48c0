"""Pipe tables, whole or broken, as real tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, squeeze, width
from converter.model import Table, TableCell
from converter.parse.context import Context, piece_of, span_of
from converter.parse.tables.drawn import Drawn, cells_of, drawn_rows, record_rules
from converter.parse.tables.spans import TITLED, head_rows, spans_title, tiled
from converter.segment import TableLine, Unit
from converter.values import NamedTuple


class FoundTable(NamedTuple):
    """A table and the first unit after it."""

    table: Table
    end: int


def read_columns(
    units: Sequence[Unit], start: int, context: Context, caption: Unit | None = None
) -> FoundTable | None:
    """Read rows whose cells are parted by wide blanks; ``None`` if there are no two alike.

    Each line is a row, and all have the same number of cells, three at least; in a row of
    figures some may be empty.
    """
    rows: list[tuple[list[str], Unit]] = []
    at, end = start, min(len(units), start + _LONGEST)
    while at < end:
        unit = units[at]
        cells = columns_of(unit)
        columns = len(rows[0][0]) if rows else 0
        if len(rows) > 1 and not unit.gap and len(cells or ()) < columns:
            torn = _torn_row(units, at, columns)
            cells, unit = torn or (_with_empty(unit, columns), unit)
            at += torn is not None
        if cells is None or (rows and (unit.gap or len(cells) != columns)):
            break
        rows.append((cells, unit))
        at += 1
    if len(rows) < 2:
        return None
    return table_of(rows, caption, at, context)


_LONGEST = 40


def _torn_row(units: Sequence[Unit], at: int, columns: int) -> tuple[list[str], Unit] | None:
    """空心菜　20　2.2　99 over 25: a row whose last figures OCR has put on the next line."""
    below = units[at + 1] if at + 1 < len(units) else None
    if below is None or below.gap or not all(map(_FIGURE.match, below.text.split())):
        return None
    whole = units[at]._replace(text="\u3000".join((units[at].text, *below.text.split())))
    cells = columns_of(whole) or []
    lines = (*units[at].lines, *below.lines)
    return (cells, whole._replace(lines=lines)) if len(cells) == columns else None


def table_of(
    rows: Sequence[tuple[list[str], Unit]], caption: Unit | None, end: int, context: Context
) -> FoundTable:
    """The table of some rows of cells, the first of which is its head; it ends at ``end``."""
    made = tuple(
        tuple(
            TableCell(context.ledger.text([piece_of(unit, cell)]), header=number == 0)
            for cell in cells
        )
        for number, (cells, unit) in enumerate(rows)
    )
    spans = tuple(span_of(unit) for _, unit in rows)
    if caption is None:
        return FoundTable(Table(made, None, spans), end)
    title = context.ledger.caption([piece_of(caption)])
    return FoundTable(Table(made, title, (span_of(caption), *spans)), end)


def columns_of(unit: Unit) -> list[str] | None:
    """The cells of a line that wide blanks part; ``None`` for any other line."""
    if len(unit.lines) != 1 or "  " not in unit.text.replace("\t", "  ").replace("\u3000", "  "):
        return None
    cells = _GAP.split(_SPACED_NAME.sub(r"\g<one>\g<two>", unit.text.strip()))
    return cells if len(cells) >= 3 and all(width(cell) <= 16 for cell in cells) else None


_SUM = re.compile(
    r"^(?:合\s*[计計]|[总總]\s*[计計]|小\s*[计計]|共\s*[计計]|[总總]\s*[数數]|平\s*均|[总總]\s*和)(?:[值数數])?$"
)
_GAP = re.compile(r" {2,}|\t+|\u3000+")
_SPACED_NAME = re.compile(
    rf"(?:^|(?<=\u3000\u3000))(?P<one>[{HAN}])\u3000(?P<two>[{HAN}])(?=\u3000\u3000)"
)
"""某　某 where several wide blanks part the cells: one cell."""


def _with_empty(unit: Unit, columns: int) -> list[str] | None:
    """合计    11.6  100.0: a row of which the wide blanks, or its first word, tell the empty cells."""
    text = unit.text.strip()
    cells = _GAP.split(text)
    missing = columns - len(cells)
    if len(unit.lines) != 1 or len(cells) < 2 or not all(map(_FIGURE.match, cells[1:])):
        return None
    gaps = [len(gap.replace("\u3000", "  ").replace("\t", "  ")) for gap in _GAP.findall(text)]
    empty = [gap // min(gaps) - 1 for gap in gaps]
    if sum(empty) != missing and _SUM.match(cells[0]):
        empty = [missing, *[0] * (len(cells) - 2)]
    if sum(empty) != missing:
        return None
    filled = cells[:1]
    for cell, left in zip(cells[1:], empty, strict=True):
        filled += [*[""] * left, cell]
    return filled


def read_table(
    units: Sequence[Unit], start: int, context: Context, caption: Unit | None
) -> FoundTable | None:
    """Read the table that begins at a unit; ``None`` if the rows make no table."""
    if isinstance(units[start].lines[0], TableLine):
        return _read_spanned(units, start, context, caption)
    drawn = list(drawn_rows(units, start))
    barred = sum(one.text.startswith("|") for one in drawn) * 2 > len(drawn)
    drawn = [_without_bullet(one, context) if barred else one for one in drawn]
    rows = [(cells_of(one.text), one.units[-1]) for one in drawn if not one.rule]
    columns = max((len(cells) for cells, _ in rows), default=0)
    if columns < 2:
        return None
    record_rules(drawn, context)
    if sum(len(cells) == columns for cells, _ in rows) > 1:
        figures = _figures([cells for cells, _ in rows if len(cells) == columns])
        rows = [(_bar_lost(cells, columns, figures), unit) for cells, unit in rows]
    rows = _with_whole_rows(rows, columns)
    named = caption is None and _is_title_row([cells for cells, _ in rows])
    if named:
        cells, unit = rows.pop(0)
        caption = unit._replace(text=cells[0])
    loose = list(_loose(units, start + sum(len(one.units) for one in drawn), columns))
    rows += [(unit.text.split(), unit) for unit in loose]
    rule_at = next((at for at, one in enumerate(drawn) if one.rule), 0)
    header = max(1, rule_at - named) if rule_at else int(len(rows) > 1)
    made = tuple(
        tuple(
            TableCell(context.ledger.text([piece_of(unit, cell)]), header=number < header)
            for cell in cells + [""] * (columns - len(cells))
        )
        for number, (cells, unit) in enumerate(rows)
    )
    taken = [*(unit for one in drawn for unit in one.units), *loose]
    return FoundTable(_table(made, taken[named:], caption, context), start + len(taken))


_Read = tuple[list[str], Unit]
"""The cells of a row, and the unit on which it stands."""


def _with_whole_rows(rows: Sequence[_Read], columns: int) -> list[_Read]:
    """The rows of a table whose cells are all filled but in one that OCR has broken.

    | 冷藏3天 | 52% | 干硬 | | and | | | | 洒水 | below it are one; of | 四版 | 66首 429 | | the
    last cell stands in the one before it.
    """
    gaps = [at for at, (cells, _) in enumerate(rows) if not all(cells) or len(cells) < columns]
    if len(rows) < _FEWEST_WHOLE or len(gaps) not in (1, _PARTS) or gaps[0] == 0:
        return list(rows)
    at, (cells, unit) = gaps[0], rows[gaps[0]]
    if len(gaps) == 1:
        figures = _figures([row for row, _ in rows if row != cells])
        return [*rows[:at], (_moved(cells, figures), unit), *rows[at + 1 :]]
    below, last = rows[gaps[1]]
    lengths = len(cells) == len(below) == columns
    if gaps[1] != at + 1 or not lengths or any(bool(a) == bool(b) for a, b in zip(cells, below, strict=True)):  # fmt: skip
        return list(rows)
    if not cells[0] or sum(map(bool, below)) > 1:
        return list(rows)
    whole = [one or other for one, other in zip(cells, below, strict=True)]
    return [*rows[:at], (whole, unit._replace(lines=(*unit.lines, *last.lines))), *rows[at + 2 :]]


def _moved(cells: list[str], figures: Collection[int]) -> list[str]:
    """The cells of a row with the figure that stands in the cell before the empty one, in its own."""
    empty = [at for at, cell in enumerate(cells) if not cell]
    if len(empty) != 1 or not empty[0] or empty[0] not in figures:
        return cells
    words = cells[empty[0] - 1].rsplit(maxsplit=1)
    if len(words) != _PARTS or _FIGURE.match(words[1]) is None:
        return cells
    return [*cells[: empty[0] - 1], *words, *cells[empty[0] + 1 :]]


_FEWEST_WHOLE = 4
"""Rows of a table in which one that has empty cells stands out."""


_BULLET = re.compile(r"^[-*+]\s*(?=\|)")


def _without_bullet(drawn: Drawn, context: Context) -> Drawn:
    """- | 房租 | 31.5 | among rows that begin with bars: the mark of a list, and no cell."""
    hit = _BULLET.match(drawn.text) if not drawn.rule else None
    if hit is None:
        return drawn
    bare = drawn._replace(text=drawn.text[hit.end() :])
    if not bare.rule:  # a rule is left out with all that stands on its line
        context.ledger.drop(drawn.units[0].first, squeeze(hit[0]), "table-rule")
    return bare


def _figures(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The columns that have nothing but figures, the head of the table left aside."""
    columns = list(zip(*rows[1:], strict=True))
    return frozenset(at for at, column in enumerate(columns) if all(map(_FIGURE.match, column)))


def _bar_lost(cells: list[str], columns: int, figures: Collection[int] = ()) -> list[str]:
    """The cells of a row, of which one is two where a blank stands for a bar: | 换新的 水管两根 |.

    The row is short of one cell, and has no other blank. A figure stands where those of the
    other rows do: | 房租（万元） 31.5 |, | 水费 | 14 9 |.
    """
    blanks = [(at, cell) for at, cell in enumerate(cells) if " " in cell]
    if len(cells) != columns - 1 or len(blanks) != 1:
        return cells
    at, cell = blanks[0]
    parts = cell.split(" ")
    words = all(has_han(part) and "$" not in part for part in parts)
    counted = at + 1 in figures and _FIGURE.match(parts[-1]) is not None
    first = _FIGURE.match(parts[0]) is not None if at in figures else has_han(parts[0])
    if len(parts) != _PARTS or not (words or (counted and first)):
        return cells
    return [*cells[:at], *parts, *cells[at + 1 :]]


_PARTS = 2
"""Cells of which OCR makes one."""


def _is_title_row(rows: Sequence[Sequence[str]]) -> bool:
    """True for | 春播日程 | | | above a full row: the title of a table, read as its first row."""
    return (
        len(rows) >= TITLED
        and len(rows[0]) == len(rows[1]) > 1
        and has_han(rows[0][0])
        and not any(rows[0][1:])
        and all(rows[1])
    )


def _table(
    rows: tuple[tuple[TableCell, ...], ...],
    units: Sequence[Unit],
    caption: Unit | None,
    context: Context,
) -> Table:
    spans = tuple(span_of(unit) for unit in units)
    if caption is None:
        return Table(rows, None, spans)
    title = context.ledger.caption([piece_of(caption)])
    return Table(rows, title, (span_of(caption), *spans))


def _read_spanned(
    units: Sequence[Unit], start: int, context: Context, caption: Unit | None
) -> FoundTable:
    """Read the rows of an HTML table, whose cells tell how far they reach."""
    taken = [units[start]]
    for unit in units[start + 1 :]:
        if unit.gap or not isinstance(unit.lines[0], TableLine):
            break
        taken.append(unit)
    lines = [line for unit in taken for line in unit.lines if isinstance(line, TableLine)]
    named = caption is None and spans_title([line.spans for line in lines])
    if named:
        head = taken[0]
        caption = head._replace(text=cells_of(head.text)[0])
        context.ledger.drop(head.first, "|" * head.text.count("|"), "table-rule")
    taken, lines = taken[named:], lines[named:]
    grid = tiled([line.spans for line in lines])
    heads = head_rows(grid)
    rows = []
    for number, (unit, reaches) in enumerate(zip(taken, grid, strict=True)):
        texts = [*cells_of(unit.text), *[""] * len(reaches)]
        rows.append(
            tuple(
                TableCell(
                    context.ledger.text([piece_of(unit, text)]),
                    header=header or number < heads,
                    colspan=columns,
                    rowspan=depth,
                )
                for text, (columns, depth, header) in zip(texts, reaches, strict=False)
            )
        )
        context.ledger.drop(unit.first, "|" * unit.text.count("|"), "table-rule")
    return FoundTable(_table(tuple(rows), taken, caption, context), start + named + len(taken))


_FIGURE = re.compile(r"^(?:[-－–—…/／]|[+-]?\d[\d.,]*[%％‰]?)$")


def _loose(units: Sequence[Unit], at: int, columns: int) -> Iterator[Unit]:
    """The rows below a table that have lost their bars: 闲置 140 44.2 —."""
    while at < len(units) and columns > 2:
        cells = units[at].text.split()
        if len(cells) != columns or not all(map(_FIGURE.match, cells[1:])):
            return
        yield units[at]
        at += 1
