"""The blank between the number of a table or a picture and its name."""

from __future__ import annotations

import pytest

from converter.model import Mark, MarkKind, Text
from converter.render.captions import blank_after_number, with_em


@pytest.mark.parametrize(
    ("caption", "shown"),
    [
        ("表1 三处水尺", "表1　三处水尺"),
        ("表 2 三处水尺", "表 2　三处水尺"),
        ("續表一 三處水尺", "續表一　三處水尺"),
        ("图3-2 老渡口 林汀/摄", "图3-2　老渡口 林汀/摄"),
        ("表1　三处水尺", "表1　三处水尺"),
        ("表1 12.6米的水位", "表1 12.6米的水位"),
        ("图中 右为林汀", "图中 右为林汀"),
        ("老渡口 图1 水尺", "老渡口 图1 水尺"),
    ],
)
def test_an_em_takes_its_place(caption: str, shown: str) -> None:
    assert with_em(Text(caption)).value == shown
    assert (blank_after_number(Text(caption)) >= 0) == (caption != shown)


def test_marks_stay_where_they_are() -> None:
    marks = (Mark(MarkKind.SUB, 3, 5),)
    assert with_em(Text("表1 水尺", marks)) == Text("表1　水尺", marks)
