"""Damage to talks: the names of who speaks, and the turns."""

from __future__ import annotations

from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Text
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, misread

_COLON = "：:"
_MISREAD = ("；", "。", ".", "·", ";", "，")


def _label(sheet: Sheet, text: Text) -> Piece | None:
    """Where the name of who speaks stands, without its colon."""
    row = text.rows[0]
    first = sheet.lines[row].find(text.item.speaker)
    last = first + len(text.item.speaker)
    behind = sheet.lines[row][last : last + 1]
    return Piece(row, first, last) if first >= 0 and behind and behind in _COLON else None


def _colon(sheet: Sheet, text: Text, read: str) -> Bend | None:
    label = _label(sheet, text)
    return sheet.spliced(Piece(label.row, label.last, label.last + 1), read) if label else None


@bends(places.turns)
def colon_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The colon behind who speaks is not read, but a blank."""
    return _colon(sheet, text, sheet.chance.choice((" ", "　")))


@bends(places.turns)
def colon_half(sheet: Sheet, text: Text) -> Bend | None:
    """The colon behind who speaks is one of half the width."""
    return _colon(sheet, text, sheet.chance.choice((":", ": ")))


@bends(places.turns)
def colon_misread(sheet: Sheet, text: Text) -> Bend | None:
    """The colon behind who speaks is read as another mark."""
    return _colon(sheet, text, sheet.chance.choice(_MISREAD))


@bends(places.turns)
def speaker_misread(sheet: Sheet, text: Text) -> Bend | None:
    """A character of who speaks is read as another one."""
    label = _label(sheet, text)
    return sheet.struck([label], misread) if label else None


@bends(places.turns)
def speaker_spaced(sheet: Sheet, text: Text) -> Bend | None:
    """Blanks stand between the characters of who speaks, or before the colon."""
    label = _label(sheet, text)
    if label is None:
        return None
    name = sheet.text(label)
    return sheet.spliced(label, " ".join(name) if len(name) > 1 else f"{name} ")


@bends(places.turns)
def speaker_apart(sheet: Sheet, text: Text) -> Bend | None:
    """Who speaks stands on a line of its own above what is said."""
    label = _label(sheet, text)
    if label is None:
        return None
    line = sheet.lines[label.row]
    between = [""] if sheet.chance.random() < 0.5 else []
    return sheet.bent({label.row: [line[: label.last + 1], *between, line[label.last + 1 :]]})


@bends(places.turns)
def turn_glued(sheet: Sheet, text: Text) -> Bend | None:
    """A turn stands behind the one above it, on its line."""
    over = sheet.above(text.rows[0])
    above = next((one for one in places.turns(sheet) if over == one.rows[-1]), None)
    return sheet.glued(over, text.rows[0], "") if above else None


@bends(places.turns)
def turn_blanks_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The blank lines around a turn are lost."""
    blanks = sheet.blanks(text.rows)
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.turns)
def turn_cut(sheet: Sheet, text: Text) -> Bend | None:
    """A turn is cut by a blank line in the middle of a sentence."""
    cut = sheet.ground.cut(text.item, sheet.chance.uniform(0.2, 0.7))
    if cut is None:
        return None
    return sheet.bent({cut.line: [cut.first, "", *([cut.second] if cut.second else [])]})
