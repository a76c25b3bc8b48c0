"""Names of sections that were read as entries: without page and author, among entries that have them.

Where a section's name stands below the page of the entry above, and is a running head besides, the
body seems to have it as a title. But a title in contents that tell of each who wrote it and where it
stands has one of the two, even where OCR has lost the other; and below it the body has its author.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, key, squeeze
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents, RawEntry, RawSection

_NAME = re.compile(rf"^[{HAN}]{{2,6}}$")
_FEWEST = 5
"""So many entries with author or page tell that all have one of them, if four of five do."""


def settle_bare_names(contents: RawContents, body: BodyIndex) -> None:
    """党建研究 below 标题 某某 6, and over 标题 某某 7: the section of the entries below it."""
    entries = contents.entries
    told = sum(bool(entry.page) or _is_signed(entry) for entry in entries)
    if len(contents.sections) < 2 or told < _FEWEST or told * 5 < (len(entries) - 1) * 4:
        return
    at = 1
    while at + 1 < len(entries):
        if _is_bare_name(entries, at, body):
            _make_section(contents, at)
        else:
            at += 1


def _is_signed(entry: RawEntry) -> bool:
    return bool(entry.authors_text) or any(authors for _, authors in entry.readings())


def _is_bare_name(entries: list[RawEntry], at: int, body: BodyIndex) -> bool:
    entry, below = entries[at], entries[at + 1]
    name = squeeze("".join(entry.texts))
    bare = len(entry.texts) == 1 and not (entry.page or entry.printed_page or entry.authors_text)
    if not bare or not _NAME.match(name) or split_names(name) is not None or not entry.lines:
        return False
    if entry.section < 0 or below.section != entry.section or not (below.page or _is_signed(below)):
        return False
    return entries[at - 1].section == entry.section and not body.is_over_names(key(name))


def _make_section(contents: RawContents, at: int) -> None:
    """Take the name out of the entries, and give it those below it in its section."""
    entries = contents.entries
    entry = entries.pop(at)
    above = entry.section
    for number, other in enumerate(entries):
        if other.section > above or (other.section == above and number >= at):
            other.section += 1
    name = RawSection("".join(entry.texts), entry.lines[0])
    contents.sections.insert(above + 1, name)
