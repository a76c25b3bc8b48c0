"""Titles that were taken for the names of sections, as a clause about each article stands below them.

    船匠的手 / 三代人修了四百条船，还有谁要坐木船　某某 6

The body has the one over the other as it has the name of a section over a title. But names of
sections are short, and not every title below them is a clause with a comma.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import has_han, width
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents, RawEntry, RawSection

_FEWEST = 3
"""So many sections are told by what stands below them."""
_SHORT = 3.0
"""Em of the name of a section, which is no title."""
_TELLS, _LONGER = 12, 1.5
"""Em of what tells of an article, and by how much it is longer than the title."""
_TALKS = re.compile("^[与與和对對同].{4,}[谈談聊说說]")


def settle_described(contents: RawContents, body: BodyIndex) -> None:
    """Give each section that is a title to the entry below it, where nearly all of them are.

    The sections proper, whose names stand over these titles, have what stands below them then.
    """
    first: dict[int, RawEntry] = {}
    for entry in contents.entries:
        first.setdefault(entry.section, entry)
    sections = contents.sections
    told = {at for at, one in enumerate(sections) if at in first and _tells(one, first[at], body)}
    filled = sum(at >= 0 for at in first)
    if len(told) < _FEWEST or len(told) * 4 < filled * 3:
        return
    beside = any(sections[at].line in first[at].lines for at in told)
    if beside and len(told) < filled:
        return  # 某某　某某，…… 4: names of sections stand so, too, beside their titles
    for at in told:
        first[at].texts.insert(0, sections[at].name)
        first[at].lines.insert(0, sections[at].line)
    kept = [at for at in range(len(sections)) if at not in told]
    proper = [sum(one <= at for one in kept) - 1 for at in range(len(sections))]
    for entry in contents.entries:
        entry.section = proper[entry.section] if entry.section >= 0 else -1
    sections[:] = [sections[at] for at in kept]


def _tells(section: RawSection, entry: RawEntry, body: BodyIndex) -> bool:
    """True for an entry that is a clause about what stands over it, there as in the body."""
    text = entry.texts[0] if entry.texts else ""
    if width(section.name) <= _SHORT or not has_han(section.name) or section.english:
        return False
    if not body.stands_above(section.name, text):
        return False
    longer = width(text) >= max(_TELLS, _LONGER * width(section.name))
    return longer and (re.search("[，、]", text) is not None or _TALKS.match(text) is not None)
