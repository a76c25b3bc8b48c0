"""Lines that are no part of the issue, whatever stands around them, taken out before it is read."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from converter.segment.axes import find_axes
from converter.segment.pages_twice import find_pages_twice
from converter.segment.scan_stamps import find_scan_stamps
from converter.segment.specks import find_specks
from converter.segment.watermarks import find_watermarks
from converter.source import Line
from converter.values import NamedTuple


class Strays(NamedTuple):
    """Lines without strays, those with the reasons for which they are such, and the numbers of the doubtful.

    ``twice`` has the numbers of the first and last line of each page that was there already.
    """

    lines: Sequence[Line]
    strays: tuple[tuple[Line, str], ...] = ()
    doubtful: frozenset[int] = frozenset()
    twice: tuple[tuple[int, int], ...] = ()


def without_strays(lines: Sequence[Line], kept: Collection[int] = ()) -> Strays:
    """The lines as if there were no strays; ``kept`` are the numbers of those that are text.

    Of the blank lines above and below a stray stay as many as the deeper gap has.
    """
    strays: list[tuple[Line, str]] = []
    left = lines
    pages = find_pages_twice(left)
    twice = tuple((left[page[0]].number, left[page[-1]].number) for page in pages)
    if pages:
        again = [at for page in pages for at in page if not left[at].blank]
        strays += [(left[at], "duplicate") for at in again if left[at].number not in kept]
        left = _closed_up(left, frozenset(at for at in again if left[at].number not in kept))
    for reason, find in _KINDS:
        places = [at for at in find(left) if left[at].number not in kept]
        if places:
            strays += [(left[at], reason) for at in places]
            left = _closed_up(left, frozenset(places))
    specks = {at: sure for at, sure in find_specks(left).items() if left[at].number not in kept}
    strays += [(left[at], "speck") for at in specks]
    doubtful = frozenset(left[at].number for at, sure in specks.items() if not sure)
    return Strays(_closed_up(left, specks) if specks else left, tuple(strays), doubtful, twice)


_KINDS: tuple[tuple[str, Callable[[Sequence[Line]], list[int]]], ...] = (
    ("stamp", find_scan_stamps),
    ("stamp", find_watermarks),
    ("chart-label", find_axes),
)
"""What is told by its words or numbers alone."""


def _closed_up(lines: Sequence[Line], places: Collection[int]) -> list[Line]:
    """The lines without those at some places; of the blank ones around stay those of the deeper gap."""
    made: list[Line] = []
    at = 0
    while at < len(lines):
        if at not in places:
            made.append(lines[at])
            at += 1
            continue
        if lines[at].text.startswith("\f"):  # the feed stays, which begins a page
            made.append(lines[at]._replace(text="\f"))
        above = len(made)
        while above and made[above - 1].blank:
            above -= 1
        end = at + 1
        while end < len(lines) and lines[end].blank:
            end += 1
        below = list(lines[at + 1 : end])
        if len(below) > len(made) - above or any("\f" in line.text for line in below):
            made[above:] = below
        at = end
    return made
