"""Pages that OCR has read as letters or twice, told by how all others stand and by their order."""

from __future__ import annotations

import itertools
from bisect import bisect
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.contents.raw import RawContents
from converter.source import Line
from converter.values import NamedTuple

_DIGITS = str.maketrans("lIiOoDQZzSsBbgq", "111000022558699")
"""The digits that OCR reads as these letters."""
_PAGE = r"(?P<page>\d{1,3}(?:\s\d{1,3})?|(?=\d{0,2}[lIiOoDQZzSsBbgq])[\dlIiOoDQZzSsBbgq]{1,3})"
_UNIT = r"\s*[版页頁]?\s*"
_FORMS = (
    re.compile(rf"^(?P<before>\s*(?:\|\s*)?[（(\[Pp]?){_PAGE}(?P<after>[）)\]]?{_UNIT})$"),
    re.compile(
        rf"^(?P<before>\s*(?:\|\s*)?[（(\[Pp]?){_PAGE}(?P<after>[）)\]]?{_UNIT}(?:\||\s|(?<=[）)\]])))(?=\s*[{HAN}\d“‘《「『【])"
    ),
    re.compile(
        rf"(?P<before>[\s…⋯.．·•（(\[/／|｜])(?P<sign>[Pp]?){_PAGE}(?P<after>[）)\]]?{_UNIT}\|?\s*)$"
    ),
)
"""Where pages stand: alone, before the title, or behind all."""
_Shape = tuple[int, str, str]
"""Where a page stands, and what is around it."""


class _Page(NamedTuple):
    """What may be a page: its shape, how it is printed, and where on its line it begins."""

    shape: _Shape
    printed: str
    start: int


_FEWEST = 3
"""So many pages that stand alike tell how the others of the contents do."""


def with_pages_as_counted(lines: Sequence[Line], contents: RawContents) -> Sequence[Line]:
    """标题/Z as 标题/2, 标题（1S） as 标题（15） and 10 10 标题 as 10 标题, between pages 1 and 20.

    The others must stand as it does, and what it is read as must lie between the one above it and
    the one below. Of two readings that may be (1 1: 1, or 11) none is taken. What is printed is
    noted in ``contents``.
    """
    found = dict(_found(lines))
    doubtful = [at for at, page in found.items() if not page.printed.isdecimal()]
    if not doubtful:
        return lines
    counted: dict[_Shape, list[tuple[int, int]]] = {}
    for at, page in found.items():
        if page.printed.isdecimal():
            counted.setdefault(page.shape, []).append((at, int(page.printed)))
    every = sorted(itertools.chain.from_iterable(counted.values()))
    made = list(lines)
    for at in doubtful:
        shape, printed, start = found[at]
        alike = counted.get(shape, ())
        if len(alike) < _FEWEST and (" " in printed or shape[1] == "|"):
            alike = every
        value = _value(printed, alike, at)
        if value:
            text = lines[at].text
            made[at] = Line(lines[at].number, text[:start] + value + text[start + len(printed) :])
            contents.numerals[lines[at].number] = printed
    return made


def _found(lines: Sequence[Line]) -> Iterator[tuple[int, _Page]]:
    """The places of the lines with what may be a page, and that."""
    for at, line in enumerate(lines):
        for place, form in enumerate(_FORMS):
            hit = form.search(line.text)
            if hit is not None:
                around = hit["before"].strip(), hit["after"].strip(" 　\t)）]|")
                yield at, _Page((place, *around), hit["page"], hit.start("page"))
                break


def _value(page: str, counted: Sequence[tuple[int, int]], at: int) -> str:
    """The one reading of a page that its neighbours allow; "" for none, or for more than one.

    ``counted`` are the lines of the pages that stand as it does, and those pages. Where those
    are in no order, it is as low as one of them.
    """
    if len(counted) < _FEWEST:
        return ""
    place = bisect(counted, (at, 0))
    low = counted[place - 1][1] if place else 1
    high = counted[place][1] if place < len(counted) else low + _FURTHEST
    if any(below < above for (_, above), (_, below) in itertools.pairwise(counted)):
        low, high = 1, max(value for _, value in counted)
    readings = _readings(page)
    fits = [one for one in readings if low <= int(one) <= high]
    if len(readings) == 1 and " " in page:
        fits = list(readings)  # 18 18: too long for one page, in any order
    return fits[0] if len(fits) == 1 else ""


_FURTHEST = 30
"""By so many pages the last one of the contents may be behind the one above it."""


def _readings(page: str) -> tuple[str, ...]:
    """What a page may have been: 10 10 is 10, and 1 2 is 12; 1 1 is either."""
    first, _, second = page.partition(" ")
    if not second:
        return (page.translate(_DIGITS),)
    twice = (first,) if first == second else ()
    parted = (first + second,) if len(first + second) <= _LONGEST else ()
    return twice + parted


_LONGEST = 3
"""Digits of the longest page."""
