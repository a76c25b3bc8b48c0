"""Pages that open a section: its name, a motto, and the titles of its articles with their pages.

The name and the titles are dropped as running heads are, for the contents have them; the motto
belongs to none of the articles, and least of all to the one that ends above.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.hanzi import key, width
from converter.parse.context import Ledger
from converter.parse.headings import numbering
from converter.parse.issue.quotes import is_said
from converter.parse.kinds import labelled
from converter.parse.openings import Opening
from converter.segment import Unit

REASON = "section-page"
_PAGE = 40
"""The most lines of such a page, blank ones with them."""
_WORDS, _LONGEST = 3, 72
"""The most pieces of a motto, and the em of each."""


def section_words(
    units: Sequence[Unit],
    openings: Sequence[Opening],
    dropped: Collection[int],
    sections: Collection[str],
    ledger: Ledger,
) -> set[int]:
    """The units that are mottoes of sections.

    ``dropped`` are units that are running heads, ``sections`` the keys of the sections' names.
    What an article says itself is a pull quote from it, and no motto.
    """
    heads = {drop.line: key(drop.text) for drop in ledger.drops if drop.reason == "running-head"}
    heads |= {units[at].first: key(units[at].text) for at in dropped}
    heads |= {units[at].first: key(units[at].text) for one in openings for at in one.kickers}
    names = sorted(line for line, text in heads.items() if text in sections)
    if not names:
        return set()
    titles = [key("".join(units[at].text for at in opening.title)) for opening in openings]
    found: set[int] = set()
    for index, opening in enumerate(openings):
        title = units[opening.start].first
        name = max((line for line in names if title - _PAGE <= line < title), default=0)
        listed = titles[index : index + 8]
        rows = sum(
            any(one and one in text for one in listed)
            for line, text in heads.items()
            if name < line < title
        )
        words = _between(units, opening.start, dropped, name) if name and rows else []
        if words and index and openings[index - 1].end > words[0]:
            continue
        end = openings[index + 1].start if index + 1 < len(openings) else len(units)
        text = "".join(key(unit.text) for unit in units[opening.end : end])
        if words and not is_said([units[at] for at in words], text):
            found.update(words)
    return found


def _between(units: Sequence[Unit], end: int, dropped: Collection[int], line: int) -> list[int]:
    """The few short units between a line and the head of an article; none if there are others."""
    at = end - 1
    words: list[int] = []
    while at >= 0 and units[at].first > line:
        unit = units[at]
        if at not in dropped:
            short = width(unit.text) <= _LONGEST and labelled(unit.text) is None
            if not short or numbering(unit.text) is not None:
                return []
            words.insert(0, at)
        at -= 1
    return words if len(words) <= _WORDS else []
