"""Ways of magazines with departments: two languages, marks of the house, short pieces that are signed."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph, Role
from tests.support.restored import listed, restored

ONE = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。"
TWO = "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹。"
CUT = "渡口的灯亮到后半夜，摆渡的人把缆绳绕了三圈，才肯回屋去睡。第二天五点他又起来烧水，烧开了"
REST = "才去解缆绳，第一班船坐的都是赶早市的人，担子里的菜叶上还挂着露水，船一靠岸就散了。"
HEAD = "渡　口\n2014年9月　总第72期\n主办：云中渡船协会\n\n"


def test_sections_behind_strokes_and_titles_said_again_in_english() -> None:
    names = [("专题：夜渡", "没有灯的渡口", "A Ferry Without Lamps", "陆遥"),
             ("路上", "沿江走六天", "Six Days by the River", "唐果"),
             ("人物", "岛上的邮差", "The Island Postman", "周一苇")]  # fmt: skip
    contents = "\n".join(
        f"// {name}\n{page}\n{title}\n{english}\n文 / {who}"
        for page, (name, title, english, who) in enumerate(names, 1)
    )
    body = "\n\n".join(
        f"{title}\n{english}\n文 / {who}\n\n{ONE}\n\n{TWO}" for _, title, english, who in names
    )
    made = restored(f"{HEAD}目录\n{contents}\n\n{body}\n")
    assert listed(made) == [
        (name, title, (who,), str(page)) for page, (name, title, _, who) in enumerate(names, 1)
    ]


def test_a_genre_behind_a_title_and_a_pen_name_of_one_character() -> None:
    made = restored(
        "渡口月刊\n第二卷　第三期\n\n目　录\n短评\n　　灯油涨价………………默（1）\n　　一间教室………………钝（2）\n"
        "文艺\n　　摆渡（小说）……………唐果（3）\n　　霜晨（随笔）……………周一苇（4）\n\n"
        f"短　评\n灯油涨价\n\n{ONE}\n（默）\n\n一间教室\n\n{TWO}\n（钝）\n\n"
        f"摆　渡\n唐果\n\n{ONE}\n\n霜　晨\n周一苇\n\n{TWO}\n"
    )
    assert listed(made) == [
        ("短评", "灯油涨价", ("默",), "1"),
        ("短评", "一间教室", ("钝",), "2"),
        ("文艺", "摆渡", ("唐果",), "3"),
        ("文艺", "霜晨", ("周一苇",), "4"),
    ]


@pytest.mark.parametrize(
    ("name", "boxes"),
    [
        ("▶企业档案　北岸造船厂有限公司", [("企业档案", "北岸造船厂有限公司")]),
        ("#人物小传# 灯匠老何", [("人物小传", "灯匠老何")]),
        ("相关资料：《夜渡》小档案", [("相关资料", "《夜渡》小档案")]),
    ],
)
def test_names_of_boxes_behind_the_marks_of_the_house(
    name: str, boxes: list[tuple[str, str]]
) -> None:
    known = "▶名词　热效率\n\n灯油放出的热量里用来照亮的那一份，旧灯不到两成。"
    made = restored(
        f"渡口的灯\n\n文／陆遥\n\n{ONE}\n\n{known}\n\n{TWO}\n\n{CUT}\n\n{name}\n\n"
        f"成立于1993年，员工一百六十人，年造木船三十条。\n\n{REST}\n\n{TWO}\n"
    )
    found = [block for block in made.issue.articles[0].blocks if isinstance(block, Box)]
    assert [(one.label, one.title.value if one.title else "") for one in found[1:]] == boxes


def test_letters_with_a_sign_between_them_ask() -> None:
    turns = [
        ("W&T", "为什么造船？"),
        ("何不归", "路到了水边。"),
        ("W&T", "造坏过吗？"),
        ("何不归", "造坏过一条。"),
    ]
    talk = "\n\n".join(f"{who}：{text}" for who, text in turns)
    made = restored(f"造船的人\n\n文／陆遥\n\n{ONE}\n\n{talk}\n")
    texts = [one for one in made.issue.articles[0].blocks if isinstance(one, Paragraph)]
    assert [one.role for one in texts[1:]] == [Role.QUESTION, Role.ANSWER] * 2


def test_jokes_with_their_authors_are_one_column() -> None:
    jokes = "".join(
        f"{title}\n\n父亲问：“为什么关灯？”儿子答：“您撞门用不着灯。”\n（{who}）\n\n"
        for title, who in (("省电", "石　头"), ("问路", "田　埂"), ("家访", "文　竹"))
    )
    made = restored(
        f"目录\n渡口的灯（罗禾） 2\n笑话三则（小满等） 3\n摆渡的人（柯文） 4\n\n渡口的灯\n罗　禾\n\n{ONE}\n\n"
        f"笑话三则\n\n{jokes}摆渡的人\n柯　文\n\n{TWO}\n"
    )
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles == ["渡口的灯", "笑话三则", "摆渡的人"]


def test_notes_in_parentheses_are_called_so_too() -> None:
    made = restored(
        f"渡口的灯\n\n文／陆遥\n\n沿江的船厂不下三十家（註一）。{ONE}\n\n{TWO}\n\n（註一）据渡船协会的估计。\n"
    )
    assert [(n.marker, n.text.value) for n in made.issue.articles[0].notes] == [
        ("（註一）", "据渡船协会的估计。")
    ]


@pytest.mark.parametrize(
    ("name", "label", "title"),
    [
        ("地址簿 ADDRESS | 三家船坞", "地址簿", "三家船坞"),
        ("幕后花絮：四十斤的缆绳", "幕后花絮", "四十斤的缆绳"),
    ],
)
def test_names_of_boxes_with_a_title_behind_a_colon_or_their_english(
    name: str, label: str, title: str
) -> None:
    made = restored(
        f"渡口的灯\n\n文／陆遥\n\n{ONE}\n\nTIPS | 怎样坐船\n\n不要站在船头，不要把手伸出船舷，不要催船老大。\n\n{TWO}\n\n"
        f"{CUT}\n\n{name}\n\n北岸的船坞在石阶下面，南岸的在芦苇荡里，第三家在镇上。\n\n{REST}\n\n{TWO}\n"
    )
    last = [block for block in made.issue.articles[0].blocks if isinstance(block, Box)][-1]
    assert (last.label, last.title and last.title.value) == (label, title)


def test_messages_with_their_writers_and_places_of_work_end_their_paragraphs() -> None:
    messages = [
        "希望渡口的灯还亮着。——匿名，2016级",
        "希望石阶没有被水冲走。——何小满",
        "船要准时开。——匿名，2017级",
    ]
    where = "作者单位：199301　岭东渡船学院轮机系"
    made = restored("\n\n".join(["渡口的灯", "文／陆遥", where, ONE, *messages, TWO]) + "\n")
    texts = [one.text.value for one in made.issue.articles[0].blocks if isinstance(one, Paragraph)]
    assert texts == [where.replace("\u3000", ""), ONE, *messages, TWO]


def test_a_bar_parts_who_signs_from_what_that_is() -> None:
    made = restored(
        f"目录\n阎七　　借伞 / 1\n唐果　　还伞 / 2\n\n借伞\n阎七 ｜ 2017级 历史\n\n{ONE}\n\n还伞\n唐果 ｜ 2018级 中文\n\n{TWO}\n"
    )
    authors = [line.authors[0] for one in made.issue.articles for line in one.bylines]
    assert [(one.name, one.office) for one in authors] == [
        ("阎七", "2017级 历史"),
        ("唐果", "2018级 中文"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "labels"),
    [
        ("［灶边话］茄子为什么吸油", "［掌勺人］邢铁勺", ["灶边话", "掌勺人"]),
        ("【资料窗　老渡口】", "【资料窗　新渡口】", ["资料窗", "资料窗"]),
    ],
)
def test_names_in_brackets_beside_their_titles(first: str, second: str, labels: list[str]) -> None:
    boxes = [
        f"{name}\n\n石阶下面有三条船，都是木头的，桐油刷了三遍。\n\n" for name in (first, second)
    ]
    between = f"{TWO}\n\n{ONE}\n\n" * 9
    made = restored(f"渡口的灯\n\n文／陆遥\n\n{ONE}\n\n{boxes[0]}{between}{boxes[1]}{TWO}\n")
    found = [block for block in made.issue.articles[0].blocks if isinstance(block, Box)]
    assert [box.label for box in found] == labels
    assert all(box.title is not None for box in found)


def test_three_recipes_are_what_the_article_tells() -> None:
    recipes = "".join(
        f"{name}\n\n原料：长茄子三根，蒜一头，香油少许。\n\n做法：切条，上笼蒸八分钟，晾凉，浇汁。\n\n{note}"
        for name, note in (("蒜泥茄条", ""), ("肉末茄煲", f"{ONE}\n\n"), ("酱焖茄盒", f"{TWO}\n\n"))
    )
    made = restored(f"六月的茄子\n\n文／陆遥\n\n{ONE}\n\n{recipes}")
    blocks = made.issue.articles[0].blocks
    heads = [block.text.value for block in blocks if isinstance(block, Heading)]
    assert heads == ["蒜泥茄条", "肉末茄煲", "酱焖茄盒"]
