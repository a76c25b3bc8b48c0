"""Sections that have pages of their own, on which their first entries begin."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from converter import patterns as re
from converter.hanzi import has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import (
    PAGE_FIRST,
    PAGE_LAST,
    PAGE_ONLY,
    continues,
    page_beside,
    page_number,
    split_leader,
)
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
from converter.values import NamedTuple, replace


def with_paged_sections(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """特稿 4, and its titles below without pages: the page is that of the first of them.

    The body has the titles, and of no paged row more than the name over a title; a row without
    titles below it is a section and its only article, which is noted in ``contents``.
    """
    if headed := _headed(rows, body):
        return [
            Row([found.name], row.lines, gap=True, alone=True, section=True, page=found.page)
            if (found := headed.get(index)) is not None
            else row
            for index, row in enumerate(rows)
        ]
    paged = [index for index, row in enumerate(rows) if not row.table and holds_page(row.cells[0])]
    # Two lines of one title stand so as well, but not a section with two titles.
    several = any(
        _is_title(rows, index + 1, body) and _is_title(rows, index + 2, body) for index in paged
    )
    if len(paged) < _FEWEST_PAGED or not several or any(row.table for row in rows):
        return rows
    own = {index: _own_page(rows, index, body) for index in paged}
    made = {index: _with_page(rows, index, body) for index in paged if own[index] is None}
    proved = sum(found is not None and found.proved for found in made.values())
    if None in made.values() or proved * 3 < 2 * len(made):
        return rows
    if len(made) < max(_FEWEST_PAGED, len(paged) - len(made)):
        return rows  # most of them are entries of their own
    out: list[Row] = []
    for index, row in enumerate(rows):
        found, single = made.get(index), own.get(index)
        if found is not None:
            page = found.page
            out.append(Row([found.name], row.lines, gap=True, alone=True, section=True, page=page))
        elif single is not None:
            name, page = single
            out.append(Row([name], row.lines, gap=True, alone=True, section=True, page=page))
            out.append(Row([name], row.lines, gap=False))
            contents.columns.append((row.lines[0], name))
        else:
            out.append(row)
    return out


_FEWEST_PAGED = 2


def with_equal_pages(rows: list[Row], body: BodyIndex) -> list[Row]:
    """研究 3 over 标题 …… 3, again and again: the name of a section, with the page of its first entry.

    The body has the name nowhere, or over that title; short pieces may stand on one page, too.
    """
    found: dict[int, str] = {}
    proved: set[str] = set()
    for at, row in enumerate(rows):
        name, page = _short_and_page(row)
        below = rows[at + 1 : at + 1 + _NEAR] if page else []
        if below and (not body.exact[key(name)] or _over(name, below[0].cells[0], body)):
            found[at] = name
            if any(_short_page(one) == page for one in below):
                proved.add(name)
    if len(proved) < _FEWEST_FIRST or len(proved) * 2 < len(set(found.values())):
        return rows
    return [
        replace(row, cells=[found[at]], gap=True, section=True, page=_short_page(row))
        if at in found
        else row
        for at, row in enumerate(rows)
    ]


_NEAR = 3
"""Lines of the first entry of a section, of which one has its page."""


def _over(name: str, text: str, body: BodyIndex) -> bool:
    hit = PAGE_FIRST.match(text)
    titles = titles_of(hit["rest"] if hit is not None else text)
    return any(body.stands_above(name, title) for title in titles)


def _short_and_page(row: Row) -> tuple[str, str]:
    """A few words and the page beside them, "" for what is longer."""
    hit = _paged(row)
    if hit is None or not has_han(hit["rest"]) or width(hit["rest"]) > SECTION_NAME:
        return "", ""
    return hit["rest"].strip(), page_number(hit["page"])


def _short_page(row: Row) -> str:
    """The page at an end of a row, "" for none."""
    hit = _paged(row)
    return page_number(hit["page"]) if hit is not None else ""


def _paged(row: Row) -> re.Match[str] | None:
    """The page at an end of a row, and the rest."""
    return None if row.table else page_beside(row.cells[0])


def with_lone_pages(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """五月之数 FIGURES, and nothing below it but 012: a section that is its own article.

    So is one over 8 四则, which only counts its pieces. The other entries begin with their
    pages, and the body has the name on a line of its own. That the name is the title as well
    is noted in ``contents``.
    """
    if sum(PAGE_FIRST.match(row.cells[0]) is not None for row in rows) < _FEWEST_FIRST:
        return rows
    out: list[Row] = []
    for index, row in enumerate(rows):
        page, count = _lone_page(row, body)
        name = _over_lone_page(rows, index, body) if page else ""
        if not name:
            out.append(row)
            continue
        out.append(Row([f"{page} {name}"], row.lines, gap=False))
        contents.columns.append((row.lines[0], name))
        if count:
            contents.notes.append((row.lines[0], count))
    return out


def with_shared_pages(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """24 on a line over 一碟 / 某某 and 鱼头 / 某某: short pieces that stand on one page, each with it.

    No blank line parts them, one does above and below, none has a page of its own, and the body
    has the titles; other entries begin with their pages. That the others have none of their own
    is noted in ``contents``.
    """
    if sum(PAGE_FIRST.match(row.cells[0]) is not None for row in rows) < _FEWEST_PAGED:
        return rows
    out: list[Row] = []
    page: Row | None = None
    for index, row in enumerate(rows):
        if row.gap or row.table:
            page = None
        if PAGE_ONLY.match(row.cells[0]) and row.gap and _heads_pieces(rows, index, body):
            page = row
        elif page is None:
            out.append(row)
        else:
            first = rows[index - 1] is page
            out.append(_on_page(page, row, first=first))
            if not first:
                contents.numerals[row.lines[0]] = ""
    return out


def _on_page(page: Row, row: Row, *, first: bool) -> Row:
    """A row with the page that stands above it; the first has the line of that as well."""
    lines = [*page.lines, *row.lines] if first else row.lines
    return Row([f"{page.cells[0]} {row.cells[0]}"], lines, gap=first)


def _heads_pieces(rows: Sequence[Row], index: int, body: BodyIndex) -> bool:
    """True if the rows below a page, to the next blank line, are titles of the body without pages."""
    following = (rows[at] for at in range(index + 1, len(rows)))
    below = list(takewhile(lambda row: not row.gap, following))
    return len(below) > 1 and all(
        not row.table
        and not holds_page(row.cells[0])
        and any(body.is_printed(key(title)) for title in titles_of(row.cells[0]))
        for row in below
    )


def _lone_page(row: Row, body: BodyIndex) -> tuple[str, str]:
    """The page in a row without a title, and how many pieces are there; "" for what is missing."""
    text = row.cells[0]
    if row.table:
        return "", ""
    if PAGE_ONLY.match(text):
        return text, ""
    counted = _COUNTED.match(text)
    if counted is None or body.exact[counted["count"]]:
        return "", ""
    return counted["page"], counted["count"]


def _over_lone_page(rows: Sequence[Row], index: int, body: BodyIndex) -> str:
    """The name over a page that stands alone, "" if the title of its entry is still to come."""
    above = rows[index - 1] if index else None
    if above is None or rows[index].gap or not above.gap or holds_page(above.cells[0]):
        return ""
    name = _LATIN_BEHIND.sub("", above.cells[0])
    below = rows[index + 1] if index + 1 < len(rows) else None
    if not body.exact[key(name)] or (below is not None and not below.gap):
        return ""
    titles = titles_of(below.cells[0]) if below is not None else ()
    return "" if any(body.stands_above(name, title) for title in titles) else name


_FEWEST_FIRST = 3
_COUNTED = re.compile(
    r"^(?P<page>\d{1,4})\s*(?P<count>[一二三四五六七八九十两]{1,3}[则則篇首封题題条條组組])$"
)
"""8 四则: how many pieces there are, and no title."""
_LATIN_BEHIND = re.compile(r"\s+[A-Z][A-Z &’'/-]+$")
"""FIGURES behind 五月之数."""


def _headed(rows: list[Row], body: BodyIndex) -> dict[int, _Paged]:
    """The sections that open blocks of entries of which the others have pages of their own.

    03 人物 / 标题 某某 / 08 标题 某某: the body prints most of the names over their titles.
    """
    found: dict[int, _Paged] = {}
    for index, row in enumerate(rows[:-1]):
        below = rows[index + 1]
        if not row.gap or below.gap or row.table or below.table or holds_page(below.cells[0]):
            continue
        hit = PAGE_FIRST.match(row.cells[0])
        if hit is None or width(hit["rest"]) > SECTION_NAME or not has_han(hit["rest"]):
            continue
        name, text = hit["rest"], below.cells[0]
        if split_names(text) is not None or body.is_signed(name, text):
            continue  # a title, and its author below it
        titles = titles_of(text)
        if any(body.is_title(key(title)) for title in titles):
            over = any(body.stands_above(name, title) for title in titles)
            found[index] = _Paged(name, hit["page"], over)
    proved = sum(paged.proved for paged in found.values())
    blocks = sum(row.gap for row in rows)
    sure = proved >= _FEWEST_PAGED and proved * 2 >= len(found) and len(found) * 3 >= 2 * blocks
    return found if sure else {}


def _is_title(rows: list[Row], index: int, body: BodyIndex) -> bool:
    """True for a row without a page whose title stands alone in the body, not under another."""
    if index >= len(rows) or holds_page(rows[index].cells[0]):
        return False
    text = rows[index].cells[0]
    found = any(body.exact[key(title)] for title in titles_of(text))
    return found and not body.stands_above(rows[index - 1].cells[0], text)


class _Paged(NamedTuple):
    """The name and the page of a section, and whether the body has the title below it."""

    name: str
    page: str
    proved: bool


def _own_page(rows: list[Row], index: int, body: BodyIndex) -> tuple[str, str] | None:
    """The name and page of a section that is its own article: nothing stands below it."""
    following = rows[index + 1] if index + 1 < len(rows) else None
    if not rows[index].gap or (following is not None and not holds_page(following.cells[0])):
        return None
    hit = PAGE_LAST.match(rows[index].cells[0]) or PAGE_FIRST.match(rows[index].cells[0])
    name = split_leader(hit["rest"])[0] if hit is not None else ""
    return (name, hit["page"]) if hit is not None and body.exact[key(name)] else None


def _signs_under(name: str, who: str, body: BodyIndex) -> bool:
    """True if the body has who wrote one line further below a title, under what tells of it."""
    return any(key(who) in line for line in body.under(key(name)))


def _is_below_section(rows: list[Row], index: int, name: str, body: BodyIndex) -> bool:
    """True for the title of an entry right below the name of its section, as the body has them."""
    above = rows[index - 1] if index else None
    if above is None or rows[index].gap or above.table or holds_page(above.cells[0]):
        return False
    section = _LATIN_BEHIND.sub("", above.cells[0]).strip()
    return above.gap and width(section) <= SECTION_NAME and body.stands_above(section, name)


def _with_page(rows: list[Row], index: int, body: BodyIndex) -> _Paged | None:
    """The name and the page of a section that has one, with a title of the body below."""
    text = rows[index].cells[0]
    following = rows[index + 1] if index + 1 < len(rows) else None
    hit = PAGE_LAST.match(text) or PAGE_FIRST.match(text)
    if hit is None or following is None or following.table or holds_page(following.cells[0]):
        return None
    name, author = split_leader(hit["rest"])
    if author or _is_below_section(rows, index, name, body):
        return None
    below = following.cells[0]
    if continues(below):
        return None  # a subtitle, or who wrote behind a dash
    if split_names(below) and (body.is_signed(name, below) or _signs_under(name, below, body)):
        return None  # a title, and its author below it
    titles = titles_of(below)
    titled = any(body.exact[key(title)] for title in titles)
    # 安全角 begins like a surname, but signs nothing.
    signs = split_names(name) and (
        not titled or any(body.is_signed(title, name) for title in titles)
    )
    if width(name) > SECTION_NAME or signs or not has_han(name):
        return None
    # What the body has otherwise stands below its name as the others do.
    alike = rows[index].gap and not following.gap
    return _Paged(name, hit["page"], titled) if titled or alike else None
