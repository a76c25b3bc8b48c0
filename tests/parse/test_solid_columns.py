"""A trade monthly in columns that have lost their indents, and who holds a post in a house on the line above."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Box, Heading, Issue
from converter.source import Line
from tests.support.blocks import texts, whole_quotes
from tests.support.columns import set_in
from tests.support.ferry import BOATS, BRIDGE, FERRY, LAMP, SHIP, STONES
from tests.support.restored import restored

HEAD = "目录\n\n渡口的船 张水 …… 4\n\n渡口的船\n\n张水\n\n"


MORE = (
    "守闸的人不看钟，他听见石缝里的小螃蟹往上爬，就晓得该起来关闸门了，这样的日子过了三十一年，他没有睡过一个整觉。",
    "闸门是樟木做的，泡在水里七十年没有烂，只是每年立夏要刷一遍桐油，刷油的那一天村里的狗都不肯靠近。",
    "后来装了电闸，按一下就落，守闸的人还是半夜起来，坐在石墩上把潮水听完，才回去把灯吹灭。",
    "那一年的水大，浪头越过了石墙，街上的人都往高处跑，只有他一个人往低处走，手里提着一盏马灯。",
    "水退下去以后，石墩上留着一道泥印，谁家的孩子长高了，就站到那里去比一比，比到第四年泥印才看不清。",
    "闸口的桃树是他种的，种的时候只有筷子那么粗，如今一个人抱不过来了，结的桃子又小又酸，没有人去摘。",
)


def set_solid(*texts: str) -> list[str]:
    return [line for text in texts for line in set_in(text, 20)]


def issue(lines: list[str]) -> Issue:
    return restored(HEAD + "\n".join(lines) + "\n").issue


@pytest.mark.parametrize("said", ["船在，人就过得去河。", "不涨水，谁也想不起他。"])
def test_a_whole_sentence_above_a_full_line_stands_within_another(said: str) -> None:
    whole = [STONES, BRIDGE, LAMP, BOATS, SHIP, FERRY, *MORE]
    lines = set_solid(*whole)
    cut = len(set_solid(*whole[:6])) + 1
    found = issue([*lines[:cut], said, *lines[cut:]])
    assert whole_quotes(found) == [said]
    assert texts(found) == whole


def test_the_last_line_of_a_paragraph_stays() -> None:
    whole = [STONES, BRIDGE, LAMP, BOATS, SHIP, FERRY]
    found = issue(set_solid(*whole))
    assert whole_quotes(found) == []
    assert texts(found) == whole


def test_a_source_that_is_whole_does_not_go_on_with_the_heading_below() -> None:
    box = [
        "法条",
        "经营者不得以格式条款、通知等方式，",
        "作出排除或者限制消费者权利、减轻或",
        "者免除经营者责任、加重消费者责任等",
        "对消费者不公平、不合理的规定。",
        "——《消费者保护法规》第二十六条",
        "船票该不该留给人家",
    ]
    lines = set_solid(STONES, BRIDGE, LAMP, BOATS, SHIP, FERRY)
    found = issue([*lines, *box, *set_solid(LAMP + BOATS, BRIDGE, STONES)])
    (made,) = [b for a in found.articles for b in a.blocks if isinstance(b, Box)]
    assert made.attribution is not None
    assert made.attribution.text.value == "《消费者保护法规》第二十六条"
    heads = [b.text.value for a in found.articles for b in a.blocks if isinstance(b, Heading)]
    assert heads == ["船票该不该留给人家"]


def test_who_holds_a_post_in_the_house_on_the_line_above_signs_alone() -> None:
    head = "目录\n\n一条热线连万家 葛小川 …… 4\n\n一条热线连万家\n\n"
    sign = "市政务服务和热线管理中心\n党组书记、主任 葛小川\n\n"
    found = restored(f"{head}{sign}{STONES}\n\n{LAMP}\n\n{BOATS}\n").issue
    authors = [one for line in found.articles[0].bylines for one in line.authors]
    assert [(one.name, one.office) for one in authors] == [
        ("葛小川", "市政务服务和热线管理中心党组书记、主任")
    ]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("把卡片一张—张拍了照。", "把卡片一张一张拍了照。"),
        ("他一步—步往前走。", "他一步一步往前走。"),
    ],
)
def test_a_dash_between_the_same_measure_is_one(read: str, meant: str) -> None:
    assert clean([Line(1, read)]).lines[0].text == meant
