"""Names with pages over single entries, and columns named after the section above them.

05 卷首 / 等一班渡船 陆闻溪: where no blank line parts the entries, such a name looks like the
first line of a title. The body prints it alone, right above the title.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.inline import opens_issue
from converter.parse.contents.marks import PAGE_FIRST, continues
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import SECTION_NAME, holds_page, titles_of
from converter.values import replace

_FEWEST = 3
"""So many short first lines of titles are no chance."""
_SHORT = 4
"""Em of a name that needs no other proof than its place."""


_LETTERED = re.compile(r"^\s*[Pp][.．]?\s?\d")


def with_single_entries(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """The rows, with short names that have a page, and one title below them, told as sections.

    An entry below that has its own page is of no section, if that above has but one. Where the
    pages of sections have a P and those of entries none, it is of the section above, and
    another name with a P is a section and its own article, which ``contents`` notes; so are
    those with a bar behind the page, where entries have none. Where blank
    lines part the sections and nothing else, all down to the next one are of it, too.
    """
    heads = {at: _parts(rows[at]) for at in range(len(rows) - 1) if _heads_one(rows, at, body)}
    known = any(body.heads(name) or opens_issue(name) for _, name in heads.values())
    if len(heads) < _FEWEST or not known:
        # 02 編輯室報告, over the one piece that opens the issue, needs no others.
        heads = {at: head for at, head in heads.items() if opens_issue(head[1])}
    unknown = [at for at in range(len(rows) - 1) if _heads_unknown(rows, at, body)]
    if len(unknown) >= _FEWEST:
        heads |= {at: _parts(rows[at]) for at in unknown}
    lettered = _are_lettered(rows, heads)
    barred = _barred(rows, heads)
    heads |= {at: _parts(rows[at]) for at in barred if _has_entry(rows, at)}
    several = lettered or _open_blocks(rows, heads)
    out: list[Row] = []
    for at, row in enumerate(rows):
        if at in heads:
            page, name = heads[at]
            told = Row([name], row.lines, gap=True, alone=True, section=True, page=page)
            out.append(replace(told, one=not several))
        elif at - 1 in heads:
            out.append(replace(row, gap=False))
        elif (at in barred or (lettered and _LETTERED.match(row.cells[0]))) and body.exact[
            key(_parts(row)[1])
        ]:
            page, name = _parts(row)
            out.append(Row([name], row.lines, gap=True, alone=True, section=True, page=page))
            out.append(Row([name], row.lines, gap=False))
            contents.columns.append((row.lines[0], name))
        else:
            out.append(row)
    return out


_BARRED = re.compile(r"^\s*[Pp]?[.．]?\s?\d{1,3}\s*[|｜丨]\s*(?=\S)")


def _barred(rows: Sequence[Row], heads: Collection[int]) -> frozenset[int]:
    """P17 | 专栏: all names with a bar behind their pages, where such over entries have one, and entries have none."""
    if len(heads) < _FEWEST:
        return frozenset()
    paged = {at for at, row in enumerate(rows) if not row.table and holds_page(row.cells[0])}
    found = frozenset(at for at in paged if _BARRED.match(rows[at].cells[0]))
    short = all(width(_parts(rows[at])[1]) <= SECTION_NAME for at in found)
    return found if short and found.issuperset(heads) and paged - found else frozenset()


def _has_entry(rows: Sequence[Row], at: int) -> bool:
    """True for a row above one without a page of its own."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below is not None and not (below.gap or below.table or holds_page(below.cells[0]))


def _are_lettered(rows: Sequence[Row], heads: Collection[int]) -> bool:
    """True if the names over entries have a P before their pages, and some other entry has none."""
    if len(heads) < _FEWEST or not all(_LETTERED.match(rows[at].cells[0]) for at in heads):
        return False
    return any(
        holds_page(row.cells[0]) and not _LETTERED.match(row.cells[0])
        for row in rows
        if not row.table
    )


def _open_blocks(rows: Sequence[Row], heads: Collection[int]) -> bool:
    """True if a blank line stands above each of some sections, and above few entries with pages."""
    if len(heads) < _FEWEST or not all(rows[at].gap for at in heads):
        return False
    others = [row for at, row in enumerate(rows) if at not in heads and holds_page(row.cells[0])]
    return sum(row.gap for row in others) * 2 <= len(others)


def _parts(row: Row) -> tuple[str, str]:
    """The page with which a row begins and what stands behind it, "" for nothing."""
    hit = PAGE_FIRST.match(row.cells[0])
    return (hit["page"], hit["rest"]) if hit is not None else ("", "")


def _heads_one(rows: Sequence[Row], at: int, body: BodyIndex) -> bool:
    """True for a short name behind a page, over a title that the body has right below it."""
    row, below = rows[at], rows[at + 1]
    if row.table or below.table or below.gap or holds_page(below.cells[0]):
        return False
    (_, name), text = _parts(row), below.cells[0]
    if not has_han(name) or continues(text) or not body.stands_alone(name):
        return False
    if width(name) > (SECTION_NAME if body.heads(name) or opens_issue(name) else _SHORT):
        return False
    if split_names(text) is not None and body.is_signed(name, text):
        return False  # a title, and its author below it
    return any(len(key(title)) > 2 and body.stands_above(name, title) for title in titles_of(text))


def _heads_unknown(rows: Sequence[Row], at: int, body: BodyIndex) -> bool:
    """True for a few words behind a page that the body has nowhere, over a title that it has."""
    row, below = rows[at], rows[at + 1]
    if row.table or below.table or below.gap or holds_page(below.cells[0]):
        return False
    (page, name), text = _parts(row), below.cells[0]
    if not page or not has_han(name) or width(name) > SECTION_NAME or continues(text):
        return False
    if body.names(key(name)) or body.like(key(name)) or split_names(name) is not None:
        return False
    return split_names(text) is None and any(map(body.knows, titles_of(text)))


_COLUMN = re.compile(
    rf"^(?P<page>[\dlIO]{{1,4}}\s+)?(?P<name>[{HAN}]{{2,8}})\s*[|｜丨·•:：]\s*(?P<rest>\S.*)$"
)
"""13 灶边｜标题 作者."""


def with_named_columns(rows: list[Row], body: BodyIndex, contents: RawContents) -> list[Row]:
    """专栏 / 13 灶边｜标题, where the body has 专栏·灶边 over the title: that is the section.

    The point between the two, and what is said again, is noted in ``contents``.
    """
    out: list[Row] = []
    over: Row | None = None
    first = False
    for row in rows:
        text = row.cells[0]
        plain = not (row.table or row.page or holds_page(text)) and has_han(text)
        if plain and width(text) <= SECTION_NAME:
            over, first = row, True
            out.append(row)
            continue
        hit = None if row.table or over is None else _COLUMN.match(text)
        if over is None or hit is None or not _is_column(over.cells[0], hit, body):
            first = False
            out.append(row)
            continue
        if first:
            out.pop()
        said = "·" if first else f"{over.cells[0]}·"
        contents.columns.append((row.lines[0], said))
        lines = [*(over.lines if first else []), *row.lines]
        name = f"{over.cells[0]}·{hit['name']}"
        out.append(Row([name], lines, gap=True, alone=True, section=True))
        out.append(replace(row, cells=[f"{hit['page'] or ''}{hit['rest']}"], gap=False))
        first = False
    return out


def _is_column(over: str, hit: re.Match[str], body: BodyIndex) -> bool:
    """True if the body has the name of the section and that of the column over the title."""
    name = over + hit["name"]
    return body.stands_alone(name) and any(
        body.stands_above(name, title) for title in titles_of(hit["rest"])
    )
