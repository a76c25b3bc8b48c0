"""Pages that stand between titles and authors with no blank about them, several entries on a line.

标题5某某　标题9某某 and 标题1: the figures grow from entry to entry, the body has the titles, and
what stands behind the figures are the names of who wrote them.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.source import Line
from converter.values import NamedTuple

_GLUED = re.compile(rf"[{HAN}）”》？！]\d{{1,3}}[{HAN}]")
_ENTRY = re.compile(
    rf"(?P<title>[^\s\d|](?:[^|\u3000]*?[^\d\s|.．·…⋯\u3000])??)(?P<page>\d{{1,3}})(?P<who>[{HAN}][{HAN}、· ]{{0,24}})?(?:$|[\u3000\t]+| {{2,}})"
)
_FEWEST = 3
"""So many entries with their page between title and author where all have it there."""


class _Entry(NamedTuple):
    """What an entry is made of."""

    title: str
    page: int
    who: str


def with_pages_behind_names(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题5某某　标题9某某 as 标题 …… 某某 5 and 标题 …… 某某 9, each on a line of its own."""
    if sum(_GLUED.search(line.text) is not None for line in lines) < 2:
        return lines
    read = [_entries(line.text.strip()) for line in lines]
    entries = list(itertools.chain.from_iterable(read))
    signed = [entry for entry in entries if entry.who]
    pages = [entry.page for entry in entries]
    if len(signed) < _FEWEST or pages != sorted(pages):
        return lines
    if sum(body.is_title(key(entry.title)) for entry in entries) * 3 < len(entries) * 2:
        return lines
    if not all(_is_signed(entry, body) for entry in signed):
        return lines
    out: list[Line] = []
    for line, found in zip(lines, read, strict=True):
        out += [Line(line.number, _plain(entry)) for entry in found] or [line]
    return out


def _entries(text: str) -> list[_Entry]:
    """The entries of which a line is made up; [] for any other line."""
    found = []
    at = 0
    while at < len(text):
        hit = _ENTRY.match(text, at)
        if hit is None:
            return []
        found.append(_Entry(hit["title"], int(hit["page"]), (hit["who"] or "").strip()))
        at = hit.end()
    return found


def _is_signed(entry: _Entry, body: BodyIndex) -> bool:
    """True if what stands behind the page are names, or who signs the title in the body."""
    return split_names(entry.who) is not None or body.is_signed(entry.title, key(entry.who))


def _plain(entry: _Entry) -> str:
    """The entry as most contents print it."""
    if not entry.who:
        return f"{entry.title} {entry.page}"
    return f"{entry.title} …… {entry.who} {entry.page}"
