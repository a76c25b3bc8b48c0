"""Where the heads of articles stand: titles, subtitles and bylines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tests.evaluation.bent.places.contents import Entry, entries
from tests.evaluation.bent.places.texts import Text, texts
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, letters, misread
from tests.evaluation.reading import ArticleReading

_NEAR, _BYLINE = 40, 40
"""Rows between a title and its text, and characters of the longest byline."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article in the body: its rows, -1 for what it lacks."""

    article: int
    title: range
    byline: int
    subtitle: int
    section: int
    text: int
    """The first row of the first paragraph, if nothing stands between."""
    listed: Entry | None
    """The entry of the contents, from which the head can be put right."""


@lru_cache(maxsize=2)
def heads(sheet: Sheet) -> tuple[Head, ...]:
    """The heads whose titles have lines of their own right over their texts."""
    listed = {one.article: one for one in entries(sheet)}
    found = []
    for index, article in enumerate(sheet.truth.articles):
        text = next((one for one in texts(sheet) if one.article == index), None)
        title = _title(sheet, article, text)
        if title is not None and text is not None:
            found.append(_head(sheet, index, title, text, listed.get(index)))
    return tuple(found)


def _title(sheet: Sheet, article: ArticleReading, text: Text | None) -> range | None:
    """The last rows before a text that are the title."""
    if text is None:
        return None
    rows = range(max(0, text.rows.start - _NEAR), text.rows.start)
    whole = letters("".join(article.title))
    for first in reversed(rows):
        said, last = "", first
        while last < rows.stop and len(said) < len(whole) and first not in sheet.region:
            said += letters(sheet.lines[last])
            last += 1
        if whole and said == whole and letters(sheet.lines[first]):
            return range(first, last)
    return None


def _head(sheet: Sheet, index: int, title: range, text: Text, listed: Entry | None) -> Head:
    article = sheet.truth.articles[index]
    between = [row for row in range(title.stop, text.rows.start) if not sheet.blank(row)]
    near = [row for row in (sheet.above(title.start), *between) if row >= 0]
    names = [letters(name) for name in article.authors]
    byline = next((row for row in near if names and _is_byline(sheet.lines[row], names)), -1)
    subtitle = next(
        (row for row in between if letters(sheet.lines[row]) == letters(article.subtitle) != ""),
        -1,
    )
    over = sheet.above(title.start)
    section = over if over >= 0 and _is(sheet.lines[over], article.section or "") else -1
    last = max(title.stop - 1, byline, subtitle)
    first = text.rows.start if sheet.below(last) == text.rows.start and text.at == 0 else -1
    return Head(index, title, byline, subtitle, section, first, listed)


def _is_byline(line: str, names: list[str]) -> bool:
    text = letters(line)
    return len(text) <= _BYLINE and "。" not in line and all(name in text for name in names)


def _is(line: str, text: str) -> bool:
    return bool(text) and letters(line) == letters(text)


def listed_heads(sheet: Sheet) -> tuple[Head, ...]:
    """The heads that the contents have, too."""
    return tuple(one for one in heads(sheet) if one.listed is not None)


def signed_heads(sheet: Sheet) -> tuple[Head, ...]:
    """The heads with a byline."""
    return tuple(one for one in heads(sheet) if one.byline >= 0)


def renamed(sheet: Sheet, index: int, pieces: Sequence[Piece]) -> Bend | None:
    """The case with a character of one of the names of an article misread; either name will do."""
    read = [(one, sheet.struck_text(sheet.text(one), misread)) for one in pieces]
    changed = [(one, text) for one, text in read if text != sheet.text(one)]
    if not changed:
        return None
    piece, text = sheet.chance.choice(changed)
    name, other = letters(sheet.text(piece)), letters(text)
    own = sheet.truth.articles[index].authors
    names = tuple(other if letters(one) == name else one for one in own)
    return sheet.spliced(piece, text, sheet.truth, sheet.with_article(index, authors=names))
