"""定价：…… is a fact where it has a number, and else what a heading says."""

from __future__ import annotations

import pytest

from converter.segment.units.signs import is_fact


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("定价：38.00元", True),
        ("定價：三八〇元", True),
        ("门票：免费", True),
        ("页数：312页", True),
        ("导演：让三方", True),
        ("定价：让三方都过得去", False),
        ("票价：谁说了算", False),
    ],
)
def test_facts(text: str, fact: bool) -> None:  # noqa: FBT001
    assert is_fact(text) is fact
