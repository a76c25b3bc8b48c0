"""A folio that OCR has put behind the last words of its page, told by the folios of the other pages.

更安静。 6 between the folios 5 and 7, and 楼下的灯 · 8 · among · 7 · and · 9 ·: it counts a page, and tells
nothing of the text behind which it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from statistics import median

from converter import patterns as re
from converter.hanzi import HAN, is_han, squeeze
from converter.segment import PageBreak
from converter.segment.page_edges import PAGE_ENDS
from converter.source import Line
from converter.values import NamedTuple

_GLUED = re.compile(
    rf"(?P<last>[{HAN}，。；：、！？…—”’》」』）)])(?P<folio>[ \u3000]+(?P<sign>[—–·•．.~\-－]{{0,2}})\s?(?P<page>\d{{1,3}})\s?(?P=sign))\s*$"
)
_SIGNS = re.compile(r"\d+")
_FEWEST = 3
"""So many other folios tell how far they stand apart."""
_ALIKE = 2
"""So many have the same signs around them."""
_UNEVEN = 4
"""So many times the text of a usual page may stand between two folios, and so small a part of it."""
_COUNTED = re.compile(
    rf"^\s*(?:[年月日号时分秒个位名人家户次条种岁元万亿倍张件项届级层座套台辆艘册卷期章节部篇页頁股棵头只枚回天周里米吨斤亩度例组％%]|[A-Za-z%.]|公[里斤顷分]|平方|多[{HAN}])"
)
"""What goes on behind a figure: 8 | 个村."""


class GluedFolio(NamedTuple):
    """The place of a line, where the folio behind its text begins, and the page that it counts."""

    at: int
    start: int
    page: int


def glued_folios(
    lines: Sequence[Line], reasons: Mapping[int, str], breaks: Sequence[PageBreak]
) -> list[GluedFolio]:
    """The folios that stand behind the text of a line.

    ``reasons`` are those of the page furniture, by the numbers of its lines, and ``breaks`` the
    pages that it counts. Such a folio has the signs around it that most folios have; it lies
    between those around it, as far from each as so many pages have text.
    """
    signs = Counter(
        _SIGNS.sub("", squeeze(line.text))
        for line in lines
        if reasons.get(line.number) in PAGE_ENDS
    )
    marked = {one.line for one in breaks}
    if len(breaks) < _FEWEST or signs.total() < _FEWEST:
        return []
    sizes = [0, *accumulate(0 if line.number in reasons else len(line.text) for line in lines)]
    places = {line.number: at for at, line in enumerate(lines) if line.number in marked}
    pages = sorted((places[one.line], one.page) for one in breaks if one.line in places)
    usual = _usual_size(pages, sizes)
    found: dict[int, list[GluedFolio]] = {}
    for at, hit in _candidates(lines, reasons):
        page = int(hit["page"])
        alike = signs[2 * hit["sign"]] >= _ALIKE
        if not alike or not _is_counted(pages, at, page):
            continue
        around = [
            (abs(page - counted), abs(sizes[at] - sizes[own]))
            for own, counted in _around(pages, at)
        ]
        if hit["sign"] or (_is_as_far(around, usual) and not _is_figure(lines, at, hit)):
            found.setdefault(page, []).append(GluedFolio(at, hit.start("folio"), page))
    return [one for ones in found.values() if len(ones) == 1 for one in ones]


def _candidates(
    lines: Sequence[Line], reasons: Mapping[int, str]
) -> Iterator[tuple[int, re.Match[str]]]:
    """The lines of text with a number behind it."""
    for at, line in enumerate(lines):
        text = line.text
        if text[-1:] in _ENDS and line.number not in reasons and "|" not in text:
            hit = _GLUED.search(text)
            if hit is not None:
                yield at, hit


_ENDS = tuple("—–·•．.~-－ \u30000123456789")
"""What a line with such a folio may end with."""


def _usual_size(pages: Sequence[tuple[int, int]], sizes: Sequence[int]) -> float:
    """Characters of the text of a usual page, from one folio to the next."""
    apart = [
        (sizes[below] - sizes[above]) / (next_page - page)
        for (above, page), (below, next_page) in pairwise(pages)
        if next_page > page
    ]
    return median(apart) if apart else 0.0


def _around(pages: Sequence[tuple[int, int]], at: int) -> Sequence[tuple[int, int]]:
    """The folio above a line and the one below it, as far as there are any."""
    place = bisect_left(pages, (at, 0))
    return pages[max(0, place - 1) : place + 1]


def _is_counted(pages: Sequence[tuple[int, int]], at: int, page: int) -> bool:
    """True if a line stands where its page would, by the order of the folios."""
    return all(
        (own < at and counted < page) or (own > at and counted > page)
        for own, counted in _around(pages, at)
    )


def _is_as_far(around: Sequence[tuple[int, int]], usual: float) -> bool:
    """True if about so much text stands between a line and the folios around it as so many pages have.

    ``around`` has how many pages each of them is away, and how many characters; ``usual`` are
    those of a usual page.
    """
    return all(
        count <= _FAR and usual / _UNEVEN <= text / count <= usual * _UNEVEN
        for count, text in around
    )


_FAR = 4
"""Folios of more pages in a row than these are lost, and nothing tells what is between them."""


def _is_figure(lines: Sequence[Line], at: int, hit: re.Match[str]) -> bool:
    """True if the sentence goes on below with what is counted: 共有 8 | 个村."""
    if not is_han(hit["last"]):
        return False
    below = next((line.text for line in lines[at + 1 : at + 8] if not line.blank), "")
    return _COUNTED.match(below) is not None
