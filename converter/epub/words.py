"""Where the line of a title may break: between words, as in the printed edition.

A reading system knows no Chinese words and breaks titles anywhere (中国特|色社会主义). So the
places between words are marked with ``wbr``, and the style sheet forbids all others where
the reader is new enough to obey both; an older one sees nothing of either.
"""

from __future__ import annotations

from itertools import pairwise

from converter.typeset.characters import CLOSE, HAN, OPEN, POINTS, kinds
from converter.typeset.joints import joints

_LIKELY = 3.0
"""The most that a break may cost (:func:`~converter.typeset.joints.joints`) at a dip."""
_PARTED = (HAN + HAN, CLOSE + HAN, HAN + OPEN)
"""What may be parted where a stretch is too long."""
_LONGEST = 8
"""Longer stretches are parted at their weakest place: a narrow screen has no room for them."""


def word_breaks(text: str, corpus: str) -> list[int]:
    """The indices before which a title may break; ``corpus`` is what words are learnt from."""
    found = kinds(text)
    costs = joints(text, found, corpus)
    last = len(text) - 1
    breaks = [0]
    for index in range(2, last):
        both_han = found[index - 1] == found[index] == HAN
        if not both_han and found[index - 1] not in POINTS:
            continue
        dip = costs[index] <= min(costs[index - 1], costs[index + 1])
        if costs[index] <= 0 or (dip and costs[index] < _LIKELY):
            # No character alone: of two places side by side the better one counts.
            if index - breaks[-1] >= 2:
                breaks.append(index)
            elif len(breaks) > 1 and costs[index] < costs[breaks[-1]]:
                breaks[-1] = index
    return _parted([*breaks, len(text)], found, costs)


def _parted(places: list[int], found: str, costs: list[float]) -> list[int]:
    """The places between the first and the last, long stretches parted."""
    out: list[int] = []
    for start, end in pairwise(places):
        if end - start > _LONGEST:
            inner = [at for at in range(start + 2, end - 1) if found[at - 1] + found[at] in _PARTED]
            if inner:
                cut = min(inner, key=lambda at: (costs[at], abs(at - (start + end) / 2)))
                out += [*_parted([start, cut, end], found, costs), end]
                continue
        out.append(end)
    return out[:-1]
