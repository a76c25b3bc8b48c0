"""What two sets of prose showed: clocks that somebody mends, dough, names behind an office."""

from __future__ import annotations

import pytest

from tests.variant.made import tw

PAIRS = [
    ("老先生修了一辈子钟，他说机芯最怕潮。", "老先生修了一輩子鐘，他說機芯最怕潮。"),
    ("老先生买了一只钟。", "老先生買了一隻鐘。"),
    ("这是入党那年，介绍人钟万里送给他的。", "這是入黨那年，介紹人鍾萬里送給他的。"),
    ("和面、擀面、切面都是她一个人。", "和麵、擀麵、切麵都是她一個人。"),
    ("沿着树干的切面数年轮。", "沿著樹幹的切面數年輪。"),
    ("徒弟们把面皮摊在掌心，包进馅，收口。", "徒弟們把麵皮攤在掌心，包進餡，收口。"),
    ("他的面皮厚，说了也没有用。", "他的面皮厚，說了也沒有用。"),
    ("董事长于汇川在股东会上解释说。", "董事長于匯川在股東會上解釋說。"),
    ("董事长于会上宣布了结果。", "董事長於會上宣布了結果。"),
    (
        "站在最边上的女生叫向采云，听说她嫁到了新疆。",
        "站在最邊上的女生叫向采雲，聽說她嫁到了新疆。",
    ),
    ("船老大凭几十年的经验听浪声。", "船老大憑幾十年的經驗聽浪聲。"),
    ("队长松赞每隔两小时出去一次。", "隊長松贊每隔兩小時出去一次。"),
    ("堤面铺上沥青，街口有家面铺。", "堤面鋪上瀝青，街口有家麵鋪。"),
    ("她为了咬准几个入声字。", "她為了咬準幾個入聲字。"),
]


@pytest.mark.parametrize(("source", "expected"), PAIRS)
def test_what_prose_showed(source: str, expected: str) -> None:
    assert tw(source) == expected
