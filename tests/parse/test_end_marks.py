"""Boxes that say where they end, pull quotes below 他说：, and what tells of articles without a full stop."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Paragraph, PullQuote, Role
from converter.pipeline import restore
from tests.support.blocks import boxes_of as boxes

CONTENTS = "目录\n3 渡船的人 沈青禾\n8 灯塔来信 沈青禾\n"
TEXT = "渡船停了以后，老桨手搬到了坡上。他每天早上还是五点起来，走到码头，把缆绳解开又系上。"
NEXT = "镇上的人都说他闲不住。他自己说，绳子隔几天不动，就会忘了怎么打结，人也是一样。"
HEAD, TAIL = "镇上的人都说他闲不住，因为绳子隔几天不动，", "就会忘了怎么打结，人也是一样。"
END = "桥通车那天他没有去，坐在坡上数了一个上午的车，数到三百就回家吃饭了。"
CARD = ("沈大桨，1941年生，青禾渡人，摆渡四十六年。", "2009年青禾桥通车后退休。")


def first(*body: str) -> Article:
    """The first of two articles, whose paragraphs have a line each and blank lines between."""
    parts = [CONTENTS, "渡船的人", "文/沈青禾", TEXT, *body, END, "灯塔来信", "文/沈青禾", NEXT]
    return restore("\n\n".join(parts).encode(), name="x.txt").issue.articles[0]


def paragraphs(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    ("name", "end", "label", "title"),
    [
        ("【人物名片】", "【人物名片完】", "人物名片", ""),
        ("小资料：青禾渡", "（资料完）", "小资料", "青禾渡"),
        ("【附：他的桨】", "【附完】", "附", "他的桨"),
        ("渡口词典", "——渡口词典完——", "渡口词典", ""),
    ],
)
def test_a_box_ends_where_it_says_so(name: str, end: str, label: str, title: str) -> None:
    for above, below in ((HEAD, TAIL), (NEXT, "")):
        article = first(above, name, *CARD, end, *filter(None, [below]))
        assert boxes(article) == [(label, title, list(CARD))]
        assert paragraphs(article) == [TEXT, above + below, END]
        assert not any(isinstance(block, Heading) for block in article.blocks)


def test_the_end_of_the_article_ends_no_box() -> None:
    article = first("【人物名片】", *CARD, NEXT, "（全文完）")
    assert [one[0] for one in boxes(article)] == ["人物名片"]
    assert not any(
        "完" in text
        for block in article.blocks
        if isinstance(block, Box)
        for text in [one.text.value for one in block.blocks if isinstance(one, Paragraph)]
    )


def test_what_breaks_off_below_who_speaks_is_cut_by_no_heading() -> None:
    said = "坡上有个孩子问他为什么天天来解这一根绳子，又把它系上，他说："
    article = first(
        said, "绳子没有老，只是少人摸", "我不来，它就以为渡口没有了。孩子听不懂，可也坐下来看他系。"
    )
    quoted = [block for block in article.blocks if isinstance(block, PullQuote)]
    assert [text.value for block in quoted for text in block.paragraphs] == [
        "绳子没有老，只是少人摸"
    ]
    assert not any(isinstance(block, Heading) for block in article.blocks)


def test_a_pull_quote_may_leave_out_who_does_it() -> None:
    told = "摆渡的规矩写在船板上，字早就磨平了。新来的盯着水，不如盯着对岸的人。"
    article = first(
        "第一年，只是看",
        NEXT,
        "第二年，学着等",
        told,
        "盯着水，不如盯着对岸的人",
        NEXT[::-1][1:] + "。",
    )
    quoted = [block for block in article.blocks if isinstance(block, PullQuote)]
    assert [text.value for block in quoted for text in block.paragraphs] == [
        "盯着水，不如盯着对岸的人"
    ]


@pytest.mark.parametrize("signed", ["signed", ""])
def test_what_tells_of_articles_is_no_second_line_of_their_titles(signed: str) -> None:
    told = {
        "六楼人家的井": "一根绳子怎样养活一栋楼的邻居",
        "雪地里的一盏灯": "凌晨四点十二分，站台上有九个人",
        "慢车到了小站": "一张票四块五，慢得刚刚好",
    }
    names = ("沈青禾", "苗素心", "霍知秋")
    contents = [
        "\n".join([f"{at * 6} {title}", what, *([name] if signed else [])])
        for at, ((title, what), name) in enumerate(zip(told.items(), names, strict=True), 1)
    ]
    body = [
        part
        for (title, what), name in zip(told.items(), names, strict=True)
        for part in (title, what, f"文/{name}", TEXT, NEXT)
    ]
    issue = restore(
        "\n\n".join(["檐下\n2022年第4期", "目录", *contents, *body]).encode(), name="x.txt"
    ).issue
    assert [[line.value for line in one.title] for one in issue.articles] == [[one] for one in told]
    listed = [entry for section in issue.contents.sections for entry in section.entries]
    assert [entry.title for entry in listed] == [(one,) for one in told]
    assert [entry.subtitle for entry in listed] == list(told.values())


def test_what_tells_of_an_article_is_no_first_line_of_its_text() -> None:
    told = "八十岁的人每天解一次缆绳，其中有一次是可以不解的"
    contents = CONTENTS.replace("\n8", "\n5 岸上的灯 沈青禾\n8")
    body = ["岸上的灯", "文/沈青禾", told, TEXT, NEXT, END, "灯塔来信", "文/沈青禾", NEXT]
    text = "\n\n".join(
        [contents, "渡船的人", "文/沈青禾", HEAD, "【资料】", *CARD, "（资料完）", TAIL, *body]
    )
    article = restore(text.encode(), name="x.txt").issue.articles[1]
    assert [(one.text.value, one.role) for one in article.front if isinstance(one, Paragraph)] == [
        (told, Role.STANDFIRST)
    ]
    assert paragraphs(article) == [TEXT, NEXT, END]


def test_the_first_line_of_a_text_goes_on_below_it() -> None:
    cut = "渡船停了以后，老桨手搬到了坡上，他每天早上还是"
    rest = "五点起来，走到码头，把缆绳解开又系上，绳子从来不说话。"
    parts = (CONTENTS, "渡船的人", "文/沈青禾", cut, rest, NEXT, "灯塔来信", "文/沈青禾", NEXT)
    assert not restore("\n\n".join(parts).encode(), name="x.txt").issue.articles[0].front


@pytest.mark.parametrize("apart", ["\n", "\n\n"])
@pytest.mark.parametrize("name", ["材料箱", "【工具与材料】", "所需材料", "◇ 材料箱 ◇"])
def test_things_without_marks_under_what_they_are_for_are_a_box(name: str, apart: str) -> None:
    things = ("旧船板两块", "麻绳三十厘米", "凿子一把（小心刃口）", "桐油半碗")
    article = first(
        NEXT, apart.join((name, *things)), "先把船板放平，凿出一道槽，再把麻绳一点一点嵌进去。"
    )
    assert boxes(article) == [(name.strip("【】◇ "), "", list(things))]
    assert paragraphs(article) == [
        TEXT,
        NEXT,
        "先把船板放平，凿出一道槽，再把麻绳一点一点嵌进去。",
        END,
    ]


def test_lines_of_other_kinds_are_no_things() -> None:
    article = first(
        NEXT,
        "所需材料",
        "先把船板放平。",
        "凿出一道槽。",
        "再把麻绳嵌进去。",
        NEXT[::-1][1:] + "。",
    )
    assert not boxes(article)


def test_a_line_between_two_paragraphs_of_an_answer_is_no_heading() -> None:
    talk = [
        "记者：这个念头是什么时候有的？",
        "沈大桨：那年外公交了钥匙，交的是新配的一把，旧的那把留在枕头底下，谁也没有告诉。",
        "记者：渡口拆了以后，您怎么想？",
        "沈大桨：砖头瓦片都有人收，一块两毛钱。保住一座渡口容易，难的是把那点硬气留在身上。",
    ]
    article = first(
        *talk, "砖可以拆，硬气要留下来", "那天夜里我去看外公，他把钥匙给了我。他说，反正没有门了。"
    )
    quoted = [block for block in article.blocks if isinstance(block, PullQuote)]
    assert [text.value for block in quoted for text in block.paragraphs] == [
        "砖可以拆，硬气要留下来"
    ]
    below = first(*talk[:2], "砖可以拆，硬气要留下来", *talk[2:])
    assert [b.text.value for b in below.blocks if isinstance(b, Heading)] == [
        "砖可以拆，硬气要留下来"
    ]
