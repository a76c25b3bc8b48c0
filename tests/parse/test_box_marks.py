"""Boxes whose names stand behind marks or between them, and the items and terms in them."""

from __future__ import annotations

import pytest

from converter.model import Box, Paragraph
from converter.parse.items import item_form
from tests.support.restored import restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
CUT = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡。第二天五点他又起来烧水，烧开了"
REST = "才去解缆绳，第一班船坐的都是赶早市的人，担子里的菜叶上还挂着露水，船一靠岸就散了。"


def _boxes(inset: str) -> list[tuple[str, str, list[str]]]:
    """The boxes of an article whose sentence ``inset`` cuts; the sentence has to go on below."""
    made = restored(
        f"渡口的灯\n\n文／陆遥\n\n{ONE}\n\n{TWO}\n\n{CUT}\n\n{inset}\n\n{REST}\n\n{TWO}\n"
    )
    blocks = [block for one in made.issue.articles for block in one.blocks]
    texts = [block.text.value for block in blocks if block.type == "paragraph"]
    assert CUT + REST in texts
    boxes = [block for block in blocks if isinstance(block, Box)]
    return [
        (
            one.label,
            one.title.value if one.title else "",
            [kid.text.value for kid in one.blocks if isinstance(kid, Paragraph)],
        )
        for one in boxes
    ]


def test_a_name_in_brackets_over_terms_and_what_they_mean() -> None:
    terms = [
        "缆桩　立在渡口边上的木桩，桩头包着铁皮，缆绳在上面绕三圈就不会滑脱。",
        "水尺　刻着尺寸的石条，量水用的，水涨到第七格就停渡。",
        "跳板　从船头搭到石阶的木板，板面钉着防滑的横条。",
    ]
    assert _boxes("\n\n".join(("〔渡口词典〕", *terms))) == [("渡口词典", "", terms)]


def test_a_mark_parts_the_name_of_a_box_from_its_title() -> None:
    steps = [
        "第一步，刮。把旧漆刮干净，露出木头的本色，缝里的旧油灰也要剔掉。",
        "第二步，补。用麻丝和桐油灰把缝填满，晾上三天，摸起来不粘手。",
        "第三步，刷。薄薄地刷三遍，每一遍都要等前一遍干透。",
    ]
    inset = "\n\n".join(("修船课○一条旧船是怎么变成新船的", *steps))
    assert _boxes(inset) == [("修船课", "一条旧船是怎么变成新船的", steps)]


def test_strokes_behind_the_name_of_a_box_and_amounts_in_it() -> None:
    amounts = [
        "31级　渡口石阶的级数，最下面两级常年在水里。",
        "28%　坐早班船的人里挑担子的比例。",
        "2年3个月　一条船从刷新到再刷的平均年数。",
    ]
    assert _boxes("\n\n".join(("数目角 ///", *amounts))) == [("数目角", "", amounts)]


def test_what_stands_behind_an_amount_and_a_wide_blank_is_an_item() -> None:
    assert item_form("28%　坐早班船的人里挑担子的比例。") == "figure"
    assert item_form("2年3个月　一条船从刷新到再刷的平均年数。") == "figure"
    assert item_form("28%的人坐早班船。") == ""
    assert item_form("12月　大雪") == ""


def test_a_plus_before_the_names_of_boxes() -> None:
    text = (
        f"渡口的灯\n\n文／陆遥\n\n{ONE}\n\n{CUT}\n\n＋边注　什么是停渡\n\n水涨到第七格，或者雾里看不见对岸的树，渡船就不开了，"
        f"牌子上写明几点再看。\n\n{REST}\n\n船匠的手\n\n文／唐果\n\n{TWO}\n\n{CUT}\n\n＋边注　桐油几成熟\n\n"
        f"油熬到滴在水里不散开，就是七成熟，再熬就老了，刷上去会起皱。\n\n——《船工手册》\n\n{REST}\n"
    )
    boxes = [
        block
        for one in restored(text).issue.articles
        for block in one.blocks
        if isinstance(block, Box)
    ]
    assert [(one.label, one.title.value if one.title else "") for one in boxes] == [
        ("边注", "什么是停渡"),
        ("边注", "桐油几成熟"),
    ]


def _named(head: str) -> list[tuple[str, str]]:
    """The names and titles of the boxes of two articles, each cut by one that begins with ``head``."""
    texts = (
        "刻着尺寸的石条，立在渡口的石阶旁边，水涨到第七格就停渡。",
        "油桐的籽榨出来的油，熬到七成熟刷在船底，水渗不进木头。",
    )
    rests = (REST, "就去敲邻居的门，两个人抬着跳板往下走，天还没有亮，雾里只看得见灯。")
    titles = ("什么是水尺", "什么是桐油")
    parts = [
        f"{title}\n\n文／{who}\n\n{ONE}\n\n{TWO}\n\n{CUT}\n\n{head.replace('T', told)}\n\n{text}\n\n{rest}\n\n{TWO}"
        for title, who, text, rest, told in zip(
            ("船匠的手", "一盏灯亮到后半夜"), ("陆遥", "唐果"), texts, rests, titles, strict=True
        )
    ]
    contents = "目录\n\n船匠的手　陆遥……2\n一盏灯亮到后半夜　唐果……6\n\n"
    made = restored("渡口\n2023年第3期\n\n" + contents + "\n\n".join(parts) + "\n")
    boxes = [block for one in made.issue.articles for block in one.blocks if isinstance(block, Box)]
    return [(one.label, one.title.value if one.title else "") for one in boxes]


@pytest.mark.parametrize(
    "head",
    [
        "—— 渡口词条 ——\n\nT",
        "== 渡口词条 ==\n\nT",
        "· 渡口词条 ·\n\nT",
        "◆渡口词条◆\n\nT",
        "渡口词条 ///\n\nT",
        "〈渡口词条〉T",
        "●渡口词条●T",
        "＋渡口词条　T",
        "渡口词条○T",
    ],
)
def test_the_ways_in_which_the_name_of_a_box_is_set(head: str) -> None:
    assert _named(head) == [("渡口词条", "什么是水尺"), ("渡口词条", "什么是桐油")]


@pytest.mark.parametrize("head", ["渡口词条 ///", "★渡口词条★", "== 渡口词条 =="])
def test_the_name_of_a_box_without_a_title(head: str) -> None:
    assert _named(head) == [("渡口词条", ""), ("渡口词条", "")]
