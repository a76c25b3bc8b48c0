"""Pages that stand between titles and authors with no blank about them, several entries on a line.

标题5某某　标题9某某 and 标题1, 标题（5）某某 标题（9）某某: the figures grow from entry to entry, the body has
the titles, and what stands behind the figures are the names of who wrote them.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.segment.regions.listed import GLUED_PAGE
from converter.source import Line
from converter.values import NamedTuple

_BEFORE, _BEHIND = rf"[{HAN}）”》？！]", rf"(?=[{HAN} \u3000]|$)"
_PAGE = re.compile(
    rf"(?<={_BEFORE})(?:(?P<page>\d{{1,3}})|[（(](?P<framed>\d{{1,3}})[）)]){_BEHIND}"
)
_GAP = re.compile(r"[\u3000\t]+| {2,}")
_FEWEST = 3
"""So many entries with their page between title and author where all have it there."""
_UNTITLED = 6
"""So many of them tell by their names alone."""
_GLUED_LINES = 2
"""So many lines with a page between two words."""
_SHORTEST = 2
"""Characters of the shortest title: 第3页 is no entry."""
_LONGEST = 160
"""Characters of the longest line of such entries."""


class _Entry(NamedTuple):
    """What an entry is made of."""

    title: str
    page: int
    who: str


def with_pages_behind_names(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题5某某　标题9某某 as 标题 …… 某某 5 and 标题 …… 某某 9, each on a line of its own.

    Where each line has one entry with its page in brackets, nothing is to be parted.
    """
    glued = _glued(lines)
    if len(glued) < _GLUED_LINES:
        return lines
    read = [_entries(line.text.strip(), body) for line in lines]
    several = any(len(found) > 1 for found in read)
    bare = any(hit[0][-1].isdecimal() for hit in glued)
    entries = list(itertools.chain.from_iterable(read))
    if not (several or bare) or not _are_listed(entries, body):
        return lines
    out: list[Line] = []
    for line, found in zip(lines, read, strict=True):
        out += [Line(line.number, _plain(entry)) for entry in found] or [line]
    return out


def has_glued_pages(lines: Sequence[Line]) -> bool:
    """True if pages may stand between words with no blank about them."""
    return len(_glued(lines)) >= _GLUED_LINES


def _glued(lines: Sequence[Line]) -> list[re.Match[str]]:
    """The first such page of each line that has one."""
    texts = (line.text for line in lines if len(line.text) <= _LONGEST)
    return [hit for text in texts if (hit := GLUED_PAGE.search(text)) is not None]


def _are_listed(entries: Sequence[_Entry], body: BodyIndex) -> bool:
    """True for entries whose pages grow, most of which have their titles in the body, and names behind their pages.

    OCR has misread some of the names perhaps, or lost titles of the body: then there are more of the others.
    """
    signed = [entry for entry in entries if entry.who]
    pages = [entry.page for entry in entries]
    if pages != sorted(pages):
        return False
    known = sum(body.is_title(key(entry.title)) for entry in entries)
    named = sum(_is_signed(entry.title, entry.who, body) for entry in signed)
    fewest = _FEWEST if known * 3 >= len(entries) * 2 else _UNTITLED
    return named * 3 >= len(signed) * 2 and len(signed) >= fewest


def _entries(text: str, body: BodyIndex) -> list[_Entry]:
    """The entries of which a line is made up; [] for any other line."""
    hits = list(_PAGE.finditer(text)) if len(text) <= _LONGEST and "|" not in text else []
    if not hits:
        return []
    found = []
    title = text[: hits[0].start()].strip()
    ends = [*(hit.start() for hit in hits[1:]), len(text)]
    for hit, end in zip(hits, ends, strict=True):
        rest = text[hit.end() : end]
        cut = len(rest) if hit is hits[-1] else _cut(title, rest, body)
        who = rest[:cut].strip()
        found.append(_Entry(title, int(hit["page"] or hit["framed"]), who))
        title = rest[cut:].strip()
    return found if all(len(key(entry.title)) >= _SHORTEST for entry in found) else []


def _cut(title: str, rest: str, body: BodyIndex) -> int:
    """Where the next title begins behind who wrote one: the body has it, or a wide blank tells."""
    gaps = [hit.end() for hit in _GAP.finditer(rest)]
    blanks = [at + 1 for at, char in enumerate(rest) if char in " \u3000"]

    def fits(cuts: Iterable[int], *, printed: bool) -> int:
        for at in cuts:
            who, other = rest[:at].strip(), key(rest[at:])
            known = body.exact[other] if printed else body.is_title(other)
            if known and (not who or _is_signed(title, who, body)):
                return at
        return 0

    found = fits((*gaps, *blanks, *range(len(rest))), printed=True) or fits(
        (*gaps, *blanks), printed=False
    )
    return found or (gaps[0] if gaps else 0)


def _is_signed(title: str, who: str, body: BodyIndex) -> bool:
    """True if what stands behind the page are names, or who signs the title in the body."""
    return split_names(who) is not None or body.is_signed(title, key(who))


def _plain(entry: _Entry) -> str:
    """The entry as most contents print it."""
    if not entry.who:
        return f"{entry.title} {entry.page}"
    return f"{entry.title} …… {entry.who} {entry.page}"
