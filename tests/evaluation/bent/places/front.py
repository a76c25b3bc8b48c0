"""Where the masthead, running heads and folios stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from converter import patterns as re
from tests.evaluation.bent.places.boxes import boxes, quotes
from tests.evaluation.bent.places.heads import heads
from tests.evaluation.bent.places.texts import texts
from tests.evaluation.bent.sheet import Sheet, letters

_FURNITURE, _OFTEN = 30, 3
"""Characters of the longest running head, and how often one stands."""
_FOLIO = re.compile(r"^[·•—\-－.．。\s　]*\d{1,3}[·•—\-－.．。\s　]*$")
_FOLIOS = ("· {} ·", "{}", "— {} —")
_PAGE = 12
"""The page of an article that tells none."""
_LABEL = re.compile(r"^\s*(?:[^\s：:，。]\s?){2,8}[：:]\s*\S")
_NUMBER = re.compile(r"\d{1,4}")


def masthead(sheet: Sheet) -> tuple[int, ...]:
    """The rows of the masthead that have a label."""
    first = min((one.title.start for one in heads(sheet)), default=0)
    return tuple(
        row
        for row in range(first)
        if row not in sheet.region and _LABEL.match(sheet.lines[row]) and _in_front(sheet, row)
    )


def _in_front(sheet: Sheet, row: int) -> bool:
    """True for a row that no item of an article has."""
    rows = (one.rows for those in (texts, boxes, quotes) for one in those(sheet))
    return not any(row in one for one in rows)


@lru_cache(maxsize=2)
def folios(sheet: Sheet) -> tuple[int, ...]:
    """The rows with nothing but the number of a page."""
    return tuple(row for row in _body(sheet) if _FOLIO.match(sheet.lines[row]))


def _body(sheet: Sheet) -> list[int]:
    """The rows from the first head on that are none of the contents."""
    first = min((one.title.start for one in heads(sheet)), default=0)
    return [row for row in range(first, len(sheet.lines)) if row not in sheet.region]


def some_folio(sheet: Sheet, article: int) -> str:
    """A folio of an article in a form that the issue has, or any magazine may have."""
    rows = folios(sheet)
    page = sheet.truth.articles[article].page
    if rows and not page.isdigit():
        return sheet.lines[sheet.chance.choice(rows)]
    forms = [_NUMBER.sub("{}", sheet.lines[row]) for row in rows] or [*_FOLIOS]
    number = int(page) + sheet.chance.choice((0, 1)) if page.isdigit() else _PAGE
    return sheet.chance.choice(forms).format(number)


@lru_cache(maxsize=2)
def running_heads(sheet: Sheet) -> tuple[int, ...]:
    """The rows that stand again and again but for the number of the page."""
    names = set(_names(sheet))
    forms = {row: _form(sheet.lines[row]) for row in _body(sheet)}
    often = Counter(forms.values())
    return tuple(
        row
        for row, form in forms.items()
        if 1 < len(form) <= _FURNITURE and often[form] >= _OFTEN and form not in names
    )


def _form(line: str) -> str:
    return re.sub(r"\d", "", letters(line))


def _names(sheet: Sheet) -> Iterator[str]:
    """Who speaks, and the labels of boxes, which stand again and again as well."""
    for article in sheet.truth.articles:
        for item in article.items:
            yield letters(item.speaker)
            yield letters(item.text)
            if item.box is not None:
                yield letters(item.box.label)
