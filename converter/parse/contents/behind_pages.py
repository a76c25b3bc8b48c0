"""Words that OCR has run onto the page of the entry before them, told by the body."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.sections import titles_of
from converter.source import Line

_BEGINS = rf"(?=(?![版页頁])[{HAN}《“‘「『【])"
"""What begins behind a page; 标题 2版 is a page of a newspaper."""
_BEHIND = re.compile(rf"[ \t\u3000](?P<page>\d{{1,3}}){_BEGINS}")
_TITLE = 3
"""Characters of the shortest title that the body may prove."""
_PAGED = re.compile(rf"[ \t\u3000]\d{{1,3}}(?:$|{_BEGINS})")
_FEWEST = 3
"""So many lines have their pages behind the entry where all have."""


def with_words_behind_pages(lines: Sequence[Line], body: BodyIndex) -> Sequence[Line]:
    """标题 某某 4随笔, 标题 某某 5标题 某某 6: what stands right behind a page begins the next line.

    It is the name of a section or another entry, since the body has what stands before the page
    as a title; 老街 40年 has none, and a title that the body prints with the number is whole.
    """
    if sum(_PAGED.search(line.text.rstrip()) is not None for line in lines) < _FEWEST:
        return lines
    out: list[Line] = []
    for line in lines:
        cuts = _cuts(line.text, body) if "|" not in line.text else []
        parts = itertools.pairwise((0, *cuts, len(line.text)))
        out += [Line(line.number, line.text[one:other]) for one, other in parts] if cuts else [line]
    return out


def _cuts(text: str, body: BodyIndex) -> list[int]:
    """Where the pages of the line end behind which other words stand."""
    cuts = [0]
    last = 0
    for hit in _BEHIND.finditer(text):
        entry = text[cuts[-1] : hit.end()]
        if int(hit["page"]) > last and _is_printed(entry, body) and not _is_whole(text, hit, body):
            cuts.append(hit.end())
            last = int(hit["page"])
    return cuts[1:]


def _is_printed(entry: str, body: BodyIndex) -> bool:
    """True if the body has the title of an entry, on one line or on two."""
    return any(
        len(name) >= _TITLE
        and (
            body.exact[name]
            or any(
                body.exact[name[:at]] and body.stands_above(name[:at], name[at:])
                for at in range(_TITLE, len(name) - 1)
            )
        )
        for name in map(key, titles_of(entry.strip()))
    )


def _is_whole(text: str, hit: re.Match[str], body: BodyIndex) -> bool:
    """True if the body has the number between the words about it."""
    about = key(text[: hit.start()])[-2:] + hit["page"] + key(text[hit.end() :])[:2]
    return about in body.blob
