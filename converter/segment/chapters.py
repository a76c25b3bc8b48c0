"""Numbers alone on their lines that are the chapters of a story, and no folios."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, width
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
    bold = ((at, _BOLD.match(line.text)) for at, line in enumerate(lines) if "**" in line.text)
    found = [(at, int(hit[1])) for at, hit in bold if hit is not None]
    counted = [number for _, number in found] == list(range(1, len(found) + 1))
    if len(found) < 2 or not counted or found[-1][0] - found[0][0] > _STORY * len(lines):
        return frozenset()
    return frozenset(at for at, _ in found)


def without_chapters(
    lines: Sequence[Line], numbers: Sequence[tuple[int, int]], bare: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """The numbers alone on their lines without 1, 2, 3 between pages 4 and 5: chapters."""
    if not any(value == 1 for _, value in bare):
        later = _counted_on(lines, sorted(numbers), bare)
        return [place for place in bare if place not in later] if later else bare
    known = frozenset(numbers)
    ordered = sorted({*numbers, *bare})
    out = _counted_anew(lines, bare)
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


def _counted_on(
    lines: Sequence[Line], numbers: Sequence[tuple[int, int]], bare: Sequence[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """9, 10 and 11 before page 3: with these chapters an instalment goes on, and no page has them."""
    ordered = sorted(bare)
    first = ordered[0][1] if ordered else 0
    counts = [value for _, value in ordered] == list(range(first, first + len(ordered)))
    if not counts or not _SURE <= len(ordered) <= _MOST or not _are_chapters(lines, ordered):
        return frozenset()
    after = [page for at, page in numbers if at > ordered[-1][0]]
    return frozenset(ordered) if after and after[0] < first else frozenset()


def _counted_anew(lines: Sequence[Line], bare: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """The numbers that count 1, 2, 3 between whole paragraphs and close together.

    A page seldom ends with its paragraph, and its number does not count from 1 again. Nor do
    folios end with 09, where chapters and points are 01, 02 and 03.
    """
    runs: list[list[tuple[int, int]]] = []
    for place in sorted(bare):
        if place[1] == 1:
            runs.append([place])
        elif runs and place[1] == runs[-1][-1][1] + 1:
            runs[-1].append(place)
    found = [run for run in runs if 1 < len(run) <= _MOST and _are_chapters(lines, run)]
    several = len(found) > 1
    return {
        place
        for run in found
        if several or len(run) >= _SURE or _zero_led(lines, run)
        for place in run
    }


def _are_chapters(lines: Sequence[Line], run: Sequence[tuple[int, int]]) -> bool:
    """True for numbers close together, above each of which a paragraph or a heading ends."""
    if run[-1][0] - run[0][0] > _STORY * len(lines) or _at_edges(lines, run):
        return False
    return all(_follows_whole(lines, at) and not _is_over_nothing(lines, at) for at, _ in run)


def _at_edges(lines: Sequence[Line], run: Sequence[tuple[int, int]]) -> bool:
    """True for numbers beside most of which the same line stands again: 2016年10月号 over 01 and 03.

    That is a running head, and the numbers are those of its pages.
    """
    beside = [
        {line.text.strip() for line in lines[max(0, at - 1) : at + 2]} - {""} for at, _ in run
    ]
    often = Counter(itertools.chain.from_iterable(beside))
    return sum(any(often[text] > 1 for text in texts) for texts in beside) * 2 > len(run)


def _follows_whole(lines: Sequence[Line], at: int) -> bool:
    above = next((lines[i].text.strip() for i in range(at - 1, max(-1, at - 4), -1) if not lines[i].blank), "")  # fmt: skip
    return not above or ends_sentence(above) or width(above) <= _HEAD


def _is_over_nothing(lines: Sequence[Line], at: int) -> bool:
    """True for a number with nothing below it."""
    return all(line.blank for line in lines[at + 1 : at + 4])


def _zero_led(lines: Sequence[Line], run: Sequence[tuple[int, int]]) -> bool:
    return all(lines[at].text.strip()[:1] in tuple("0０") for at, _ in run)


_MOST = 9
"""The most chapters of a story, or points of an article, that are told by their numbers alone."""
_HEAD = 24
"""The most em of a heading or a name above one."""
_APART, _FAR_APART, _SURE = 6, 24, 3
"""The most pages that a story with chapters takes, and of those between two folios where so many
numbers in a row count up from one."""
