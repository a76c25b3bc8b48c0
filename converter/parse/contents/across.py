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
from converter.parse.contents.halves import one_column
from converter.parse.contents.in_turns import with_turns_parted
from converter.parse.contents.marks import LEADER, SUBTITLE, page_beside, page_number
from converter.source import Line
from converter.values import NamedTuple

_WITHIN = re.compile(rf"\S[ \u3000]+(?=[lIO]*\d)[\dlIO]{{1,3}}[ \u3000]+[{HAN}“《「]")
"""4 标题 某某 24 标题, 标题 某某 4 标题: a page in the middle of a line."""
_SECTION = re.compile(rf"^[{HAN}·]{{2,8}}$")
_PEOPLE = re.compile(rf"^[{HAN}]{{1,4}}(?: [{HAN}]{{1,4}}){{0,5}}$")
_LONGEST, _COUPLES = 120, 2
"""The most characters of such a line; and so many with a page within them are no chance."""
_EACH_LOST, _LEAST_LOST = 3, 4
"""Of so many entries the body may have lost the title of one, and characters of such a one."""


class _Part(NamedTuple):
    """What a text is in its column."""

    page: int = 0
    title: str = ""
    told: bool = True
    """The body tells it."""
    lost: bool = False
    """It is an entry, or the second line of one, whose title the body has lost."""


class _Column:
    """One of the columns, as far as it is read."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pages: list[int] = []
        self.title = ""
        """The words of the last title."""
        self.lost = 0
        """How many entries have titles that the body has lost."""
        self.below_lost = False
        """Whether the last line is such a one."""

    def add(self, line: Line, text: str, part: _Part) -> None:
        self.lines.append(Line(line.number, text))
        self.below_lost = part.lost
        if part.page:
            self.pages.append(part.page)
            self.title, self.lost = part.title, self.lost + part.lost
        elif part.title:
            self.title = part.title


def in_one_column(contents: Sequence[Line], body: Sequence[Line]) -> Sequence[Line]:
    """The lines of contents in two columns, however they are parted or read, one column under the other."""
    lines = one_column(with_turns_parted(contents))
    return with_columns_apart(lines, BodyIndex(body, contents)) if _are_across(lines) else lines


def _are_across(lines: Sequence[Line]) -> bool:
    paged = sum(1 for line in lines if len(line.text) <= _LONGEST and _WITHIN.search(line.text))
    return paged >= _COUPLES


def with_columns_apart(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """The lines of the left column, and below them those of the right one, where all lines tell it."""
    if not _are_across(lines):
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
    if (left.lost + right.lost) * _EACH_LOST > len(grown):
        return lines
    return [*left.lines, Line(lines[-1].number, ""), *right.lines]


def _share(line: Line, below: str, columns: tuple[_Column, _Column], body: BodyIndex) -> bool:
    """True if a line is told, as a part of each column or as one of a single column.

    What the body has goes before what only looks like the names of sections, or like an entry.
    """
    words, (left, right) = line.text.split(), columns
    whole = " ".join(words)
    ways: list[list[tuple[_Column, str]]] = [
        [(left, " ".join(words[:at])), (right, " ".join(words[at:]))] for at in range(1, len(words))
    ]
    sides = (right, left) if _is_right(whole, below, right) else (left, right)
    ways += [[(column, whole)] for column in sides]
    found = [one for way in ways if (one := _parts(way, body)) and _grows(one, right)]
    told = [one for one in found if any(part.told for *_, part in one)] or found
    told.sort(key=_doubt)
    for column, text, part in told[0] if told else ():
        column.add(line, text, part)
    return bool(told)


def _parts(way: Sequence[tuple[_Column, str]], body: BodyIndex) -> list[tuple[_Column, str, _Part]]:
    """The parts of a line in their columns; [] if one of them is nothing there."""
    parts = [(column, text, _read(text, column, body)) for column, text in way]
    found = [(column, text, part) for column, text, part in parts if part is not None]
    return found if len(found) == len(way) else []


def _doubt(parts: Sequence[tuple[_Column, str, _Part]]) -> int:
    """How late a way is thought of: what only looks like an entry last but for what has a page within it."""
    if any(_WITHIN.search(text) for _, text, _ in parts):
        return 2
    return int(any(part.lost for *_, part in parts))


def _grows(parts: Sequence[tuple[_Column, str, _Part]], right: _Column) -> bool:
    """True unless a page is none of its column: the pages grow down the left one, and then down the right."""
    for column, _, part in parts:
        if part.page and column.pages and part.page < column.pages[-1]:
            return False
        if part.page and column is not right and right.pages and part.page > right.pages[0]:
            return False
    return True


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
        if title:
            return _Part(page, title)
        return _Part(page, told=False, lost=True) if _may_be_lost(rest) else None
    if column.below_lost and (title := _title(text, "", body)):
        return _Part(title=title)
    if column.below_lost and _may_go_on(text):
        return _Part(told=False, lost=True)
    if column.title and (title := _title(text, column.title, body)):
        return _Part(title=title)
    if column.title and (body.is_signed(column.title, text) or SUBTITLE.match(text)):
        return _Part()
    return _Part(told=False) if _SECTION.match(text) else None


def _may_be_lost(text: str) -> bool:
    """True for what may be a title with who wrote it, and no page behind them."""
    return len(key(text)) >= _LEAST_LOST and _WITHIN.search(text) is None


def _may_go_on(text: str) -> bool:
    """True for the second line of a title, with who wrote it or where that stands above."""
    words = text.split()
    if len(words) == 1:
        return len(text) >= _LEAST_LOST
    ends = (" ".join(words[at:]) for at in range(1, len(words)))
    return (
        len(words[0]) >= _LEAST_LOST
        and _WITHIN.search(text) is None
        and any(map(_PEOPLE.match, ends))
    )


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
