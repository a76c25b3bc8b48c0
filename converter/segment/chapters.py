"""Numbers alone on their lines that are the chapters of a story, and no folios."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.source import Line

_BOLD = re.compile(r"^\s*\*\*\s*(\d{1,2})\s*\*\*\s*$")
_STORY = 0.4
"""The part of an issue that a story with chapters may take."""


_PART = re.compile(
    r"^\s*(?:part|chapter|act)\.?\s*(?:\d{1,2}|[IVX]{1,4}|one|two|three|four|five|six)\s*$",
    re.IGNORECASE,
)


def is_part(text: str) -> bool:
    """True for Part 1, Chapter two: over a title, and no running head with a folio."""
    return text.lstrip()[:1] in tuple("PpCcAa") and _PART.match(text) is not None


def bold_chapters(lines: Sequence[Line]) -> frozenset[int]:
    """The places of ``**1**``, ``**2**`` and so on, close together: chapters, and no folios."""
    found = [(at, int(hit[1])) for at, line in enumerate(lines) if (hit := _BOLD.match(line.text))]
    counted = [number for _, number in found] == list(range(1, len(found) + 1))
    if len(found) < 2 or not counted or found[-1][0] - found[0][0] > _STORY * len(lines):
        return frozenset()
    return frozenset(at for at, _ in found)


def without_chapters(
    numbers: Sequence[tuple[int, int]], bare: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The numbers alone on their lines without 1, 2, 3 between pages 4 and 5: chapters."""
    if not any(value == 1 for _, value in bare):
        return bare
    known = frozenset(numbers)
    ordered = sorted({*numbers, *bare})
    out: set[tuple[int, int]] = set()
    run: list[tuple[int, int]] = []
    before = 0
    for place in [*ordered, (-1, 0)]:
        if place not in known and place[1] == len(run) + 1 and (run or before > 1):
            run.append(place)
            continue
        apart = _APART if len(run) < _SURE else _FAR_APART
        if len(run) > 1 and before < place[1] <= before + apart:
            out.update(run)
        run, before = [], place[1]
    return [place for place in bare if place not in out]


_APART, _FAR_APART, _SURE = 6, 24, 3
"""The most pages that a story with chapters takes, and of those between two folios where so many
numbers in a row count up from one."""
