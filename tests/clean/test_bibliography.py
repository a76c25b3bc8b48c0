"""The marks of a bibliography, which has a standard of its own."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

FULL = "［1］沈一帆．渡口考［J］．江岸学报，1996（4）：2-9．"
HALF = "［2］沈一帆,顾南．渡船编号［J］．江岸学报,2015(2)：11-19．"
PAGE = ["船从上游来,装的是瓷土,到了渡口换成小船,", "再由挑夫挑进城里,一担五文,风雨不加价。"]


def _cleaned(*lines: str) -> list[str]:
    made = clean([Line(at, text) for at, text in enumerate(lines, 1)])
    again = clean(made.lines)
    assert again.lines == made.lines
    return [line.text for line in made.lines]


def test_full_marks_that_a_page_has_lost_are_full_again() -> None:
    made = _cleaned(FULL, "", *PAGE, "参考文献：", HALF)
    assert made[0] == FULL
    assert made[-1] == "［2］沈一帆，顾南．渡船编号［J］．江岸学报，2015（2）：11-19．"


@pytest.mark.parametrize(
    "lines",
    [
        (FULL, "", *(line.replace(",", "，") for line in PAGE), HALF),  # the page has its marks
        (FULL.replace("，", ","), "", *PAGE, HALF),  # no entry has full ones
        (FULL, "", *PAGE, HALF.replace("．", ".")),  # the points are half as wide as well
    ],
)
def test_an_entry_with_other_marks_by_right_keeps_them(lines: tuple[str, ...]) -> None:
    assert _cleaned(*lines)[-1] == lines[-1]
