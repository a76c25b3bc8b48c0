"""Where the folios of an issue stand: at the heads of its pages, or at their feet.

OCR writes both between the text of two pages. The titles of the contents, whose pages are known,
tell which of the two a folio counts: below · 7 · stands page 7, or page 8. Where no title does, the
ends of the issue tell: feet have text above the first of them and none below the last.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from converter.hanzi import ends_sentence, key
from converter.segment import PageBreak
from converter.source import Line

_TITLE = 60
"""Characters of a line with a title, or with a part of one."""
_SEVERAL = 3
"""Folios of which the first and the last tell where all stand."""
_PAGE = 1.2
"""By so much may a page have more text than the fullest of the others."""
_MOSTLY = 2
"""So many times as often titles must tell of feet as they tell of heads."""
_SURELY = 2
"""What it counts that the page of a title is that of the folio beside it."""


def page_beginnings(
    breaks: Sequence[PageBreak], lines: Sequence[Line], pages: Mapping[str, str]
) -> list[PageBreak]:
    """The page breaks with the pages that begin there.

    ``breaks`` have the pages that the folios tell; ``pages`` are those of the contents, by the
    keys of the titles.
    """
    foot, head = _votes(breaks, lines, pages)
    first: list[PageBreak] = []
    if not (foot or head) and _end_in_foot(breaks, lines):
        foot = 1
        first = [PageBreak(0, breaks[0].page)] if _is_one_page(breaks, lines) else []
    if not foot or foot < _MOSTLY * head:
        return list(breaks)
    return first + [PageBreak(one.line, one.page + 1, one.foot) for one in breaks]


def _is_one_page(breaks: Sequence[PageBreak], lines: Sequence[Line]) -> bool:
    """True if hardly more text stands above the first folio than between some other two that follow."""
    sizes = [0] * (len(breaks) + 1)
    places = [one.line for one in breaks]
    for line in lines:
        sizes[bisect_left(places, line.number)] += len(line.text)
    following = [
        size
        for size, (one, other) in zip(sizes[1:], itertools.pairwise(breaks), strict=False)
        if other.page == one.page + 1
    ]
    return sizes[0] <= _PAGE * max(following, default=0)


def _end_in_foot(breaks: Sequence[PageBreak], lines: Sequence[Line]) -> bool:
    """True if text stands above the first of several folios, and none below the last."""
    texts = [line for line in lines if not line.blank]
    if len(breaks) < _SEVERAL or not texts or texts[-1].number > breaks[-1].line:
        return False
    above = itertools.takewhile(lambda line: line.number < breaks[0].line, texts)
    return any(ends_sentence(line.text) for line in above)


def _votes(
    breaks: Sequence[PageBreak], lines: Sequence[Line], pages: Mapping[str, str]
) -> tuple[int, int]:
    """How often a title tells of folios at feet, and how often of such at heads.

    On page 7 it stands between the folios 6 and 7 of feet, or between 7 and 8 of heads. That
    folio tells surely that counts the page itself; others may be lost.
    """
    places = [one.line for one in breaks]
    foot = head = 0
    left = dict(pages)  # below the first time a title is a running head
    texts = [line for line in lines if not line.blank]
    for line, below in zip(texts, [*texts[1:], None], strict=False):
        if len(line.text) > _TITLE:
            continue
        name = key(line.text)
        if name not in left and below is not None:
            name += key(below.text[:_TITLE])
        page = left.pop(name, "")
        if page.isdecimal():
            at = bisect_left(places, line.number)
            above = breaks[at - 1].page - int(page) if at else None
            after = breaks[at].page - int(page) if at < len(breaks) else None
            foot += _SURELY * (after == 0) + (above == -1)
            head += _SURELY * (above == 0) + (after == 1)
    return foot, head
