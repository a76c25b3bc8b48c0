"""Where on a sheet what the truth tells stands: entries, heads of articles, texts, boxes, furniture."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from converter import patterns as re
from converter.segment.regions.entries import is_contents_heading
from tests.evaluation.bent.sheet import Bend, Piece, Sheet, letters, misread
from tests.evaluation.placing import Placed
from tests.evaluation.placing import boxes as placed_boxes
from tests.evaluation.reading import ArticleReading, Item

_NEAR, _BYLINE = 40, 40
"""Rows between a title and its text, and characters of the longest byline."""
_FURNITURE, _OFTEN = 30, 3
"""Characters of the longest running head, and how often one stands."""
_FOLIO = re.compile(r"^[·•—\-－.．。\s　]*\d{1,3}[·•—\-－.．。\s　]*$")
_FOLIOS = ("· {} ·", "{}", "— {} —")
_PAGE = 12
"""The page of an article that tells none."""
_LABEL = re.compile(r"^\s*(?:[^\s：:，。]\s?){2,8}[：:]\s*\S")
_NUMBER = re.compile(r"\d{1,4}")


class Stream:
    """The letters of some rows, one behind the other."""

    def __init__(self, lines: list[str], rows: Iterable[int]) -> None:
        self._at = [
            (row, at) for row in rows for at, char in enumerate(lines[row]) if char.isalnum()
        ]
        self._text = "".join(lines[row][at] for row, at in self._at)

    def find(self, text: str) -> list[tuple[Piece, ...]]:
        """The pieces on which a text stands, for each time it does."""
        key, found = letters(text), []
        at = self._text.find(key) if key else -1
        while at >= 0:
            found.append(self._pieces(at, at + len(key)))
            at = self._text.find(key, at + 1)
        return found

    def _pieces(self, first: int, last: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for row, at in self._at[first:last]:
            if pieces and pieces[-1].row == row:
                pieces[-1] = Piece(row, pieces[-1].first, at + 1)
            else:
                pieces.append(Piece(row, at, at + 1))
        return tuple(pieces)


# --- contents -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the contents, and the number of its article.

    ``plain``: it has its rows for itself, and they are none of a table.
    """

    article: int
    rows: range
    title: tuple[Piece, ...]
    authors: tuple[Piece, ...]
    page: Piece | None
    plain: bool


@lru_cache(maxsize=2)
def entries(sheet: Sheet) -> tuple[Entry, ...]:
    """The entries whose titles stand in the contents once, in the order of their rows."""
    stream = Stream(sheet.lines, sheet.region)
    titles = {}
    for index, article in enumerate(sheet.truth.articles):
        found = stream.find("".join(article.title))
        if len(found) == 1:
            titles[index] = found[0]
    taken = Counter(row for pieces in titles.values() for row in {one.row for one in pieces})
    taken.update(section.row for section in sections(sheet))
    made = [_entry(sheet, index, pieces, taken) for index, pieces in titles.items()]
    return tuple(sorted(made, key=lambda one: (one.rows.start, one.title[0].first)))


def _entry(sheet: Sheet, index: int, title: tuple[Piece, ...], taken: Counter[int]) -> Entry:
    article = sheet.truth.articles[index]
    first, last = title[0].row, title[-1].row
    while _belongs(sheet, article, last + 1, taken):
        last += 1
    if _signs(sheet, article, first - 1, taken) and not sheet.blank(first - 1):
        first -= 1
    rows = range(first, last + 1)
    own = Stream(sheet.lines, rows)
    authors = [
        piece
        for name in article.authors
        for pieces in own.find(name)[-1:]
        for piece in pieces
        if not any(_overlap(piece, one) for one in title)
    ]
    plain = not any(_celled(sheet.lines[row]) or taken[row] > 1 for row in rows)
    return Entry(index, rows, title, tuple(authors), _page(sheet, article.page, rows, title), plain)


def _belongs(sheet: Sheet, article: ArticleReading, row: int, taken: Counter[int]) -> bool:
    """True for a row below a title with its subtitle, who has written it, or its page."""
    if sheet.blank(row) or row not in sheet.region or taken[row]:
        return False
    text = letters(sheet.lines[row])
    subtitle = letters(article.subtitle)
    if subtitle and (subtitle in text or text in subtitle):
        return True
    return text == article.page or _signs(sheet, article, row, taken)


def _signs(sheet: Sheet, article: ArticleReading, row: int, taken: Counter[int]) -> bool:
    """True for a row with who has written an article, and no title."""
    if row not in sheet.region or taken[row]:
        return False
    text = letters(sheet.lines[row])
    return bool(article.authors) and all(letters(name) in text for name in article.authors)


def _page(sheet: Sheet, page: str, rows: range, title: tuple[Piece, ...]) -> Piece | None:
    found = [
        Piece(row, hit.start(), hit.end())
        for row in rows
        for hit in _NUMBER.finditer(sheet.lines[row])
        if page.isdigit() and int(hit[0]) == int(page)
    ]
    free = [one for one in found if not any(_overlap(one, other) for other in title)]
    return free[-1] if free else None


def _overlap(one: Piece, other: Piece) -> bool:
    return one.row == other.row and one.first < other.last and other.first < one.last


def _celled(line: str) -> bool:
    """True for a line of a table, or a part of one."""
    return line.count("|") > 1 or line.lstrip().startswith(("|", "<"))


def plain_entries(sheet: Sheet) -> tuple[Entry, ...]:
    """The entries that have their lines for themselves."""
    return tuple(one for one in entries(sheet) if one.plain)


def in_pairs(sheet: Sheet) -> tuple[tuple[Entry, Entry], ...]:
    """Two plain entries with nothing between them."""
    own = plain_entries(sheet)
    pairs = itertools.pairwise(own)
    return tuple((a, b) for a, b in pairs if sheet.below(a.rows.stop - 1) == b.rows.start)


@dataclass(frozen=True, slots=True)
class Section:
    """The name of a section on a line of its own in the contents."""

    name: str
    row: int


@lru_cache(maxsize=2)
def sections(sheet: Sheet) -> tuple[Section, ...]:
    """The sections of the contents that stand on lines of their own."""
    names = dict.fromkeys(one.section for one in sheet.truth.articles if one.section)
    return tuple(
        Section(name, row)
        for name in names
        for row in sheet.region
        if name and letters(sheet.lines[row]) == letters(name)
    )


def contents_headings(sheet: Sheet) -> tuple[int, ...]:
    """The row of the heading of the contents."""
    rows = range(max(0, sheet.region.start - 2), sheet.region.stop)
    return tuple(row for row in rows if is_contents_heading(sheet.lines[row].strip("#* ")))[:1]


# --- the heads of articles ----------------------------------------------------------------


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


# --- texts --------------------------------------------------------------------------------


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


# --- boxes and pull quotes ----------------------------------------------------------------


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


# --- masthead and furniture ---------------------------------------------------------------


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
