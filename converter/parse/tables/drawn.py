"""Rows and rules of tables as they are drawn, of which OCR may have broken some over lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import squeeze
from converter.memo import per_issue
from converter.parse.context import Context
from converter.parse.kinds import is_credit, labelled
from converter.segment import TableLine, Unit
from converter.values import NamedTuple

_RULE = re.compile(r"^[\s|:+\-=—]+$")


@per_issue(65536)
def is_row(text: str) -> bool:
    """True for a line that is a row of a pipe table."""
    if text.startswith("|"):
        return True
    return text.count("|") >= 2 and not is_credit(text) and labelled(text) is None


class Drawn(NamedTuple):
    """A row, or a rule between rows, and the units over which OCR has broken it."""

    text: str
    units: Sequence[Unit]

    @property
    def rule(self) -> bool:
        """True for what is drawn and holds no text."""
        return _RULE.match(self.text) is not None


def drawn_rows(units: Sequence[Unit], start: int) -> Iterator[Drawn]:
    """The rows and rules from a unit on, as long as one follows the other."""
    index, columns = start, _ruled_columns(units, start)
    while index < len(units) and _opens_row(units[index].text):
        if index > start and units[index].gap and isinstance(units[index].lines[0], TableLine):
            break  # another table
        text, begun = units[index].text, index
        index += 1
        while (
            index < len(units)
            and _goes_on(text, units[index], columns)
            and not _is_below(text, units, index, columns)
        ):
            text = f"{text} {units[index].text}"
            index += 1
        columns = columns or len(cells_of(text))
        yield Drawn(text, units[begun:index])


def _ruled_columns(units: Sequence[Unit], start: int) -> int:
    """The columns of the rule below the head, which OCR may have broken; 0 without one."""
    below = (unit.text for unit in units[start + 1 : start + _HEAD_LINES])
    rule = next((text for text in below if "|" in text and _RULE.match(text)), "")
    return len(cells_of(rule)) if rule else 0


_HEAD_LINES = 4
"""Lines of a head and the rule below it."""


def _opens_row(text: str) -> bool:
    return is_row(text) or (_RULE.match(text) is not None and "|" in text)


def _goes_on(row: str, following: Unit, columns: int) -> bool:
    """True if a row has not ended, and the next unit is none of its own.

    Broken before or behind a bar or within a cell, the two have the cells of the table's first row.
    """
    if following.gap:
        return False
    ended = row.rstrip().endswith("|")
    if following.text.startswith("|"):
        return not ended and len(cells_of(row)) + len(cells_of(following.text)) == columns > 1
    if ended or is_row(following.text):
        cells = len(cells_of(row)) + len(cells_of(following.text)) - (not ended)
        return columns > 1 and "|" in following.text and cells == columns
    return True


def _is_below(row: str, units: Sequence[Unit], at: int, columns: int) -> bool:
    """True for a line below the last row of a table without outer bars: 资料来源：……."""
    if row.startswith("|") or columns < _LEAST_COLUMNS or len(cells_of(row)) != columns:
        return False
    after = units[at + 1] if at + 1 < len(units) else None
    within = after is not None and not after.gap and is_row(after.text)
    return not is_row(units[at].text) and not within


_LEAST_COLUMNS = 2


def cells_of(text: str) -> list[str]:
    """The cells between the bars of a row."""
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def record_rules(drawn: Sequence[Drawn], context: Context) -> None:
    """What draws the table and is no text of it: whole rules, and the bars of other rows."""
    for one in drawn:
        for number, text in (line for unit in one.units for line in unit.bare_lines()):
            lost = squeeze(text) if one.rule else "|" * text.count("|")
            context.ledger.drop(number, lost, "table-rule")
