"""Who says a paragraph, in brackets at its end."""

from __future__ import annotations

import pytest

from converter.parse.inline import Piece, build
from converter.parse.signed_ends import signed_at_end

ASKED = "井水忽然浑了，还能不能喝？"


@pytest.mark.parametrize(
    ("printed", "kept"),
    [
        ("（清河县　老井酒坊　程远山）", "（清河县 老井酒坊 程远山）"),
        ("（白桥 石女士）", "（白桥 石女士）"),
        ("（白桥小学　程 山）", "（白桥小学 程山）"),
    ],
)
def test_blanks_part_a_place_a_house_and_a_name(printed: str, kept: str) -> None:
    assert build([Piece(ASKED + printed, 1, 1)]).text.value == ASKED + kept
    assert build([Piece(printed, 1, 1)]).text.value == kept


@pytest.mark.parametrize(
    "text",
    [
        "井水忽然浑了（白桥 石女士）",  # within a sentence
        "井水忽然浑了。（程 山）",  # a letter-spaced name alone
        "井水忽然浑了。（白 桥镇 石女士）",  # OCR has torn off a character
        "井水忽然浑了。（白桥 石女士，六十一岁）",
        "井水忽然浑了。（县 城 里 的 石 女 士 和 她 的 邻 居）",
        "井水忽然浑了。（白桥 镇上开了三十年酒坊的石家老太太和孙女 石女士）",
    ],
)
def test_other_blanks_in_brackets_part_nothing(text: str) -> None:
    assert signed_at_end(text) is None
