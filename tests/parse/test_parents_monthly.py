"""What a monthly for parents prints: talks with a box between their turns, counted points, one who answers."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Paragraph, PullQuote, Role
from tests.support.blocks import headed_boxes
from tests.support.restored import restored

TEXTS = [
    "开学第一天的早上，门口的石阶上坐着一排大人，书包放在膝盖上，谁也不说话，只听见里头一阵一阵的哭声。",
    "老师从窗户里探出头来，朝外面摆摆手，叫他们回去，可是没有一个人站起来，反倒把书包抱得更紧了一点。",
    "到了第三个星期，石阶上只剩下一位老人，他不是来送人的，他是来看那棵石榴树有没有结果的。",
    "孩子们从他身边跑过去，跑到门里才想起来，回过头喊一声爷爷，声音已经让铃声盖住了一半。",
]
CUT = "要紧的是说了就做到，说好吃过点心来接，点心还没有摆上桌子，人就应当站在门口，让他一抬头就看"
REST = "见。哪怕只早到一分钟，孩子也会觉得这一天是算数的，第二天他就不再攥着你的衣角了。"
POINTS = ["抱一次就走。", "不要走三步回一次头。", "回到车上可以哭。"]


def article(*parts: str, author: str = "沈渡") -> Article:
    head = f"目录\n\n石阶上的早上 {author} 3\n\n院里的石榴 陆遥 9\n\n石阶上的早上\n\n文/{author}"
    last = ["院里的石榴", "文/陆遥", *TEXTS]
    return restored("\n\n".join([head, *parts, *last]) + "\n").issue.articles[0]


def test_what_a_title_counts_within_a_sentence_is_a_box_below_a_picture_too() -> None:
    made = article(TEXTS[0], CUT, "![](images/3.jpg)", "给爸爸的三句话", *POINTS, REST, *TEXTS[1:])
    assert headed_boxes(made) == [("给爸爸的三句话", POINTS)]
    assert CUT + REST in [b.text.value for b in made.blocks if isinstance(b, Paragraph)]


TALK = [
    "沈渡：院里的石榴树是谁种的？",
    "方老师：建园那年种的，种树的人已经退休了，每年秋天还回来数一数结了几个。",
    "沈渡：孩子们知道吗？",
    "方老师：知道，他们管他叫石榴爷爷，比叫我还亲。",
    "后来我们就把种树写进了课表，一人一棵，毕业的时候移到山上去。",
]
ASIDE = ["1968年生于沛溪县，当过代课教师、炊事员。", "1998年开办石榴院，至今已有二十六年。"]
NEXT = [
    "沈渡：以后还种吗？",
    "方老师：种，院子种满了，种到院墙外面去。",
]


def test_paragraphs_that_nobody_says_above_the_next_question_are_a_box() -> None:
    made = article(*TALK, "石榴院的来历", *ASIDE, *NEXT)
    assert headed_boxes(made) == [("石榴院的来历", ASIDE)]


@pytest.mark.parametrize(
    "parts",
    [
        [*TALK[:2], "树下的课", *TALK[2:], *NEXT],  # a heading over a question
        [*TALK, *NEXT, "石榴院的来历", *ASIDE],  # nobody asks below it
        [*TALK, "石榴院的来历", ASIDE[0], *NEXT],  # it may be the rest of the answer
    ],
)
def test_other_lines_of_a_talk_are_none(parts: list[str]) -> None:
    assert headed_boxes(article(*parts)) == []


def test_who_signs_answers_twice_though_another_clause_has_a_colon() -> None:
    made = article(
        "石榴妈妈：儿子三岁两个月，一关灯就哭，非要拉着我的手指头，是不是太黏人了？",
        "方老师：不是，黑的地方忽然有了东西，拉着手指头是他自己找到的办法。",
        "可以慢慢来：先把手指头换成衣角，再把衣角换成隔壁房间的声音。",
        "石榴妈妈：奶奶说，哭两个晚上就好了，狠狠心。",
        "方老师：哭两个晚上的确会停，停的原因有两种，从外面看是一样的。",
        author="方老师",
    )
    told = [b for b in made.blocks if isinstance(b, Paragraph)]
    asked, answered = Role.QUESTION, Role.ANSWER
    assert [b.role for b in told] == [asked, answered, answered, asked, answered]


def test_two_sentences_that_somebody_says_at_the_head_of_a_page_are_a_pull_quote() -> None:
    said = "“一样的意思是哪里都不费心。可是来我这里的孩子，要的就是有人费心。”"
    cut = "不过她也在变，今年她学着别的园的样子，把点心分成了五"
    rest = "档，把杯子换成了带盖的，收来的旧玩具也都用开水烫过两遍，晒在石榴树底下。"
    made = article(*TEXTS[:2], cut, "— 5 —", said, rest, "— 6 —", *TEXTS[2:])
    quotes = [b for b in made.blocks if isinstance(b, PullQuote)]
    assert [text.value for b in quotes for text in b.paragraphs] == [said]
    assert cut + rest in [b.text.value for b in made.blocks if isinstance(b, Paragraph)]
    assert not any(isinstance(b, Heading) for b in made.blocks)
