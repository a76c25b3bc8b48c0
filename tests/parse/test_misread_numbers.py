"""Numbers of headings that OCR has misread, or left on lines of their own."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from tests.support.bend import PROSE, article

TEXT = [
    f"{who}在渡口住了{years}年，每天傍晚下到水边看绳子，回来的时候{said}。"
    for who, years, said in (
        ("摆渡的老人", "四十", "月亮已经爬过了对岸的山顶"),
        ("修船的木匠", "十七", "总要在柳树底下抽一袋旱烟"),
        ("卖鱼的女人", "八", "竹篮里的水还滴滴答答地响着"),
        ("教书的先生", "三", "把学生的作业本夹在胳肢窝里"),
        ("守灯的后生", "两", "一路吹着口哨走过长长的石堤"),
        ("打铁的师傅", "二十六", "炉膛里剩下的火还没有熄"),
        ("放羊的孩子", "九", "羊群在身后排成了一条细线"),
    )
]
CN = ("一、旧船从哪里来", "二、修船的人怎样过冬", "三、以后怎么办")
PAREN = ("（一）旧船从哪里来", "（二）修船的人怎样过冬", "（三）以后怎么办")
ARABIC = ("1.旧船从哪里来", "2.修船的人怎样过冬", "3.以后怎么办")


def headings(*pieces: str) -> list[str]:
    """The headings of an article; an empty one for each paragraph with which a line of it is glued."""
    return [
        block.text.value.replace(" ", "") if isinstance(block, Heading) else ""
        for block in article(*pieces).blocks
        if isinstance(block, Heading)
        or (isinstance(block, Paragraph) and block.text.value not in pieces)
    ]


def body(heads: tuple[str, ...]) -> list[str]:
    return [PROSE, *(text for head in heads for text in (head, *TEXT))]


@pytest.mark.parametrize(
    ("heads", "misread"),
    [
        (PAREN, "（二〉修船的人怎样过冬"),
        (PAREN, "〈二）修船的人怎样过冬"),
        (PAREN, "（二]修船的人怎样过冬"),
        (PAREN, "二）修船的人怎样过冬"),
    ],
)
def test_a_misread_number_is_told_by_those_around_it(heads: tuple[str, ...], misread: str) -> None:
    made = (heads[0], misread, heads[2])
    assert headings(*body(made)) == list(heads)


@pytest.mark.parametrize("misread", ["二 修船的人怎样过冬", "＝、修船的人怎样过冬"])
def test_a_misread_number_has_the_level_of_those_around_it(misread: str) -> None:
    pieces = [CN[0], "（一）桐油", TEXT[0], misread, "（一）麻丝", TEXT[1], CN[2], TEXT[2]]
    assert [b.level for b in article(*pieces).blocks if isinstance(b, Heading)] == [1, 2, 1, 2, 1]


@pytest.mark.parametrize("heads", [CN, PAREN, ARABIC])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_number_above_the_words_of_its_heading_is_of_it(heads: tuple[str, ...], at: int) -> None:
    cut = max(map(heads[at].find, "、）.")) + 1
    pieces = body(heads)
    pieces[1 + 8 * at : 2 + 8 * at] = [heads[at][:cut], heads[at][cut:]]
    assert headings(*pieces) == list(heads)


def test_a_number_that_has_lost_its_mark_is_of_the_words_below_it() -> None:
    pieces = body(CN)
    pieces[9:10] = ["二", "修船的人怎样过冬"]
    assert headings(*pieces) == [CN[0], "二修船的人怎样过冬", CN[2]]
