"""Heads and feet of a page on which the article begins whose title they give.

Such a head stands before the title and not after it, and once: nothing else tells it where no
contents name the title.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, key, width
from converter.segment.page_edges import EDGE_NUMBER, PAGE_ENDS
from converter.source import Line

_WIDEST, _SIZE = 60, 4
"""Em of the widest head, its blanks included; characters of the shortest title."""
_BELOW = 4
"""So many filled lines below a head stands its title at most: a section and a folio come between."""
_DATE = re.compile("^(?:[12]\\d{3}年?)?(?:第?期|年|月|卷)*$")
"""What a head says beside a title: 第期, where its digits are taken out."""
_STEP = 6
"""Pages from one that is told to the next at most."""
_FEWEST = 2
"""So many pages must be told already: a number behind a title may be that of its contents."""


def heads_over_own_titles(
    lines: Sequence[Line], reasons: Mapping[int, str], numbers: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The places of 第3期 某某 1 over the title 某某, and their pages.

    ``numbers`` are the places and pages that are told already; the page must be one of those
    that may come between them.
    """
    pages = sorted(numbers)
    if len(pages) < _FEWEST:
        return []
    filled = [at for at, line in enumerate(lines) if not line.blank]
    found: list[tuple[int, int]] = []
    for place, at in enumerate(filled):
        text = lines[at].text.strip()
        if lines[at].number in reasons or width(text) > _WIDEST:
            continue
        edge = EDGE_NUMBER.match(text)
        if edge is None or ends_sentence(text):
            continue
        page = int(edge["left"] or edge["right"])
        if not _fits(at, page, pages):
            continue
        name = re.sub(r"\d+", "", key(edge["head"] or edge["tail"]))
        below = filled[place + 1 : place + 1 + _BELOW]
        if any(_names(name, lines[other].text) for other in below):
            found.append((at, page))
    return found


def _names(name: str, title: str) -> bool:
    """True if a head gives a title, and at most the number of the issue beside it."""
    own = key(title)
    if len(own) < _SIZE or own not in name:
        return False
    return _DATE.match(name.replace(own, "", 1)) is not None


def _fits(at: int, page: int, pages: Sequence[tuple[int, int]]) -> bool:
    """True for the number of a page between those of the pages above and below it."""
    place = bisect_left(pages, (at, 0))
    above, below = pages[:place][-1:], pages[place : place + 1]
    return all(one < page <= one + _STEP for _, one in above) and all(
        page < one <= page + _STEP for _, one in below
    )


def feet_over_own_titles(lines: Sequence[Line], reasons: Mapping[int, str]) -> list[int]:
    """The places of titles that stand again below the folio which is all there is between the two."""
    filled = [at for at, line in enumerate(lines) if not line.blank]
    found: list[int] = []
    for place, at in enumerate(filled[:-2]):
        folio, title = filled[place + 1 : place + 3]
        if lines[at].number in reasons or reasons.get(lines[folio].number) not in PAGE_ENDS:
            continue
        text = lines[at].text
        own = key(text) if width(text) <= _WIDEST else ""
        if len(own) >= _SIZE and own == key(lines[title].text) and not ends_sentence(text):
            found.append(at)
    return found


def sections_over_own_titles(
    lines: Sequence[Line], sections: Container[str], reasons: Mapping[int, str]
) -> list[int]:
    """The places of 栏目　标题 right over the line 标题, at the top of the page on which it begins.

    ``sections`` are the keys of the names of sections. One character of the title may be read
    otherwise.
    """
    filled = [at for at, line in enumerate(lines) if not line.blank]
    found: list[int] = []
    for at, below in pairwise(filled):
        text = lines[at].text.strip()
        hit = _SECTION.match(text) if width(text) <= _WIDEST else None
        if hit is None or lines[at].number in reasons or key(hit["name"]) not in sections:
            continue
        title, own = key(hit["title"]), key(lines[below].text)
        if len(own) >= _SIZE and len(own) == len(title):
            misread = sum(one != other for one, other in zip(own, title, strict=True))
            if misread == 0 or (misread == 1 and len(own) > _SIZE):
                found.append(at)
    return found


_SECTION = re.compile(r"^(?P<name>\S{2,10})[ \t\u3000]+(?P<title>\S.*)$")


def title_below_head(lines: Sequence[Line], positions: Sequence[int]) -> int:
    """The place of a title among those of its running heads, the first of which stands right above it; -1.

    That one has the number of its page beside it, and the title has none.
    """
    first, *others = positions
    if not others or EDGE_NUMBER.match(lines[first].text) is None:
        return -1
    between = sum(not line.blank for line in lines[first + 1 : others[0]])
    bare = EDGE_NUMBER.match(lines[others[0]].text) is None
    return others[0] if bare and between < _BELOW else -1
