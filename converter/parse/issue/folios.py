"""Where the folios of an issue stand: at the heads of its pages, or at their feet.

OCR writes both between the text of two pages. The titles of the contents, whose pages are known,
tell which of the two a folio counts: below · 7 · stands page 7, or page 8.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from converter.hanzi import key
from converter.segment import PageBreak
from converter.source import Line

_TITLE = 60
"""Characters of a line with a title, or with a part of one."""
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
    if not foot or foot < _MOSTLY * head:
        return list(breaks)
    return [PageBreak(one.line, one.page + 1, one.foot) for one in breaks]


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
