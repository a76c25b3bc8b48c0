"""Text is set in lines of whole characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.parse import lines
from converter.parse.lines import set_lines

WIDTHS = {char: 0.5 if char < "\x80" else 1.0 for char in "田，“”（）—… a1"}


@given(
    st.text("田，“”（）—… a1", max_size=120),
    st.sampled_from([6, 12, 12.5, 20]),
    st.sampled_from([0.0, 2.0]),
    st.sampled_from([0.0, 1.0]),
)
def test_short_ways_give_the_same_lines(
    text: str, measure: float, indent: float, hang: float
) -> None:
    def reach(text: str) -> list[float]:
        sums = [0.0]
        for char in text:
            sums.append(sums[-1] + WIDTHS[char])
        return sums

    found = set_lines(text, measure, indent, hang=hang)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines, "_reach", reach)
        assert found == set_lines(text, measure, indent, hang=hang)
