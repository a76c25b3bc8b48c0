"""A Party school's fortnightly: names in its contents, letters in its articles, words set in."""

from __future__ import annotations

from converter.model import Heading, Paragraph, Role
from converter.parse.contents.body import BodyIndex
from converter.source import Line
from tests.support.articles import named
from tests.support.restored import restored

FERRY = (
    "渡船一天开十二趟，早上头一趟载的是挑菜的人，晚上末一趟载的是下学的孩子。船工说，二十年来没有误过一趟。",
    "修码头的钱是村里一户一户凑起来的，出得最多的一户出了三百元，出得最少的一户出了两担石头和六个工日。",
    "账本挂在候船室的墙上，谁都可以翻。翻得最勤的是几位老人，他们认得每一个签字的人，也记得每一块石头。",
)


def test_a_long_office_before_the_name_signs_below_a_title() -> None:
    lines = ("码头账本里的乡村治理", "苇川市委党校公共管理教研部主任、教授 管士衡", "", *FERRY)
    body = BodyIndex(Line(at + 1, text) for at, text in enumerate(lines))
    assert body.is_signed(lines[0], "管士衡")
    assert not body.is_signed(lines[0], "公共管理")


def test_a_section_with_its_theme_stands_right_below_a_signed_entry() -> None:
    contents = "目 录\n\n主席论坛\n3 渡口的十二个月 柯以平\n特别策划·水上新业态\n5 码头上的账本 管士衡\n言论\n9 船到桥头 左丘宁"
    account = ("码头上的账本", "管士衡", *FERRY[1:], FERRY[0])
    body = ["渡口的十二个月", "柯以平", *FERRY, *account, "船到桥头", "左丘宁", FERRY[2], FERRY[0]]
    made = restored("\n\n".join([contents, *body])).issue
    assert [section.name for section in made.contents.sections] == [
        "主席论坛",
        "特别策划·水上新业态",
        "言论",
    ]


LETTER = (
    "淑贞：",
    FERRY[0],
    FERRY[1],
    "云亭",
    "二月初七夜",
    FERRY[2],
    "我问，看见什么了？",
    FERRY[0],
)


def test_a_lunar_date_below_who_signs_and_a_question_told_in_a_story_are_no_headings() -> None:
    text = "\n\n".join(["目录", "1 没有寄出的信 祝清和", "没有寄出的信", "祝清和", *LETTER])
    article = named(text, "没有寄出的信")
    assert not [block for block in article.blocks if isinstance(block, Heading)]
    signed = [b for b in article.blocks if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]
    assert [block.text.value for block in signed] == ["云亭", "二月初七夜"]
