"""What counts a heading."""

from __future__ import annotations

import pytest

from converter.parse.tiers import Count, count_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("IV. 渡口", 4),
        ("iv. 渡口", 4),
        ("ⅳ、渡口", 4),
        ("B、渡口", 2),
        ("其三 渡口", 3),
        ("❷ 渡口", 2),
    ],
)
def test_numbers_of_each_form_are_read(text: str, value: int) -> None:
    counted = count_of(text)
    assert isinstance(counted, Count)
    assert counted.value == value


@pytest.mark.parametrize("text", ["xx 渡口", "VV、渡口", "IIX. 渡口", "vx：渡口"])
def test_letters_that_are_no_number_count_nothing(text: str) -> None:
    assert count_of(text) is None
