"""Single entries that have the name of their section, or of a column, on their own lines.

编读往来 | 来信两则 and 案例剖析 14 标题 among sections on lines of their own: nothing in the
contents tells the name from the first line of a title; the body does, which prints it alone,
right above the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.labels import is_signer, leads
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, titles_of
from converter.values import NamedTuple, replace

_LEADS = re.compile(
    rf"^(?P<page>\d{{1,4}}\s+)?(?:\*\*)?(?P<name>[{HAN}·]{{2,8}})(?P<mark>\s*[|｜丨/／]\s*|\s+(?:[·•]\s+)?)(?P<rest>[^\s\d—].*)$"
)
"""12 编读往来 | 来信两则; what a dash parts from the words before it is their subtitle."""
_PAGED = re.compile(rf"^(?:\*\*)?(?P<name>[{HAN}·]{{2,8}})\s+(?P<page>\d{{1,4}}\s+)(?P<rest>\S.*)$")
"""案例剖析 14 标题 作者."""
_LONGEST = 10
"""Em of the name of a section on a line of its own."""


class _Beside(NamedTuple):
    """A name, and the entry that stands beside it."""

    name: str
    entry: str
    mark: str
    """What parts the two."""


def with_sections_beside(rows: Sequence[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """The rows, with sections that stand beside their first entries on rows of their own.

    A name that the body prints below that of the section, over a title, is a column's, which
    is the kicker there and is noted as one in ``contents``.
    """
    out: list[Row] = []
    section, columns, named = "", "", False
    apart = sum(row.alone and _is_name(row) for row in rows) >= _APART
    for at, row in enumerate(rows):
        found = None if row.table else _name_beside(row.cells[0], body)
        if found is None and apart and row.gap and (at + 1 == len(rows) or rows[at + 1].gap):
            found = _single(row.cells[0], body)
        above, named = named, found is None and _is_name(row)
        if named:
            section, columns = row.cells[0], ""
        if found is None:
            out.append(row)
            continue
        # A section has no other entry than the one right below its name.
        if section and (above or body.stands_above(section, found.name)):
            columns = found.mark
        if columns != found.mark:
            section, columns = found.name, ""
            out.append(Row([section], row.lines, gap=True, alone=True, section=True))
        else:
            contents.kickers.append((row.lines[0], found.name))
        out.append(replace(row, cells=[found.entry], gap=False))
    return out


def _is_name(row: Row) -> bool:
    """True for a row that may be the name of a section and nothing else."""
    text = row.cells[0]
    return row.section or (
        not row.table and row.gap and width(text) <= _LONGEST and not holds_page(text)
    )


def _name_beside(text: str, body: BodyIndex) -> _Beside | None:
    """The name with which a row begins, if the body prints it right over the title in the rest."""
    paged = _PAGED.match(text)
    hit = paged or _LEADS.match(text)
    if hit is None:
        return None
    name, rest = hit["name"], hit["rest"]
    if split_names(name) and not (paged and body.stands_above(name, rest)):
        return None  # 纪事 is like a name, but stands over its title
    mark = " " if paged else hit["mark"].strip() or " "
    if not (paged or mark in _BARS or body.heads(name)):
        return None  # most likely the first line of a title
    if is_signer(rest):
        return None  # the name of who wrote what the row begins with, as in the body
    if body.exact[key(f"{name}{rest}")]:
        return None
    if not body.stands_alone(name) and not (paged and _is_titled(name, rest, body)):
        return None
    if paged is None and not (hit["page"] or holds_page(rest)):
        return None
    titles = [title for title in titles_of(rest) if len(key(title)) >= _TITLE]
    if body.stands_alone(name) and not any(body.stands_above(name, title) for title in titles):
        return None
    if any(body.exact[key(f"{name}{title}")] for title in titles):
        return None  # the first line of a title that the body has whole as well
    return _Beside(name, f"{hit['page'] or ''}{rest}", mark)


def _single(text: str, body: BodyIndex) -> _Beside | None:
    """来信 来信两则 25 between blank lines, as the names of other sections are.

    The body has the title alone, and the short word before it is no part of it and no author.
    """
    hit = _LEADS.match(text)
    if hit is None or hit["mark"].strip() or width(hit["name"]) > _SHORT:
        return None
    if is_signer(hit["rest"]):
        return None
    name, rest = hit["name"], hit["rest"]
    titles = [title for title in titles_of(rest) if len(key(title)) >= _TITLE]
    paged = hit["page"] or holds_page(rest)
    if not paged or not any(body.exact[key(title)] for title in titles):
        return None
    return _Beside(name, f"{hit['page'] or ''}{rest}", " ") if leads(name, rest, body) else None


_SHORT = 4
"""Em of a section's name that the body need not print."""
_APART = 2
"""So many sections between blank lines tell how these contents set them."""


def _is_titled(name: str, rest: str, body: BodyIndex) -> bool:
    """True if what stands behind a page is a title of the body, and not together with the name."""
    titles = [key(title) for title in titles_of(rest) if len(key(title)) >= _TITLE]
    return any(map(body.is_title, titles)) and not any(
        body.exact[f"{key(name)}{title}"] for title in titles
    )


_BARS = tuple("|｜丨")
_TITLE = 3
"""Characters of the shortest title that the body may prove."""
