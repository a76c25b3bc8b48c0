"""Rows of tables in which wide blanks part the cells, and a single one the characters of a name."""

from __future__ import annotations

import pytest

from converter.parse.tables.reader import columns_of
from converter.segment import Unit
from converter.source import Line


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("卢　瑾　　　六一届　　　300", ["卢瑾", "六一届", "300"]),
        ("周阿九　　　沙　元　　　300", ["周阿九", "沙元", "300"]),
        ("卢　瑾　六一届　300", ["卢", "瑾", "六一届", "300"]),
    ],
)
def test_a_name_set_apart_is_one_cell(row: str, cells: list[str]) -> None:
    """Where single blanks part the cells as well, nothing tells a name from them."""
    assert columns_of(Unit((Line(1, row),), row, gap=False)) == cells
