"""Columns of questions and letters, and pages that somebody made, where no contents list them."""

from __future__ import annotations

import pytest

from tests.parse.test_without_contents import HEAD, told
from tests.support.articles import articles
from tests.support.trades import TRADES

FIRST = f"桥头的秤\n\n文／顾小满\n\n{TRADES[0]}\n\n{TRADES[1]}\n\n"
LAST = f"换水的日子\n\n文／卢小河\n\n{TRADES[2]}\n\n{TRADES[3]}\n"
ASKED = f"问：{TRADES[4][:-1]}，该找谁去？\n\n答：{TRADES[5]}\n\n"


def titles(*pieces: str) -> list[str]:
    """The titles that are found between two articles that are signed."""
    found = [told(article)[0] for article in articles(HEAD + FIRST + "".join(pieces) + LAST)]
    assert (found[0], found[-1]) == ("桥头的秤", "换水的日子")
    return found[1:-1]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("你问我查", "你问我查"),
        ("读者问茶", "读者问茶"),
        ("律师门诊\n\n渡船、树枝和桥\n\n主持：靳律师\n\n船把岸撞了，要赔吗", "渡船、树枝和桥"),
        ("渡口信箱\n\n主持人：辛大姐\n\n缝纫机该归谁", "渡口信箱"),
    ],
)
def test_a_column_of_questions_is_an_article(head: str, title: str) -> None:
    assert titles(f"{head}\n\n{ASKED}") == [title]


@pytest.mark.parametrize(
    "head",
    [
        "来信照登\n\n《渡口》编辑部：",
        "关于第三期的两点更正\n\n编辑先生：",
        "会员来信\n\n船工的鞋\n\n编辑同志：",
    ],
)
def test_letters_are_an_article(head: str) -> None:
    assert titles(f"{head}\n\n{TRADES[4]}\n\n读者　丁海生　敬上\n\n") == [
        head.split("\n", maxsplit=1)[0]
    ]


def test_a_page_that_somebody_made_is_an_article() -> None:
    made = titles(f"用一根吸管称空气\n\n设计/程小满\n\n{TRADES[4]}\n\n准备什么\n\n{TRADES[5]}\n\n")
    assert made == ["用一根吸管称空气"]


def test_offices_in_shi_sign() -> None:
    signed = f"妈妈的“急救箱”\n\n渡川市心理卫生中心心理治疗师 卞舒云\n\n{TRADES[4]}\n\n"
    assert titles(signed) == ["妈妈的“急救箱”"]


def test_the_title_of_a_letter_below_the_name_of_its_column() -> None:
    letter = f"投书\n\n一件毛衣的归还\n\n编辑诸君：\n\n{TRADES[4]}\n\n"
    assert titles(letter) == ["一件毛衣的归还"]
