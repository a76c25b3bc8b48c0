"""The numbers along the axis of a chart, one to a line between paragraphs."""

from __future__ import annotations

import pytest

from converter.segment.axes import find_axes
from converter.source import Line

TEXT = "磨坊的水轮一天转九千多圈，转快转慢全看上游的闸门提了几寸。"


def found(*texts: str) -> list[int]:
    return find_axes([Line(number, text) for number, text in enumerate(texts, 1)])


@pytest.mark.parametrize(
    "ticks",
    [
        ("0", "20", "40", "60"),
        ("80", "60", "40", "20", "0"),
        ("2019", "2020", "2021"),
        ("0.5", "1.0", "1.5"),
        ("10%", "20%", "30%"),
        ("0", "250", "500"),
    ],
)
def test_numbers_with_one_round_step_are_an_axis(ticks: tuple[str, ...]) -> None:
    spaced = [part for tick in ticks for part in (tick, "")]
    assert found(TEXT, "", *spaced, TEXT) == [2 + 2 * at for at in range(len(ticks))]


@pytest.mark.parametrize(
    "numbers",
    [("1", "2", "3"), ("3", "17", "20"), ("12", "14", "16"), ("20", "40"), ("7", "14", "21")],
)
def test_numbers_of_parts_and_pages_are_none(numbers: tuple[str, ...]) -> None:
    assert found(TEXT, *numbers, TEXT) == []


def test_what_stands_beside_a_row_is_of_its_table() -> None:
    assert found(TEXT, "0", "20", "40", "| 水位 | 转数 |") == []
