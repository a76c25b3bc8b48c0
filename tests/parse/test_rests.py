"""Boxes of which a paragraph has its last line below it as a piece by itself, and short points in them."""

from __future__ import annotations

import pytest

from converter.model import Issue
from tests.support.blocks import boxes, split
from tests.support.restored import restored

FIRST = "织席的人家住在河湾里，门口晒的不是衣裳，是一捆一捆劈好的蔺草，风一吹，满村都是青草的气味，外乡人走到桥头就知道到了哪里。"
SECOND = "草要在伏天里割，割下来当天染土，染过的草晒三个日头，颜色就从青变成了银灰，再放进暗房里躺一个冬天，不见光，也不见人。"
HEAD = "村里手最快的是苗阿婆，她一天能织一张半，织到第七天的晚上，手指头肿得拿不住筷子，就把手泡在温水里，一边泡一边教孙女认草的粗"
TAIL = "细，粗的做边，细的做心，做错了就拆，拆下来的草不能再用，只好拿去烧火。"
NEXT = "后来镇上开了机器席厂，一台机器一天织四十张，席子又平又亮，就是睡上去有一股机油味，苗阿婆说那不是席子，是画出来的席子。"
LAST = "如今河湾里只剩三户人家还在织，订单排到了后年，孙女在网上开了一间小铺子，照片是她自己拍的，拍的是阿婆的手。"
GRASS = "蔺草又叫灯心草，茎细长而圆，里面有海绵一样的髓，能吸水，也能放水。"
CUT, REST = "灯心草喜欢浅水，根在泥里横着长，茎里的髓晒干以后可以点灯，一根能点半个时", "辰。"


def issue(*lines: str) -> Issue:
    listed = ("目录", "河湾里的席 苗青禾 4", "修船 万里 8")
    others = (
        "修船",
        "文｜万里",
        "船坞里停着一条没有名字的船，修船的人说，名字要等到下水那天才写。",
    )
    return restored("\n\n".join([*listed, "河湾里的席", "文｜苗青禾", *lines, *others])).issue


def test_a_box_within_a_sentence_has_the_last_line_of_its_last_paragraph() -> None:
    found = issue(FIRST, SECOND, HEAD, "小知识", GRASS, CUT, REST, TAIL, NEXT, LAST)
    assert split(found) == ([GRASS, CUT + REST], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_so_has_a_box_at_the_end_of_an_article() -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, "小知识 蔺草", GRASS, CUT, REST)
    assert split(found) == ([GRASS, CUT + REST], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


def test_a_paragraph_that_a_page_has_cut_is_still_the_text_s() -> None:
    begun, rest = LAST[:-9], LAST[-9:]
    found = issue(FIRST, SECOND, HEAD, "小知识", GRASS, TAIL, NEXT, begun, rest)
    assert split(found) == ([GRASS], [FIRST, SECOND, HEAD + TAIL, NEXT, LAST])


@pytest.mark.parametrize(
    ("begun", "rest"),
    [
        (
            "刚铺开的席子上有水珠不要擦拭，擦破",
            "草皮最容易生出霉点。傍晚把席子一角掀起，让风从底下过一遍。",
        ),
        ("新席子有草屑，第一回用要擦净；擦", "的时候顺着草的纹路，从中间往两边，不要来回地搓。"),
        ("《席草质量分级》（试行）第十二", "条：草茎长度不足九十厘米的，不得列为一级。"),
    ],
)
def test_a_line_that_stops_behind_a_word_or_two_of_its_clause_is_no_title(
    begun: str, rest: str
) -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "小贴士", begun, rest, NEXT, LAST)
    assert boxes(found) == [("小贴士", "", [begun + rest])]


def test_a_title_of_two_clauses_stays_one() -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "小贴士", "买新席子，三件事先做", GRASS, NEXT, LAST)
    assert boxes(found) == [("小贴士", "买新席子，三件事先做", [GRASS])]


POINTS = [
    "席面变成暗黄或者黑褐。",
    "草茎四周起毛、返潮超过两天。",
    "三个雨天没有晾过、翻过，并有霉味。",
]


STEPS = [
    "拆席要先看边，边上的结朝里打，用针尖挑开，不要用剪刀。",
    "拆下来的草按长短分成三堆，长的补面，短的补边，断了的烧火。",
    "补好的席子背面朝上，压一块木板，过一夜再翻过来看平不平。",
]


def test_three_short_points_below_the_name_of_a_box_are_its_own() -> None:
    found = issue(*STEPS, "小贴士", *POINTS, NEXT + LAST)
    assert split(found) == (POINTS, [*STEPS, NEXT + LAST])


def test_two_of_them_tell_nothing() -> None:
    found = issue(FIRST, SECOND, HEAD + TAIL, "小贴士", GRASS, POINTS[0], NEXT, LAST)
    assert NEXT in split(found)[1]


def test_works_below_their_head_are_no_rest_of_it() -> None:
    works = [
        "［1］苗青禾.蔺草与河湾[J].水乡手艺,2016(3):37-96.",
        "［2］端木青.席子的背面[J].水乡手艺,2017(2):4-9.",
    ]
    found = issue(FIRST, SECOND, HEAD + TAIL, NEXT, LAST, "相关链接", GRASS, "参考文献", *works)
    assert boxes(found) == [("相关链接", "", [GRASS])]
