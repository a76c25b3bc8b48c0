"""Damage to headings."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container

from converter import patterns as re
from tests.evaluation.bent import places
from tests.evaluation.bent.kinds import bends
from tests.evaluation.bent.places import Text
from tests.evaluation.bent.sheet import Bend, Sheet, Stroke, lost, misread
from tests.evaluation.reading import IssueReading

_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|第[一二三四五六七八九十]{1,3}[、，]?"
    r"|\d{1,2}(?:\.\d{1,2}){0,2}(?:[.．、]|(?=[\s　]))|[壹贰叁肆伍陆柒捌玖拾][、｜]?)[\s　]*"
)
_READ = {"一": "－", "二": "＝", "三": "兰", "四": "囚", "十": "+", "1": "l", "2": "Z", "0": "O"}
_MARKS = {"、": (".", " ", "，", "丶"), "（": ("〈", "{"), "(": ("〈", "{"), ".": (",", " ", "。")}
_SHORT, _LEVELS = 8, (1, 2, 3)
"""Characters of a heading on two lines, and the levels that one without its number may have."""


def _number(sheet: Sheet, text: Text) -> str:
    """The number before a heading with the blanks behind it, "" if it has none."""
    line = sheet.lines[text.rows[0]].strip()
    hit = _NUMBER.match(line)
    return hit[0] if hit and hit.end() < len(line) and line[hit.end()].isalpha() else ""


def _reread(
    sheet: Sheet, text: Text, readings: Container[str], read: Callable[[str], str]
) -> Bend | None:
    """A heading of whose number one of the characters with ``readings`` is read as another one."""
    number = _number(sheet, text)
    spots = [at for at, char in enumerate(number) if char in readings]
    if not spots:
        return None
    spot = sheet.chance.choice(spots)
    reread = number[:spot] + read(number[spot]) + number[spot + 1 :]
    return sheet.reworded(text.rows[0], number, reread)


def _retold(sheet: Sheet, text: Text, told: str, level: int = 0) -> IssueReading:
    """The truth with another text of a heading."""
    item = dataclasses.replace(text.item, text=told, level=level or text.item.level)
    return sheet.with_items(text.article, text.at, 1, item)


# --- lines --------------------------------------------------------------------------------


@bends(places.headings)
def heading_on_text_above(sheet: Sheet, text: Text) -> Bend | None:
    """A heading stands behind the last words of the paragraph above, on their line."""
    over = sheet.above(text.rows[0])
    above = next((one for one in places.paragraphs(sheet) if over == one.rows[-1]), None)
    if above is None or not _number(sheet, text):
        return None
    return sheet.glued(over, text.rows[0], sheet.chance.choice(("", " ")))


@bends(places.headings)
def heading_on_text(sheet: Sheet, text: Text) -> Bend | None:
    """A heading stands before the first words of its text, on their line."""
    under = sheet.below(text.rows[0])
    below = next((one for one in places.paragraphs(sheet) if under == one.rows[0]), None)
    if below is None or not _number(sheet, text):
        return None
    return sheet.glued(text.rows[0], under, sheet.chance.choice((" ", "　")))


@bends(places.headings)
def heading_cut(sheet: Sheet, text: Text) -> Bend | None:
    """A heading stands on two lines."""
    return _cut(sheet, text, [])


@bends(places.headings)
def heading_cut_by_blank(sheet: Sheet, text: Text) -> Bend | None:
    """A heading stands on two lines with a blank one between them."""
    return _cut(sheet, text, [""])


def _cut(sheet: Sheet, text: Text, between: list[str]) -> Bend | None:
    line = sheet.lines[text.rows[0]].strip()
    middle = max(len(line) // 2, len(_number(sheet, text)) + 2)
    if len(line) < _SHORT or line[:1] in "#*|" or not line[middle].isalnum():
        return None
    return sheet.bent({text.rows[0]: [line[:middle], *between, line[middle:]]})


@bends(places.headings)
def heading_blanks_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The blank lines around a heading are lost."""
    blanks = sheet.blanks(text.rows)
    return sheet.bent({row: [] for row in blanks}) if blanks else None


@bends(places.headings)
def heading_lost(sheet: Sheet, text: Text) -> Bend:
    """A heading is not read; it is not asked for."""
    truth = sheet.with_items(text.article, text.at, 1)
    return sheet.bent({text.rows[0]: []}, truth)


@bends(places.headings)
def heading_twice(sheet: Sheet, text: Text) -> Bend:
    """A heading is read twice."""
    line = sheet.lines[text.rows[0]]
    return sheet.bent({text.rows[0]: [line, line]})


# --- numbers ------------------------------------------------------------------------------


@bends(places.headings)
def number_misread(sheet: Sheet, text: Text) -> Bend | None:
    """A character of the number of a heading is read as another one."""
    return _reread(sheet, text, _READ, _READ.__getitem__)


@bends(places.headings)
def number_mark_misread(sheet: Sheet, text: Text) -> Bend | None:
    """The mark of the number of a heading is read as another one."""
    return _reread(sheet, text, _MARKS, lambda mark: sheet.chance.choice(_MARKS[mark]))


@bends(places.headings)
def number_apart(sheet: Sheet, text: Text) -> Bend | None:
    """The number of a heading stands on a line of its own above it."""
    number = _number(sheet, text)
    line = sheet.lines[text.rows[0]].strip()
    between = [""] if sheet.chance.random() < 0.5 else []
    if not number:
        return None
    return sheet.bent({text.rows[0]: [number.strip(), *between, line[len(number) :]]})


@bends(places.headings)
def number_lost(sheet: Sheet, text: Text) -> Bend | None:
    """The number of a heading is not read; it is not asked for, nor is the level."""
    number = _number(sheet, text)
    if not number or not text.item.text.startswith(number.strip()):
        return None
    told = text.item.text[len(number.strip()) :].strip()
    truths = (_retold(sheet, text, told, level) for level in _LEVELS)
    return sheet.reworded(text.rows[0], number, "", *truths)


# --- characters ---------------------------------------------------------------------------


@bends(places.headings)
def heading_char_misread(sheet: Sheet, text: Text) -> Bend | None:
    """A character of the words of a heading is read as another one; nobody knows."""
    return _struck(sheet, text, misread)


@bends(places.headings)
def heading_char_lost(sheet: Sheet, text: Text) -> Bend | None:
    """A character of the words of a heading is not read; nobody knows."""
    return _struck(sheet, text, lost)


def _struck(sheet: Sheet, text: Text, stroke: Stroke) -> Bend | None:
    number, told = _number(sheet, text).strip(), text.item.text
    words = told.removeprefix(number)
    read = number + sheet.struck_text(words, stroke)
    return sheet.reworded(text.rows[0], told, read, sheet.truth, _retold(sheet, text, read))


@bends(places.headings)
def heading_spaced(sheet: Sheet, text: Text) -> Bend | None:
    """A blank stands between the characters of a heading."""
    line = sheet.lines[text.rows[0]].strip()
    words = line.removeprefix(_number(sheet, text))
    if not words.isalpha() or words.isascii():
        return None
    return sheet.reworded(text.rows[0], words, " ".join(words))
