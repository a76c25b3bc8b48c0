"""Printed lines without blank lines: pull quotes of one line, charts, characters read twice."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.context import Context, Ledger
from converter.parse.issue.overfull import without_doubled
from converter.profile import Profile
from converter.source import Line
from tests.support.blocks import quotes
from tests.support.restored import restored

COLUMNS = (
    (
        "水渠修了三年，从水库一直修到后山脚下的稻田边上，沿途的十一个村子都出了工。管水的张长水每天走一遍，"
        "看见渗水的地方就插一面小红旗，第二天再带人来补。他说自己这辈子没有走过这么长的路，也没有看过这么多的水。"
        "到了放水那一天，他反倒没有去看，一个人在家里睡了整整一天，醒来时水已经流到了后山的稻田里面。"
    ),
    (
        "后山原先是没有水的，吃水要到七里以外的河滩上去挑，一担水要走上小半天的工夫，洗过菜的水还要留着喂牲口。"
        "老辈人嫁女儿，先问对方村里有没有井，没有井的人家，聘礼再厚也要掂量掂量。"
    ),
    (
        "如今渠边种上了两排柳树，夏天的傍晚总有人搬着小凳坐在树底下乘凉，孩子们放了纸船，沿着渠水一直追出去很远。"
        "年轻人回到村里开起了磨坊和豆腐店，用的还是从渠里引来的那一股清水。"
    ),
    (
        "守渠的人换过四茬，每一茬都在小屋的墙上刻下自己的名字，名字旁边刻着当年最高的水位。"
        "最高的一道刻痕到人的胸口，那一年下了四十天的雨，渠没有垮，守渠的人却瘦了十几斤。"
    ),
)
SIZE = 26


def printed(*texts: str) -> list[str]:
    return [f"　　{text}"[at : at + SIZE] for text in texts for at in range(0, len(text) + 2, SIZE)]


def article(lines: list[str], title: str = "水渠记", author: str = "李山") -> Article:
    return restored("\n".join([title, author, *lines])).issue.articles[0]


def texts(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "quote", ["渠没有垮，守渠的人却瘦了十几斤。", "“渠没有垮，守渠的人却瘦了十几斤。”"]
)
def test_a_quotation_of_one_line_within_a_sentence(quote: str) -> None:
    lines = printed(*COLUMNS)
    made = restored("\n".join(["水渠记", "李山", *lines[:3], quote, *lines[3:]])).issue
    assert quotes(made) == [quote]
    assert texts(made.articles[0]) == list(COLUMNS)


def test_a_last_line_that_is_said_again_is_none() -> None:
    again = f"{COLUMNS[0][: 2 * SIZE - 3]}渠没有垮，守渠的人却瘦了十几斤。"
    made = restored("\n".join(["水渠记", "李山", *printed(again, *COLUMNS[1:])])).issue
    assert quotes(made) == []
    assert texts(made.articles[0]) == [again, *COLUMNS[1:]]


FULL = printed(*(text[:-1] for text in COLUMNS * 8))


def once(lines: list[str]) -> list[str]:
    context = Context(Profile(), Ledger())
    found = without_doubled([Line(at, text) for at, text in enumerate(lines, 1)], context)
    assert [drop.reason for drop in context.ledger.drops] in ([], ["duplicate"])
    return [line.text for line in found]


@pytest.mark.parametrize("blank", [[], [""]])
@pytest.mark.parametrize("count", [1, 2])
def test_what_overfills_a_line_and_stands_beside_it_as_well(blank: list[str], count: int) -> None:
    above, below = (
        "镇上的人都说这口钟走得比别处慢，老人听了却也并不生气",
        "笑着说钟不怕慢最怕有人替它着急的话传开以后塔楼热闹了",
    )
    assert len(above) == len(below) == SIZE
    printed_once = [*FULL, above, *blank, below]
    assert once([*FULL, above + below[:count], *blank, below]) == printed_once
    assert once([*FULL, above, *blank, above[-count:] + below]) == printed_once
    assert once(printed_once) == printed_once


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "镇上的人都说这口钟走得比别处慢，老人听了并不生气，渐",
            "渐地镇上的人也学会了等它敲响十二下以后才吹灯睡下了呢",
        ),
        (
            "镇上的人都说这口钟走得比别处慢，老人把它擦得亮，轻轻",
            "轻一敲，要敲匀，左一下，右一下，中间再一下，敲不匀，",
        ),
    ],
)
def test_what_a_line_of_its_measure_says_twice_stays(above: str, below: str) -> None:
    assert once([*FULL, above, below]) == [*FULL, above, below]


def test_the_first_of_the_bars_of_a_chart_is_no_heading() -> None:
    bars = ["清淤的人工", "62.3", "闸门", "55.0", "柳树", "48.9", "渠桥", "31.7", "0　20　40　60"]
    bars[0] = "清淤"
    lines = [*printed(*COLUMNS[:2]), *bars, "图2　守渠的各项开支（%）", *printed(*COLUMNS[2:])]
    made = restored("\n".join(["水渠记", "李山", *lines])).issue
    assert [drop.text for drop in made.drops if drop.reason == "chart-label"] == bars
    assert texts(made.articles[0]) == list(COLUMNS)


def test_a_body_above_the_title_that_the_contents_name_in_short() -> None:
    name = "共青团后山镇委员会青年发展部"
    head = ["目录", "1 柳树记 李山", "2 水渠记 团镇委青年发展部"]
    first = ["柳树记", "李山", *printed(*COLUMNS[:2])]
    lines = [*head, *first, name, "水渠记", *printed(*COLUMNS[2:])]
    made = restored("\n".join(lines)).issue
    names = [[one.name for by in a.bylines for one in by.authors] for a in made.articles]
    assert names == [["李山"], [name]]
    assert texts(made.articles[0]) == list(COLUMNS[:2])


def test_what_a_single_box_is_about_is_its_title() -> None:
    framed = "后山的闸有三孔，由守渠人轮流启闭，每天早晚各一次，遇到雨天全部打开，放水归河，不许过夜，违者罚修渠三天。"
    inset = [f"　　{framed}"[at : at + 20] for at in range(0, len(framed) + 2, 20)]
    lines = printed(*COLUMNS)
    found = article([*lines[:3], "后山的闸", *inset, *lines[3:]])
    (box,) = [block for block in found.blocks if isinstance(block, Box)]
    assert (box.label, box.title.value if box.title else "") == ("", "后山的闸")
    assert texts(found) == list(COLUMNS)
