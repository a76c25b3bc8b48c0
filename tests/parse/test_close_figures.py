"""Captions of figures behind whose number the OCR has lost the blank."""

from __future__ import annotations

import pytest

from converter.model import Figure, Heading
from converter.parse.tables import is_figure
from converter.pipeline import restore

ABOVE = "水闸修好以后，管水的人每天记两回刻度，早一回，晚一回，记在门后的黑板上，擦了再写。"
BELOW = "黑板满了就抄到本子上，抄了三年，一共十一本，哪一天放过水，放到哪一格，都查得到。"


@pytest.mark.parametrize("caption", ["图1闸门与水尺的位置", "图2放水次数的变化（2019年）"])
def test_a_figure_is_told_though_no_blank_stands_behind_its_number(caption: str) -> None:
    assert is_figure(caption)
    text = f"目录\n水闸　陆小舟　3\n老街的灯　简一尘　8\n\n水闸\n\n陆小舟\n\n{ABOVE}\n\n{caption}\n\n{BELOW}\n\n老街的灯\n\n简一尘\n\n灯罩还是最早的那一批。\n"
    blocks = restore(text.encode(), name="x.txt").issue.articles[0].blocks
    assert any(isinstance(block, Figure) for block in blocks)
    assert not any(isinstance(block, Heading) for block in blocks)


@pytest.mark.parametrize(
    "text",
    [
        "图1中的水尺已经看不清了",
        "图1是放水以前的样子",
        "图2显示的刻度比往年低了",
        "图1闸门的位置，",
        "图3水尺的刻度是后来刻的。",
        "图书室开到夜里九点",
    ],
)
def test_a_sentence_about_a_figure_is_no_caption(text: str) -> None:
    assert not is_figure(text)
