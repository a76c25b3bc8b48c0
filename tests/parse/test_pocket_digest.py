"""A digest of the nineties: who chose each piece is set with blanks in the name, fillers stand at the feet of pages."""

from __future__ import annotations

import pytest

from converter.model import Box, Figure, Paragraph, Role
from converter.parse.boxes import is_source
from converter.parse.issue.narrow import find_insets
from converter.parse.kinds import labelled, takes_from
from converter.segment import find_regions
from converter.source import Line
from tests.support.articles import articles, named, texts, titles

ONE = "磨坊的门槛被人踩出了一道凹口，雨天积着一小洼水，麻雀常来喝，喝完了就在门框上磨嘴。"
TWO = "看磨的老人不识字，谁家磨了几斗，他都在墙上画道道，画满了一面墙，从来没有算错过。"
THREE = "后来通了电，磨坊拆了，那面墙留着，成了村里唯一的一本旧账，谁家孩子学数数都来这里。"


@pytest.mark.parametrize(
    "source",
    [
        "（方　圆摘自《磨声》1995年第4期）",
        "（丁　小　满摘自《河上日报》）",
        "（方　圆译自《风车》杂志）",
    ],
)
def test_who_chose_a_text_has_blanks_in_the_name(source: str) -> None:
    assert takes_from(source)
    assert is_source(source)


def test_written_for_the_magazine() -> None:
    found = labelled("（本刊专稿）")
    assert found is not None
    assert found.role is Role.CREDIT


CONTENTS = "目录\n磨坊的门槛（罗禾） 2\n看磨的老人（柯文） 5\n\n"
HOST = f"磨坊的门槛\n罗　禾\n\n{ONE}\n\n{TWO}\n\n（方　圆摘自《磨声》1995年第4期）\n\n"
LAST = f"看磨的老人\n柯　文\n\n{TWO}\n\n{THREE}\n\n（方　圆摘自《河上日报》）\n"


@pytest.mark.parametrize("said", ["", "有人问他为什么不换一块，他说：\n\n"])
def test_a_filler_has_its_title_and_its_source(said: str) -> None:
    filler = f"半斗麦子\n\n{said}“半斗也是一季的汗，磨细一点，吃的人不硌牙。”\n\n（方　圆摘自《磨声》1995年第6期）\n\n"
    assert titles(CONTENTS + HOST + filler + LAST) == ["磨坊的门槛", "半斗麦子", "看磨的老人"]


COLUMN = (
    "磨坊里一共有两盘石磨，大的磨麦子，小的磨豆子，大的要两头驴才拉得动，小的一个人推着就能转起来。磨齿磨平了就要请石匠来凿，"
    "石匠姓成，背着一口木箱，箱子里有七把凿子，从大到小排着。他凿一盘磨要三天，头一天看，第二天画线，第三天才动手凿。"
)
INSET = "凿磨的时候不许说话，凿偏一道，磨出来的面就有一股石头味，一家人要皱着眉头吃上一年。"


def test_the_first_line_of_a_frame_has_lost_its_indent() -> None:
    def cut(text: str, size: int) -> list[str]:
        return [text[at : at + size] for at in range(0, len(text), size)]

    body = cut(COLUMN, 23)
    frame = [INSET[:19], *cut(INSET[19:], 21)]
    body[3:3] = ["凿磨的人", *frame, "（方　圆辑）"]
    (found,) = find_insets([Line(at, text) for at, text in enumerate(body, 1)], 23, ())
    assert found == (3, ((4, 7), (7, 8)))


def test_a_piece_that_somebody_chose_has_a_title() -> None:
    head = "磨坊里一共有两盘石磨，大的磨麦子，小的磨豆子，大的要两头驴才"
    text = f"磨坊两盘磨\n\n罗禾\n\n{ONE}\n\n{head}\n\n一凿之误\n\n{INSET}\n\n（方　圆摘自《石匠杂记》）\n\n拉得动，小的一个人推着就能转起来。\n\n{TWO}\n"
    boxes = [one for one in articles(text)[0].blocks if isinstance(one, Box)]
    assert [(one.label, one.title and one.title.value) for one in boxes] == [("", "一凿之误")]


IMPRINT = (
    "磨坊文摘\n（月刊）\n1996年第5期\n主办单位　河上文化馆\n主　　编　罗　禾\n"
    "国际标准刊号ISSN 9944—1970\n国内统一刊号CN 99—1091/Z\n定价2.20元\n印　　刷　河上印刷厂\n"
)
LISTED = (
    "卷首语\n磨坊的门槛………………罗　禾（1）\n文　苑\n看磨的老人………………柯　文（2）\n半斗麦子…………………方　圆（3）\n"
    "旧　账\n一面墙……………………祝小满（4）\n驴的记性…………………甘泉水（5）\n凿磨的人…………………柳远舟（6）\n"
    "杂　谈\n说磨………………………成　方（7）\n石匠的凿子………………叶小河（8）\n知识窗\n磨齿为什么是斜的………成　方（9）\n"
    "来信………………………（10）\n编后………………………（10）\n"
)


def test_the_name_of_the_first_section_is_no_line_of_the_masthead_above_it() -> None:
    names = (
        "磨坊的门槛",
        "看磨的老人",
        "半斗麦子",
        "一面墙",
        "驴的记性",
        "凿磨的人",
        "说磨",
        "石匠的凿子",
    )
    body = "\n".join(f"{name}\n　　{ONE}\n　　{TWO}" for name in names)
    lines = [
        Line(at, text)
        for at, text in enumerate(f"{IMPRINT}{LISTED}卷首语\n·1·\n{body}".split("\n"), 1)
    ]
    found = find_regions(lines)
    assert (found.masthead, found.contents) == ((0, 9), (9, 25))


def test_sayings_behind_a_mark_over_who_says_them_are_no_captions() -> None:
    said = (
        "△石磨转一圈，驴走三十步。\n\n——磨坊老人语\n\n△把麦子磨成面容易，把面磨成馒头难。\n\n——某主妇说\n\n"
        "△驴歇着的时候，人也歇着。\n\n——赶驴人\n\n"
    )
    found = named(f"目录\n言论 2\n看磨的老人（柯文） 5\n\n言论\n\n{said}{LAST}", "言论")
    assert not [block for block in found.blocks if isinstance(block, Figure)]
    assert [text for text in texts(found) if text.startswith("△")] == said.split("\n\n")[:-1:2]
    assert all(isinstance(block, Paragraph) for block in found.blocks)
