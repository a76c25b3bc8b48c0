"""A particle at the head of a clause is read once; words that are said twice stay."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("拆成一个个项目，由由学徒在师傅带领下完成。", "拆成一个个项目，由学徒在师傅带领下完成。"),
        ("水退了。但但渡口的石阶还湿着。", "水退了。但渡口的石阶还湿着。"),
        ("一家人，和和美美过日子。", "一家人，和和美美过日子。"),
        ("这是自由由谁来定的问题。", "这是自由由谁来定的问题。"),
        ("先是对联，对对子，再猜谜。", "先是对联，对对子，再猜谜。"),
    ],
)
def test_doubled(before: str, after: str) -> None:
    made = clean([Line(1, before)])
    assert made.lines[0].text == after
    assert [one.rule for one in made.changes] == ["doubled-words"] * (before != after)
