"""A library's bimonthly as a text layer: boxes with a title beside their name, quotes over the foot of a page."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph
from converter.parse.issue.kept_indents import note_within
from converter.parse.issue.pieces import Apart
from converter.source import Line
from tests.support.articles import articles, quotes
from tests.support.columns import set_in

SIZE = 24
PROSE = (
    (
        "渡口的书房在码头的二楼，楼下卖船票，楼上借书，过河的人等船的时候上来坐一坐，船来了，把书夹上一张船票，下次再接着看。"
        "管书的老何说，船票夹得最多的是一本讲修船的书，翻到桨的那一页，纸边都黑了。"
    ),
    (
        "书房没有闭馆的时间，最后一班船靠岸以后，老何把楼下的灯关了，楼上的灯留着，说是给没有赶上船的人留的，他们总要有个地方等天亮。"
        "有人在灯下看完了半本书，第二天忘了带走，过了一年又回来接着看。"
    ),
    (
        "去年冬天河面结了薄冰，渡船停了十一天，书房里却坐满了人，大家把椅子搬到炉子边上，轮流念一本没有封面的小说，念到谁谁就往炉子里添一块煤。"
        "冰化的那天小说正好念完，没有一个人肯先走。"
    ),
    (
        "如今桥修好了，码头的船票卖不出去，书房的书却借得更多，老何在门口挂了一块小黑板，写着今天还差几本书没有还，下面画了一只小小的船。"
        "孩子们每天来数那只船的桨，说是多一支桨就多借了一本。"
    ),
)


def page(*paragraphs: str, size: int = SIZE, indent: str = "　　") -> list[str]:
    return [line for text in paragraphs for line in set_in(text, size, indent)]


def article(*body: str) -> Article:
    head = ["码头", "2021年6月号", "目录", "留灯的书房 柳长河 4", "对岸的灯 何若溪 9", ""]
    first = ["留灯的书房", "文∕柳长河", *body]
    second = ["对岸的灯", "文∕何若溪", *page(*PROSE[::-1], *PROSE[1:3])]
    return articles("\n".join([*head, *first, "", *second]))[0]


def boxes(found: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [part.text.value for part in box.blocks if isinstance(part, Paragraph)],
        )
        for box in found.blocks
        if isinstance(box, Box)
    ]


OWN = (
    "民国四十八年生，学过修船，也学过装订，后来在码头卖了三十年船票，退休以后才开始管书。",
    "现任渡口书房的馆员，著有《船票上的书名》。",
)


def test_a_name_made_as_those_of_boxes_a_wide_blank_and_a_title() -> None:
    inset = ["受访者小档案　何守灯", *page(*OWN, size=20, indent="")]
    found = article(*page(*PROSE[:2]), *inset, *page(*PROSE[2:]))
    assert boxes(found) == [("受访者小档案", "何守灯", list(OWN))]


def test_a_heading_below_a_box_is_none_of_its_lines() -> None:
    inset = ["受访者小档案　何守灯", *page(*OWN, size=20, indent=""), "先看桨，再看船"]
    found = article(*page(*PROSE[:2]), *inset, *page(*PROSE[2:]))
    assert boxes(found) == [("受访者小档案", "何守灯", list(OWN))]
    assert [one.text.value for one in found.blocks if isinstance(one, Heading)] == [
        "先看桨，再看船"
    ]


def test_lines_that_each_tell_one_thing_are_a_box() -> None:
    fields = ["作者：萧明穗", "出版社：巷口文化", "出版日期：2020年10月", "页数：272页"]
    found = article(*page(*PROSE[:2]), "小档案　码头的铁门", *fields, *page(*PROSE[2:]))
    assert boxes(found) == [("小档案", "码头的铁门", fields)]


@pytest.mark.parametrize("after", [1, 2])
def test_a_quote_of_two_lines_may_end_a_sentence(after: int) -> None:
    said = ["借书不是把书拿走，是让书可以跟着船", "接着走。"]
    column = page(PROSE[1])
    body = [*page(PROSE[0]), *column[:after], *said, *column[after:], *page(*PROSE[2:])]
    found = Apart()
    note_within([Line(at, text) for at, text in enumerate(body, 1)], SIZE, found)
    first = body.index(said[0]) + 1
    assert found.quoted == {first, first + 1}
    assert quotes(article(*body)) == ["".join(said)]
