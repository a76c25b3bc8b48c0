"""Chronicles in boxes, with their years in one of the forms in which they are printed."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, Role
from tests.support.blocks import sourced, texts
from tests.support.restored import restored

PROSE = [
    "老汪在码头边修了三十年船，木船修成了铁船，铁船又修成了玻璃钢的。他说船底最怕的不是石头，是藤壶，一年不铲就有两寸厚。",
    "每年三月，他把船拖上坡，用铲刀一寸一寸地铲，铲下来的碎壳堆在坡脚，像一堆灰白的雪。村里的年轻人大多去了城里，学得最快的是一个姑娘。",
    "现在坡上一年还能修二十来条船，都是近海的小船，跑不远，也舍不得扔。船主们嘴上说，再修一年就不修了，到了春天又把船拖了上来。",
]
EVENTS = ["船坡建成，只有三条滑道。", "台风毁去两条滑道。", "改用电动绞车拖船。"]
YEARS = {
    "year": ["1953年　", "1961年　", "1978年　"],
    "bare": ["1953　", "1961　", "1978　"],
    "month": ["1953.7　", "1961.8　", "1978.11　"],
    "han": ["一九五三年　", "一九六一年　", "一九七八年　"],
    "era": ["清光绪三年（1877年）　", "民国二年（1913年）　", "民国三十四年　"],
    "dash": ["1953——", "1961——", "1978——"],
}


def issue(box: list[str], apart: str) -> str:
    body = "\n\n".join([*PROSE[:2], apart.join(box), PROSE[2]])
    return (
        f"目录\n\n船坡记　汪洋　1\n灯塔记　李山　5\n\n船坡记\n\n汪洋\n\n{body}\n\n灯塔记\n\n李山\n\n"
        + "\n\n".join(text[::-1][1:] + "。" for text in PROSE)
    )


@pytest.mark.parametrize("years", YEARS)
@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("title", ["船坡六十年", ""])
def test_a_chronicle_with_its_source_is_a_box(years: str, apart: str, title: str) -> None:
    entries = [year + event for year, event in zip(YEARS[years], EVENTS, strict=True)]
    named = ["船坡大事年表", title] if title else ["船坡大事年表"]
    found = restored(issue([*named, *entries, "资料来源：县志办公室"], apart)).issue
    ((label, own, said, source),) = sourced(found)
    assert ({label, own}, source) == ({"船坡大事年表", title}, "资料来源：县志办公室")
    assert ["".join(text.split()) for text in said] == ["".join(text.split()) for text in entries]
    assert set(PROSE) <= set(texts(found))


def test_what_speaks_to_somebody_is_no_more_of_who_he_is() -> None:
    card = ["小档案", "汪大海", "1951年生于本镇。学徒三年，修船三十四年。", "著有《捻缝笔记》。"]
    said = "你坐着，坐久了，总有一天会伸手拿一把凿子。不拿也没有关系。"
    found = restored(issue([*card, said], "\n\n")).issue
    assert sourced(found)[0][:3] == ("小档案", "汪大海", card[2:])


def test_paragraphs_of_a_story_that_begin_with_a_year_are_no_entries() -> None:
    told = (
        "他带着两个徒弟沿着河走，把每一座渡口都画下来，画坏的纸留着引火，画好的纸用油布包起来。" * 2
    )
    years = (
        f"2005年，周苇第一次到河湾镇来。{told}夜里住在渡口的屋子里，屋里只有一张桌子和一盏灯，灯罩是裂的，桌子的一条腿垫着瓦片。",
        "2009年10月，周苇又来了，这一回他带着全套的图纸，渡口的人认出了他。",
        "2012年是渡口改建的第三年，周苇的图纸全部用上了，一张也没有剩下。",
    )
    made = restored(
        "河湾纪事\n2013年第1期\n\n目录\n\n画渡口的人 唐果 2\n\n修船的人 陆遥 5\n\n画渡口的人\n\n唐 果\n\n"
        + "\n\n".join(years)
        + "\n\n修船的人\n\n陆 遥\n\n船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯。\n"
    )
    roles = [block.role for block in made.issue.articles[0].blocks if isinstance(block, Paragraph)]
    assert roles == [Role.BODY] * 3


def test_a_day_in_figures_above_what_happened_names_no_box() -> None:
    days = [
        "#### 2019.3.16\n·堤上的闸口关了一半，船要从另一边过，船工在岸上插了两面小旗",
        "#### 2019.3.18\n·水退了三尺，木板上的数字又往下写了一格，写的人在旁边画了一个圈",
        "#### 2019.3.19\n·闸口全开，渡船恢复到每天四趟，末班推迟到晚上七点\n·两面小旗收进了候船室",
        "#### 2019.3.21\n·候船室的炉子灭了，长凳搬到了门外，等船的人坐在太阳底下",
    ]
    text = "\n".join(["# 水退的那几天", "", "文／沈一帆", "", *PROSE, *days])
    (article,) = restored(text).issue.articles
    assert not any(isinstance(block, Box) for block in article.blocks)
    told = [block.text.value for block in article.blocks if isinstance(block, Heading)]
    assert told == ["2019.3.16", "2019.3.18", "2019.3.19", "2019.3.21"]
