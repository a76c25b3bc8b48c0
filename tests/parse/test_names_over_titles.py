"""Names of sections over titles where no contents tell which are which."""

from __future__ import annotations

import pytest

from tests.parse.test_without_contents import HEAD, told
from tests.support.articles import articles
from tests.support.trades import TRADES

Piece = tuple[tuple[str, ...], str, str]
"""What stands above a title, the title, and who signs."""


def found(
    *pieces: Piece, blank: str = "\n\n", indent: str = ""
) -> list[tuple[str, tuple[str, ...]]]:
    """The titles and authors that are found of pieces without contents."""
    heads = ((*above, *title.split("\n"), who) for above, title, who in pieces)
    body = blank.join(
        blank.join((*head, f"{indent}{TRADES[at]}", f"{indent}{TRADES[(at + 4) % len(TRADES)]}"))
        for at, head in enumerate(heads)
    )
    return [told(article) for article in articles(HEAD + body)]


def expected(*pieces: Piece) -> list[tuple[str, tuple[str, ...]]]:
    """The same as an editor has them."""
    return [(title.replace("\n", ""), (who.rpartition("／")[2],)) for _, title, who in pieces]


@pytest.mark.parametrize("name", ["专题．老渡口", "岛上笔记"])
def test_a_name_with_its_theme_or_set_as_others_are(name: str) -> None:
    pieces = (
        (("卷首语",), "桥头的秤", "文／顾小满"),
        ((name,), "一条街的九十年", "文／韩秋水"),
        ((), "伞匠的箱子", "文／江牧云"),
        (("访谈",), "换水的日子", "文／卢小河"),
        ((), "砖会说话", "文／高小潮"),
        ((), "风里的豆腐店", "文／安小米"),
    )
    assert found(*pieces) == expected(*pieces)


def test_a_name_over_its_english_and_a_title_over_a_standfirst() -> None:
    pieces = (
        (("封面故事", "COVER STORY"), "木榨的\n最后一个冬天", "文／顾小满"),
        (("对话", "DIALOGUE"), "我们不卖秤，\n卖的是准头", "采访／韩秋水"),
        (("专栏",), "换水的日子", "文／卢小河"),
    )
    assert found(*pieces, blank="\n", indent="　　") == expected(*pieces)
    led = "油坊今年只开了十一天，往年要开到清明，老板说再这样下去明年就不开了？\n文／顾小满"
    first = (("封面故事", "COVER STORY"), "木榨停了", led)
    titles = [title for title, _ in found(first, *pieces[1:], blank="\n", indent="　　")]
    assert titles == ["木榨停了", "我们不卖秤，卖的是准头", "换水的日子"]


def test_a_title_that_ends_like_an_office() -> None:
    pieces = (
        (("口岸旧事",), "栈桥上的一百零七天", "顾小满"),
        (("口岸旧事",), "轮船公司的账房先生", "韩秋水"),
        (("人物春秋",), "教会医院里的女校长", "方笑梅"),
    )
    assert found(*pieces, blank="\n", indent="　　") == expected(*pieces)


def test_a_title_that_begins_with_a_year() -> None:
    pieces = (((), "桥头的秤", "顾小满"), ((), "一九七六年的自行车", "韩秋水"))
    assert found(*pieces) == expected(*pieces)


def test_a_name_over_a_marked_title_and_the_page_of_a_section() -> None:
    pieces = (
        (("晨读",), "# 粉笔的两头", "文 | 温如海"),
        (("# 田野", "FIELD", "到没有门牌的地方去"), "# 夜校里的一条河", "文 | 林采桑"),
        (("# 课堂", "CLASS", "四十分钟装不下的事情。"), "# 没有下课铃的课", "文 | 尹见山"),
        ((), "# 黑板边上的秤", "文 | 苏小木\n\n## 壹 | 数米"),
    )
    titles = [title for title, _ in found(*pieces)]
    assert titles == [title.removeprefix("# ") for _, title, _ in pieces]


