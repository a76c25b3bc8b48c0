"""What each gap of a line gives up or takes up, in the order of clreq §3.4.2.

Arithmetic only; nothing here knows of WeasyPrint.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from converter.typeset import characters as kind
from converter.typeset.lines import Line, Measures
from converter.typeset.spacing import Spaces, Tier
from converter.values import dataclass, field

_TOLERANCE = 1e-6
_STEPS = (
    *((Tier.WORD, 1.0), (Tier.DOT, 1.0), (Tier.BRACKET, 1.0)),
    *((Tier.PAUSE, 0.5), (Tier.LATIN, 1.0), (Tier.STOP, 0.5)),
    *((Tier.PAUSE, 1.0), (Tier.STOP, 1.0)),
)
"""The order in which white is given, and up to what share. That of clreq §3.4.2.1; but no pause
gives all it can, and looks half as wide as that of the next line, before stops have given half."""

Ratio = Callable[[int], float]
"""Index → the em of the character by the em of the paragraph."""


@dataclass(slots=True)
class Adjustment:
    """Changes to a line's gaps beside what always holds.

    ``after``/``before`` (by mark) and ``between`` (by gap) in thousandths of the em of the
    character; ``each`` in thousandths of the paragraph's em for every gap that stretches:
    those in ``stretched``, or where that is ``None`` those that the paragraph lets stretch.
    """

    after: dict[int, float] = field(default_factory=dict)
    before: dict[int, float] = field(default_factory=dict)
    between: dict[int, float] = field(default_factory=dict)
    each: float = 0.0
    stretched: frozenset[int] | None = None


def squeeze(line: Line, spaces: Spaces, ratio: Ratio, need: float) -> Adjustment:
    """Take ``need`` out of the line: step by step, in equal shares within a step."""
    found = Adjustment()
    given: dict[Tier, float] = {}
    for tier, most in _STEPS:
        items = spaces.shrink.get(tier)
        if not items:
            continue
        items = items[
            bisect_left(items, (line.start, -1, "")) : bisect_left(items, (line.end - 1, -1, ""))
        ]
        room = sum(
            amount * ratio(gap + 1 if part == "before" else gap) for gap, amount, part in items
        )
        if room <= 0:
            continue
        share = min(most - given.get(tier, 0.0), need / room)
        given[tier] = given.get(tier, 0.0) + share
        for gap, amount, part in items:
            if part == "before":
                found.before[gap + 1] = found.before.get(gap + 1, 0.0) - amount * share
            elif part == "after":
                found.after[gap] = found.after.get(gap, 0.0) - amount * share
            else:
                found.between[gap] = found.between.get(gap, 0.0) - amount * share
        need -= room * share
        if need <= _TOLERANCE:
            break
    return found


def stretch(
    line: Line, measures: Measures, spaces: Spaces, ratio: Ratio, excess: float
) -> Adjustment:
    """Let the line take up ``excess``: word spaces, then Han–Latin gaps, then every gap."""
    found = Adjustment()
    for pairs in (spaces.grow_words, spaces.grow_latin):
        if not pairs:
            continue
        items = pairs[bisect_left(pairs, (line.start, -1)) : bisect_left(pairs, (line.end - 1, -1))]
        room = sum(amount * ratio(gap) for gap, amount in items)
        if room <= 0:
            continue
        share = min(1.0, excess / room)
        for gap, amount in items:
            found.between[gap] = found.between.get(gap, 0.0) + amount * share
        excess -= room * share
        if excess <= _TOLERANCE:
            return found
    gaps = measures.gaps[line.end - 1] - measures.gaps[line.start]
    if gaps:
        found.each = excess / gaps
        return found
    found.stretched = last_resort(measures.kinds, line.start, line.end)
    if found.stretched:
        found.each = excess / len(found.stretched)
    return found


def last_resort(kinds: Sequence[str], start: int, end: int) -> frozenset[int]:
    """Gaps of a line that has none which should stretch: beside marks, else between letters."""
    marks: list[int] = []
    letters: list[int] = []
    for gap in range(start, end - 1):
        one, other = kinds[gap], kinds[gap + 1]
        if other in kind.INVISIBLE or one in kind.INVISIBLE or one == other == kind.DASH:
            continue
        if one == kind.SPACE or one in kind.FULL or other in kind.FULL:
            marks.append(gap)
        else:
            letters.append(gap)
    return frozenset(marks or letters)
