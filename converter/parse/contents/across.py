"""Two columns of contents that OCR has read across, with no more than a blank between them.

监督 理论 / 4 标题 某某 24 标题 某某 / 标题的第二行 28 标题 某某: the pages grow down the one column and
then down the other, and the body has the titles, which tells where each line is to be parted.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import LEADER, SUBTITLE, page_beside, page_number
from converter.source import Line
from converter.values import NamedTuple

_WITHIN = re.compile(rf"\S[ \u3000]+(?=[lIO]*\d)[\dlIO]{{1,3}}[ \u3000]+[{HAN}“《「]")
"""4 标题 某某 24 标题, 标题 某某 4 标题: a page in the middle of a line."""
_SECTION = re.compile(rf"^[{HAN}·]{{2,8}}$")
_PEOPLE = re.compile(rf"^[{HAN}]{{1,4}}(?: [{HAN}]{{1,4}}){{0,5}}$")
_LONGEST, _COUPLES = 120, 2
"""The most characters of such a line; and so many with a page within them are no chance."""


class _Part(NamedTuple):
    """What a text is in its column."""

    page: int = 0
    title: str = ""
    told: bool = True
    """The body tells it."""


class _Column:
    """One of the columns, as far as it is read."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pages: list[int] = []
        self.title = ""
        """The words of the last title."""

    def add(self, line: Line, text: str, part: _Part) -> None:
        self.lines.append(Line(line.number, text))
        if part.page:
            self.pages.append(part.page)
        if part.title:
            self.title = part.title


def with_columns_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines of the left column, and below them those of the right one, where all lines tell it."""
    paged = sum(1 for line in lines if len(line.text) <= _LONGEST and _WITHIN.search(line.text))
    if paged < _COUPLES:
        return lines
    columns = (_Column(), _Column())
    filled = [line for line in lines if not line.blank]
    for line, following in zip_longest(filled, filled[1:]):
        below = following.text if following is not None else ""
        if len(line.text) > _LONGEST or not _share(line, below, columns, body):
            if columns[0].pages or columns[1].pages:
                return lines
            columns[0].lines.append(line)  # 目录, over both
    left, right = columns
    grown = [*left.pages, *right.pages]
    if min(len(left.pages), len(right.pages)) < _COUPLES or grown != sorted(grown):
        return lines
    return [*left.lines, Line(lines[-1].number, ""), *right.lines]


def _share(line: Line, below: str, columns: tuple[_Column, _Column], body: BodyIndex) -> bool:
    """True if a line is told, as a part of each column or as one of a single column.

    What the body has goes before what only looks like the names of sections.
    """
    words, (left, right) = line.text.split(), columns
    whole = " ".join(words)
    ways: list[list[tuple[_Column, str]]] = [
        [(left, " ".join(words[:at])), (right, " ".join(words[at:]))] for at in range(1, len(words))
    ]
    sides = (right, left) if _is_right(whole, below, right) else (left, right)
    ways += [[(column, whole)] for column in sides]
    told: list[tuple[_Column, str, _Part]] = []
    for way in ways:
        parts = [_read(text, column, body) for column, text in way]
        found = [(*one, part) for one, part in zip(way, parts, strict=True) if part is not None]
        if len(found) < len(way):
            continue
        told = told or found
        if any(part.told for part in parts if part is not None):
            told = found
            break
    for column, text, part in told:
        column.add(line, text, part)
    return bool(told)


def _is_right(text: str, below: str, right: _Column) -> bool:
    """True for a line alone whose page, or that of the line below it, is none of the left column.

    A section above 监督 24 标题, where another one stands in the left column, heads that title, too.
    """
    first, _, rest = below.strip().partition(" ")
    if _SECTION.match(text) and _SECTION.match(first) and _page(rest)[0]:
        return True
    page = _page(text)[0] or (0 if _WITHIN.search(below) else _page(below)[0])
    return bool(right.pages) and page >= right.pages[0]


def _page(text: str) -> tuple[int, str]:
    """The page of an entry and the rest of its line; 0 and the whole of it for no entry."""
    hit = page_beside(text)
    page = page_number(hit["page"]) if hit is not None else ""
    return (int(page), hit["rest"]) if hit is not None and page.isdecimal() else (0, text)


def _read(text: str, column: _Column, body: BodyIndex) -> _Part | None:
    """What a text is in its column; ``None`` if it is nothing there."""
    page, rest = _page(text)
    if page:
        title = _title(rest, "", body)
        return _Part(page, title) if title else None
    if column.title and (title := _title(text, column.title, body)):
        return _Part(title=title)
    if column.title and (body.is_signed(column.title, text) or SUBTITLE.match(text)):
        return _Part()
    return _Part(told=False) if _SECTION.match(text) else None


def _title(text: str, above: str, body: BodyIndex) -> str:
    """The title with which a text begins, or goes on that stands above; "" for none in the body.

    Nothing but who wrote it may stand behind. What the body has as it is goes before what is like it,
    as the last words alone never tell.
    """
    words = LEADER.sub(" ", text).split()
    ends = [end for end in range(len(words), 0, -1) if _may_sign(" ".join(words[end:]))]
    parts = [" ".join(words[:end]) for end in ends]
    for part in parts:
        whole = key(above + part)
        if body.exact[whole] or body.opens(whole):
            return above + part
        if above and body.stands_above(above, part):
            return part
    return "" if above else next((part for part in parts if body.is_title(key(part))), "")


def _may_sign(text: str) -> bool:
    """True for names behind a title, for a subtitle with them, and for nothing."""
    if not text or _PEOPLE.match(text) or SUBTITLE.match(text):
        return True
    return split_names(text) is not None
