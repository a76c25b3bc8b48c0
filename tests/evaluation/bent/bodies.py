"""Damage to the texts of articles: paragraphs, notes, verse, tables and lists."""

from __future__ import annotations

import dataclasses
import itertools

from converter.hanzi import is_han
from tests.damage.noise import half_width, straight
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Text
from tests.evaluation.bent.sheet import Bend, Sheet
from tests.evaluation.placing import Cut
from tests.evaluation.reading import IssueReading
from tests.evaluation.told_forms import ROW, SCRAPS

_MEASURE, _SPACED, _PART = 32, 12, 20
"""Characters of a printed line, of a stretch with blanks, and of each part of a paragraph."""
_STOPS = "。！？"


def _cut(sheet: Sheet, text: Text) -> Cut | None:
    """A place between two characters of a paragraph."""
    share = sheet.chance.uniform(0.2, 0.7)
    return sheet.ground.cut(text.item, share)


def _put(sheet: Sheet, cut: Cut | None, lines: list[str], *truths: IssueReading) -> Bend | None:
    """Lines within a paragraph."""
    if cut is None:
        return None
    rest = [cut.second] if cut.second else []
    return sheet.bent({cut.line: [cut.first, *lines, *rest]}, *truths)


def _retold(sheet: Sheet, text: Text, *told: str) -> IssueReading:
    """The truth with other paragraphs in place of one."""
    items = (dataclasses.replace(text.item, text=one) for one in told)
    return sheet.with_items(text.article, text.at, 1, *items)


# --- cuts ---------------------------------------------------------------------------------


