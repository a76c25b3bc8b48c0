"""Names of sections that were read as entries or as first lines of titles.

Where sections stand between blank lines, OCR loses such a line here and there. The body tells:
it has the title below the name, and the name nowhere, or above this title and elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.hanzi import has_han, key, squeeze, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import continues
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import section_of, titles_of

_LONGEST, _SHORT = 8, 6
"""The most em of a name that is an entry of its own, and of one that is the first line of another."""
_FEWEST = 2
"""So many other sections, and so many entries with pages, tell how these contents are printed."""
_TITLE = 4
"""Characters of the shortest title below the name of a section."""


def settle_names(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """Make sections of short lines that the body does not have as titles."""
    paged = sum(bool(entry.page) for entry in contents.entries)
    if len(contents.sections) < _FEWEST or paged < max(_FEWEST, len(contents.entries) // 2):
        return
    if any(row.section and row.page for row in rows):
        return  # the others have pages beside them
    heads = {
        row.lines[0]: squeeze(row.cells[0])
        for row in rows
        if row.gap and not row.table and row.lines
    }
    named = _own_entries(contents.entries, body) | _first_lines(contents.entries, heads, body)
    named = {at: name for at, name in named.items() if not _opens_section(contents.entries, at)}
    if named:
        _open(contents, named, body)


def _opens_section(entries: Sequence[RawEntry], at: int) -> bool:
    """True for the first entry of a section: no other name stands right below that one's."""
    own = entries[at].section
    return own >= 0 and (not at or entries[at - 1].section != own)


def _own_entries(entries: Sequence[RawEntry], body: BodyIndex) -> dict[int, str]:
    """The names that were read as entries without pages, by the places of these."""
    return {
        at: entry.texts[0]
        for at, entry in enumerate(entries[:-1])
        if len(entry.texts) == 1
        and entry.lines
        and not (entry.page or entry.authors_text)
        and _may_name(entry.texts[0], _LONGEST)
        and (body.heads(entry.texts[0]) or not _begins_one(entry.texts[0], body))
        and not _goes_on(entries[at - 1 : at], entry.texts[0], body)
        and _is_over(entry.texts[0], entries[at + 1], body)
    }


def _first_lines(
    entries: Sequence[RawEntry], heads: Mapping[int, str], body: BodyIndex
) -> dict[int, str]:
    """The names that were read as first lines of titles, by the places of their entries.

    ``heads`` are the texts of plain lines below blank ones, by their numbers.
    """
    return {
        at: entry.texts[0]
        for at, entry in enumerate(entries)
        if len(entry.texts) > 1
        and entry.page
        and len(entry.lines) > 1
        and heads.get(entry.lines[0]) == squeeze(entry.texts[0])
        and _may_name(entry.texts[0], _SHORT)
        and not body.is_printed(key("".join(entry.texts[:2])))
        and _is_over(entry.texts[0], _without_first(entry), body)
    }


def _begins_one(text: str, body: BodyIndex) -> bool:
    """True if the body has a title in a line, be it with its author behind it."""
    return any(body.begins(key(title)) for title in titles_of(text))


def _goes_on(above: Sequence[RawEntry], text: str, body: BodyIndex) -> bool:
    """True if the body has a text right below the last line of the entry above."""
    return any(body.stands_above(entry.texts[-1], text) for entry in above if entry.texts)


def _may_name(text: str, longest: int) -> bool:
    return (
        width(squeeze(text)) <= longest
        and has_han(text)
        and not continues(text)
        and split_names(text) is None
    )


def _without_first(entry: RawEntry) -> RawEntry:
    return RawEntry(entry.texts[1:], entry.page, authors_text=entry.authors_text)


def _is_over(name: str, entry: RawEntry, body: BodyIndex) -> bool:
    """True if the body has the title of an entry, and a name nowhere, or above it and elsewhere."""
    if entry.texts and continues(entry.texts[0]):
        return False
    for titles, _ in entry.readings():
        title = key("".join(titles))
        if len(title) < _TITLE or not (body.is_printed(title) or body.exact[key(titles[0])]):
            continue
        if body.stands_above(name, titles[0]):
            return body.heads(name)  # else the first line of a title
        return not (body.begins(key(name)) or body.is_misread_over(name, titles[0]))
    return False


def _open(contents: RawContents, named: Mapping[int, str], body: BodyIndex) -> None:
    """Open sections at the entries in ``named``, for these and those below them in the same section."""
    entries, was = contents.entries, contents.sections
    made = {at: section_of(name, entries[at].lines[0], body) for at, name in named.items()}
    order = [((at, -1), section) for at, section in enumerate(was)]
    order += [((entries[at].section, at), section) for at, section in made.items()]
    contents.sections = [section for _, section in sorted(order, key=lambda one: one[0])]
    places = {id(section): at for at, section in enumerate(contents.sections)}
    kept: list[RawEntry] = []
    own: RawSection | None = None
    old = -1
    for at, entry in enumerate(entries):
        if at in made:
            own, old = made[at], entry.section
        elif entry.section != old:
            own = None
        section = own or (was[entry.section] if entry.section >= 0 else None)
        entry.section = places[id(section)] if section is not None else -1
        if at in made:
            entry.texts, entry.lines = entry.texts[1:], entry.lines[1:]
        if entry.texts:
            kept.append(entry)
    contents.entries = kept
