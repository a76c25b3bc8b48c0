"""What only its place tells: the titles of boxes, and the second lines of headings."""

from __future__ import annotations

from converter.parse.assemble.repeats import repeated
from converter.parse.boxes import BoxStart
from converter.parse.contents import RawContents
from converter.parse.issue.apart import find_apart
from converter.parse.openings.survey import Survey
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line

TEXT = [
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。守渡的人每天早上给每条船登记造册。",
    "船底刷了三遍桐油，船头换了新的缆桩，只有那盏灯还是从前的灯，玻璃罩上有一道裂纹，没有人舍得换。",
    "对岸的学校散了学，孩子们一排坐在船舷上，书包抱在怀里，谁也不说话，只听得见篙子碰着船帮的声音。",
]


def test_a_line_below_the_name_of_a_box_is_its_title_though_the_text_says_it() -> None:
    said = "守渡的人给每条船登记造册"
    texts = [*TEXT[:2], "名词解释", said, TEXT[2]]
    texts[0] += f"第二年，{said}。"
    units = [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]
    none = [None] * len(texts)
    named = [None, None, BoxStart("名词解释", "", own_line=True), None, None]
    turns = [False] * len(texts)
    assert repeated(units, none, turns) == {3}
    assert not repeated(units, named, turns)


def test_the_second_line_of_a_heading_is_no_name_of_a_box() -> None:
    size = 22
    body = [f"　　{text}"[at : at + size] for text in TEXT for at in range(0, len(text) + 2, size)]
    lines = [
        *body,
        "",
        "1.1 把渡船还到河里，给每",
        "块岸建立档案",
        *body,
        "关键词：渡船；石阶；健康",
        "档案",
        *body,
    ]
    found = find_apart([Line(at + 1, text) for at, text in enumerate(lines)], Profile())
    named = {lines[number - 1] for number in found.pieces}
    assert not named & {"块岸建立档案", "档案"}


def test_a_question_is_no_title() -> None:
    unit = Unit((Line(1, "问：渡船修好了吗？"),), "问：渡船修好了吗？", gap=True)
    assert not Survey([unit], RawContents(), Profile()).may_be_title(0)
