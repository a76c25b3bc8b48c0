"""Where boxes and pull quotes stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tests.evaluation.bent.places.stream import Stream
from tests.evaluation.bent.sheet import Piece, Sheet, letters
from tests.evaluation.placing import Placed
from tests.evaluation.placing import boxes as placed_boxes


@dataclass(frozen=True, slots=True)
class Boxed:
    """A box with the number of its article, and where its label stands, if it does."""

    article: int
    placed: Placed
    label: Piece | None

    @property
    def rows(self) -> range:
        """The rows of the box."""
        return self.placed.rows


@lru_cache(maxsize=2)
def boxes(sheet: Sheet) -> tuple[Boxed, ...]:
    """The boxes whose lines are clear."""
    return tuple(
        Boxed(index, placed, _label(sheet, placed))
        for index, article in enumerate(sheet.truth.articles)
        for placed in placed_boxes(sheet.ground, article)
    )


def _label(sheet: Sheet, placed: Placed) -> Piece | None:
    for row in placed.rows:
        found = Stream(sheet.lines, [row]).find(placed.box.label)
        if found:
            return found[0][0]
    return None


def labelled(sheet: Sheet) -> tuple[Boxed, ...]:
    """The boxes with a label."""
    return tuple(one for one in boxes(sheet) if one.label is not None)


def sourced(sheet: Sheet) -> tuple[Boxed, ...]:
    """The boxes with an attribution on the last row."""
    return tuple(
        one
        for one in boxes(sheet)
        if one.placed.box.attribution
        and letters(one.placed.box.attribution) in letters(sheet.lines[one.rows.stop - 1])
        and len(one.rows) > 1
    )


@dataclass(frozen=True, slots=True)
class Quote:
    """A pull quote of an article and its rows."""

    article: int
    text: str
    rows: range


@lru_cache(maxsize=2)
def quotes(sheet: Sheet) -> tuple[Quote, ...]:
    """The pull quotes that stand on lines of their own."""
    return tuple(
        Quote(index, quote, rows)
        for index, article in enumerate(sheet.truth.articles)
        for quote in article.pull_quotes
        if (rows := sheet.ground.rows(quote, loosely=False)) is not None
    )


def cover_quotes(sheet: Sheet) -> tuple[range, ...]:
    """The rows of the quotations on the cover."""
    found = (
        sheet.ground.rows(text + source) or sheet.ground.rows(text)
        for text, source in sheet.truth.cover_quotes
    )
    return tuple(rows for rows in found if rows is not None)