@bends(places.long_paragraphs)
def cut_by_blank(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph is cut by a blank line in the middle of a sentence."""
    return _put(sheet, _cut(sheet, text), [""])


@bends(places.long_paragraphs)
def cut_by_lines(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph is cut in the middle of a sentence, without a blank line."""
    cut = _cut(sheet, text)
    return _put(sheet, cut, []) if cut is not None and cut.second else None


@bends(places.long_paragraphs)
def cut_at_stop(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph is cut by a blank line behind a full stop; it may be one or two."""
    line = sheet.lines[text.rows[0]]
    told = text.item.text
    spots = [
        at + 1
        for at in range(_PART, len(told) - _PART)
        if told[at] in _STOPS and is_han(told[at + 1])
    ]
    if len(text.rows) > 1 or not spots or told not in line:
        return None
    spot = sheet.chance.choice(spots)
    first = line.index(told) + spot
    truths = (sheet.truth, _retold(sheet, text, told[:spot], told[spot:]))
    return sheet.bent({text.rows[0]: [line[:first], "", line[first:]]}, *truths)


@bends(places.long_paragraphs)
def cut_by_folio(sheet: Sheet, text: Text) -> Bend | None:
    """A folio stands in the middle of a sentence."""
    return _put(sheet, _cut(sheet, text), sheet.gap(places.some_folio(sheet, text.article)))


@bends(places.long_paragraphs)
def cut_by_running_head(sheet: Sheet, text: Text) -> Bend | None:
    """A running head stands in the middle of a sentence: one that there is, or of the magazine."""
    rows = places.running_heads(sheet)
    name = sheet.truth.masthead.get("title", "")
    if not rows and not name:
        return None
    line = sheet.lines[sheet.chance.choice(rows)] if rows else name
    return _put(sheet, _cut(sheet, text), sheet.gap(line))


@bends(places.long_paragraphs)
def cut_by_scrap(sheet: Sheet, text: Text) -> Bend | None:
    """A speck of the paper stands in the middle of a sentence, on a line of its own."""
    return _put(sheet, _cut(sheet, text), [sheet.chance.choice(SCRAPS)])


@bends(places.long_paragraphs)
def wrapped(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph stands in printed lines, in an issue that has paragraphs on one."""
    line = sheet.lines[text.rows[0]]
    if len(text.rows) > 1 or ROW.match(line):
        return None
    parts, first = [], 0
    while first < len(line):
        last = first + _MEASURE
        while last < len(line) and not line[last].isalnum():
            last += 1
        parts.append(line[first:last])
        first = last
    return sheet.bent({text.rows[0]: parts})


@bends(places.long_paragraphs)
def large_first(sheet: Sheet, text: Text) -> Bend | None:
    """The first character of an article stands on a line of its own."""
    line = sheet.lines[text.rows[0]].strip()
    first = text.at == 0 and is_han(line[0]) and "：" not in line[:8]
    return sheet.bent({text.rows[0]: [line[0], line[1:]]}) if first else None


# --- seams --------------------------------------------------------------------------------


@bends(places.long_paragraphs)
def seam_doubled(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph is cut, and the characters before the cut are read once more behind it."""
    cut = _cut(sheet, text)
    if cut is None or not cut.second or not sheet.ground.exact(text.item.text):
        return None
    again = cut.first[-sheet.chance.choice((2, 3, 4)) :]
    if not again.isalpha() or len(set(again)) < len(again) or "一" in again:
        return None
    return _put(sheet, Cut(cut.line, cut.first, again + cut.second), [""])


@bends(places.long_paragraphs)
def seam_lost(sheet: Sheet, text: Text) -> Bend | None:
    """A paragraph is cut, and the character behind the cut is not read; nor is it asked for."""
    cut = _cut(sheet, text)
    if cut is None or not cut.second or not sheet.ground.exact(text.item.text):
        return None
    place = len(cut.first.lstrip())
    told = text.item.text
    without = told[:place] + told[place + 1 :]
    bare = Cut(cut.line, cut.first, cut.second[1:])
    return _put(sheet, bare, [""], _retold(sheet, text, without), sheet.truth)


@bends(places.long_paragraphs)
def line_twice(sheet: Sheet, text: Text) -> Bend | None:
    """The last printed line of a page is read once more at the top of the next one."""
    cut = _cut(sheet, text)
    if cut is None or not cut.second or len(cut.first) < _PART:
        return None
    return _put(sheet, Cut(cut.line, cut.first, cut.first[-_PART:] + cut.second), [""])


# --- between paragraphs -------------------------------------------------------------------


@bends(places.neighbours)
def blank_lost(sheet: Sheet, pair: tuple[Text, Text]) -> Bend | None:
    """The blank line between two paragraphs is lost."""
    between = range(pair[0].rows.stop, pair[1].rows.start)
    return sheet.bent({row: [] for row in between}) if between else None


@bends(places.neighbours)
def paragraphs_glued(sheet: Sheet, pair: tuple[Text, Text]) -> Bend | None:
    """Two paragraphs stand on one line; they may be one."""
    one, other = pair
    plain = {one.item.role, other.item.role} <= {"", "body", "answer"}
    ends = sheet.lines[one.rows.stop - 1].rstrip()[-1] == one.item.text[-1]
    if not plain or not (one.exact and other.exact and ends):
        return None
    joined = dataclasses.replace(one.item, text=one.item.text + other.item.text)
    truth = sheet.with_items(one.article, one.at, 2, joined)
    return sheet.glued(one.rows.stop - 1, other.rows.start, "", sheet.truth, truth)


@bends(places.neighbours)
def folio_between(sheet: Sheet, pair: tuple[Text, Text]) -> Bend | None:
    """A folio stands between two paragraphs, right below the first."""
    last = pair[0].rows.stop - 1
    return sheet.bent({last: [sheet.lines[last], places.some_folio(sheet, pair[0].article)]})


# --- characters ---------------------------------------------------------------------------


@bends(places.long_paragraphs)
def half_marks(sheet: Sheet, text: Text) -> Bend | None:
    """The marks of a paragraph are of half the width."""
    if text.item.role not in ("body", "question", "answer"):
        return None
    return sheet.bent({row: [half_width(sheet.lines[row])] for row in text.rows})


@bends(places.long_paragraphs)
def straight_quotes(sheet: Sheet, text: Text) -> Bend | None:
    """The quotation marks of a paragraph are straight."""
    return sheet.bent({row: [straight(sheet.lines[row])] for row in text.rows})


@bends(places.long_paragraphs)
def spaced(sheet: Sheet, text: Text) -> Bend | None:
    """A stretch of a paragraph has blanks between its characters."""
    row = sheet.chance.choice(text.rows)
    line = sheet.lines[row]
    spots = [
        at
        for at in range(len(line) - _SPACED)
        if all(is_han(char) for char in line[at : at + _SPACED])
    ]
    if not spots:
        return None
    first = sheet.chance.choice(spots)
    stretch = " ".join(line[first : first + _SPACED])
    return sheet.bent({row: [line[:first] + stretch + line[first + _SPACED :]]})


@bends(places.paragraphs)
def stop_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The full stop of a paragraph is not read; the sentence may well go on in the next one."""
    row, told = text.rows[-1], text.item.text
    line = sheet.lines[row].rstrip()
    if not (text.exact and line.endswith("。") and told.endswith("。")):
        return None
    truths = [sheet.truth, _retold(sheet, text, told[:-1])]
    below = sheet.truth.articles[text.article].items[text.at + 1 : text.at + 2]
    if below and below[0].kind == "paragraph":
        joined = dataclasses.replace(text.item, text=told[:-1] + below[0].text)
        truths.append(sheet.with_items(text.article, text.at, 2, joined))
    return sheet.bent({row: [line[:-1]]}, *truths)


@bends(places.paragraphs)
def stop_half(sheet: Sheet, text: Text) -> Bend | None:
    """The full stop of a paragraph is one of half the width."""
    row = text.rows[-1]
    line = sheet.lines[row].rstrip()
    fits = line.endswith("。") and text.item.text.endswith("。")
    return sheet.bent({row: [line[:-1] + "."]}) if fits else None


# --- what is no paragraph -----------------------------------------------------------------


@bends(places.notes)
def note_in_sentence(sheet: Sheet, note: places.Note) -> Bend | None:
    """A note of an article stands in the middle of one of its sentences."""
    own = [one for one in places.long_paragraphs(sheet) if one.article == note.article]
    sheet.chance.shuffle(own)
    cut = next((cut for one in own if (cut := _cut(sheet, one)) is not None), None)
    if cut is None or cut.line in note.rows:
        return None
    rest = [cut.second] if cut.second else []
    lines = [cut.first, *sheet.gap(*(sheet.lines[row] for row in note.rows)), *rest]
    return sheet.bent({row: list[str]() for row in note.rows} | {cut.line: lines})


@bends(places.verses)
def stanza_cut(sheet: Sheet, text: Text) -> Bend | None:
    """A stanza is cut by a folio; it may be one or two."""
    rows = [row for row in text.rows if not sheet.blank(row)]
    lines = text.item.text.split("\n")
    pairs = [
        (at, row) for at, (row, under) in enumerate(itertools.pairwise(rows), 1) if under == row + 1
    ]
    if len(rows) != len(lines) or not pairs or not text.exact:
        return None
    place, row = sheet.chance.choice(pairs)
    parts = ("\n".join(lines[:place]), "\n".join(lines[place:]))
    truths = (sheet.truth, _retold(sheet, text, *parts))
    folio = sheet.gap(places.some_folio(sheet, text.article))
    return sheet.bent({row: [sheet.lines[row], *folio]}, *truths)


@bends(places.verses)
def verse_blanks_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The blank lines between verse and what stands around it are lost."""
    items = sheet.truth.articles[text.article].items
    near = (*items[max(0, text.at - 1) : text.at], *items[text.at + 1 : text.at + 2])
    blanks = sheet.blanks(text.rows)
    if not blanks or any(one.kind == "verse" for one in near):
        return None
    return sheet.bent({row: [] for row in blanks})


@bends(places.table_rows)
def row_cut(sheet: Sheet, row: int) -> Bend | None:
    """A row of a table breaks off behind one of its cells, or within it."""
    line = sheet.lines[row]
    bars = [at + 1 for at, char in enumerate(line[:-1]) if char == "|" and at]
    if not bars:
        return None
    place = sheet.chance.choice(bars)
    return sheet.bent({row: [line[:place], line[place:].lstrip()]})


@bends(places.listed_items)
def list_item_glued(sheet: Sheet, text: Text) -> Bend | None:
    """An item of a list stands behind the one above it, on its line."""
    over = sheet.above(text.rows.start)
    above = next((one for one in places.listed_items(sheet) if over in one.rows), None)
    return sheet.glued(over, text.rows.start, " ") if above else None
