"""Authors who sign with the same mark throughout an issue: ◎ 某某 below one standfirst after the other.

A mark before a name may open an item as well, so that a single such line below a text says little.
"""

from __future__ import annotations

from collections import Counter

from converter.hanzi import SHAPES
from converter.parse.openings.survey import Survey

_SIGNED = 0.9
"""How sure a byline is that has a mark and nothing but names behind it."""
_FEWEST = 4
"""So many of them are no chance."""


def marked_signers(survey: Survey) -> frozenset[int]:
    """The places of the units in which a mark and a name sign, if hardly anything else has that mark.

    Items of a list stand next to each other, and who signs stands alone.
    """
    units = survey.units
    marks = [unit.text[:1] if unit.text[:1] in SHAPES else "" for unit in units]
    times = Counter(mark for mark in marks if mark)
    signed: dict[str, list[int]] = {mark: [] for mark, count in times.items() if count >= _FEWEST}
    for at, mark in enumerate(marks):
        if mark not in signed or mark in (*marks[max(0, at - 1) : at], *marks[at + 1 : at + 2]):
            continue
        reading = survey.byline(at) if units[at].short else None
        if reading is not None and reading.certainty >= _SIGNED and reading.authors:
            signed[mark].append(at)
    return frozenset(
        at
        for mark, places in signed.items()
        if len(places) >= _FEWEST and len(places) * 4 >= times[mark] * 3
        for at in places
    )
