"""Sections whose names the contents have lost: the body prints them, as it does the others.

The name stands alone over a title of the contents, and once more within a sentence, as the running
head of a page: no name of a box stands right over a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.parse.byline import read_byline
from converter.parse.contents import RawContents, RawSection
from converter.segment.page_edges import breaks_off, is_text
from converter.source import Line

_NAME = re.compile(rf"^[{HAN}](?:[ \u3000]?[{HAN}]){{1,7}}$")
"""A few characters without a mark."""
_FEWEST = 2
"""So many sections at least have kept their names."""


def with_lost_sections(contents: RawContents, body: Sequence[Line]) -> RawContents:
    """The contents, with the names of sections that they have lost added to them.

    A section begins with the entry over whose title its name stands.
    """
    if len(contents.sections) < _FEWEST:
        return contents
    known = {key(section.name) for section in contents.sections}
    titles = _titles(contents)
    over: dict[str, tuple[int, Line]] = {}
    within, others = set[str](), set[str]()
    for above, line, below in _short_lines(body):
        name = key(line.text)
        if (entry := _entry_of(below, titles)) is not None:
            over.setdefault(name, (entry, line))
        elif breaks_off(above) and is_text(below[0]):
            within.add(name)
        else:
            others.add(name)  # the name of a box, or a heading
    if known.isdisjoint((*within, *over)):
        return contents
    lost = [name for name in over if name in within and name not in others | known]
    for name in lost:
        entry, line = over[name]
        if name not in titles and not _signs(line.text):
            _add(contents, entry, RawSection(line.text.strip(), line.number))
    return contents


def _titles(contents: RawContents) -> Mapping[str, int]:
    """The entries, by the keys of their titles and of the first lines of these."""
    found: dict[str, int] = {}
    for at, entry in enumerate(contents.entries):
        for lines, _ in entry.readings():
            for name in ("".join(lines), *lines[:1]):
                found.setdefault(key(name), at)
    return found


def _short_lines(body: Sequence[Line]) -> Iterator[tuple[str, Line, list[str]]]:
    """The lines that may be names, each with the text above it and the two lines below."""
    filled = [line for line in body if not line.blank]
    for at in range(1, len(filled) - 1):
        line = filled[at]
        if len(line.text) <= _LONGEST and _NAME.match(line.text.strip()):
            below = [one.text.strip() for one in filled[at + 1 : at + 3]]
            yield filled[at - 1].text.strip(), line, below


_LONGEST = 20
"""Characters of such a line, with blanks."""


def _entry_of(below: Sequence[str], titles: Mapping[str, int]) -> int | None:
    """The entry whose title stands on a line or two, ``None`` for none."""
    if not key(below[0]):
        return None
    whole = titles.get(key("".join(below)))
    return whole if whole is not None else titles.get(key(below[0]))


def _signs(text: str) -> bool:
    """True for a name of somebody, who signs above a title."""
    reading = read_byline(text)
    return reading is not None and bool(reading.authors)


def _add(contents: RawContents, first: int, section: RawSection) -> None:
    """Add a section that begins with an entry and ends where another one does."""
    old = contents.entries[first].section
    at = old + 1
    contents.sections.insert(at, section)
    contents.columns.append((section.line, section.name))
    for entry in contents.entries:
        entry.section += entry.section >= at
    for entry in contents.entries[first:]:
        if entry.section != old:
            break
        entry.section = at
