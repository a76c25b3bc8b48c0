"""Damage to mastheads, running heads and folios."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, letters, misread

_DIGITS = str.maketrans("0123456789", "OlZ34SbTBg")
_MISREAD = ("；", ".", "·", ";", "，")


def _colon(sheet: Sheet, row: int) -> Piece:
    line = sheet.lines[row]
    first = next(at for at, char in enumerate(line) if char in "：:")
    return Piece(row, first, first + 1)


# --- masthead -----------------------------------------------------------------------------


@bends(places.masthead)
def masthead_colon_lost(sheet: Sheet, row: int) -> Bend:
    """The colon behind a label of the masthead is not read, but a blank."""
    return sheet.spliced(_colon(sheet, row), " ")


@bends(places.masthead)
def masthead_colon_misread(sheet: Sheet, row: int) -> Bend:
    """The colon behind a label of the masthead is read as another mark."""
    return sheet.spliced(_colon(sheet, row), sheet.chance.choice(_MISREAD))


@bends(places.masthead)
def masthead_label_misread(sheet: Sheet, row: int) -> Bend | None:
    """A character of a label of the masthead is read as another one."""
    return sheet.struck([Piece(row, 0, _colon(sheet, row).first)], misread)


@bends(places.masthead)
def masthead_glued(sheet: Sheet, row: int) -> Bend | None:
    """Two lines of the masthead stand on one."""
    under = sheet.below(row)
    return sheet.glued(row, under, "  ") if under in places.masthead(sheet) else None


@bends(places.masthead)
def masthead_cut(sheet: Sheet, row: int) -> Bend:
    """What a label of the masthead tells stands on the line below it."""
    line, colon = sheet.lines[row], _colon(sheet, row)
    return sheet.bent({row: [line[: colon.last], line[colon.last :].strip()]})


@bends(places.masthead)
def masthead_late(sheet: Sheet, row: int) -> Bend | None:
    """A line of the masthead stands between two articles."""
    heads = [one for one in places.heads(sheet) if one.title.start > row][1:]
    if not heads:
        return None
    first = sheet.chance.choice(heads).title.start
    own = sheet.gap(sheet.lines[row])
    return sheet.bent({row: [], first: [*own, sheet.lines[first]]})


# --- furniture ----------------------------------------------------------------------------


@bends(places.folios)
def folio_misread(sheet: Sheet, row: int) -> Bend:
    """The digits of a folio are read as letters."""
    return sheet.bent({row: [sheet.lines[row].translate(_DIGITS)]})


@bends(places.folios)
def folio_on_text(sheet: Sheet, row: int) -> Bend | None:
    """A folio stands behind the text above it, on its line."""
    over = sheet.above(row)
    own = next((one for one in places.paragraphs(sheet) if over in one.rows), None)
    return sheet.glued(over, row, " ") if own else None


@bends(places.folios)
def folio_lost(sheet: Sheet, row: int) -> Bend:
    """A folio is not read; a blank line stays."""
    return sheet.bent({row: [""]})


@bends(places.running_heads)
def running_head_misread(sheet: Sheet, row: int) -> Bend | None:
    """A character of a running head is read as another one."""
    return sheet.struck([Piece(row, 0, len(sheet.lines[row]))], misread)


@bends(places.running_heads)
def running_head_on_text(sheet: Sheet, row: int) -> Bend | None:
    """A running head stands before the text below it, on its line."""
    under = sheet.below(row)
    own = next((one for one in places.paragraphs(sheet) if under in one.rows), None)
    return sheet.glued(row, under, " ") if own else None


@bends(places.running_heads)
def running_head_cut(sheet: Sheet, row: int) -> Bend | None:
    """A running head stands on two lines."""
    line = sheet.lines[row].strip()
    spots = [
        hit.start()
        for hit in re.finditer(r"[\s　]+", line)
        if letters(line[: hit.start()]) and letters(line[hit.end() :])
    ]
    if spots:
        spot = sheet.chance.choice(spots)
        return sheet.bent({row: [line[:spot], line[spot:].strip()]})
    middle = len(line) // 2
    fits = middle > 1 and all(map(is_han, line[middle - 1 : middle + 1]))
    return sheet.bent({row: [line[:middle], line[middle:]]}) if fits else None


@bends(places.running_heads)
def running_head_blanks_lost(sheet: Sheet, row: int) -> Bend | None:
    """The blank lines around a running head are lost."""
    blanks = sheet.blanks(range(row, row + 1))
    return sheet.bent({at: [] for at in blanks}) if blanks else None
