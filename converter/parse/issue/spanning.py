"""Paragraphs set across several columns, as the lead below a title is.

Their lines are all of one length, longer than those of the columns, and break off within
sentences: what ends one in a full line is no last line of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.kinds import labelled
from converter.segment.units import is_indented
from converter.segment.units.signs import SPEAKER, opens_foot
from converter.source import Line

_WIDER = 4.0
"""By so many em at least the lines are longer than those of a column."""
_COLUMNS = 3
"""So many columns at most are spanned."""
_RAGGED = 1.6
"""By so much may a full line be shorter: a mark that must not begin the next one."""
_BROKEN = 2
"""So many lines of one length that break off are no chance."""
_MOST = 12


def wide_paragraphs(lines: Sequence[Line], measure: float) -> Iterator[Sequence[Line]]:
    """The paragraphs whose lines span columns of ``measure`` em, but those of one line."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and width(lines[end].text.strip()) > measure + _WIDER:
            end += 1
        if end - at > 1:
            yield from _parted(lines, at, end, measure)
        elif end > at and _has_last_line(lines, at, measure):
            yield lines[at : at + 2]
        at = max(end, at + 1)


def _parted(
    lines: Sequence[Line], first: int, end: int, measure: float
) -> Iterator[Sequence[Line]]:
    """The paragraphs of some long lines, with a shorter last one below them perhaps."""
    sizes = [width(line.text.strip()) for line in lines[first:end]]
    widest = max(sizes)
    full = [size >= widest - _RAGGED for size in sizes]
    broken = sum(
        filled and not ends_sentence(line.text)
        for filled, line in zip(full, lines[first:end], strict=True)
    )
    if broken < _BROKEN or end - first > _MOST or widest > _COLUMNS * measure + _WIDER:
        return
    if any(is_indented(line) or _opens(line.text.strip()) for line in lines[first:end]):
        return  # which tells where paragraphs begin
    if end < len(lines) and not ends_sentence(lines[end - 1].text) and lines[end].text.strip():
        end += 1
        full.append(False)
    start = first
    for at, filled in enumerate(full, first):
        if filled and at + 1 < end:
            continue
        if at > start:
            yield lines[start : at + 1]
        start = at + 1


def boxes_at_feet(lines: Sequence[Line], measure: float) -> Iterator[tuple[int, int]]:
    """Where boxes begin and end that are set across the columns at the foot of a page, by the places of their lines.

    省钱公式 below the last sentence of the column, over lines far longer than its own, with which the page
    ends: a title would stand over a text, and a lead over its columns. That it ends there tell the lines
    that have been taken out.
    """
    for at in range(1, len(lines) - 1):
        first = lines[at + 1].text.strip()
        across = measure + _WIDER < width(first) <= _COLUMNS * measure + _WIDER
        if not across or ends_sentence(first) or not _names(lines, at):
            continue
        end = at + 1
        while end < len(lines) and width(lines[end].text.strip()) > measure + _WIDER:
            end += 1
        ended = ends_sentence(lines[end - 1].text)
        end += not ended and end < len(lines) and ends_sentence(lines[end].text)
        last = lines[end - 1]
        closed = ends_sentence(last.text) and 2 < end - at <= _MOST
        if closed and end < len(lines) and lines[end].number > last.number + 1:
            yield at, end


def _names(lines: Sequence[Line], at: int) -> bool:
    """True for a few words below the end of a sentence on the same page."""
    above, line = lines[at - 1], lines[at]
    text = line.text.strip()
    few = _NAME[0] <= width(text) <= _NAME[1] and all(map(is_han, text))
    return few and ends_sentence(above.text) and above.number + 1 == line.number


_NAME = (2, 8)
"""Em of the name of a box."""


def _has_last_line(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for one such line that breaks off, and a shorter one that ends it, between two blank lines.

    编按：某某，一九四四年生，……今年三 | 月结业。: a note of two lines over the columns.
    """
    if at + 1 >= len(lines) or (at and not lines[at - 1].blank):
        return False
    if at + 2 < len(lines) and not lines[at + 2].blank:
        return False
    first, last = (line.text.strip() for line in lines[at : at + 2])
    if not last or width(first) > _COLUMNS * measure or any(map(is_indented, lines[at : at + 2])):
        return False
    return is_han(first[-1]) and "，" in first and ends_sentence(last) and not _opens(last)


def _opens(text: str) -> bool:
    """True for 基金项目：…… and what a speaker says, each on a line of its own."""
    return opens_foot(text) or labelled(text) is not None or SPEAKER.match(text) is not None
