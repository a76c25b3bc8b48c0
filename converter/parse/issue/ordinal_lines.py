"""Lines of a column that head the parts of an article with a count: 第一段：……, 第二段：……, 第三段：…….

Where OCR has taken the indents, such a line is as long as the first one of a paragraph now and then.
A series tells it: each stands below a whole sentence and over the first line of a paragraph, and one
of them is too long for a line of the column, or too short to go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, number, width
from converter.parse.headings import is_heading_text
from converter.parse.tiers import ORDINAL
from converter.segment.units import is_indented
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT
from converter.source import Line
from converter.values import NamedTuple

_LONGEST, _FEWEST = 64, 2
"""Characters of such a line, and how many make a series."""
_ALIKE, _SHORT, _LONGER = 0.6, 4.5, 1.6
"""Em by which first lines differ, by which a line is too short to go on, and too long for one."""


class _Part(NamedTuple):
    """Where a heading stands, and what it counts."""

    at: int
    value: int


def ordinal_lines(lines: Sequence[Line], measure: float) -> Iterator[int]:
    """The numbers of such lines in a column of a ``measure``."""
    words: dict[str, list[_Part]] = {}
    for at, line in enumerate(lines[:-1]):
        text = line.text.strip() if line.text.lstrip()[:1] == "第" else ""
        hit = ORDINAL.match(text) if 0 < len(text) <= _LONGEST else None
        if hit is None or not hit["rest"] or is_indented(line):
            continue
        if is_heading_text(text) and _stands_alone(lines, at, measure):
            words.setdefault(hit["word"], []).append(_Part(at, number(hit["n"]) or 0))
    for parts in words.values():
        counts = parts[0].value == 1 and all(b.value - a.value == 1 for a, b in pairwise(parts))
        if (
            counts
            and len(parts) >= _FEWEST
            and any(_fits_none(lines[one.at], measure) for one in parts)
        ):
            yield from (lines[one.at].number for one in parts)


def _stands_alone(lines: Sequence[Line], at: int, measure: float) -> bool:
    """True for a line between a whole sentence and the first line of a paragraph."""
    above = next((line.text for line in reversed(lines[:at]) if not line.blank), "。")
    text, below, *rest = (line.text.strip() for line in lines[at : at + 3])
    # A word or a number that the first line had no room for stands at the head of the second.
    room = needed(rest[0]) if rest and rest[0] else 0.0
    left = measure - INDENT - width(below)
    first = abs(left) <= _ALIKE or 0 < left < room
    return first and ends_sentence(above) and not ends_sentence(text) and text[-1] not in "：:"


def _fits_none(line: Line, measure: float) -> bool:
    """True for a line that can be no first one of a paragraph: it is too long, or breaks off too early."""
    size = width(line.text.strip())
    return size >= measure - INDENT + _LONGER or size < measure - _SHORT
