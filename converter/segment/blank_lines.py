"""Blank lines that OCR or a word processor has put everywhere alike, and which tell nothing so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, width
from converter.segment.units.grid import measure_of
from converter.source import Line

_FEWEST = 12
"""Gaps that make a habit."""
_ALL, _HABIT = 0.995, 0.9
"""The part of all lines that have a gap below them, and of the gaps that are as deep as most.

A few lines that have none, if most do, tell what belongs together.
"""


def touches(above: Line, below: Line, absent: Collection[int] = ()) -> bool:
    """True if nothing stands between two lines but blank ones, ``absent``, that tell nothing."""
    between = range(above.number + 1, below.number)
    return below.number >= above.number and all(number in absent for number in between)


def even_blanks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the blank ones that all have alike, with their numbers.

    Where two blank lines or more stand in nearly every gap, so many make one. Where a blank line
    stands below every line of hard-wrapped text, it parts no paragraphs, and only deeper gaps do.
    """
    gaps = _gaps(lines)
    if len(gaps) < _FEWEST:
        return lines
    texts = [line for line in lines if not line.blank]
    usual = Counter(gaps.values()).most_common(1)[0][0]
    deep = sum(size >= usual for size in gaps.values()) >= _HABIT * len(gaps)
    everywhere = len(gaps) * 2 > len(texts)
    everywhere = (
        everywhere and _close_pairs(lines) <= (1 - _ALL) * len(texts) and _are_wrapped(texts)
    )
    if not deep or (usual == 1 and not everywhere):
        return lines
    kept: list[Line] = []
    left = 0
    for at, line in enumerate(lines):
        if not line.blank:
            kept.append(line)
            continue
        if at in gaps:
            left = _depth(gaps[at], usual, everywhere=everywhere)
        if left > 0:
            kept.append(line)
            left -= 1
    return kept


def _close_pairs(lines: Sequence[Line]) -> int:
    """How many lines have another right below them, rows of tables left aside."""
    return sum(
        not (one.blank or other.blank or any(map(_is_of_row, (one, other))))
        for one, other in pairwise(lines)
    )


def _is_of_row(line: Line) -> bool:
    text = line.text.strip()
    return text[:1] == "|" or text[-1:] == "|" or text.startswith("- |")


def _are_wrapped(texts: Sequence[Line]) -> bool:
    """True for hard-wrapped text: many lines are full and end in the middle of a sentence."""
    measure = measure_of(texts)
    if not measure:
        return False
    cut = sum(
        abs(width(text := line.text.strip()) - measure) <= _FULL and not ends_sentence(text)
        for line in texts
    )
    return cut >= max(_MANY, _SHARE * len(texts))


_FULL = 1.0
"""Em by which full lines differ, since no mark may begin one."""
_MANY, _SHARE = 10, 0.14
"""So many full lines are cut at least where lines are wrapped, and which part of all."""


def blank_numbers(lines: Sequence[Line], evened: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that :func:`even_blanks` has taken out."""
    if len(lines) == len(evened):
        return frozenset()
    return frozenset({line.number for line in lines} - {line.number for line in evened})


def _depth(size: int, usual: int, *, everywhere: bool) -> int:
    """How many blank lines a gap of some has, where ``usual`` ones are one or none."""
    if everywhere:
        return size > usual
    return max(1, size // usual)


def _gaps(lines: Sequence[Line]) -> dict[int, int]:
    """How many blank lines stand in each gap between two texts, by the index of the first."""
    gaps: dict[int, int] = {}
    begun, seen = -1, False
    for at, line in enumerate(lines):
        if line.blank:
            begun = at if begun < 0 else begun
        else:
            if begun >= 0 and seen:
                gaps[begun] = at - begun
            begun, seen = -1, True
    return gaps
