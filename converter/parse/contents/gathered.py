"""Names of all sections in one place, above the entries or below them, each brought to its own.

A column of names beside the entries is read before them or after them; a bar of names over
them comes as one line. The body prints each name over the first of its titles; where it does
not, there must be as many blocks of entries as names.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.people import is_author_row
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import holds_page, section_name, titles_of

_FEWEST = 3
"""So many names in a row have no entries between them."""
_NAME = 10
"""The most em of a name."""
_BAR = re.compile(rf"^[{HAN}]{{2,8}}(?:(?:\s*[|｜/／·•]\s*|\s+)[{HAN}]{{2,8}}){{2,}}$")
"""卷首语　名家　小辑."""
_BETWEEN = re.compile(r"\s*[|｜/／·•]\s*|\s+")


def with_sections_gathered(rows: list[Row], body: BodyIndex) -> list[Row]:
    """The rows, with names that all stand above the entries or below them over their own."""
    paged = [at for at, row in enumerate(rows) if row.table or holds_page(row.cells[0])]
    if len(paged) < _FEWEST:
        return rows
    first, last = paged[0], paged[-1] + 1
    for own, entries in ((rows[:first], rows[first:]), (rows[last:], rows[:last])):
        names = _names(own)
        places = _places([name for name, _ in names], entries, body) if names else None
        if places is not None:
            return _placed(names, places, entries)
    return rows


def _names(rows: Sequence[Row]) -> list[tuple[str, Row]]:
    """The names that some rows hold, [] if one holds something else or there are too few."""
    found: list[tuple[str, Row]] = []
    for row in rows:
        text = section_name(row.cells[0])
        names = _BETWEEN.split(text) if _BAR.match(text) else [text]
        if any(not name or width(name) > _NAME for name in names):
            return []
        if len(names) == 1 and (row.page or is_author_row(row.cells[0])):
            return []
        found += [(name, row) for name in names]
    return found if len(found) >= _FEWEST else []


def _places(names: Sequence[str], entries: Sequence[Row], body: BodyIndex) -> list[int] | None:
    """Above which of the entries each name stands; ``None`` if that is not sure."""
    places: list[int] = []
    at = 0
    for name in names:
        found = next((i for i in range(at, len(entries)) if _heads(name, entries[i], body)), None)
        if found is None:
            break
        places.append(found)
        at = found + 1
    blocks = [at for at, row in enumerate(entries) if row.gap or not at]
    if len(places) == len(names):
        return [0, *places[1:]]  # no entry is without a section
    alike = places == blocks[: len(places)]
    return blocks if alike and len(blocks) == len(names) < len(entries) else None


def _heads(name: str, entry: Row, body: BodyIndex) -> bool:
    """True if the body prints a name over the title of an entry."""
    texts = entry.cells if entry.table else titles_of(entry.cells[0])
    return any(body.stands_above(name, text) or body.stands_over(name, text) for text in texts)


def _placed(
    names: Sequence[tuple[str, Row]], places: Sequence[int], entries: Sequence[Row]
) -> list[Row]:
    """The entries with the names above those at some places."""
    above = dict(zip(places, names, strict=True))
    out: list[Row] = []
    for at, entry in enumerate(entries):
        if at in above:
            name, row = above[at]
            out.append(Row([name], row.lines, gap=True, alone=True, section=True))
        out.append(entry)
    return out
