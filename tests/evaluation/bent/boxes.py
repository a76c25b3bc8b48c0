"""Damage to boxes: their labels, their lines, their sources and what stands around them."""

from __future__ import annotations

import dataclasses

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Boxed
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, letters, lost, misread
from tests.evaluation.moved_forms import DASHES, Moved, first_cut, spread, until_box
from tests.evaluation.placing import inner
from tests.evaluation.reading import IssueReading
from tests.evaluation.told_forms import ROW

_DASH = re.compile(r"^\s*[—–―─-]{1,3}\s*")
_BRACKETS = "【】[]〔〕■□◆●▎"
_MARKS = f"{_BRACKETS}：:"
_PART = 12


def _relabelled(sheet: Sheet, box: Boxed, label: str) -> IssueReading:
    """The truth with another label of a box."""
    item = box.placed.item
    read = dataclasses.replace(box.placed.box, label=label)
    told = dataclasses.replace(item, box=read)
    return sheet.with_items(box.article, box.placed.at, 1, told)


# --- labels -------------------------------------------------------------------------------


@bends(places.labelled)
def label_on_text(sheet: Sheet, box: Boxed) -> Bend | None:
    """The label of a box stands before its first words, on their line."""
    row = box.label.row if box.label else -1
    under = sheet.below(row)
    alone = letters(sheet.lines[row]) == letters(box.placed.box.label)
    if not alone or under not in box.rows:
        return None
    return sheet.glued(row, under, sheet.chance.choice(("", " ", "　")))


@bends(places.labelled)
def label_apart(sheet: Sheet, box: Boxed) -> Bend | None:
    """The label of a box stands on a line of its own, though its text or title stood behind it."""
    label = box.label
    if label is None:
        return None
    line = sheet.lines[label.row]
    end = label.last
    while end < len(line) and (line[end] in _MARKS or line[end].isspace()):
        end += 1
    if end >= len(line) or ROW.match(line):
        return None
    return sheet.bent({label.row: [line[:end].rstrip(), line[end:]]})


@bends(places.labelled)
def label_misread(sheet: Sheet, box: Boxed) -> Bend | None:
    """A character of the label of a box is read as another one."""
    return sheet.struck([box.label], misread) if box.label else None


@bends(places.labelled)
def label_char_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """A character of the label of a box is not read."""
    label = box.label
    return sheet.struck([label], lost) if label and label.last - label.first > 2 else None


@bends(places.labelled)
def label_spaced(sheet: Sheet, box: Boxed) -> Bend | None:
    """A blank stands between the characters of the label of a box."""
    label = box.label
    return sheet.spliced(label, " ".join(sheet.text(label))) if label else None


@bends(places.labelled)
def label_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """The label of a box that tells its source is not read; it is not asked for."""
    label, own = box.label, box.placed.box
    if label is None or not own.attribution or own.title:
        return None
    line = sheet.lines[label.row]
    if letters(line[: label.first]):
        return None
    rest = line[label.last :].lstrip(f"{_MARKS} 　")
    lines = [rest] if letters(rest) else []
    return sheet.bent({label.row: lines}, _relabelled(sheet, box, ""))


@bends(places.labelled)
def label_twice(sheet: Sheet, box: Boxed) -> Bend | None:
    """The label of a box is read twice."""
    row = box.label.row if box.label else -1
    line = sheet.lines[row]
    alone = letters(line) == letters(box.placed.box.label)
    return sheet.bent({row: [line, line]}) if alone else None


@bends(places.labelled)
def label_bracket_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """A bracket or a square beside the label of a box is not read."""
    label = box.label
    if label is None:
        return None
    line = sheet.lines[label.row]
    spots = [
        at for at in (label.first - 1, label.last) if 0 <= at < len(line) and line[at] in _BRACKETS
    ]
    if not spots:
        return None
    spot = sheet.chance.choice(spots)
    return sheet.spliced(Piece(label.row, spot, spot + 1), "")


# --- lines --------------------------------------------------------------------------------


@bends(places.boxes)
def box_blanks_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """The blank lines around a box are lost."""
    blanks = sheet.blanks(box.rows)
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.boxes)
def box_inner_blanks_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """The blank lines within a box are lost."""
    blanks = [row for row in box.rows if sheet.blank(row)]
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.boxes)
def box_moved(sheet: Sheet, box: Boxed) -> Bend | None:
    """A box stands in the middle of a sentence of a paragraph near it."""
    article = sheet.truth.articles[box.article]
    if box.placed.within:
        return None
    moved = Moved(sheet.case)
    item, cut = first_cut(moved.ground, until_box(article, box.placed.at))
    if item is None or cut is None:
        return None
    moved.move(box.placed, item, cut, spread)
    return sheet.as_case(moved.made())


