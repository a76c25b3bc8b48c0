"""Entries of the contents that OCR has read among the lines of the masthead, put back in their order.

The body has their titles, and the contents lack them.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import has_han, key
from converter.parse.contents.marks import PAGE_FIRST, PAGE_LAST, page_number
from converter.segment import Regions
from converter.segment.regions.entries import entry_like
from converter.segment.regions.labels import ISSUE_LINE, is_masthead_line
from converter.segment.regions.listed import listed_titles
from converter.source import Line

_TITLE = 4
"""Characters of the shortest title that tells an entry."""
_HEAD = 1
"""Lines that are the name of the magazine."""
_NAMED = 6
"""Lines in which an issue has told its name."""
_COVER = 100
"""Lines above contents that are of the cover and the masthead alone."""
_MOST = 3
"""So many entries have strayed; where there are more, the contents stand within the masthead."""
_LONGEST = 60
"""Characters of a line that may be a title."""


def with_entries_back(lines: Sequence[Line], regions: Regions) -> Sequence[Line]:
    """The lines, the entries of the masthead moved into the contents; the same if there are none."""
    if regions.masthead is None or regions.contents is None or regions.more is not None:
        return lines
    inside = range(*regions.contents)
    zone = _around(*regions.masthead, inside)
    near = [at for at in zone if _may_be_entry(lines[at].text)]
    if not near:
        return lines
    outside = (
        line.text
        for at, line in enumerate(lines)
        if at not in inside and at not in zone and len(line.text) <= _LONGEST
    )
    titles = {key(text) for text in outside}
    # Over a page stands the name of the magazine, with the folio.
    said = sorted({*range(_NAMED), *inside} - {*near})
    listed = "\n".join(key(lines[at].text) for at in said)
    found = [at for at in near if _is_lacking(lines[at].text, titles, listed)]
    return _moved(lines, found, inside) if 0 < len(found) <= _MOST else lines


def _around(first: int, last: int, inside: range) -> range:
    """The places of a masthead, and of the cover above it, outside the contents."""
    if last > inside.start:
        return range(first, last) if inside.stop <= first else range(0)
    return range(min(first, _HEAD), inside.start) if inside.start <= _COVER else range(first, last)


def _may_be_entry(text: str) -> bool:
    """True for a line with Chinese characters and a page that tells nothing of the issue."""
    if not has_han(text) or not entry_like(text) or ISSUE_LINE.search(text):
        return False
    return not is_masthead_line(text) and bool(_page(text))


def _is_lacking(text: str, titles: set[str], listed: str) -> bool:
    """True for an entry whose title the body has, and no line of the contents."""
    return any(
        len(name) >= _TITLE and name in titles and name not in listed
        for name in listed_titles(text)
    )


def _moved(lines: Sequence[Line], found: Sequence[int], inside: range) -> Sequence[Line]:
    """The lines, each of those found before the first entry with a higher page, or behind the last."""
    pages = {at: _page(lines[at].text) for at in inside}
    paged = [at for at in inside if pages[at] and has_han(lines[at].text)]
    if not paged:
        return lines
    behind = sum(PAGE_FIRST.match(lines[at].text) is None for at in paged) * 2 > len(paged)
    before: dict[int, list[Line]] = {}
    for at in found:
        page = _page(lines[at].text)
        place = next((one for one in paged if pages[one] > page), paged[-1] + 1)
        while behind and place - 1 > inside.start and not pages[place - 1]:
            place -= 1  # the section of the next entry, and the first lines of its title
        before.setdefault(place, []).append(lines[at])
    gone = {*found, *(at + 1 for at in found if lines[at - 1].blank and lines[at + 1].blank)}
    made: list[Line] = []
    for at, line in enumerate(lines):
        made += before.get(at, ())
        if at not in gone:
            made.append(line)
    return made


def _page(text: str) -> int:
    """The page at an end of an entry, 0 for none."""
    hit = PAGE_FIRST.match(text) or PAGE_LAST.match(text)
    number = page_number(hit["page"]) if hit is not None else ""
    return int(number) if number.isdecimal() else 0
