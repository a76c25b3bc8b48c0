"""Numbers with blanks in them or behind them end no line."""

from __future__ import annotations

import pytest

from converter.epub.formulas import running


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("术后24 h内下床，每次5 min，", ["24 h", "5 min"]),
        ("水位升高2.5 cm，共1 234份", ["2.5 cm", "1 234"]),
        ("第3 ferry，A4 h，2 min长", ["2 min"]),
        ("5 hours，3 次", []),
    ],
)
def test_a_number_stays_with_its_unit(text: str, whole: list[str]) -> None:
    pieces = running(text).split('<span class="whole">')[1:]
    assert [piece.partition("</span>")[0] for piece in pieces] == whole
