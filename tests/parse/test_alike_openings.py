"""A paragraph that opens as the one that a box has cut is the next, and no rest of a sentence."""

from __future__ import annotations

import pytest

from converter.parse.alike_openings import opens_alike

ABOVE = ["量出深浅，船才敢走。汛前三天放下测绳。", "量出宽窄，桨才好摇。两岸各立一根红杆。"]
CUT = "量出快慢，人才有数。水面上漂一只空葫芦，从上游的石"


@pytest.mark.parametrize(
    ("before", "text", "alike"),
    [
        (ABOVE, "量出冷暖，鱼才肯来。温度计一天看三回。", True),
        (ABOVE[:1], "量出冷暖，鱼才肯来。温度计一天看三回。", False),
        (ABOVE, "量出来的数字抄在本子上。", False),
        (ABOVE, "桥漂到下游的铁桥，数三遍脉搏。", False),
        ((), "量出快，不等于量得准。", True),
    ],
)
def test_a_series_is_told_by_its_calls(before: list[str], text: str, *, alike: bool) -> None:
    assert opens_alike(CUT, before, text) is alike


def test_pronouns_are_no_series_where_the_clauses_differ() -> None:
    before = ["我们先看水情，再定船期。", "我们在码头上等了半天。"]
    assert not opens_alike("我们商量以后，决定把渡", before, "我们那条船先放下去。")
