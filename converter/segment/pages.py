"""Page marks: the lines by which OCR engines and exporters say that a page begins.

Each engine has its own: ``{12}`` and dashes (Marker), ``<!-- PageNumber="12" -->`` (Azure),
``<page_number>12</page_number>`` (Nanonets), ``<pb n="12"/>`` (TEI), ``=== 第 12 页 ===``,
``-- 12 of 36 --`` (pdf-parse). A mark without a number still parts two pages, and so do the
name of a file (:mod:`.file_marks`) and what a model says of the page (:mod:`.page_remarks`).
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.segment.file_marks import file_marks
from converter.segment.page_remarks import page_remarks
from converter.source import Line
from converter.values import NamedTuple


class PageBreak(NamedTuple):
    """A printed page begins (``foot`` false) or ends (``foot`` true) at a line."""

    line: int
    page: int
    foot: bool = False


_WORD = r"(?:第\s*|page\s*(?:no\.?|number)?\s*[:：#=_-]?\s*|p\.?\s*)"
_EXPLICIT = re.compile(
    rf"^\s*(?:<!--\s*|[-=*#~\[【(（<{{—_]{{1,60}}\s*){_WORD}(?P<a>\d{{1,4}})\s*[页頁]?(?:\s*(?:/|of|共)\s*\d+\s*[页頁]?)?\s*(?:/?-->|/?[-=*#~\]】)）>}}—_]{{1,60}})\s*$"
    rf"|^\s*#{{1,6}}\s+(?:第\s*(?P<b>\d{{1,4}})\s*[页頁]|page\s+(?P<c>\d{{1,4}}))\s*$"
    r"|^\s*\{(?P<d>\d{1,4})\}\s*-{8,}\s*$"
    r"|^\s*<(?:pb|page|milestone)\b[^<>]{0,60}?\b(?:n|no|num|number|id)\s*=\s*[\"'](?:page|p)?[_-]?0*(?P<e>\d{1,4})[\"'][^<>]{0,60}>\s*$"
    r"|^\s*<(?P<tag>page_number|pagenumber|page_num|page|folio)>\s*\D{0,4}(?P<f>\d{1,4})\D{0,4}</(?P=tag)>\s*$"
    r"|^\s*<!--\s*page_?(?:number|no)\s*[=:]\s*[\"']?\D{0,4}(?P<g>\d{1,4})\D{0,4}[\"']?\s*-->\s*$",
    re.IGNORECASE,
)
_NAMELESS = re.compile(
    r"^\s*(?:<!--\s*page[ _-]?(?:break|end|start|split|separator)[^<>]{0,20}-->|<-{2,}\s*page[ _-]?(?:split|break)\s*-{2,}>"
    r"|\\(?:newpage|pagebreak|clearpage)\b(?:\[\d\])?|[\[<]/?page[ _-]?(?:break|end)\s*/?[\]>]|={3,}\s*page[ _-]?break\s*={3,}"
    r"|</?page>|<(?:pb|page)\s*/>|-{3,}\s*page[ _-]?break\s*-{3,}|<\|(?:page_?break|page|pagebreak)\|>)\s*$",
    re.IGNORECASE,
)
_LONGEST = 140
_COUNTED = re.compile(
    r"^\s*[-=—–_*~\[【(（<|]{0,8}\s*(?:第\s*|page\s*)?(?P<at>\d{1,4})\s*[页頁]?\s*(?:of|[/／]\s*共?|[,，]?\s*共)\s*"
    r"(?P<all>\d{1,4})\s*[页頁]?\s*[-=—–_*~\]】)）>|]{0,8}\s*$",
    re.IGNORECASE,
)
"""12 of 36, 第12页 共36页: the page of the file, and how many it has."""
_COUNTED_SIZE = 40
_FEWEST_COUNTED = 3


class PageMarks(NamedTuple):
    """Where page marks stand (0-based indexes of their lines), and those that tell a number."""

    places: frozenset[int]
    breaks: tuple[PageBreak, ...]


def page_marks(lines: Sequence[Line]) -> PageMarks:
    """Lines that say that a page begins, wherever they stand."""
    found = []
    places = [*file_marks(lines), *page_remarks(lines)]
    counted = {**_counted(lines), **_named(lines)}
    for at, line in enumerate(lines):
        text = line.text
        if at in counted:
            found.append(PageBreak(line.number, counted[at]))
            places.append(at)
            continue
        if not 3 <= len(text) <= _LONGEST or text.lstrip()[:1] not in _STARTS:
            continue
        hit = _EXPLICIT.match(text)
        if hit:
            numbers = hit.groupdict()
            number = next(int(numbers[name]) for name in "abcdefg" if numbers[name])
            found.append(PageBreak(line.number, number))
            places.append(at)
        elif _NAMELESS.match(text):
            places.append(at)
    return PageMarks(frozenset(places), tuple(_from_tops(lines, found)))


def _from_tops(lines: Sequence[Line], marks: Sequence[PageBreak]) -> Sequence[PageBreak]:
    """The marks where their pages begin, if form feeds tell that they stand at the feet of these.

    Right below such a mark stands the feed, as of 12/36 at the foot of a page of a PDF file.
    """
    feeds = [line.number for line in lines if line.text.startswith("\f")]
    if len(marks) < _FEWEST_COUNTED or not feeds:
        return marks
    texts = [line.number for line in lines if not line.blank]
    tops: list[PageBreak] = []
    for mark in marks:
        at = bisect_right(feeds, mark.line)
        below = texts[bisect_right(texts, mark.line) :][:1] or [mark.line + 1]
        above = feeds[at - 1] - 1 if at else 0
        if bisect_left(texts, above + 1) == bisect_left(texts, mark.line):
            continue  # nothing above it on its page
        if at == len(feeds) or feeds[at] <= below[0]:
            tops.append(mark._replace(line=above))
    return tops if len(tops) * 4 >= len(marks) * 3 else marks


def _counted(lines: Sequence[Line]) -> dict[int, int]:
    """The pages of marks that count those of the file, by the indexes of their lines.

    1/2 and 2 of 3 say little by themselves: such marks come one after the other, and all
    know the same number of pages.
    """
    hits: list[tuple[int, int, int]] = []
    for at, line in enumerate(lines):
        text = line.text
        if 3 <= len(text) <= _COUNTED_SIZE and any(map(text.__contains__, _OF)):
            hit = _COUNTED.match(text)
            if hit and int(hit["at"]) <= int(hit["all"]):
                hits.append((at, int(hit["at"]), int(hit["all"])))
    total, count = Counter(size for _, _, size in hits).most_common(1)[0] if hits else (0, 0)
    pages = {at: page for at, page, size in hits if size == total}
    numbers = [*pages.values()]
    rising = all(one < other for one, other in itertools.pairwise(numbers))
    return pages if count >= _FEWEST_COUNTED and rising else {}


_NAMED = re.compile(
    r"^\s*(?:page(?:\s*(?:no\.?|number))?\s*[:：#]?|(?:页码|頁碼)\s*[:：])\s*(?P<at>\d{1,4})\s*$",
    re.IGNORECASE,
)


def _named(lines: Sequence[Line]) -> dict[int, int]:
    """The same of Page 8 and Page: 9 without any ornament, one after the other."""
    hits = [
        (at, int(hit["at"]))
        for at, line in enumerate(lines)
        if line.text.lstrip()[:1] in _NAMES and (hit := _NAMED.match(line.text))
    ]
    numbers = [page for _, page in hits]
    rising = all(one < other for one, other in itertools.pairwise(numbers))
    return dict(hits) if len(hits) >= _FEWEST_COUNTED and rising else {}


_NAMES = frozenset("Pp页頁")
_OF = ("of", "OF", "/", "／", "共")
_STARTS = frozenset("<[【(（{-=*#~—_\\")


_FEWEST = 3
"""Folios that must agree before the numbers of page marks are put right by them."""


def as_printed(marks: Sequence[PageBreak], folios: Sequence[PageBreak]) -> list[PageBreak]:
    """The page marks with the printed numbers of their pages.

    Many programs count the pages of the file, from 0 or with the cover; the folios between
    the marks tell by how much they differ.
    """
    lines = [mark.line for mark in marks]
    shifts: Counter[int] = Counter()
    for folio in folios:
        at = bisect_right(lines, folio.line) - 1
        if at >= 0:
            shifts[folio.page - marks[at].page] += 1
    if not shifts:
        return list(marks)
    shift, count = shifts.most_common(1)[0]
    if not shift or count < _FEWEST or count * 3 < shifts.total() * 2:
        return list(marks)
    return [
        PageBreak(mark.line, mark.page + shift, mark.foot)
        for mark in marks
        if mark.page + shift > 0
    ]
