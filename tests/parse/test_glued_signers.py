"""Who signs below letters, where OCR has lost the blank between a place or an office and the name."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, Role
from converter.parse.letters import signatures
from converter.segment.units import make_units
from converter.source import Line
from tests.support.restored import restored

LAMP = "桥头的路灯坏了四十天，我每晚下班推着车过去，车轮压过什么都看不见，只好一路按铃铛，按得自己也心慌。"
BENCH = (
    "河边新装了六张长椅，坐着很舒服，可惜都背对着河。坐下来看见的是停车场，要看水，得跪在椅子上。"
)
CLOCK = (
    "车站的钟比我的表快三分钟，比邮局的钟慢两分钟。我问站长信哪一个，站长说信汽笛，汽笛那天没有响。"
)


def issue(*parts: str, authors: str = "") -> Issue:
    other = "渡口只剩下一根拴船的木桩，木桩上的绳印有两指深，下雨的时候积着水，鸟来喝。"
    head = [
        "目录",
        f"来信四则 {authors} 1",
        "渡口 李山 3",
        "来信四则",
        *([authors] if authors else []),
    ]
    return restored("\n\n".join([*head, *parts, "渡口", "李山", other])).issue


def told(found: Issue) -> tuple[list[str], list[str]]:
    """The headings and the signatures of the first article."""
    blocks = found.articles[0].blocks
    return (
        [block.text.value for block in blocks if isinstance(block, Heading)],
        [
            block.text.value
            for block in blocks
            if isinstance(block, Paragraph) and block.role is Role.SIGNATURE
        ],
    )


def test_places_and_readers_with_their_names_sign_the_letters_above_them() -> None:
    found = issue(
        "请修一修桥头的灯",
        LAMP,
        "澜州市石榴里陈望",
        "长椅朝着哪一边",
        BENCH,
        "读者石小满",
        "车站的钟",
        CLOCK,
    )
    headings, signed = told(found)
    assert signed == ["澜州市石榴里陈望", "读者石小满"]
    assert headings[-2:] == ["长椅朝着哪一边", "车站的钟"]


def test_offices_and_the_author_sign_answers() -> None:
    found = issue(
        "灯坏了找谁",
        "问：" + LAMP,
        "澜州市一位纺织厂女工",
        "答：" + BENCH,
        "本刊法律顾问钟律",
        "钟该信哪一个",
        "问：" + CLOCK,
        "石榴街小学小黎",
        "答：信汽笛的话，先要问一问火车；信钟的话，先要问一问修钟的人。",
        "辛大姐",
        authors="辛大姐",
    )
    headings, signed = told(found)
    assert signed == [
        "澜州市一位纺织厂女工",
        "本刊法律顾问钟律",
        "石榴街小学小黎",
        "辛大姐",
    ]
    assert headings[-1] == "钟该信哪一个"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("石榴街小学陈望", "桥东镇李长河"),  # reports on those who are named
        ("法律顾问钟律", "桥东镇李长河"),
    ],
)
def test_headings_that_name_somebody_have_a_text_of_them_below(first: str, second: str) -> None:
    texts = (LAMP, first, BENCH, second, CLOCK)
    units = make_units(
        [Line(number, text) for number, text in enumerate("\n\n".join(texts).split("\n"), start=1)]
    )
    assert not signatures(units, talk=False)


def test_two_headings_one_below_the_other_tell_of_somebody() -> None:
    texts = (
        LAMP,
        "石榴街小学陈望",
        "把灯修亮的人",
        "陈望修灯修了二十年，街上的灯坏了都来找他。" + BENCH,
        "桥东镇李长河",
        "守着水位的人",
        "李长河每天看三回水位，写在一块门板上。" + CLOCK,
    )
    units = make_units(
        [Line(number, text) for number, text in enumerate("\n\n".join(texts).split("\n"), start=1)]
    )
    assert not signatures(units, talk=False)
