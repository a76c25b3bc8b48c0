"""Entries that the body parts: two titles of which one has no page, a title and what tells of it."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, key, width
from converter.names import split_names
from converter.parse.byline import read_byline
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_ONLY, page_number
from converter.parse.contents.raw import RawContents, RawEntry
from converter.parse.contents.rows import Row
from converter.values import replace

_FEWEST = 4
"""Characters of the shortest title that the body parts from the one above it."""
_SURE = 0.9
"""How sure a byline must be that tells a title."""


def settle_joined(contents: RawContents, body: BodyIndex) -> None:
    """14 标题 and 另一标题 below it, whose page OCR has lost: two entries.

    The body has the second one on a line of its own with a byline under it, and not below the
    first.
    """
    made: list[RawEntry] = []
    for entry in contents.entries:
        made.append(entry)
        while (at := _second_title(made[-1], body)) > 0:
            first = made[-1]
            lines = first.lines if len(first.lines) == len(first.texts) else []
            made[-1] = replace(first, texts=first.texts[:at], lines=lines[:at] or first.lines)
            made.append(
                replace(
                    first,
                    texts=first.texts[at:],
                    lines=lines[at:] or first.lines,
                    page="",
                    printed_page="",
                    authors_text="",
                )
            )
    contents.entries[:] = made


def _second_title(entry: RawEntry, body: BodyIndex) -> int:
    """Which line of an entry begins another one, 0 for none."""
    for at in range(1, len(entry.texts)):
        above, name = key(entry.texts[at - 1]), key(entry.texts[at])
        if len(name) < _FEWEST or not (body.exact[name] and body.exact[above]):
            continue
        if name in body.below(above) | body.under(above) or split_names(entry.texts[at]):
            continue
        if _is_signed(above, body) and _is_signed(name, body):
            return at
    return 0


def _is_signed(name: str, body: BodyIndex) -> bool:
    """True if a byline stands right under the line of a key."""
    readings = map(read_byline, body.lines_below(name))
    return any(
        reading is not None and reading.certainty >= _SURE and reading.authors
        for reading in readings
    )


def settle_summaries(contents: RawContents, body: BodyIndex) -> None:
    """标题 一台慢机器，为什么能卖出九千台？ in one cell: the title, and what tells of it.

    The body has the title, on two lines perhaps, and not the words behind the blank.
    """
    for entry in contents.entries:
        if len(entry.texts) != 1 or not ends_sentence(entry.texts[0]):
            continue
        title, blank, told = entry.texts[0].partition(" ")
        if not blank or len(key(title)) < _FEWEST or width(told) < _SUMMARY:
            continue
        if body.is_printed(key(title)) and not body.is_printed(key(entry.texts[0])):
            entry.texts = [title, told]


_SUMMARY = 12
"""Em of the shortest summary behind a title."""


def without_pictures(rows: list[Row], beside: RawContents, body: BodyIndex) -> list[Row]:
    """The rows without P19 草棚里的木耙, where no other page has a P: a picture, and its page.

    The body has no such title, and a higher page stands above; what it says is a note.
    """
    marked = {at for at, row in enumerate(rows) if not row.table and _PICTURE.match(row.cells[0])}
    if not marked:
        return rows
    pages = [_page(row) for row in rows]
    paged = sum(page > 0 for page in pages)
    apart: set[int] = set()
    for at in marked if len(marked) * 2 < paged else ():
        above = max(
            (page for other, page in enumerate(pages[:at]) if other not in marked), default=0
        )
        if 0 < pages[at] < above and not body.is_title(key(_told(rows[at]))):
            apart.add(at)
    beside.notes += [(rows[at].lines[0], rows[at].cells[0]) for at in sorted(apart)]
    beside.lines += [number for at in apart for number in rows[at].lines]
    return [row for at, row in enumerate(rows) if at not in apart]


def without_numbers(rows: list[Row], beside: RawContents) -> list[Row]:
    """The rows without （2019年2月18日　某高法〔2019〕14号）: when a document was issued, and its number.

    Such a line below its title is neither a title nor an author; what it says is a note.
    """
    apart = {
        at
        for at, row in enumerate(rows)
        if at and not row.table and len(row.cells) == 1 and _ISSUED.match(row.cells[0])
    }
    beside.notes += [(rows[at].lines[0], rows[at].cells[0]) for at in sorted(apart)]
    beside.lines += [number for at in apart for number in rows[at].lines]
    return [row for at, row in enumerate(rows) if at not in apart]


_ISSUED = re.compile(
    r"^[（(][^（()）]*[〔\[［【(（](?:19|20)\d\d[〕\]］】)）]\s*(?:第\s*)?\d{1,4}\s*[号號][^（()）]*[）)]$"
)
"""（某政发〔2019〕14号） on a line of its own, with the date before it perhaps."""


_PICTURE = re.compile(r"^[Pp]\.?\s?\d{1,4}\s+\S")


def _page(row: Row) -> int:
    """The page with which a row begins, or that stands in a cell of its own; 0 for none."""
    hits = (PAGE_ONLY.match(cell) or PAGE_FIRST.match(cell) for cell in row.cells)
    pages = (page_number(hit["page"]) for hit in hits if hit is not None)
    return next((int(page) for page in pages if page.isdecimal()), 0)


def _told(row: Row) -> str:
    hit = PAGE_FIRST.match(row.cells[0])
    return hit["rest"] if hit is not None else ""
