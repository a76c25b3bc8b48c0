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


def settle_signing_names(contents: RawContents, body: BodyIndex) -> None:
    """史话 below 标题 9, and over 10 标题: a section whose name looks like a person's, and no author.

    The body has it right above the title below, and nobody of that name under either title. Where it
    has others so as well, they are authors who stand over their titles.
    """
    entries = contents.entries
    found: dict[int, int] = {}
    for at in range(1, len(entries)):
        signed = next((one for one in (at - 1, at) if _names_section(entries, one, at, body)), -1)
        if signed >= 0:
            found[at] = signed
    told = sum(_is_signed(entry) for entry in entries)
    if len(contents.sections) < 2 or len(found) * _SELDOM > told:
        return
    for at, signed in reversed(found.items()):
        entry = entries[signed]
        name = _take_name(entry, last=signed < at)
        line = (max if signed < at else min)(entry.lines)
        entry.lines.remove(line)
        entries.insert(at, RawEntry([name], lines=[line], section=entry.section))
        _make_section(contents, at)


def _take_name(entry: RawEntry, *, last: bool) -> str:
    """Take the last or the first name off an entry."""
    names = entry.authors_text.split()
    if not names:
        return entry.texts.pop(-1 if last else 0)
    name = names.pop(-1 if last else 0)
    entry.authors_text = " ".join(names)
    return name


_SELDOM = 4
"""Of so many entries with authors one may have the name of a section for its own."""


def _names_section(entries: list[RawEntry], signed: int, at: int, body: BodyIndex) -> bool:
    """True if who signs an entry is rather the section that begins with the one ``at`` a place.

    Of the entry above it is the last, and stands below that; of the entry itself the first.
    """
    entry, above, below = entries[signed], entries[at - 1], entries[at]
    names = entry.authors_text.split() or (entry.texts if len(entry.texts) > 1 else [""])
    name = names[-1 if signed < at else 0]
    if not _NAME.match(name) or not (above.texts and below.texts and len(entry.lines) > 1):
        return False
    if above.section < 0 or below.section != above.section:
        return False
    if min(below.lines) < max(above.lines):
        return False
    title = below.texts[1] if name == below.texts[0] and len(below.texts) > 1 else below.texts[0]
    over = split_names(name) is not None and body.stands_alone(name)
    over = over and body.stands_above(name, title)
    return over and not any(body.is_signed(key(one), name) for one in (above.texts[0], title))


def _is_signed(entry: RawEntry) -> bool:
    return bool(entry.authors_text) or any(authors for _, authors in entry.readings())


def _is_bare_name(entries: list[RawEntry], at: int, body: BodyIndex) -> bool:
    entry, below = entries[at], entries[at + 1]
    name = squeeze("".join(entry.texts))
    bare = len(entry.texts) == 1 and not (entry.page or entry.printed_page or entry.authors_text)
    if not bare or not _NAME.match(name) or split_names(name) is not None or not entry.lines:
        return False
    if _signs_beside(entry.texts[0], body):
        return False
    if entry.section < 0 or below.section != entry.section or not (below.page or _is_signed(below)):
        return False
    return entries[at - 1].section == entry.section and not body.is_over_names(key(name))


def _signs_beside(text: str, body: BodyIndex) -> bool:
    """True for 猫　某某: short as a name is, but the body has the last words below the others."""
    words = text.split()
    return any(
        body.is_signed(" ".join(words[:cut]), " ".join(words[cut:])) for cut in range(1, len(words))
    )


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
