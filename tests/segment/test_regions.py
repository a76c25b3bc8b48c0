"""Where the masthead and the contents of an issue stand."""

from __future__ import annotations

import pytest

from converter.segment.regions import find_regions
from converter.source import Line


@pytest.mark.parametrize("signer", ["（金锣湾粮库 丁一苇）", "（丁一苇）"])
def test_who_signs_the_last_piece_stands_above_the_masthead(signer: str) -> None:
    piece = "八月二十七日下午两点，七号仓的报警器响了，值班的人、消防的人和医务室的人都往仓门口跑，八分钟以后封了仓。"
    imprint = [
        "粮仓周读",
        "2024年第37期",
        "定价：4.80元",
        "主管：粮储部",
        "主办：粮储中心",
        "主编：夏广储",
    ]
    lines = ["目录", "八分钟封仓 2", "", "八分钟封仓", "", piece, "", signer, "", *imprint]
    found = find_regions([Line(at, text) for at, text in enumerate(lines, 1)]).masthead
    assert found is not None
    assert lines[found[0]] == imprint[0]