def test_a_name_signs_verse_where_it_stands_in_the_middle_as_its_title_does() -> None:
    verse = "　　站名还在，写在去年的车票上\n　　钟还在，挂在收破烂的人家里\n　　走得比从前准\n"
    first = f"　　　　桥头的秤\n　　　　　　顾小满\n　　{TRADES[0]}\n　　{TRADES[1]}\n\n"
    poem = f"　　　　给一座拆掉的车站\n　　　　　　尚未央\n{verse}\n"
    last = f"　　　　换水的日子\n　　　　　　韩秋水\n　　{TRADES[2]}\n　　{TRADES[3]}\n"
    made = [told(article) for article in articles(HEAD + first + poem + last)]
    assert made == [
        ("桥头的秤", ("顾小满",)),
        ("给一座拆掉的车站", ("尚未央",)),
        ("换水的日子", ("韩秋水",)),
    ]


def test_a_standfirst_between_a_title_and_who_signs_below_a_name_with_its_english() -> None:
    heads = (
        (
            "人物 PEOPLE",
            "老梁：我把渡船开到了岸上",
            "一个开了十五年船的人，办了一所学校。",
            "卢小河｜采访",
        ),
        ("公司 COMPANY", "一家油坊为什么要养猫", "榨房里的九只猫，管的不只是老鼠。", "韩秋水｜文"),
    )
    body = "\n\n".join(
        "\n\n".join((*head, TRADES[at], TRADES[at + 4])) for at, head in enumerate(heads)
    )
    assert [told(article)[0] for article in articles(HEAD + body)] == [
        title for _, title, *_ in heads
    ]


def test_text_above_the_first_title_that_anything_tells_is_an_article() -> None:
    first = f"膝盖不是磨坏的\n\n骨科　舒大夫\n\n{TRADES[0]}\n\n{TRADES[1]}\n\n{TRADES[2]}{TRADES[3]}\n\n"
    second = f"换水的日子\n\n文／卢小河\n\n{TRADES[4]}\n\n{TRADES[5]}\n\n"
    third = f"桥头的秤\n\n文／顾小满\n\n{TRADES[6]}\n\n{TRADES[7]}\n"
    titles = [told(article)[0] for article in articles(HEAD + first + second + third)]
    assert titles == ["膝盖不是磨坏的", "换水的日子", "桥头的秤"]
    headless = (
        "".join(f"{one}\n\n" for one in TRADES[:4])
        + f"晒秤的时辰\n\n{TRADES[4]}{TRADES[5]}\n\n{TRADES[6]}\n\n"
    )
    assert [told(article)[0] for article in articles(HEAD + headless + third)] == ["桥头的秤"]
    motto = f"{TRADES[0]}\n\n——河湾渡口志\n\n{TRADES[1]}\n\n"
    titles = [told(article)[0] for article in articles(HEAD + motto + second + third)]
    assert titles == ["换水的日子", "桥头的秤"]


def test_pen_names_behind_a_mark_over_cards_of_what_is_reviewed() -> None:
    card = "《河滩》\n\n导演：褚江河\n主演：叶如眉 / 方大力\n出品：1992年\n\n"
    heads = (
        ("重看《河滩》", "■ 季候风", card),
        ("重看《石桥》", "■ 伍拾", card),
        ("剪辑师的耳朵", "■ 小鹿斑", ""),
        ("长镜头", "■ 老放映", ""),
    )
    body = "\n\n".join(
        f"{title}\n\n{who}\n\n{told_of}{TRADES[at]}\n\n{TRADES[at + 4]}"
        for at, (title, who, told_of) in enumerate(heads)
    )
    assert [told(article)[0] for article in articles(HEAD + body)] == [title for title, *_ in heads]


def test_a_few_words_below_who_edited_a_text_name_a_section_over_a_title_that_is_signed() -> None:
    pieces = (
        (("卷首语",), "桥头的秤", "文／顾小满"),
        (("访谈",), "伞匠的箱子", "文／江牧云"),
        (("工坊",), "植物染的七种蓝", "浣江染坊"),
        (("校长",), "把操场还给学生", "章一鸣"),
        (("随笔",), "换水的日子", "文／卢小河"),
    )
    body = "\n\n".join(
        "\n\n".join((*above, title, who, TRADES[at], TRADES[(at + 4) % 8], "（责编：夏至）"))
        for at, (above, title, who) in enumerate(pieces)
    )
    found = [told(article)[0] for article in articles(HEAD + body)]
    assert found[3] == "把操场还给学生"