@bends(places.boxes)
def box_on_text(sheet: Sheet, box: Boxed) -> Bend | None:
    """What stands below a box goes on right below its last line, without a blank one."""
    end = sheet.below(box.rows.stop - 1)
    blanks = range(box.rows.stop, end)
    return sheet.bent({row: [] for row in blanks}) if end >= 0 and blanks else None


@bends(places.boxes)
def box_cut_by_blank(sheet: Sheet, box: Boxed) -> Bend | None:
    """A paragraph of a box is cut by a blank line in the middle of a sentence."""
    return _torn(sheet, box, [""])


@bends(places.boxes)
def box_cut_by_page(sheet: Sheet, box: Boxed) -> Bend | None:
    """A page ends within a box: a folio or a running head stands in the middle of a sentence."""
    heads = places.running_heads(sheet)
    lines = [places.some_folio(sheet, box.article), *(sheet.lines[row] for row in heads[:1])]
    return _torn(sheet, box, sheet.gap(sheet.chance.choice(lines)))


def _torn(sheet: Sheet, box: Boxed, between: list[str]) -> Bend | None:
    row = max(box.rows, key=lambda one: len(sheet.lines[one]))
    line = sheet.lines[row]
    place = inner(line) if not ROW.match(line) else 0
    if not place and row + 1 in box.rows and not sheet.blank(row + 1):
        below = sheet.lines[row + 1].strip()
        fits = is_han(line.rstrip()[-1]) and is_han(below[0]) and len(below) > _PART
        return sheet.bent({row: [line, *between]}) if fits else None
    return sheet.bent({row: [line[:place], *between, line[place:]]}) if place else None


@bends(places.boxes)
def box_title_on_text(sheet: Sheet, box: Boxed) -> Bend | None:
    """The title of a box stands before its first words, on their line."""
    title = letters(box.placed.box.title)
    row = next((one for one in box.rows if letters(sheet.lines[one]).endswith(title)), -1)
    under = sheet.below(row) if row >= 0 and title else -1
    if under not in box.rows:
        return None
    return sheet.glued(row, under, sheet.chance.choice((" ", "　")))


# --- sources ------------------------------------------------------------------------------


@bends(places.sourced)
def source_on_text(sheet: Sheet, box: Boxed) -> Bend | None:
    """The source of a box stands behind its last words, on their line."""
    last = box.rows.stop - 1
    over = sheet.above(last)
    alone = letters(sheet.lines[last]) == letters(box.placed.box.attribution)
    return sheet.glued(over, last, "") if alone and over in box.rows else None


@bends(places.sourced)
def source_apart(sheet: Sheet, box: Boxed) -> Bend | None:
    """The source of a box is parted from it by a blank line."""
    last = box.rows.stop - 1
    alone = letters(sheet.lines[last]) == letters(box.placed.box.attribution)
    return sheet.bent({last: ["", sheet.lines[last]]}) if alone else None


@bends(places.sourced)
def source_cut(sheet: Sheet, box: Boxed) -> Bend | None:
    """The source of a box stands on two lines."""
    last = box.rows.stop - 1
    line = sheet.lines[last].strip()
    alone = letters(line) == letters(box.placed.box.attribution)
    work = line.find("《")
    place = work if work > 2 else len(line) // 2 + 1
    return sheet.bent({last: [line[:place], line[place:]]}) if alone else None


@bends(places.sourced)
def source_dash_lost(sheet: Sheet, box: Boxed) -> Bend | None:
    """The dash before the source of a box is not read."""
    return _dashed(sheet, box, "")


@bends(places.sourced)
def source_dash_misread(sheet: Sheet, box: Boxed) -> Bend | None:
    """The dash before the source of a box is read as something else."""
    return _dashed(sheet, box, sheet.chance.choice(DASHES))


def _dashed(sheet: Sheet, box: Boxed, dash: str) -> Bend | None:
    last = box.rows.stop - 1
    hit = _DASH.match(sheet.lines[last])
    return sheet.spliced(Piece(last, 0, hit.end()), dash) if hit else None
