"""Entries that have run into the next one because OCR has lost their page.

标题（某某） over 标题（某某）…… 6: where pages end the entries, one without its page seems to be the
first line of a title. But who wrote it ends it as well, and the body has both titles.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.marks import SUBTITLE
from converter.parse.contents.raw import RawContents, RawEntry
from converter.parse.contents.rows import Row, page_side
from converter.values import replace

_SIGNED = re.compile(
    r"^(?P<title>.*\S)\s*(?:[（(](?P<within>[^（）()]{2,24})[）)]|[／/]\s*(?P<behind>[^／/]{2,24}))$"
)
"""标题（某某） and 标题／某某."""


def settle_lost_pages(contents: RawContents, rows: Sequence[Row], body: BodyIndex) -> None:
    """An entry of its own for each line that its author ends above another title of the body."""
    if page_side(rows) != "last":
        return
    made: list[RawEntry] = []
    for entry in contents.entries:
        rest = entry
        while (at := _ends_within(rest, body)) is not None:
            hit = _SIGNED.match(rest.texts[at])
            who = (hit["within"] or hit["behind"]) if hit is not None else ""
            title = hit["title"] if hit is not None else ""
            each = len(rest.lines) == len(rest.texts)
            own = rest.lines[: at + 1] if each else rest.lines
            above = replace(rest, texts=[*rest.texts[:at], title], lines=own, authors_text=who)
            made.append(replace(above, page="", printed_page=""))
            left = rest.lines[at + 1 :] if each else rest.lines
            rest = replace(rest, texts=rest.texts[at + 1 :], lines=left)
        made.append(rest)
    contents.entries[:] = made


def _ends_within(entry: RawEntry, body: BodyIndex) -> int | None:
    """The line of an entry that its author ends, and below which another title stands."""
    for at, (text, below) in enumerate(zip(entry.texts, entry.texts[1:], strict=False)):
        hit = _SIGNED.match(text) if entry.page and not SUBTITLE.match(below) else None
        if hit is None or split_names(hit["within"] or hit["behind"]) is None:
            continue
        title = entry.texts[0] if at else hit["title"]
        if body.knows(title) and body.knows(below) and not body.stands_above(title, below):
            return at
    return None
