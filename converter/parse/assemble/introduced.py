"""What somebody says on lines of its own, below the words that introduce it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter.hanzi import is_han, width
from converter.segment import Unit

_LINE = 20
"""Em of a text that a page may cut."""
_CHANCE = 8
"""So many times as often as pages would cut so by chance are such lines set on purpose."""


def sets_quotations_apart(units: Sequence[Unit]) -> bool:
    """True for an article in which “……” begins a paragraph below 他说：, more than once.

    A page may break there as well, but no more often than in any other place of the text.
    """
    apart = cuts = 0
    for above, below in itertools.pairwise(units):
        if above.wrapped or not below.gap or below.first != above.last + 2:
            continue
        last = above.text.rstrip()[-1:] or "。"
        apart += last == "：" and below.text[0] in "“「"
        cuts += width(above.text) >= _LINE and (is_han(last) or last in "，、")
    within = sum(unit.text.count("：“") + unit.text.count("：「") for unit in units)
    by_chance = cuts * within / max(1, sum(len(unit.text) for unit in units))
    return apart > 1 + _CHANCE * by_chance
