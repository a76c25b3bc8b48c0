"""A section's name in two scripts within a sentence is a running head, and over a text it is a name."""

from __future__ import annotations

import pytest

from converter.segment.known_heads import latin_heads
from converter.source import Line

CUT = "最先应该做的是敲门，测绘之前先把每一户都坐一遍，喝一杯茶，听听这家人的故事，问问屋顶漏不漏，厕所"


@pytest.mark.parametrize(
    ("above", "text", "found"),
    [
        (CUT, "DUIHUA 对话", [2]),
        (CUT + "在哪里。", "DUIHUA 对话", []),
        ("厕所", "DUIHUA 对话", []),
        (CUT, "TIPS 小贴士", []),
    ],
)
def test_heads(above: str, text: str, found: list[int]) -> None:
    lines = [Line(1, above), Line(2, ""), Line(3, text), Line(4, ""), Line(5, "厕所在哪里。")]
    assert latin_heads(lines, {"对话"}, {}) == found
