"""Which questions that stand alone head what is below them, and which the text asks by itself."""

from __future__ import annotations

import pytest

from converter.model import Heading
from tests.support.restored import restored

PARAGRAPHS = [
    "渡口的木船一共有四条，两条在水里，一条在岸上，还有一条只剩下龙骨，孩子们把它当作一座桥，来来回回地走。",
    "修船的木料是从上游放下来的，一根一根编了号，到了码头先晒三个月，再泡三个月，师傅说木头也要先学会水性。",
    "船底的缝要用麻丝和桐油石灰填，填一遍刮一遍，刮到手摸上去像一块整板为止，一条船填下来要用去半个月。",
    "下水那天全村的人都来了，谁也不说话，等船头碰到水面，才有一个老人喊了一声，声音在河面上走了很远。",
    "如今来坐船的人不多，可是每天早上七点，船还是准时开，船老大说，对岸还有三户人家要到镇上来买盐。",
]


PLAIN = ["一条龙骨", "船坞的账"]


def headings(first: str, second: str) -> list[str]:
    one, two, three, four, five = PARAGRAPHS
    listed = ["目录", "一条船 万里 4", "秤房 端木青 8"]
    lines = [one, PLAIN[0], four, first, two, three, PLAIN[1], five, three, second, four, five]
    other = ["秤房", "文｜端木青", "码头上的秤房只有一间屋，屋里挂着一杆三米长的大秤。"]
    issue = restored("\n\n".join([*listed, "一条船", "文｜万里", *lines, *other])).issue
    return [
        block.text.value
        for article in issue.articles
        for block in article.blocks
        if isinstance(block, Heading)
    ]


@pytest.mark.parametrize(
    "asked",
    [
        ("我们还能等来新的木料吗？", "大家问过船上的人没有呢？"),
        ("听到这里，你会怎么想？", "换句话说，船还要不要修？"),
        ("难道木头学不会水性吗？", "还是，再等三个月？"),
    ],
)
def test_what_a_text_asks_by_itself_is_no_heading(asked: tuple[str, str]) -> None:
    assert headings(*asked) == PLAIN


def test_questions_that_head_the_text_below_them_do() -> None:
    asked = ("木料从哪里来？", "谁来坐船？")
    assert headings(*asked) == [PLAIN[0], asked[0], PLAIN[1], asked[1]]


def answered(*lines: str) -> list[str]:
    listed = ["目录", "船坞三问 等三则 万里 4", "秤房 端木青 8"]
    other = ["秤房", "文｜端木青", "码头上的秤房只有一间屋，屋里挂着一杆三米长的大秤。"]
    text = "\n\n".join([*listed, "船坞三问 等三则", "文｜万里", *lines, *other])
    return [
        block.text.value
        for block in restored(text).issue.articles[0].blocks
        if isinstance(block, Heading)
    ]


def test_an_article_that_is_questions_and_answers_has_them_for_headings() -> None:
    one, two, three, *_ = PARAGRAPHS
    asked = ["木头也要学水性吗？", "为什么填缝要用半个月？", "船会口渴吗？"]
    answers = [f"有人说要。{one}", f"因为麻丝要吃油。{two}", f"不会。{three}"]
    rows = [line for pair in zip(asked, answers, strict=True) for line in pair]
    assert answered(*rows) == asked


def test_a_text_that_asks_below_its_first_paragraph_has_no_such_headings() -> None:
    one, two, three, four, _ = PARAGRAPHS
    rows = [one, "船会口渴吗？", f"不会。{two}", "木头会吗？", f"不会。{three}", four]
    assert answered(*rows) == []


def test_two_questions_that_begin_with_what_they_ask_for_head_their_answers() -> None:
    one, two, three, four, five = PARAGRAPHS
    asked = ["怎样选修船的木料？", "什么样的船要当心？"]
    assert answered(one, two, asked[0], three, four, asked[1], five) == asked
    assert answered(one, two, "为什么呢？", three, four, "怎样？", five) == []


@pytest.mark.parametrize("asks", ["问", "Q"])
def test_a_question_over_the_name_of_who_asks_opens_no_article(asks: str) -> None:
    answers = {"问": "答", "Q": "A"}
    asked = ["船底的漆多久刷一遍？", "缆绳用麻的好，还是用尼龙的好？", "渡口的灯几点熄？"]
    lines = [PARAGRAPHS[0]]
    for text, told in zip(asked, PARAGRAPHS[1:], strict=False):
        lines += [f"{asks}：{text}\n（桐花镇卫生院易护士）", f"{answers[asks]}：{told}"]
    listed = ["目录", "船上五问 万里 4", "秤房 端木青 8"]
    other = ["秤房", "文｜端木青", "码头上的秤房只有一间屋，屋里挂着一杆三米长的大秤。"]
    text = "\n\n".join([*listed, "船上五问", "文｜万里", *lines, *other])
    titles = [article.title[0].value for article in restored(text).issue.articles]
    assert titles == ["船上五问", "秤房"]
