"""Pages and authors that stand in the rows of others, told by the body."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import PAGE_FIRST, PAGE_LAST, PAGE_ONLY
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
from converter.values import replace

_GLUED = re.compile(rf"^(?P<page>\d{{1,3}})(?P<rest>[{HAN}《“‘「].*)$")


def with_glued_pages(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """18他们怎样修船 某某: the blank behind the page is lost, and the body has the title without it."""
    out: list[Row] = []
    for row in rows:
        hit = None if row.table else _GLUED.match(row.cells[0])
        glued = hit is not None and not holds_page(row.cells[0]) and _is_glued(hit, body)
        out.append(replace(row, cells=[f"{hit['page']} {hit['rest']}"]) if hit and glued else row)
    return out


def _is_glued(hit: re.Match[str], body: BodyIndex) -> bool:
    """True if the body has the title behind the page, and no title with the page as its beginning."""
    titles = [title for title in titles_of(hit["rest"]) if len(key(title)) >= _TITLE]
    if not any(body.exact[key(title)] for title in titles):
        return False
    return not any(body.exact[hit["page"] + key(title)] for title in titles)


_TITLE = 4
"""Characters of the shortest title that is told so."""
_NAMED_BEHIND = re.compile(
    rf"^(?P<entry>\S.*[^\s\d][\s./／…·（(]*\d{{1,3}}\s*[）)]?)\s+(?P<name>[【〔·•]?\s*[{HAN}](?:(?:[{HAN}·．.]|\s(?=[{HAN}])){{1,9}}|(?=\s+[A-Z]))\s*[】〕·•]?(?:\s+[A-Z][A-Z &]*)?)$"
)
"""标题 某某 / 12 诗歌 POETRY: an entry, and what stands behind its page."""


def with_names_behind(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """The rows, of which 标题 某某 / 12 诗歌 are two: the name of the section below is glued to an entry.

    Pages stand last in most others, and the body has the name right above the title below it.
    """
    entries = [row for row in rows if not row.table and holds_page(row.cells[0])]
    last = sum(PAGE_LAST.match(row.cells[0]) is not None for row in entries)
    if last < _FIRST or last * 2 < len(entries):
        return list(rows)
    out: list[Row] = []
    for at, row in enumerate(rows):
        hit = None if row.table or row.section else _NAMED_BEHIND.match(row.cells[0])
        below = rows[at + 1] if at + 1 < len(rows) else None
        if hit is None or below is None or below.table or not _opens(hit["name"], below, body):
            out.append(row)
            continue
        out.append(replace(row, cells=[hit["entry"]], alone=False))
        out.append(Row([hit["name"].strip()], row.lines, gap=True, alone=True, section=True))
    return out


def _opens(name: str, below: Row, body: BodyIndex) -> bool:
    """True if the body has a name on a line, and right under it the title of the row below."""
    if width(name) > SECTION_NAME + _ENGLISH or PAGE_ONLY.match(below.cells[0]):
        return False
    titles = titles_of(below.cells[0])
    if split_names(name) and any(body.is_signed(title, name) for title in titles):
        return False
    han = re.sub("[A-Za-z &]+", "", name)
    return any(body.stands_above(one, title) for one in (name, han) for title in titles)


_ENGLISH = 12
"""Em of what says the name of a section in English."""


def with_pages_first(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """标题 …… 某某 18 among 20 标题 某某: with its page first, where the body has the title alone.

    So is 某某 18 below its title, and then on one row with it.
    """
    form = {True: PAGE_ONLY, False: PAGE_FIRST}
    first = sum(form[row.table].match(row.cells[0]) is not None for row in rows)
    if first >= _FIRST:
        rows = _with_signers_beside(rows, body)
    last = {
        at: hit
        for at, row in enumerate(rows)
        if not row.table
        and PAGE_FIRST.match(row.cells[0]) is None
        and (hit := PAGE_LAST.match(row.cells[0])) is not None
        and any(body.exact[key(title)] for title in titles_of(hit["rest"]))
    }
    if first < _FIRST or len(last) * _FIRST > first:
        return list(rows)
    return [
        replace(row, cells=[f"{last[at]['page']} {last[at]['rest']}"]) if at in last else row
        for at, row in enumerate(rows)
    ]


def _with_signers_beside(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """The rows, where names with a page behind them stand right below a title of the body."""
    out: list[Row] = []
    for row in rows:
        above = out[-1] if out else None
        if above is not None and _signs_above(above, row, body):
            text = f"{above.cells[0]} {row.cells[0]}"
            out[-1] = replace(above, cells=[text], lines=[*above.lines, *row.lines], alone=False)
        else:
            out.append(row)
    return out


def _signs_above(above: Row, row: Row, body: BodyIndex) -> bool:
    hit = None if row.table or row.gap or above.table else PAGE_LAST.match(row.cells[0])
    if hit is None or PAGE_FIRST.match(row.cells[0]) or split_names(hit["rest"]) is None:
        return False
    if holds_page(above.cells[0]) or above.section:
        return False
    title = key(above.cells[0].partition("——")[0])
    return len(title) >= _TITLE and (body.is_printed(title) or body.opens(title))


_FIRST = 3
"""From so many entries with their pages first on, and so many times those with theirs last."""


def with_whole_names(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """專題 / 自來水來了 without pages over entries with theirs: the body has both on one line."""
    out: list[Row] = []
    for at, row in enumerate(rows):
        above = out[-1] if out else None
        below = rows[at + 1] if at + 1 < len(rows) else None
        if above is not None and below is not None and _is_one_name(above, row, below, body):
            text = f"{above.cells[0]} {row.cells[0]}"
            out[-1] = replace(above, cells=[text], lines=[*above.lines, *row.lines], section=True)
        else:
            out.append(row)
    return out


def _is_one_name(above: Row, row: Row, below: Row, body: BodyIndex) -> bool:
    """True for two rows that are the name of a section with its theme, over an entry."""
    if any(one.table or one.section or holds_page(one.cells[0]) for one in (above, row)):
        return False
    if not above.gap or row.gap or width(above.cells[0]) > SECTION_NAME:
        return False
    whole = key(above.cells[0] + row.cells[0])
    entry = below.table or PAGE_FIRST.match(below.cells[0]) is not None
    alone = body.exact[key(above.cells[0])] or body.exact[key(row.cells[0])]
    return entry and bool(body.exact[whole]) and not alone


def with_signed_sections(rows: Sequence[Row], body: BodyIndex) -> list[Row]:
    """手记 某某 / 6 标题: the author stands beside the name of the section, as the body signs the title."""
    out = list(rows)
    for at in range(len(rows) - 1):
        row, below = rows[at], rows[at + 1]
        if row.table or below.table or not row.gap or not holds_page(below.cells[0]):
            continue
        name, _, who = row.cells[0].partition(" ")
        if holds_page(row.cells[0]) or width(name) > SECTION_NAME or split_names(who) is None:
            continue
        if split_names(name) is None and any(
            body.is_signed(title, who) for title in titles_of(below.cells[0])
        ):
            out[at] = replace(row, cells=[name], section=True, alone=True)
            out[at + 1] = replace(
                below, cells=[f"{below.cells[0]} {who}"], lines=[*row.lines, *below.lines]
            )
    return out
