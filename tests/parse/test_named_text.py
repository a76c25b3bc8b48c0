"""Boxes whose name stands before their text, in lines shorter than those of their column."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from tests.support.columns import cut
from tests.support.restored import restored

COLUMN = (
    "水渠修了三年，从水库一直修到后山脚下的稻田边上，沿途的十一个村子都出了工。管水的张长水每天走一遍，"
    "看见渗水的地方就插一面小红旗，第二天再带人来补。他说自己这辈子没有走过这么长的路，也没有看过这么多的水。"
    "到了放水那一天，他反倒没有去看，一个人在家里睡了整整一天，醒来时水已经流到了后山的稻田里面。"
)
BEFORE = (
    "后山原先是没有水的，吃水要到七里以外的河滩上去挑，一担水要走上小半天的工夫，洗过菜的水还要留着喂牲口。"
    "老辈人嫁女儿，先问对方村里有没有井，没有井的人家，聘礼再厚也要掂量掂量。"
)
AFTER = (
    "如今渠边种上了两排柳树，夏天的傍晚总有人搬着小凳坐在树底下乘凉，孩子们放了纸船，沿着渠水一直追出去很远。"
    "年轻人回到村里开起了磨坊和豆腐店，用的还是从渠里引来的那一股清水。"
)
MORE = (
    "守渠的人换过四茬，每一茬都在小屋的墙上刻下自己的名字，名字旁边刻着当年最高的水位。"
    "最高的一道刻痕到人的胸口，那一年下了四十天的雨，渠没有垮，守渠的人却瘦了十几斤。"
)
TEXT = "渠首是一条渠开头的地方，那里有闸门，有沉沙池，也有守渠人住的小屋，水从这里进渠。"
SOURCE = ("——摘自后山水渠管理会", "《关于渠首日常管护的若干规定》")


def paragraph(text: str) -> list[str]:
    return cut(f"　　{text}", 26)


def article(*inset: str) -> Article:
    body = paragraph(COLUMN)
    return restored_of(*body[:3], *inset, *body[3:])


def restored_of(*lines: str) -> Article:
    around = [*paragraph(BEFORE), *lines, *paragraph(AFTER)]
    return restored("\n".join(["水渠记", "李山", *around])).issue.articles[0]


def boxes(found: Article) -> list[Box]:
    return [block for block in found.blocks if isinstance(block, Box)]


def texts(blocks: object) -> list[str]:
    assert isinstance(blocks, tuple)
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def named(name: str, size: int = 22) -> list[str]:
    """The lines of a text with a name, whose indent the OCR took away."""
    first = size - 3 - len(name)
    return [f"{name} {TEXT[:first]}", *cut(TEXT[first:], size)]


@pytest.mark.parametrize("source", [(), SOURCE[:1], SOURCE, ("——《渠首管护办法》",)])
def test_a_name_that_no_list_has_within_a_sentence(source: tuple[str, ...]) -> None:
    found = article(*named("渠上口袋", 17), *source)
    (box,) = boxes(found)
    assert (box.label, texts(box.blocks)) == ("渠上口袋", [TEXT])
    told = "" if box.attribution is None else box.attribution.text.value
    assert told == "".join(source).removeprefix("——")
    assert texts(found.blocks) == [BEFORE, COLUMN, AFTER]


def test_two_lines_under_a_name_that_a_frame_has_told() -> None:
    short = "渠首闸共有三孔，由守渠人轮流启闭，每天两次。"
    longer = f"{TEXT}渠尾在三十里以外，水走到那里要用一天一夜。"
    body, more = paragraph(COLUMN), paragraph(MORE)
    told = ["■ 渠数据", *cut(f"　　{longer}", 22)]
    beside = [f"渠数据 {short[:17]}", short[17:]]
    found = restored_of(*body[:3], *told, *body[3:], *more[:2], *beside, *more[2:])
    assert [(box.label, texts(box.blocks)) for box in boxes(found)] == [
        ("渠数据", [longer]),
        ("渠数据", [short]),
    ]


@pytest.mark.parametrize(
    "inset",
    [
        named("渠上口袋", 26),  # as wide as the column
        named("渠上口袋", 17)[:1],  # one line
        named("张长水", 17),  # who somebody is
        ["渠首闸门 高三米二", "一九六四年秋天落成"],  # no sentence
    ],
)
def test_what_is_none(inset: list[str]) -> None:
    assert boxes(article(*inset)) == []


def test_below_a_whole_paragraph_a_source_closes_what_begins_with_a_known_name() -> None:
    numbered = "伍、渠首的闸门有三孔，每一孔宽一米二。"
    box = [f"学习卡片 {TEXT[:17]}", TEXT[17:39], numbered, "——《渠首管护办法》"]
    found = restored_of(*paragraph(COLUMN), *box)
    assert [texts(one.blocks) for one in boxes(found)] == [[TEXT[:39] + numbered]]
