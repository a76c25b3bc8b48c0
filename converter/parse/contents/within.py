"""Pages between a title and its author, each brought to the side on which the others stand.

草方格（外二首） 28 石玉海 among 24 标题 某某: the body has the words before the page as a title, and
those behind it are names.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import key
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_authors, is_pen_name
from converter.parse.contents.rows import Row, page_side
from converter.parse.contents.sections import holds_page
from converter.values import replace

_WITHIN = re.compile(r"^(?P<title>\S.*?)\s+(?P<page>\d{1,3})\s+(?P<who>\D{2,24})$")
_TITLE = 2
"""Characters of the shortest title that the body may prove."""
_PEN_NAME = 3
"""The most characters of a pen name; 动态 15 各地短讯 is a section with its only entry."""


def with_pages_outside(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with the pages that stand before the authors at the end where others are."""
    made = {at: pages for at, row in enumerate(rows) if (pages := _apart(row, body)) is not None}
    if not made:
        return rows
    first = page_side([row for at, row in enumerate(rows) if at not in made]) == "first"
    return [
        replace(row, cells=[_placed(made[at], first=first)]) if at in made else row
        for at, row in enumerate(rows)
    ]


def _apart(row: Row, body: BodyIndex) -> re.Match[str] | None:
    """The title, the page and the authors of a row that has them in this order."""
    hit = None if row.table or holds_page(row.cells[0]) else _WITHIN.match(row.cells[0])
    if hit is None:
        return None
    who = hit["who"].strip()
    # The name of the section may stand before the title.
    titles = map(key, (hit["title"], hit["title"].partition(" ")[2]))
    if not any(len(title) >= _TITLE and body.is_title(title) for title in titles):
        return None
    pen_name = is_pen_name(who) and len(key(who)) <= _PEN_NAME
    named = is_authors(who) or (pen_name and body.is_signed(hit["title"], who))
    return hit if named else None


def _placed(hit: re.Match[str], *, first: bool) -> str:
    title, page, who = hit["title"], hit["page"], hit["who"].strip()
    return f"{page} {title} {who}" if first else f"{title} {who} {page}"
