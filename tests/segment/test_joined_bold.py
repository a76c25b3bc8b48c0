"""Bold type that ends and begins again within a word."""

from __future__ import annotations

import pytest

from converter.segment import joined_bold
from converter.source import Line
from tests.support.restored import restored


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**2****、渡船的修理**", "**2、渡船的修理**"),
        ("**（****1****）姓名权**。公民有姓名。", "**（1）姓名权**。公民有姓名。"),
        ("**电话138****0000**", "**电话138****0000**"),
        ("船票****不卖", "船票****不卖"),
        ("**渡船** **修理**", "**渡船** **修理**"),
    ],
)
def test_runs_of_bold_type_side_by_side_are_one(text: str, expected: str) -> None:
    lines, left = joined_bold([Line(1, text)])
    assert [line.text for line in lines] == [expected]
    assert [(1, "*" * (len(text) - len(expected)))] * (text != expected) == left


def test_what_is_left_out_is_accounted_for() -> None:
    text = "**1****、渡船**\n\n老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。"
    assert any(one.text == "****" for one in restored(text).issue.drops)
