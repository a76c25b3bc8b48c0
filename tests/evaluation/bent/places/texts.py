"""Where paragraphs, headings, turns of talks, verse, tables and notes stand."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache

from tests.evaluation.bent.sheet import Sheet, letters
from tests.evaluation.reading import Item


@dataclass(frozen=True, slots=True)
class Text:
    """An item of an article and its rows."""

    article: int
    at: int
    item: Item
    rows: range
    exact: bool
    """True if no letter of it is read otherwise."""


@lru_cache(maxsize=2)
def texts(sheet: Sheet) -> tuple[Text, ...]:
    """All items but boxes whose lines are clear, in their order."""
    return tuple(
        Text(index, at, item, rows, _exact(sheet, item, rows))
        for index, article in enumerate(sheet.truth.articles)
        for at, item in enumerate(article.items)
        if item.box is None and (rows := sheet.ground.rows(item.text)) is not None
    )


def _exact(sheet: Sheet, item: Item, rows: range) -> bool:
    return letters("".join(sheet.lines[row] for row in rows)) == letters(item.text)


def _of_kind(sheet: Sheet, kind: str) -> tuple[Text, ...]:
    return tuple(one for one in texts(sheet) if one.item.kind == kind)


def paragraphs(sheet: Sheet) -> tuple[Text, ...]:
    """The paragraphs that are no turns of a talk."""
    return tuple(one for one in _of_kind(sheet, "paragraph") if not one.item.speaker)


def long_paragraphs(sheet: Sheet) -> tuple[Text, ...]:
    """Those that may stand on two pages."""
    return tuple(one for one in paragraphs(sheet) if len(one.item.text) >= _LONG)


_LONG = 60
"""Characters of a paragraph that is cut."""


def neighbours(sheet: Sheet) -> tuple[tuple[Text, Text], ...]:
    """Two paragraphs one behind the other, with nothing but blank rows between them."""
    own = paragraphs(sheet)
    return tuple(
        (a, b)
        for a, b in itertools.pairwise(own)
        if a.article == b.article
        and a.at + 1 == b.at
        and sheet.below(a.rows.stop - 1) == b.rows.start
    )


def headings(sheet: Sheet) -> tuple[Text, ...]:
    """The headings on rows of their own."""
    return tuple(one for one in _of_kind(sheet, "heading") if len(one.rows) == 1)


def turns(sheet: Sheet) -> tuple[Text, ...]:
    """The turns of a talk that begin with who speaks."""
    return tuple(
        one
        for one in _of_kind(sheet, "paragraph")
        if one.item.speaker and sheet.lines[one.rows.start].strip().startswith(one.item.speaker)
    )


def verses(sheet: Sheet) -> tuple[Text, ...]:
    """Stanzas and poems."""
    return _of_kind(sheet, "verse")


def table_rows(sheet: Sheet) -> tuple[int, ...]:
    """The rows of the body that are rows of tables with bars."""
    return tuple(
        row
        for row, line in enumerate(sheet.lines)
        if row not in sheet.region
        and line.count("|") > _BARS
        and set(line) - set("|-: ")
        and line.rstrip().endswith("|")
        and line.lstrip().startswith("|")
    )


_BARS = 2


def listed_items(sheet: Sheet) -> tuple[Text, ...]:
    """The items of lists."""
    return tuple(one for one in paragraphs(sheet) if one.item.role == "list-item")


@dataclass(frozen=True, slots=True)
class Note:
    """A note of an article and its rows."""

    article: int
    rows: range


def notes(sheet: Sheet) -> tuple[Note, ...]:
    """The notes that stand on lines of their own."""
    return tuple(
        Note(index, rows)
        for index, article in enumerate(sheet.truth.articles)
        for marker, text in article.notes
        if (rows := sheet.ground.rows(marker + text) or sheet.ground.rows(text)) is not None
    )
