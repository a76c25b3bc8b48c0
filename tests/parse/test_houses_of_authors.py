"""Who signs with the house where he works, both of whom the contents name."""

from __future__ import annotations

import pytest

from converter.parse.byline.read import read_byline

HOUSE = "云港市清江区人民法院"


@pytest.mark.parametrize("line", [f"蒲晓　{HOUSE}", f"{HOUSE}　蒲晓"])
def test_a_house_beside_a_name_is_where_that_one_works(line: str) -> None:
    reading = read_byline(line, known=frozenset(["蒲晓", HOUSE]))
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [("蒲晓", HOUSE)]


def test_a_house_behind_a_mark_signs_too() -> None:
    reading = read_byline(f"蒲晓、{HOUSE}", known=frozenset(["蒲晓", HOUSE]))
    assert reading is not None
    assert [one.name for one in reading.authors] == ["蒲晓", HOUSE]


def test_a_dash_parts_works_from_names_as_a_stroke_does() -> None:
    reading = read_byline("撰文—韩路 摄影—阿布")
    assert reading is not None
    assert [one.name for one in reading.authors] == ["韩路"]
