"""Bold type that ends and begins again within a word."""

from __future__ import annotations

import pytest

from converter.segment import joined_bold, make_units
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


COLUMN = [
    "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三",
    "圈，才肯回屋去睡，第二天五点又起来烧水，水开",
    "的时候，赶集的人到了。",
]
BELOW = ["A07号船下水那天，来了两个镇的人。", "B12号船是冬天下水的，石阶上一个人也没有，只"]


@pytest.mark.parametrize("size", [20, 22])
def test_no_other_type_carries_a_bold_line_on(size: int) -> None:
    name = "半夜的灯亮在水边的木屋里照着石阶和两条旧渡船"[:size]
    lines = [*COLUMN * 5, f"**{name}**", *BELOW, *COLUMN[1:], *COLUMN * 5]
    units = make_units([Line(at, text) for at, text in enumerate(lines, 1)])
    assert name in [unit.text for unit in units]
