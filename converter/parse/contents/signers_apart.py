"""Authors with their pages that OCR has read as a column of its own, below the titles.

请运盐船回来 / 灯塔上的钟 / 麦田 4 / 稻香 5: the body has each of the names right under one of the
titles. Which of them is a word, or the name of a section, the body tells as well. The column may
be that of all titles, or that of a few of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_LAST
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page
from converter.values import NamedTuple, replace

_NAMES = 12
"""Characters of the longest names of one entry."""
_FEWEST = 2
"""So many of them that the body has under titles without pages are no chance."""


class _Signer(NamedTuple):
    at: int
    """The row of the names."""
    title: int
    """The row of the title under which the body has them."""


def with_signers_beside(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with such names and pages behind their titles."""
    rows = _with_few_beside(rows, body)
    last = len(rows)
    while last and _names(rows[last - 1]):
        last -= 1
    if len(rows) - last < _FEWEST:
        return rows
    found = _signers(rows, last, body)
    if len(found) < _FEWEST or 3 * len(found) < 2 * (len(rows) - last):
        return rows
    out = list(rows)
    for one in found:
        title, names = rows[one.title], rows[one.at]
        text = f"{title.cells[0]} / {names.cells[0]}"
        out[one.title] = replace(title, cells=[text], lines=[*title.lines, *names.lines])
    gone = {one.at for one in found}
    return [row for at, row in enumerate(out) if at not in gone]


def _with_few_beside(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The same for the column of some titles right above it, each of whose names comes below its title."""
    below: dict[int, list[Row]] = {}
    taken: set[int] = set()
    at = begin = seen = 0
    while at < len(rows):
        end = at
        while end < len(rows) and _names(rows[end]):
            end += 1
        for place in range(seen, at):
            if rows[place].section or holds_page(rows[place].cells[0]):
                begin = place + 1
        seen = at
        wide = end < len(rows) and end - at >= _FEWEST and at - begin >= end - at
        if wide and not any(row.table for row in rows[begin:end]):
            found = _signers(rows[begin:end], at - begin, body)
            titles = [one.title for one in found]
            if len(found) == end - at and titles == sorted(titles) and titles[-1] > 0:
                stops = [*(begin + title for title in titles[1:]), at]
                below |= {
                    stop: [rows[begin + one.at]] for stop, one in zip(stops, found, strict=True)
                }
                taken.update(range(at, end))
        at = max(end, at + 1)
    if not taken:
        return rows
    return [
        row
        for place in range(len(rows))
        for row in (*below.get(place, ()), *(() if place in taken else (rows[place],)))
    ]


def _names(row: Row) -> str:
    """The few words before the page of a row, "" for any other."""
    hit = None if row.table or row.section else PAGE_LAST.match(row.cells[0])
    names = hit["rest"].strip(" \u3000…·.") if hit is not None else ""
    return names if 1 < len(key(names)) <= _NAMES else ""


def _signers(rows: Sequence[Row], last: int, body: BodyIndex) -> list[_Signer]:
    """The rows from one on whose names the body has under one of the titles above, each its own."""
    titles = [
        at
        for at, row in enumerate(rows[:last])
        if not (row.table or row.section or holds_page(row.cells[0]))
        and body.exact[key(row.cells[0])]
    ]
    found: list[_Signer] = []
    for at in range(last, len(rows)):
        names = _names(rows[at])
        signed = [title for title in titles if body.is_signed(rows[title].cells[0], names)]
        if len(signed) == 1 and signed[0] not in [one.title for one in found]:
            found.append(_Signer(at, signed[0]))
    return found
