"""What tells under an entry what its article is about: sentences on one line, or on several.

Such lines are no titles, but may look like second lines of some, or like the names of
sections. They are set aside while the contents are read, and belong to the entry above them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence

from converter.hanzi import has_han, is_han, key, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import continues, page_beside
from converter.parse.contents.people import is_author_row
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import SECTION_NAME, titles_of
from converter.values import NamedTuple

_FEWEST = 2
"""So many entries of which something is told are no chance."""
_LEAST = 16
"""Em of the shortest sentence that tells what an article is about."""
_LINE, _ODD = 14, 3
"""Em of the shortest full line, and by how many such lines differ."""
_MOST = 8
"""Lines in which an article is told of."""


class Told(NamedTuple):
    """Some rows that tell what the article of the entry above them is about."""

    text: str
    lines: tuple[int, ...]
    apart: bool = False
    """The body has them apart from the title."""


def without_told(rows: list[Row], body: BodyIndex) -> tuple[list[Row], list[Told]]:
    """The rows without those that tell of articles, and what these say."""
    spans = list(_spans(rows, body))
    spans = spans if len(spans) >= _FEWEST else []
    spans += [
        one for one in _unstopped(rows, body) if not any(_meet(one, other) for other in spans)
    ]
    teasers = _teasers(rows, body).difference(
        at for start, end in spans for at in range(start, end)
    )
    if not (spans or teasers):
        return rows, []
    told: list[Told] = []
    out: list[Row] = []
    last = 0
    for start, end in sorted([*spans, *((at, at + 1) for at in teasers)]):
        out += rows[last:start]
        own = rows[start:end]
        lines = tuple(number for row in own for number in row.lines)
        told.append(Told("".join(row.cells[0] for row in own), lines, start in teasers))
        last = end
    return [*out, *rows[last:]], told


def add_told(contents: RawContents, told: Iterable[Told]) -> None:
    """Give back to the entries what is told of them."""
    entries = sorted(
        (min(entry.lines), at) for at, entry in enumerate(contents.entries) if entry.lines
    )
    for one in told:
        contents.lines += one.lines
        above = bisect_left(entries, (one.lines[0], -1)) - 1
        if above < 0:
            contents.notes.append((one.lines[0], one.text))
            continue
        entry = contents.entries[entries[above][1]]
        entry.texts.append(one.text)
        entry.apart += one.apart
        entry.lines = sorted([*entry.lines, *one.lines])


def _spans(rows: Sequence[Row], body: BodyIndex) -> Iterable[tuple[int, int]]:
    """Where rows tell of articles, end exclusive; an entry stands above each."""
    least = 1
    for at, row in enumerate(rows):
        if at < least or not row.cells[0].endswith(_ENDS) or not _is_sentence(row, body):
            continue
        start = _start(rows, at, least, body)
        if width("".join(one.cells[0] for one in rows[start : at + 1])) >= _LEAST:
            yield start, at + 1
            least = at + 2


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _unstopped(rows: Sequence[Row], body: BodyIndex) -> Iterable[tuple[int, int]]:
    """Where two or three rows without a full stop tell of the article above, which has its page.

    One of them is of two clauses, and the body has none of them on a line, as it has the second line of
    a title and the name of a section.
    """
    paged = [_is_paged(row) for row in rows]
    for at in range(1, len(rows) - 1):
        if (
            not paged[at - 1]
            or paged[at]
            or not any(body.is_title(key(title)) for title in titles_of(rows[at - 1].cells[0]))
        ):
            continue
        end = at
        while end < len(rows) and not paged[end] and end - at <= _ROWS and _tells(rows[end], body):
            end += 1
        text = "".join(row.cells[0] for row in rows[at:end])
        several = at + 1 < end <= at + _ROWS and (end == len(rows) or paged[end])
        if several and "，" in text and width(text) >= _LEAST:
            yield at, end


_ROWS = 3


def _tells(row: Row, body: BodyIndex) -> bool:
    """True for words on one row, more than the name of a section has, of which the body knows nothing."""
    text = row.cells[0]
    plain = (
        len(row.cells) == 1 and (is_han(text[0]) or text[0] in "“《") and width(text) > SECTION_NAME
    )
    plain = plain and not any(char.isascii() and char.isalpha() for char in text)  # 讲堂 LECTURE
    return plain and _is_sentence(row, body) and not body.exact[key(text)]


_ENDS = ("。", "。”", "。」")


def _start(rows: Sequence[Row], at: int, least: int, body: BodyIndex) -> int:
    """The first of the rows that end at one: those above it are as wide as each other."""
    full = width(rows[at - 1].cells[0])
    start = at
    if full < max(_LINE, width(rows[at].cells[0]) - _ODD):
        return start
    while start > max(least, at - _MOST) and not rows[start].gap:
        above = rows[start - 1]
        if abs(width(above.cells[0]) - full) > _ODD or not _is_sentence(above, body):
            break
        start -= 1
    return start


def _is_sentence(row: Row, body: BodyIndex) -> bool:
    """True for words that are no entry, no title of the body, and no names."""
    text = row.cells[0]
    if row.table or row.section or not has_han(text) or page_beside(text):
        return False
    if continues(text) or is_author_row(text):
        return False
    return not any(body.is_title(key(title)) for title in (text, *titles_of(text)))


_TEASERS = 3
"""So many lines under titles, here as in the body, and in half of the entries, are no second lines of titles."""
_TITLE = 5.0
"""Em of the titles over them, one with another, at least."""


def _teasers(rows: Sequence[Row], body: BodyIndex) -> set[int]:
    """The rows that tell of articles without a full stop: 六楼的丝瓜 over 一根绳子怎样养活一栋楼.

    Each stands below a title with its page, and in the body as a block of its own under that
    title, as no second line of a title does.
    """
    if not body.parts_blocks:
        return set()
    paged = {at for at, row in enumerate(rows) if _is_paged(row)}
    below = [
        at
        for at in range(1, len(rows))
        if at - 1 in paged
        and at not in paged
        and not _goes_on(rows[at + 1 : at + 2], paged, at + 1)
    ]
    titles = {at: title for at in below if (title := _title_over(rows[at - 1], rows[at], body))}
    # What stands below the names of sections, short as they are, are titles.
    long = sum(map(width, titles.values())) >= _TITLE * len(titles)
    enough = len(titles) >= max(_TEASERS, (len(paged) + 1) // 2)
    return set(titles) if long and enough else set()


def _goes_on(below: Sequence[Row], paged: Collection[int], at: int) -> bool:
    """True where one more line of a title, or its subtitle, stands right below a line of it, at ``at``."""
    if not below or at in paged or below[0].gap or below[0].section:
        return False
    text = below[0].cells[0]
    return width(text) > SECTION_NAME and not is_author_row(text)


def _is_paged(row: Row) -> bool:
    """True for an entry with its page, which stands before its title or behind."""
    text = row.cells[0]
    return not (row.table or row.section) and bool(row.page or page_beside(text))


def _title_over(above: Row, row: Row, body: BodyIndex) -> str:
    """The title over what tells of its article, "" if a row is no such line."""
    text = row.cells[0]
    if row.table or row.section or len(row.cells) > 1 or not has_han(text):
        return ""
    if continues(text) or is_author_row(text) or not body.exact[key(text)]:
        return ""
    # One that the contents have misread goes on in the body as the right one does.
    for title in titles_of(above.cells[0]):
        printed = body.as_printed(key(title))
        second = body.goes_on(printed, text) or body.names(printed + key(text))
        if body.stands_above(printed, text) and not second and not body.heads(printed):
            return title
    return ""
