"""Titles with a colon in articles that the contents lack, which look like labels or what somebody says."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

ASKS = "记者：渔船进港要看潮水，能不能讲讲当时的情形？那几年的船都是木船，吃水也浅，进港出港全凭一双眼睛吗？"
SAYS = (
    "司马越：要看潮水，也要看风。从前没有预报，船老大站在堤上看一看云脚，就知道午后有没有雨，"
    "雨来得急，船就得先靠到北边的老码头去，那里水深，系得住缆绳，等风过了再回来卸鱼。"
)
TEXT = (
    "早上五点，码头上还笼着一层薄雾，修船的人已经忙开了。这座码头建于一百年前，石阶磨得发亮，"
    "每一级都有一个名字，船家的孩子从小就背得出来，背错了要罚去捡一天的螺。"
)


def titles(between: str) -> list[str]:
    listed = "目录\n\n听司马越讲潮水　沈一帆　4\n\n石阶的名字　王小满　12\n"
    talk = f"听司马越讲潮水\n\n沈一帆\n\n{TEXT}\n\n{ASKS}\n\n{SAYS}\n\n{ASKS}\n\n{SAYS}\n\n"
    text = f"海角人家\n\n2022年第4期\n\n{listed}\n\n{talk}\n\n{between}\n\n石阶的名字\n\n王小满\n\n{TEXT}\n"
    return ["".join(one.value for one in art.title) for art in restored(text).issue.articles]


@pytest.mark.parametrize("byline", ["作者：费 苑", "文/费苑"])
def test_a_title_with_a_colon_below_a_talk_opens_an_article(byline: str) -> None:
    title = "揭榜挂帅：漳和镇的七年探索"
    assert title in titles(f"{title}\n{byline}\n\n{TEXT}\n\n{TEXT}")


def test_a_fact_beside_others_opens_none() -> None:
    assert titles(f"开放：每天九点至五点\n\n票价：十二元\n\n作者：费苑\n\n{TEXT}") == [
        "听司马越讲潮水",
        "石阶的名字",
    ]
