"""Numbers in the columns of a table."""

from __future__ import annotations

import pytest

from converter.model import TableCell, Text
from converter.render.figures import Place, head_places, number_columns


def rows(*values: str) -> list[tuple[TableCell, ...]]:
    return [tuple(TableCell(Text(value)) for value in row.split("|")) for row in values]


@pytest.mark.parametrize(
    ("column", "places"),
    [
        (["98.9", "101.3"], (Place(1), Place())),
        (["9", "44", "6"], (Place(1), Place(), Place(1))),
        (["12", "3.25"], (Place(0, 2.5), Place(1))),
        (["-2.4", "3.0"], (Place(), Place(0.6))),
        (["1,024", "96"], (Place(), Place(2.5))),
        (["58.3%", "", "6.1%"], (Place(), Place(), Place(1))),
        (["12小时", "8小时"], (Place(), Place(1))),
        (["3.5", "—", "12"], (Place(1), Place(), Place(0, 1.5))),
        (["7", "……", "/", "-", "12"], (Place(1), Place(), Place(), Place(), Place())),
    ],
)
def test_units_stand_below_units_and_points_below_points(
    column: list[str], places: tuple[Place, ...]
) -> None:
    assert number_columns(rows(*column)) == {0: places}


@pytest.mark.parametrize(
    "column",
    [
        ["甲", "乙"],
        ["12", "不详"],
        ["5分48秒", "5分6秒"],
        ["10℃以下", "8℃左右"],
        ["12", ""],
        ["12", "—"],
        ["—", "—"],
        [],
    ],
)
def test_other_columns_are_left_alone(column: list[str]) -> None:
    assert number_columns(rows(*column)) == {}


def test_a_table_with_cells_that_reach_over_others_is_left_alone() -> None:
    wide = (TableCell(Text("1"), colspan=2),)
    assert number_columns([wide, *rows("3|4", "5|66")]) == {}


def test_a_head_is_centred_over_numbers() -> None:
    body = rows("甲|9", "乙|12")
    columns = number_columns(body)
    (head,), (across,) = rows("种类|件数"), rows("一栏到底")
    assert head_places(head, body, columns) == {1: Place()}
    assert head_places(across, body, columns) == {}
