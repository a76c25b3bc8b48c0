"""Whether a hard-wrapped line goes on in the next one, where the lines are as long as their column."""

from __future__ import annotations

import pytest

from converter.segment.units.flow import goes_on
from converter.segment.units.grid import Grid
from converter.source import Line


@pytest.mark.parametrize(
    ("line", "below", "missing"),
    [
        ("基金项目：河湾县社会科学基金项目“让旧渡船真正用起", "来”（24HW98）", 2),
        ("基金项目：河湾县社会科学基金项目“产销对", "接：河湾县的三年探索”（23HW49）", 2),
        ("基金项目：河湾县社会科学基金项目“渡船何以重要”", "（17BSHW33）", 5),
    ],
    ids=["within a quotation", "like a label", "a word"],
)
def test_words_for_which_a_line_has_no_room_stand_on_the_next(
    line: str, below: str, missing: float
) -> None:
    grid = Grid(len(line) + missing, spaced=True, indented=False)
    assert goes_on(Line(1, line), Line(2, below), None, grid, first=True)
