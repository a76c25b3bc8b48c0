"""Several boxes at the foot of a page, of which no list has the name of the second."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph
from tests.support.restored import restored

RAIN = "下雨之前常有一股清冽的气味，闪电把空气劈成两半，落单的一半去找别的空气，三个一组，又是另一样东西，下沉的气流把它从"
OVERLEAF = "高空带到地面，于是雨还没有到，味道先到了。"
SOIL = "泥土的味道是看不见的小东西做的，天一旱它们就把种子和气味一起备好，等着雨水把它们弹到空中，搬到新家里去。"
ROAD = "路边的树喝足了水，把叶子翻过来晾，风一吹，整条路都是绿的，走在下面的人不用打伞，也不用赶路，慢慢走就是。"
TIPS = ["想闻到更浓的雨味，可以在雨刚开始的五分钟里蹲下来。", "不要在打雷的时候到空旷处去。"]


def issue(*boxes: str, foot: str = "6", rest: str = OVERLEAF) -> str:
    contents = "好奇箱\n2022年第7期\n\n目录\n雨水的味道 许小舟 5\n路边的树 尤佳 8\n"
    pages = [f"雨水的味道\n\n许小舟\n\n{SOIL}", "5", "\n\n".join([RAIN, *boxes]), foot]
    pages += [
        f"{rest}\n\n{SOIL[:-1]}，年年如此。",
        "7",
        f"路边的树\n\n尤佳\n\n{ROAD}\n\n{SOIL}",
        "8",
    ]
    return "\n\n".join([contents, *pages]) + "\n"


def blocks(text: str) -> list[Box | Heading | Paragraph]:
    found = restored(text).issue.articles[0].blocks
    return [block for block in found if isinstance(block, (Box, Heading, Paragraph))]


@pytest.mark.parametrize("count", [1, 2])
def test_the_second_of_two_boxes_within_a_sentence_has_a_name_in_no_list(count: int) -> None:
    numbers = "一平方米的干土，被第一场小雨打湿的时候，能放出大约四十万颗看不见的水滴。"
    found = blocks(issue("小贴士", *TIPS[:count], "数一数", numbers))
    assert [block.label for block in found if isinstance(block, Box)] == ["小贴士", "数一数"]
    assert RAIN + OVERLEAF in [b.text.value for b in found if isinstance(b, Paragraph)]
    assert not [block for block in found if isinstance(block, Heading)]


def test_the_last_of_three_boxes_within_a_sentence_has_a_name_in_no_list() -> None:
    numbers = "一平方米的干土，被第一场小雨打湿的时候，能放出大约四十万颗看不见的水滴。"
    found = blocks(
        issue("小贴士", TIPS[0], "延伸阅读", "《泥土的来历》，少年出版社印行。", "数一数", numbers)
    )
    assert [b.label for b in found if isinstance(b, Box)] == ["小贴士", "延伸阅读", "数一数"]
    assert RAIN + OVERLEAF in [b.text.value for b in found if isinstance(b, Paragraph)]


def test_below_a_box_whose_sentence_goes_on_right_there_a_few_words_are_a_heading() -> None:
    told = "一平方米的干土，被第一场小雨打湿的时候，能放出大约四十万颗看不见的水滴，数也数不清。"
    found = blocks(issue("小贴士", TIPS[0], OVERLEAF, "数一数", told, rest=ROAD))
    assert [block.label for block in found if isinstance(block, Box)] == ["小贴士"]
    assert [b.text.value for b in found if isinstance(b, Heading)] == ["数一数"]
