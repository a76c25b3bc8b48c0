"""Names of sections that the body prints over their titles, with a blank line between the two.

Where OCR has mixed the forms of the contents, a name may have the page of its title, or stand
over the second half of itself (專題 / 自來水來了); it looks like the first line of a title then.
The body parts the lines of a title by no blank line.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, has_han, key, squeeze, width
from converter.names import split_names
from converter.parse.byline import names_subject
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import continues
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, titles_of
from converter.values import NamedTuple, replace

_FEWEST = 3
"""So many names that the body proves are no chance."""
_LONGEST = 10
"""The most em of a name."""
_REACH = 4
"""Rows below a name of two lines, one of which has a title of the section."""
_PAGED = re.compile(rf"^(?P<page>\d{{1,4}})[ \t\u3000]*(?P<name>[{HAN}·]{{2,8}})$")


class _Name(NamedTuple):
    """The name of a section, the page beside it, and how many rows it takes."""

    name: str
    page: str = ""
    rows: int = 1


def with_names_over_titles(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with the names that the body parts from their titles told as sections."""
    found: dict[int, _Name] = {}
    for at in range(len(rows) - 1):
        name = _name_of(rows, at, body)
        if name is not None and not (name.page and at - 1 in found):  # 人物 over 8 标题
            found[at] = name
    plain = {one.name for one in found.values() if not one.page}
    mixed = any(one.page or one.rows > 1 for one in found.values())
    if len(plain) < _FEWEST or not mixed:
        return rows
    out: list[Row] = []
    page, skip = "", 0
    for at, row in enumerate(rows):
        if at < skip:
            continue
        name = found.get(at)
        if name is not None:
            skip = at + name.rows
            lines = [number for one in rows[at:skip] for number in one.lines]
            out.append(Row([name.name], lines, gap=True, alone=True, section=True))
            page = name.page
        elif page:
            out.append(replace(row, cells=[f"{page} {row.cells[0]}"], gap=False))
            page = ""
        else:
            out.append(row)
    return out


def _name_of(rows: Sequence[Row], at: int, body: BodyIndex) -> _Name | None:
    """The name of a section in a row, or in two, if the body proves it."""
    row, below = rows[at], rows[at + 1]
    if row.table or row.section or row.page:
        return None
    paged = _PAGED.match(row.cells[0])
    if paged is not None:
        text = below.cells[0]
        heads = row.gap and not (below.table or below.gap or holds_page(text) or continues(text))
        heads = heads and not names_subject(text) and _is_parted(paged["name"], below, body)
        return _Name(paged["name"], paged["page"]) if heads else None
    name = row.cells[0]
    if width(squeeze(name)) > _LONGEST or not has_han(name) or holds_page(name):
        return None
    if _is_parted(name, below, body):
        return _Name(name)
    if below.table or below.gap or holds_page(below.cells[0]):
        return None
    whole = f"{name}\u3000{below.cells[0]}"
    several = body.exact[key(whole)] > 1 and not body.exact[key(below.cells[0])]
    if several and any(_is_parted(whole, one, body) for one in rows[at + 2 : at + 2 + _REACH]):
        return _Name(whole, rows=2)
    return None


def _is_parted(name: str, below: Row, body: BodyIndex) -> bool:
    """True if the body has a name alone over a title in a row, and a blank line between them."""
    if not body.stands_alone(name) or _is_somebody(name, body):
        return False
    cells = [line for cell in below.cells for line in cell.split("\n")] if below.table else ()
    titles = cells or titles_of(below.cells[0])
    return any(
        len(key(title)) > 2
        and split_names(title) is None
        and body.stands_above(name, title)
        and not body.goes_on(name, title)
        and not body.exact[key(name + title)]
        for title in titles
    )


def _is_somebody(name: str, body: BodyIndex) -> bool:
    """True for what may be the name of a person, which stands alone only once; 庄史拾遺 is too long."""
    short = len(squeeze(name)) < _WORDS and split_names(name) is not None
    return short and body.exact[key(name)] < _NAMED


_WORDS = 4
"""Characters of two words."""
_NAMED = 2
"""So often a word like a name stands alone that is none."""
