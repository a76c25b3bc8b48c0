"""Pages within a line, each brought to the side on which the others stand.

草方格（外二首） 28 石玉海 among 24 标题 某某: the body has the words before the page as a title, and
those behind it are names. 手艺 28 补锅的人 石玉海: it has the words behind the page as one, so that
those before it are the name of a section, which others have on lines of their own.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_authors, is_pen_name
from converter.parse.contents.rows import Row, page_side
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
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


def with_sections_before(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with the names that stand before the pages of entries on rows of their own."""
    first = page_side(rows) == "first"
    out: list[Row] = []
    for row in rows:
        hit = _before_page(row, body)
        if hit is None:
            out.append(row)
            continue
        out.append(Row([hit["name"]], row.lines, gap=True, alone=True, section=True))
        text = f"{hit['page']} {hit['rest']}" if first else f"{hit['rest']} {hit['page']}"
        out.append(Row([text], row.lines, gap=False))
    return out


_BEFORE = re.compile(r"^(?P<name>\S(?:.*?\S)?)\s+(?P<page>\d{1,3})\s+(?P<rest>\D\S.*)$")


def _before_page(row: Row, body: BodyIndex) -> re.Match[str] | None:
    """A few words, the page and a title that the body has without them, of a row that is so made."""
    hit = None if row.table or holds_page(row.cells[0]) else _BEFORE.match(row.cells[0])
    if hit is None or width(hit["name"]) > SECTION_NAME or not has_han(hit["name"]):
        return None
    if hit["name"][-1] in _COUNTING:
        return None
    titles = [one for one in titles_of(hit["rest"]) if split_names(one) is None]
    told = any(
        body.is_printed(key(title))
        and (len(key(title)) >= _SURE or body.stands_above(hit["name"], title))
        for title in titles
    )
    return hit if told else None


_SURE = 4
"""Characters of a title behind a page that is no author."""
_COUNTING = "第共约近超满滿"
"""Words before a number that is no page."""


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
