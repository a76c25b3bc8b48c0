"""Numbers and what stands beside them: no line ends between, and all lie or all stand."""

from __future__ import annotations

import pytest

from converter.epub.formulas import running
from converter.epub.upright import upright


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("术后24 h内下床，每次5 min，", ["24 h", "5 min"]),
        ("水位升高2.5 cm，共1 234份", ["2.5 cm", "1 234"]),
        ("第3 ferry，A4 h，2 min长", ["2 min"]),
        ("5 hours，3 次", []),
        (
            "相关（r = -0.83，P < 0.01），p＜0.05，n = 36例",
            ["r = -0.83", "P &lt; 0.01", "p＜0.05", "n = 36"],
        ),
        ("设 x = 2y，ab c = 3a", []),
    ],
)
def test_a_number_stays_with_its_unit(text: str, whole: list[str]) -> None:
    pieces = running(text).split('<span class="whole">')[1:]
    assert [piece.partition("</span>")[0] for piece in pieces] == whole


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("5月12日，第3期", ["5", "12", "3"]),
        ("渡口[1]的水尺", ["1"]),
        ("术后24 h内，见No. 2", []),
        ("东陵骨科, 2016, 5(2): 11-15.", []),
    ],
)
def test_short_numbers_stand_in_vertical_lines_but_not_among_latin_words(
    text: str, standing: list[str]
) -> None:
    pieces = upright(text).split('<span class="tcy">')[1:]
    assert [piece.partition("</span>")[0] for piece in pieces] == standing
