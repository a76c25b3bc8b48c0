"""A second box below another one at the foot of a page, under a name that no list has.

……把它从 | 小贴士 … | 数一数 … | 高空带到地面: the sentence that breaks off above the first of them goes on
overleaf, so that all between is of boxes, and a few words over some of it name another one.
"""

from __future__ import annotations

from collections.abc import Container

from converter.hanzi import ends_sentence, squeeze, width
from converter.names import is_name
from converter.parse.assemble.bridged import Bridged, Bridges
from converter.parse.boxes import BoxStart, bare_label
from converter.parse.extent import closes_box
from converter.parse.seam import carries_on

_REACH, _NEAR = 14, 5
"""Units from the first box to the second, and from that to the first one overleaf, at most."""
_LABEL = 6
"""Em of the longest name; what is longer is a title."""
_TAIL = 400
"""Characters of the broken sentence and what stands before it."""


def behind_boxes(bridges: Bridges, tops: Container[int]) -> dict[int, tuple[int, Bridged]]:
    """Such boxes, by the units at which they begin, each with where the one right above it begins.

    ``tops`` are the first lines on pages.
    """
    starts = bridges.starts
    found: dict[int, tuple[int, Bridged]] = {}
    first = last = 0
    for at in range(1, len(bridges.units) - 2):
        if starts[at]:
            in_row = last and at - last < _REACH and not bridges.breaks(at - 1)
            first, last = first if in_row else at, at
        elif last and 1 < at - last < _REACH:
            made = _second(bridges, first, at, tops)
            if made is not None:
                found[at] = last, made
    return found


def _second(bridges: Bridges, known: int, at: int, tops: Container[int]) -> Bridged | None:
    """The box that begins at a unit, below that at ``known`` and others in a row; ``None`` if none does.

    The sentence may as well go on between the two, above a heading: what stands there must not carry it
    on better than the first words overleaf.
    """
    units = bridges.units
    if not (units[at].gap and bridges.may_head(at)) or bridges.barred(at):
        return None
    overleaf = (
        one for one in range(at + 2, min(at + _NEAR, len(units))) if units[one].first in tops
    )
    below = next(overleaf, 0)
    if not (below and bridges.breaks(known - 1) and bridges.may_carry_on(below)):
        return None
    above = [units[one] for one in range(known + 1, at) if not bridges.starts[one]]
    inside = [*above, *units[at + 1 : below]]
    if not all(ends_sentence(unit.text) or closes_box(unit.text) for unit in inside):
        return None
    tail = units[known - 1].text[-_TAIL:]
    own = max(carries_on(tail, unit.text, bridges.trigrams) for unit in above)
    if carries_on(tail, units[below].text, bridges.trigrams) <= own:
        return None
    name = bare_label(units[at].text.strip())
    if width(name) <= _LABEL and not is_name(name):
        return Bridged(BoxStart(squeeze(name), "", own_line=True), below)
    return Bridged(BoxStart("", units[at].text.strip(), own_line=False, titled=True), below)
