"""What people of Hong Kong say: Cantonese in quotes and columns, tables, what is borne."""

from __future__ import annotations

import pytest

from tests.variant.made import hk, tw

SPOKEN = [
    ("“我唔系唔肯帮，系帮唔到。”她说。", "「我唔係唔肯幫，係幫唔到。」她說。"),
    ("佢哋都系好人，点会系一场误会？", "佢哋都係好人，點會係一場誤會？"),
    ("“系咪落雨？”“系啊，落到而家。”", "「係咪落雨？」「係啊，落到而家。」"),
    ("而家系夜晚，但系档口未收。", "而家係夜晚，但係檔口未收。"),
    ("中文系嘅同学话唔嚟。", "中文系嘅同學話唔嚟。"),
    ("钥匙就系在绳上，她先系好鞋带。", "鑰匙就繫在繩上，她先繫好鞋帶。"),
    ("睇吓先，倾吓偈，成班人走晒。", "睇吓先，傾吓偈，成班人走晒。"),
    ("他受了惊吓，在天台晒太阳。", "他受了驚嚇，在天台曬太陽。"),
    ("老伯企喺度，郁都唔郁。", "老伯企喺度，郁都唔郁。"),
    ("“喂！食饭未呀？”", "「喂！食飯未呀？」"),
]
AT_TABLE = [
    ("每台人数不限，六个人围住一张圆台。", "每枱人數不限，六個人圍住一張圓枱。"),
    ("这件事摆上台，人人看到。", "這件事擺上枱，人人看到。"),
    ("乐队登上大台，台上只有一支灯。", "樂隊登上大台，台上只有一支燈。"),
    ("他们搬来两张台湾制的木椅。", "他們搬來兩張台灣製的木椅。"),
    ("终于挨过三年，挨得苦，没有挨近他。", "終於捱過三年，捱得苦，沒有挨近他。"),
    ("屋苑去年陆续入伙。", "屋苑去年陸續入伙。"),
    ("马头涌和鲗鱼涌的海面波涛汹涌。", "馬頭涌和鰂魚涌的海面波濤洶湧。"),
    ("她是“票后”，投票后才回家。", "她是「票后」，投票後才回家。"),
    ("利率是3厘。", "利率是3厘。"),
]


@pytest.mark.parametrize(("source", "expected"), [*SPOKEN, *AT_TABLE])
def test_hong_kong_writes_what_is_said_there(source: str, expected: str) -> None:
    assert hk(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("生物系的老师说，火系和水系都算。", "生物系的老師說，火系和水系都算。"),
        ("她是个佛系的人，动画系毕业。", "她是個佛系的人，動畫系畢業。"),
        ("绳子系在船头，又系上红布。", "繩子繫在船頭，又繫上紅布。"),
    ],
)
def test_departments_and_knots_stay_in_taiwan(source: str, expected: str) -> None:
    assert tw(source) == expected
