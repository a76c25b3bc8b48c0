"""Pages that stand apart from their titles, each brought before its own.

In a column of their own, which OCR reads after the titles, the body tells which of the lines
above begin entries; where these are as many as the pages below, each gets its own:

    高端论坛 / 标题 / 标题的后半 某某 / 标题 某某 / 3 / 8

Where a blank line parts the entries, each has the page that stands anywhere in it:

    标题 / ...... 1 / 某某
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from converter import patterns as re
from converter.hanzi import key, width
from converter.names import split_names
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_LAST, PAGE_ONLY, continues, page_number
from converter.parse.contents.people import is_author_row, is_pen_name
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, titles_of
from converter.parse.contents.teller import is_feature
from converter.values import replace

_FEWEST = 3
"""So many pages that stand so are no chance."""
_BLOCK = 5
"""So many pages in a block that stands anywhere among the titles."""
_SECTION = 10
"""The most em of a section's name."""


def with_pages_apart(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with each page before the title that it belongs to; as they are if that is not sure."""
    runs = [list(run) for _, run in groupby(range(len(rows)), lambda at: _is_page(rows[at]))]
    pages = [run for run in runs if _is_page(rows[run[0]])]
    numbers = [page_number(rows[at].cells[0]) for run in pages for at in run]
    values = [int(number) for number in numbers if number.isdecimal()]
    if len(values) < _FEWEST or len(values) < len(numbers) or values != sorted(values):
        return rows
    if all(len(run) == 1 for run in pages) and not all(row.gap for row in rows):
        return rows  # each right below its entry
    others = [row for row in rows if not row.table and not _is_page(row)]
    if any(row.table for row in rows) or any(holds_page(row.cells[0]) for row in others):
        return rows
    out: list[Row] = []
    begin = 0
    for run in pages:
        made = _joined(rows[begin : run[0]], [rows[at] for at in run], body)
        if made is None:
            return _with_block_of_pages(rows, body)
        out += made
        begin = run[-1] + 1
    return [*out, *rows[begin:]]


def _with_block_of_pages(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, where the pages of all entries stand in a block of their own, wherever that is.

    OCR reads a column of pages when it comes to its head, and goes on with the titles below it.
    """
    pages = [row for row in rows if _is_page(row)]
    made = _joined([row for row in rows if not _is_page(row)], pages, body)
    return rows if made is None or len(pages) < _BLOCK else made


def _is_page(row: Row) -> bool:
    return not row.table and PAGE_ONLY.match(row.cells[0]) is not None


def _joined(block: Sequence[Row], pages: Sequence[Row], body: BodyIndex) -> list[Row] | None:
    """The rows above some pages with the pages; ``None`` if they are not as many entries."""
    kinds, starts = [""], [-1]
    for houses in (True, False):
        kinds = _kinds(block, body, houses=houses)
        starts = [at for at, kind in enumerate(kinds) if kind == "title"]
        if len(starts) == len(pages):
            break
    else:
        return None
    signed = _authors_apart(block, starts)
    out: list[Row] = []
    for at, row in enumerate(block):
        if kinds[at] == "section":
            out.append(replace(row, gap=True, alone=True, section=True))
        elif at in starts:
            place = starts.index(at)
            page, author = pages[place], signed[place] if signed else None
            text = f"{page.cells[0]} {row.cells[0]}"
            out.append(Row([text], [*row.lines, *page.lines], gap=True))
            if author is not None:
                out.append(replace(author, gap=False, alone=False))
        elif row not in signed:
            out.append(replace(row, gap=False, alone=False))
    return out


def _authors_apart(block: Sequence[Row], starts: Sequence[int]) -> list[Row]:
    """The authors in a column of their own below all the titles, one of each; [] for none."""
    below = [
        row
        for row in block[starts[-1] + 1 :]
        if is_author_row(row.cells[0]) or is_pen_name(row.cells[0])
    ]
    apart = len(below) == len(starts) > 1 and starts[-1] - starts[0] == len(starts) - 1
    return below if apart else []


def _kinds(block: Sequence[Row], body: BodyIndex, *, houses: bool) -> list[str]:
    """What each row is: ``"title"`` where an entry begins, ``"section"``, or ``""``.

    ``houses`` tells that what ends like the name of one is an author, and no title.
    """
    kinds: list[str] = []
    titles: list[str] = []
    for at, row in enumerate(block):
        text = row.cells[0]
        headed = bool(kinds) and kinds[-1] == "section"
        above = titles if headed or not at else [*titles, block[at - 1].cells[0]]
        signs = houses and at and not headed and _may_sign(text)
        kind = ""
        alone = row.alone and not headed and at + 1 < len(block)
        if alone and (width(text) <= _SECTION or is_feature(text, body)):
            kind = "section"
        elif not signs and not _goes_on(text, above, body):
            own = titles_of(text)
            if any(body.is_title(key(title)) or body.opens(key(title)) for title in own):
                kind = "title"
                titles += own
        kinds.append(kind)
    return kinds


def _may_sign(text: str) -> bool:
    """True for one house or pen name, which may be letter-spaced, and nothing else."""
    spaced = len(text.split()) > 1 and all(len(part) == 1 for part in text.split())
    return (is_author_row(text) and " " not in text) or (spaced and is_pen_name(text))


def _goes_on(text: str, above: Iterable[str], body: BodyIndex) -> bool:
    """True for a subtitle, an author, and what the body has right below one of the rows above."""
    if continues(text) or names_subject(text) or split_names(text) is not None:
        return True
    return any(body.stands_above(one, text) for one in above)


_DOTS = re.compile(r"^[\s.．…·⋯]+(?P<page>\d{1,4})?$")
"""A leader on a line of its own, with the page behind it perhaps."""


def with_pages_within(rows: list[Row]) -> list[Row]:
    """The rows, where blank lines part entries that have their pages between their lines."""
    if any(row.table for row in rows):
        return rows
    blocks: list[list[Row]] = []
    for row in rows:
        if row.gap or not blocks:
            blocks.append([])
        blocks[-1].append(row)
    placed = [_page_in(block) for block in blocks]
    paged = [(block, at) for block, at in zip(blocks, placed, strict=True) if at is not None]
    within = sum(0 < at < len(block) - 1 for block, at in paged)
    alone = all(len(block) == 1 for block, at in zip(blocks, placed, strict=True) if at is None)
    if within < _FEWEST or not alone:
        return rows
    out: list[Row] = []
    for block, at in zip(blocks, placed, strict=True):
        out += block if at is None else _page_first(block, at)
    return out


def _page_in(block: Sequence[Row]) -> int | None:
    """Which row of an entry holds its page, below the title; ``None`` if none or several do."""
    found = [at for at, row in enumerate(block) if _has_page(row)]
    return found[0] if len(found) == 1 and found[0] else None


def _has_page(row: Row) -> bool:
    text = row.cells[0]
    dots = _DOTS.match(text)
    if PAGE_LAST.match(text) is None and holds_page(text) and not _is_page(row):
        return False  # 006 标题, which begins an entry below the name of its section
    return holds_page(text) or _is_page(row) or (dots is not None and dots["page"] is not None)


def _page_first(block: Sequence[Row], at: int) -> list[Row]:
    """An entry with its page before its title, and without leaders."""
    hit = PAGE_LAST.match(block[at].cells[0]) or PAGE_ONLY.match(block[at].cells[0])
    rest = (hit.groupdict().get("rest") or "") if hit is not None else ""
    page = hit["page"] if hit is not None else ""
    text = f"{page} {block[0].cells[0]}"
    out = [Row([text], [*block[0].lines, *block[at].lines], gap=True)]
    for place, row in enumerate(block[1:], 1):
        own = rest if place == at else row.cells[0]
        if own.strip() and not _DOTS.match(own):
            out.append(replace(row, cells=[own.strip()]))
    return out
