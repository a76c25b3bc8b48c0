"""Which lines go on, where the first-line indents are lost: section by section of a column.

What is known to stand apart, as the name of a box and the source below it, parts a column into
sections; each is read by itself (:mod:`~converter.segment.units.starts`), in the measure of the
issue or, as a box is set, in a narrower one, and as a page of fewer columns, in a wider one.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from converter.segment.units.flow import is_plain_heading
from converter.segment.units.grid import Grid
from converter.segment.units.starts import parted
from converter.segment.units.told import told
from converter.source import Line
from converter.values import NamedTuple


class Likely(NamedTuple):
    """How the lines of a column are set, and whether they go on, both by their places."""

    grids: Mapping[int, Grid]
    on: Mapping[int, bool]


def likeliest(
    group: Sequence[Line], sections: Sequence[tuple[int, Grid]], printed: float
) -> Likely:
    """How a column without its indents is set.

    ``sections`` are the places where its sections begin, each with the grid that its lines
    would have by themselves. It is set in the ``printed`` measure of the issue, or in its own
    one, where that is narrower or wider and its lines tell so.
    """
    grids: dict[int, Grid] = {}
    on: dict[int, bool] = {}
    ends = [*(start for start, _ in sections[1:]), len(group)]
    for (start, own), end in zip(sections, ends, strict=True):
        grid, found = _section(group[start:end], start, own, printed)
        grids.update(dict.fromkeys(range(start, end), grid))
        on |= found
    return Likely(grids, on)


def likely_where_lost(
    group: Sequence[Line], lost: Mapping[int, Grid], pieces: Mapping[int, int]
) -> dict[int, bool]:
    """Whether the lines that alone of an issue have lost their indents go on, by their places.

    ``pieces`` cut the text in two, by the numbers of their lines.
    """
    found: dict[int, bool] = {}
    for _, run in itertools.groupby(
        sorted(lost), key=lambda at: (id(lost[at]), pieces.get(group[at].number))
    ):
        places = list(run)
        found |= _parted(group[places[0] : places[-1] + 1], places[0], lost[places[0]])[0]
    return found


def _section(
    lines: Sequence[Line], start: int, own: Grid, printed: float
) -> tuple[Grid, dict[int, bool]]:
    wide = own._replace(measure=printed)
    found, cost = _parted(lines, start, wide)
    if len(lines) < (_WIDER_LINES if own.measure > printed else 2):
        return wide, found
    best = wide, found
    cost -= _TELLS
    for less in (0, 1):  # marks that hang over it make a measure seem wider
        itself = own._replace(measure=own.measure - less)
        if abs(itself.measure - printed) < _DIFFERS:
            continue
        others, other = _parted(lines, start, itself)
        if other < cost:
            best, cost = (itself, others), other
    return best


_DIFFERS = 1
"""By so many em at least is a box narrower than the column around it, or a column wider than most."""
_WIDER_LINES = 6
"""So many lines tell that a column is wider than the others of the issue, as of a page in fewer columns."""
_TELLS = 3.5
"""By so much likelier must a measure of its own be for a few lines."""


def _parted(lines: Sequence[Line], start: int, grid: Grid) -> tuple[dict[int, bool], float]:
    """Whether lines go on that stand together, the first at ``start``; how unlikely that is."""
    ruled = [
        False
        if (known := told(line, below, then, grid)) is None
        and is_plain_heading(line, below, then, grid)
        else known
        for line, below, then in zip(lines, lines[1:], [*lines[2:], None], strict=False)
    ]
    found, cost = parted([line.text.strip() for line in lines], grid.measure, ruled)
    return dict(enumerate(found, start)), cost
