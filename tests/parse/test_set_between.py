"""Pull quotes in larger type in a column without indents: between paragraphs and within one."""

from __future__ import annotations

import pytest

from converter.model import Article
from converter.parse.issue.narrow import cores_of
from converter.parse.issue.set_in import Column
from converter.source import Line
from tests.support.articles import quotes, texts
from tests.support.columns import cut
from tests.support.restored import restored

SIZE, INDENT = 22, 2
PARAGRAPHS = (
    (
        "渡口的木船一天只走四趟，早上两趟送学生和菜贩，傍晚两趟接他们回来。撑船的姚大伯说，中间那几个钟头"
        "船是歇着的，他也不歇，坐在船尾补网，补好了就挂在桅杆上晒，远远看去像一面灰色的旗。"
    ),
    (
        "修桥的消息传了九年，测量的人来过三拨，每一拨都在岸边钉下几根红漆木桩，涨水以后又都漂走了。村里人"
        "起先还去看，后来连孩子也不去了，只有姚大伯把漂到船边的木桩捞上来，一根一根码在棚子底下。"
    ),
    (
        "去年冬天桥墩终于立了起来，一共七个，站在水里像七个不说话的客人。姚大伯每天从它们旁边过，总要把篙"
        "抬高一点，怕碰疼了谁似的。他说桥通以后船还留着，河那边总有走不惯桥的人。"
    ),
)
THOUGHT = "桥修好了人人都能过河，可是等船的那一刻钟再也没有了。"


def article(*inset: str) -> Article:
    """An article with something between its first two paragraphs."""
    first, second, third = (cut(text, SIZE, INDENT) for text in PARAGRAPHS)
    body = [*first, *inset, *second, *third]
    head = ["目录", "1 渡口 姚一舟", "", "渡口", "姚一舟", ""]
    [found] = restored("\n".join([*head, *body])).issue.articles
    return found


@pytest.mark.parametrize("size", [16, 18])
def test_a_sentence_in_short_lines_between_paragraphs_is_a_pull_quote(size: int) -> None:
    found = article(*cut(THOUGHT, size))
    assert quotes(found) == [THOUGHT]
    assert texts(found) == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "inset",
    [
        cut(THOUGHT, SIZE - 1),  # as long as the column: a paragraph
        cut("桥修好了以后，2024年过河的人有三万，坐船的还有六百。", 17),  # a report
        ["“等船的那一刻钟，谁来补给", "我们？”"],  # somebody speaks
        ["桥修好以后，船怎么办", *cut("河那边总有走不惯桥的人，船要替他们留着才是。", 17)],
    ],
)
def test_what_is_no_pull_quote_between_paragraphs(inset: list[str]) -> None:
    assert quotes(article(*inset)) == []


def test_a_sentence_in_larger_type_may_read_better_than_the_rest_of_the_broken_one() -> None:
    """The issue has the characters at the seam side by side elsewhere, by chance."""
    above, below = (
        "渡船比桥老，问起它的年纪，姚大伯说它还是自",
        "己打的，用河滩上的柳木，到如今一块板也没换。",
    )
    said = ["把旧船修好是本分，把人渡过河去是情", "分，本分在前，情分在后。"]
    chance = "一条船是自把篙撑起来的那天算起，不是自把钉敲完的那天算起。"
    body = [f"{above}，", f"{above}", *said, below, *cut(chance * 6, SIZE)]
    lines = [Line(number, text) for number, text in enumerate(body, 1)]
    cores, measure = cores_of(lines, float(SIZE))
    column = Column(lines, cores, measure)
    assert [(one.first, one.end, one.quoted) for one in column.find()] == [(2, 4, True)]
