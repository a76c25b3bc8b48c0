"""Strokes before a mark are a dash as well, and an area code at a line's end keeps its brackets."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("顺的水车是嗯──嗯──，长的。", "顺的水车是嗯——嗯——，长的。"),
        ("他只说了一句“天――！”就走了", "他只说了一句“天——！”就走了"),
        ("身心不便的人免费。洽询电话：(03)", "身心不便的人免费。洽询电话：(03)"),
        ("来的人(12)", "来的人（12）"),
        ("──────", "──────"),
    ],
)
def test_marks(before: str, after: str) -> None:
    assert clean([Line(1, before)]).lines[0].text == after
