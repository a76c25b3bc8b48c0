"""Headings with a number behind the last sentence of a paragraph, on its line: ……办好了。三、怎样守渡口.

OCR has lost the end of the line between them. Others of their kind stand on lines of their own,
and count up to the heading, or on from it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.parse.heading_counts import WIDEST, HeadingCounts
from converter.parse.headings import is_heading_text, numbering
from converter.segment import Unit

_LEAST = 24
"""The least characters of a paragraph before such a heading."""
_NUMBER = re.compile(
    r"(?<=[。！？…”」』）])[ \u3000]*(?=(?:[一二三四五六七八九十]{1,3}\s?、|[（(〔][一二三四五六七八九十]{1,3}[）)〕]|\d{1,2}\s?[.．、](?!\d)|第[一二三四五六七八九十]{1,2}[章节節])\s*\S)"
)
_STOPS = frozenset("。！；，、：,;:）)…")
"""With what no such heading ends."""


def with_tails_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units, with each heading at the end of a paragraph apart from it."""
    tails = {at: start for at in range(len(units) - 1) if (start := _tail_at(units[at]))}
    if not tails:
        return list(units)
    counts = HeadingCounts(units)
    made: list[Unit] = []
    for at, unit in enumerate(units):
        start = tails.get(at, 0)
        number = numbering(unit.text[start:]) if start else None
        if number is not None and counts.lead_to(at, number.kind, number.value):
            made += parted_tail(unit, start)
        else:
            made.append(unit)
    return made


def _tail_at(unit: Unit) -> int:
    """Where the last words of a paragraph begin that may be a heading, 0 if none do."""
    text = unit.text
    if text[-1] in _STOPS or len(text) < _LEAST or unit.quoted or unit.caption:
        return 0
    for hit in _NUMBER.finditer(text, max(_LEAST, len(text) - 2 * WIDEST)):
        tail = text[hit.end() :]
        if width(tail) <= WIDEST and numbering(tail) is not None and is_heading_text(tail):
            within = not unit.wrapped or unit.lines[-1].text.rstrip().endswith(tail)
            return hit.end() if within else 0
    return 0


def parted_tail(unit: Unit, start: int) -> tuple[Unit, Unit]:
    """A paragraph, and what stands apart behind it: a heading, or who edited the article."""
    last, tail = unit.lines[-1], unit.text[start:]
    lines = unit.lines
    if unit.wrapped:
        lines = (*lines[:-1], last._replace(text=last.text.rstrip()[: -len(tail)].rstrip()))
    heading = unit._replace(
        text=tail, lines=(last,), gap=True, wrapped=False, indent=0.0, opens=None
    )
    return unit._replace(text=unit.text[:start].rstrip(), lines=lines), heading
