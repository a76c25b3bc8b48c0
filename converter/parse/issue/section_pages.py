"""Pages that open a section: its name, a motto, and the titles of its articles with their pages.

The name and the titles are dropped as running heads are, for the contents have them; the motto
belongs to none of the articles, and least of all to the one that ends above.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import key, width
from converter.parse.context import Ledger
from converter.parse.headings import numbering
from converter.parse.issue.quotes import is_said
from converter.parse.kinds import labelled
from converter.parse.openings import Opening
from converter.parse.ranks import BARS
from converter.segment import Unit
from converter.values import NamedTuple

REASON = "section-page"
_PAGE = 40
"""The most lines of such a page, blank ones with them."""
_WORDS, _LONGEST = 3, 72
"""The most pieces of a motto, and the em of each."""


def section_words(
    units: Sequence[Unit],
    openings: Sequence[Opening],
    dropped: Collection[int],
    names: Sequence[str],
    ledger: Ledger,
) -> set[int]:
    """The units that are mottoes of sections, or their names in several pieces.

    ``dropped`` are units that are running heads, ``names`` those of the sections to which the
    articles belong. What an article says itself is a pull quote from it, and no motto.
    """
    heads = {drop.line: key(drop.text) for drop in ledger.dropped("running-head")}
    heads |= {units[at].first: key(units[at].text) for at in dropped}
    heads |= {units[at].first: key(units[at].text) for one in openings for at in one.kickers}
    titles = [key("".join(units[at].text for at in opening.title)) for opening in openings]
    known = {at for one in openings for at in one.kickers}.union(dropped)
    found: set[int] = set()
    for index, opening in enumerate(openings):
        least = openings[index - 1].end if index else 0
        page = _Page(units, heads, _parts(names[index]))
        words, pieces = page.read(opening.start, least, known, titles[index : index + _LISTED])
        end = openings[index + 1].start if index + 1 < len(openings) else len(units)
        said = words and is_said(
            [units[at] for at in words],
            "".join(key(unit.text) for unit in units[opening.end : end]),
        )
        if not said:
            found.update(words)
        found.update(pieces)
    return found


_LISTED = 8
"""Articles whose titles one page may hold."""


def _parts(name: str) -> frozenset[str]:
    """专题：船停以后, and 专题 and 船停以后, as the page may print them."""
    parts = [name, *re.split(rf"[：:{BARS}·•\s]+", name)] if name else []
    return frozenset(part for part in map(key, parts) if len(part) > 1)


class _Page(NamedTuple):
    """Reads what stands above the first article of a section, if its name stands there."""

    units: Sequence[Unit]
    heads: Mapping[int, str]
    """The keys of running heads by their lines."""
    parts: Collection[str]
    """The keys of the section's name and of its parts."""

    def read(
        self, end: int, least: int, known: Collection[int], titles: Sequence[str]
    ) -> tuple[list[int], list[int]]:
        """The motto, and the pieces of the section's name, between units ``least`` and ``end``.

        None where no title of an article with its page stands there, too.
        """
        title = self.units[end].first
        words: list[int] = []
        pieces: list[int] = []
        at = end - 1
        while at >= least and self.units[at].first > title - _PAGE and len(words) <= _WORDS:
            if at not in known:
                named = key(self.units[at].text) in self.parts
                if not named and not _is_short(self.units[at]):
                    break
                (pieces if named else words).insert(0, at)
            at -= 1
        above = self.units[at].last if at >= 0 else 0
        lines = [self.units[piece].first for piece in pieces]
        lines += [line for line, text in self.heads.items() if above < line < title and text in self.parts]  # fmt: skip
        name = min(lines, default=0)
        rows = sum(
            any(one and one in text for one in titles)
            for line, text in self.heads.items()
            if name < line < title
        )
        if not name or not rows:
            return [], []
        words = [word for word in words if self.units[word].first > name]
        return (words if len(words) <= _WORDS else []), pieces


def _is_short(unit: Unit) -> bool:
    return (
        width(unit.text) <= _LONGEST
        and labelled(unit.text) is None
        and numbering(unit.text) is None
    )
