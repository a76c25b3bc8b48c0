"""Heads that their folio tells: beside the issue's date, on two pages of a short issue, or as it rises."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN
from converter.segment.page_edges import EDGE_NUMBER, cuts_sentence
from converter.source import Line

_BEHIND_DATE = re.compile(r"^(?P<left>\d{1,3})\s+\S|\d[期号號]?\s+(?P<right>\d{1,3})$")
_OF_ISSUE = re.compile(
    rf"(?:19|20)\d\d\s*(?:年|[.·/]\s*\d{{1,2}}(?!\d))|第\s*[\d{HAN}]{{1,3}}\s*期"
)
"""2023年7月, 2023.07 and 第7期; a number of four digits may be of anything."""
_TWO, _APART = 2, 6
"""Heads of a short issue, and the lines between two of them at least."""
_CLOSE, _LAST_PAGE, _STEP = 8, 1000, 4
"""Larger numbers count tables or years as well, and those of the lines of few pages leap by no more. Of so many lines one at most is blank where blank lines part nothing."""


def page_beside(text: str) -> int:
    """The page beside a head, perhaps behind the date of the issue (某刊　2020·6　1); 0 for none."""
    hit = EDGE_NUMBER.match(text) or _BEHIND_DATE.search(text.strip())
    return int(hit["left"] or hit["right"]) if hit is not None else 0


def is_stamped(text: str) -> bool:
    """True for 12　某某工作　2023.07: only the edge of a page has a folio and the issue's date."""
    numbered = text[-1:].isdecimal() or text[:1].isdecimal()
    return numbered and _OF_ISSUE.search(text) is not None and page_beside(text) > 0


def are_two_folios(lines: Sequence[Line], positions: Sequence[int]) -> bool:
    """True for 某某地理　13 and 某某地理　37: the same name beside a folio, on two pages of a short issue.

    They have the issue's date as well, or one of them cuts a sentence.
    """
    if len(positions) != _TWO or positions[1] - positions[0] <= _APART:
        return False
    first, second = (page_beside(lines[at].text) for at in positions)
    if not 0 < first < second:
        return False
    if all(is_stamped(lines[at].text) for at in positions):
        return True
    return second > _TWO and any(cuts_sentence(lines, at) for at in positions)


def add_rising(
    lines: Sequence[Line], counted: Mapping[str, list[int]], places: dict[str, list[int]]
) -> None:
    """Add the lines that differ by a number that rises, where no blank line tells an edge.

    One at least cuts a sentence, as the foot of a page does.
    """
    if not counted or sum(line.blank for line in lines) * _CLOSE > len(lines):
        return
    for name, found in counted.items():
        every = sorted((*found, *places.get(name, ())))
        pages = [page_beside(lines[at].text) for at in every]
        steps = [after - page for page, after in pairwise(pages)]
        rising = pages[0] > 0 and pages[-1] < _LAST_PAGE and all(0 < by <= _STEP for by in steps)
        if rising and any(cuts_sentence(lines, at) for at in every):
            places[name] = every
