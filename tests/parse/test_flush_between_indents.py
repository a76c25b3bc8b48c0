"""What stands flush and alone between paragraphs with their indents, and is none of them."""

from __future__ import annotations

import pytest

from converter.hanzi import key
from converter.model import Figure, Paragraph
from converter.segment import find_furniture
from converter.source import Line
from tests.support.restored import restored

TEXTS = [
    (
        "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆，水退了才看得见青苔，"
        "青苔上有鞋钉的印子，一个挨着一个，没有人说得出是哪一年留下的。"
    ),
    (
        "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，谁也舍不得换，"
        "都说换了灯，夜里过河的人就认不得路了，认不得路也就不回来了。"
    ),
    (
        "灯油一夜要烧三两，过了半夜就把灯芯捻小，天快亮的时候再捻大，好让早起的人看得见脚下的路，"
        "看得见路的人多了，渡口的早市也就早开了半个时辰。"
    ),
]


MORE = [
    "停电的晚上孩子们站在对岸的堤上看灯，一个挨一个坐着，数灯罩里的飞虫，数到一百就回家睡觉，谁也不许耍赖。",
    "缆桩有两根，新的是铁的，旧的是石头的，石头上让缆绳磨出一道一道的沟，下雨天沟里积着水，麻雀就来喝。",
    "渡船早上六点开第一班，卖菜的人四点就来排队，箩筐挨着箩筐，萝卜和白菜都用湿布盖着，布上写着各家的姓。",
    "学校开学那几天船要多开两趟，书包堆在船头，比人坐得还稳，管船的人一只一只数过去，少了一只就不解缆绳。",
    "桥修好以后，渡口冷清下来，只有钓鱼的人还来，他们说水深的地方有大鱼，等了一个夏天，谁也没有见过。",
    "管灯的人退休那天，镇上送了他一只闹钟，他说用不着，他醒得比闹钟早，灯也醒得比闹钟早，这话大家都信。",
]


def article(between: str) -> list[object]:
    indented = [f"　　{text}" for text in TEXTS]
    more = [f"　　{text}" for text in MORE]
    body = "\n\n".join([*indented[:2], between, indented[2], *more])
    text = f"目录\n夜里的渡口 沈一帆 1\n\n夜里的渡口\n沈一帆\n\n{body}\n"
    return list(restored(text).issue.articles[0].blocks)


@pytest.mark.parametrize("said", ["「你把傘丟了，雨還是會下。」", "“你把伞丢了，雨还是会下。”"])
def test_a_saying_set_apart_carries_no_whole_paragraph_on(said: str) -> None:
    told = [block.text.value for block in article(said) if isinstance(block, Paragraph)]
    assert TEXTS[1] in told


def test_a_caption_with_its_number_carries_no_whole_paragraph_on() -> None:
    blocks = article("图一：南头的石阶，摄于2022年。")
    assert TEXTS[1] in [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert len([block for block in blocks if isinstance(block, Figure)]) == 1


def test_flush_words_go_on_from_a_page_that_ends_with_a_full_stop() -> None:
    rest = "后来换灯的那天来了很多人，谁也没有说话，灯一亮，河上的雾就散开了一些，船也动了，对岸有人在喊名字。"
    blocks = article(rest)
    assert f"{TEXTS[1]}{rest}" in [
        block.text.value for block in blocks if isinstance(block, Paragraph)
    ]


def test_a_folio_right_below_a_running_head_opens_no_text() -> None:
    half = TEXTS[0].index("，水退了")
    texts = [
        f"　　{TEXTS[0][:half]}",
        "街坊　2023年冬季号",
        "5",
        TEXTS[0][half:],
        "",
        f"　　{TEXTS[1]}",
    ]
    lines = [Line(at, text) for at, text in enumerate(texts, 1)]
    found = find_furniture(lines, known=[key("街坊")], title=key("街坊"))
    assert found.reasons == {2: "running-head", 3: "folio"}
