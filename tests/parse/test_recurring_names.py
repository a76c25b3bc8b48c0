"""Names that come again in another article, and parts of one form within an article."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from tests.support.restored import restored

TEXTS = [
    "修琴的人住在河西，院子里晾着木板，一块挨一块，晾了三年的才肯拿来用，没有晾透的只配烧火。",
    "木板敲起来有声音，闷的是水还没有走，脆的是走得太急，不闷不脆的那一块，他用粉笔画一个圈。",
    "弦是从外地寄来的，一捆一捆装在铁盒子里，打开盒子先闻一闻，有潮气的就挂到灶台旁边去烤。",
    "装好的琴不急着调，先放在屋里住一个月，让它知道这屋里的冷热，一个月以后它自己就不跑音了。",
]
FIRST = "胶熬得太稠，面板没有粘牢，三天以后裂开一条缝，只好拆下来重新刮平。"
SECOND = "琴码削薄了半分，声音发飘，换了一只厚的，才又落回到琴身里面去。"
BODY = ["{}", *TEXTS[:2]]


def articles(one: list[str], two: list[str]) -> tuple[Article, ...]:
    head = "目录\n\n河西的琴 沈渡 3\n\n琴上的弦 陆遥 7\n\n守琴的人 方野 9"
    first = ["河西的琴", "文/沈渡", *one]
    second = ["琴上的弦", "文/陆遥", *two]
    third = ["守琴的人", "文/方野", *TEXTS]
    return restored("\n\n".join([head, *first, *second, *third]) + "\n").issue.articles


def boxes(found: Article) -> list[tuple[str, list[str]]]:
    return [
        (box.label, [block.text.value for block in box.blocks if isinstance(block, Paragraph)])
        for box in found.blocks
        if isinstance(box, Box)
    ]


def headings(found: Article) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Heading)]


def test_a_name_alone_that_comes_again_in_another_article_is_that_of_boxes() -> None:
    made = articles(
        [*TEXTS[:2], "翻车一回", FIRST], [TEXTS[2], "先听木头", *TEXTS[:2], "翻车一回", SECOND]
    )
    assert boxes(made[0]) == [("翻车一回", [FIRST])]
    assert boxes(made[1]) == [("翻车一回", [SECOND])]
    assert headings(made[1]) == ["先听木头"]


ASIDES = ["木头等人，人也要等木头。", "声音不会骗人，只看你听不听。", "守得住，才谈得上修得好。"]


def asides(of: int) -> list[str]:
    """What stands in the margin of the last articles, all of three or fewer."""
    rows = [
        [
            f"{TEXTS[0][:-1]}，还有没",
            f"旁批　{ASIDES[0]}",
            "等得到的是木头，等不到的是人。",
            "链接",
            FIRST,
        ],
        [TEXTS[2], f"旁批　{ASIDES[1]}", TEXTS[3]],
        [TEXTS[1], f"旁批　{ASIDES[2]}", *TEXTS],
    ]
    names = [("河西的琴", "沈渡"), ("琴上的弦", "陆遥"), ("守琴的人", "方野"), ("等木头", "何川")]
    names.append(("听声音", "米舟"))
    parts = ["目录", *(f"{title} {name} {3 + at}" for at, (title, name) in enumerate(names))]
    for at, (title, name) in enumerate(names):
        parts += [title, f"文/{name}", *(rows[at] if 3 - of <= at < 3 else TEXTS)]
    made = restored("\n\n".join(parts) + "\n").issue.articles
    found = [box for article in made for box in boxes(article) if box[0] == "旁批"]
    return [text for _, texts in found for text in texts]


def test_a_word_before_a_text_of_three_articles_is_the_name_of_boxes() -> None:
    assert asides(3) == ASIDES
    assert not asides(2)  # OCR may have put a blank into the text


def test_a_name_over_questions_to_the_reader_is_that_of_boxes() -> None:
    first, second = "1. 你家的琴多久没有修了？", "琴该放在哪里？请说出理由。"
    made = articles(
        [*TEXTS, "学习思考", first, "2. 坏在哪里？"], [*TEXTS[:2], f"学习思考　{second}"]
    )
    assert boxes(made[0]) == [("学习思考", [first, "2. 坏在哪里？"])]
    assert boxes(made[1]) == [("学习思考", [second])]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ([TEXTS[0], "几点启示", FIRST], [TEXTS[1], "几点启示", SECOND]),  # a part of reports
        (  # parts that take turns
            [TEXTS[0], "看木头", TEXTS[1], "听声音", FIRST],
            [TEXTS[2], "看木头", TEXTS[3], "听声音", SECOND],
        ),
        ([TEXTS[0], "翻车一回", FIRST, "翻车一回", SECOND], TEXTS[2:]),  # in one article
    ],
)
def test_the_parts_of_articles_are_headings(one: list[str], two: list[str]) -> None:
    made = articles(one, two)
    assert not boxes(made[0]) + boxes(made[1])


def test_the_last_of_several_parts_in_brackets_is_one_of_them() -> None:
    parts = ["【事情经过】", "【争在哪里】", "【法院怎么判】", "【法官的话】"]
    said = [f"卖主不服：{FIRST}", f"买主不服：{SECOND}", f"旁人不服：{FIRST}"]
    body = [line for pair in zip(parts, [*TEXTS[:3], said[0]], strict=True) for line in pair]
    made = articles([*body, *said[1:]], TEXTS)
    assert headings(made[0]) == parts
    assert not boxes(made[0])


def test_a_question_in_clauses_over_the_first_that_a_reader_asks_is_a_heading() -> None:
    asked = [
        "琴掉在地上，没有裂，还要修吗",
        "问：孩子把琴从桌上碰下来，看不出伤，声音却不对了，怎么办？",
        f"答：{FIRST}",
        "冬天要不要松弦",
        "问：屋里有暖气，琴放在墙边，会不会干裂？",
        f"答：{SECOND}",
    ]
    made = articles(asked, TEXTS)
    assert headings(made[0]) == [asked[0], asked[3]]
