"""Names of all sections in one place, above the entries or below them, each brought to its own.

A column of names beside the entries is read before them or after them; a bar of names over
them comes as one line. The body prints each name over the first of its titles; where it does
not, there must be as many blocks of entries as names.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import page_beside, page_number
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
    # What no blank line parts from the first entry is the beginning of its title.
    alike = entries[0].gap and places == blocks[: len(places)]
    return blocks if alike and len(blocks) == len(names) < len(entries) else None


def _heads(name: str, entry: Row, body: BodyIndex) -> bool:
    """True if the body prints a name over the title of an entry, or beside the folio of its page."""
    text = " ".join(entry.cells).replace("\n", " ")
    hit = page_beside(text)
    if hit is not None and int(page_number(hit["page"])) in body.folios(name):
        return True
    titles = entry.cells if entry.table else titles_of(text)
    return any(body.stands_above(name, title) or body.stands_over(name, title) for title in titles)


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


_JOINT = re.compile(
    rf"^[{HAN}·]{{2,8}}(?:(?:[ \t]+|\u3000+|\s*[|｜/／]\s*)[{HAN}·]{{2,8}}){{1,2}}$"
)


def with_joint_sections(rows: list[Row], body: BodyIndex) -> list[Row]:
    """以案说法　业务问答 over two entries: two sections whose names OCR has put on one line.

    The body prints the second over its own title, or beside its folio, and both nowhere on one line.
    """
    out: list[Row] = []
    later: dict[int, str] = {}
    for index, row in enumerate(rows):
        if index in later:
            out.append(Row([later[index]], row.lines, gap=True, alone=True, section=True))
        text = "" if row.table else row.cells[0]
        joint = _JOINT.match(text) and not body.exact[key(text)]
        names = _BETWEEN.split(text) if joint else []
        begins = _begins(names, rows[index + 1 :], body) if len(names) > 1 else []
        if not begins:
            out.append(row)
            continue
        out.append(Row([names[0]], row.lines, gap=True, alone=True, section=True))
        later |= {index + 1 + at: name for at, name in zip(begins, names[1:], strict=True)}
    return out


def _begins(names: Sequence[str], below: Sequence[Row], body: BodyIndex) -> list[int]:
    """Before which of the entries below each of the names but the first stands; [] for none."""
    end = 0
    while end < len(below) and (below[end].table or holds_page(below[end].cells[0])):
        end += 1
    begins: list[int] = []
    # 史鉴 may be a name, but not beside what the body prints alone, as it does the name of a section.
    both = split_names(names[0]) is None and body.exact[key(names[0])] > 0
    for name in names[1:]:
        first = begins[-1] + 1 if begins else 1
        found = next((at for at in range(first, end) if _heads(name, below[at], body)), 0)
        if not found or (split_names(name) and not both):
            return []
        begins.append(found)
    return begins
