"""A digest of many small pieces: fillers of several authors, sayings, jokes under headings."""

from __future__ import annotations

import pytest

from converter.hanzi import squeeze
from converter.model import Box, Figure, Heading, Paragraph
from converter.parse.boxes import is_digest
from converter.parse.byline import read_byline
from converter.parse.captions import is_unnumbered_caption
from converter.parse.heal import decide
from converter.pipeline import restore
from converter.segment.regions.labels import is_masthead_line
from converter.segment.units import make_units
from converter.source import Line
from tests.support.markup import balanced_issue, blocks, texts

MASTHEAD = (
    "主管：松亭县文联\n主办：石桥文摘社\n主 编：何 苇\n地 址：松亭县北街9号\n定 价：4.00元\n\n"
)
CONTENTS = (
    "石桥文摘\n\n2015年第4期（总第88期）\n\n目 录\n\n文 苑\n\n井台上的辘轳 …………… 罗 禾 2\n"
    "隔壁的胡琴 …………… 柯 文 3\n\n一 笑\n\n茶馆笑话 …………… 4\n\n往来\n\n读者来信 …………… 5\n\n"
    "补白 扁担（2） 灯花（3）\n\n"
)
TEXT = "井台在村子正中，青石的沿口被绳子勒出十几道沟，下雨的时候每一道沟里都存着一线水。"
MORE = "胡琴声从土墙那边传过来，拉的人从不露面，只在过年的时候往墙这边递一碗炸好的米糕。"
BODY = (
    f"井台上的辘轳\n\n□ 罗 禾\n\n{TEXT}\n\n{MORE}\n\n（摘自《北街晚报》2014年8月3日）\n\n"
    "扁担\n\n挑水的人换肩的时候从不停步，扁担在脖子后面转半个圈，桶里的水一滴也不洒。\n\n（石小满　摘自《松亭日报》）\n\n"
    f"隔壁的胡琴\n\n{MORE}\n\n{TEXT}\n\n（作者：柯文　原载《渔火》2015年第1期）\n\n"
    "灯花\n\n奶奶说灯花爆一下，远路上的人就打一个喷嚏，所以她从来舍不得剪灯芯。\n\n（路 遥 摘自《旧灯集》）\n\n"
    "茶馆笑话\n\n称茶\n\n客人问：“二两茶怎么这样少？”掌柜说：“您瞧，泡开就多了。”（何 禾）\n\n"
    "添水\n\n客人说：“水不开。”伙计说：“您再等等，它也是头一回上这儿来。”（摘自《茶余》）\n\n"
    "漫画《添水》（方 圆作）\n\n"
    "结账\n\n“多少钱？”“三文。”“昨天不是两文吗？”“昨天您没有问。”（罗 大 川）\n\n"
    "开心一刻 问：什么门永远关不上？答：球门。\n\n"
    "打盹\n\n掌柜推醒伙计：“你睡着了？”伙计说：“没有，我在想您刚才骂我的话。”（摘自《笑府》）\n\n"
    "读者来信\n\n贵刊第2期的《石碾》一文写到的碾坊，就在我家屋后，碾盘如今还在，只是没有驴了。\n\n双河乡 田 有 余\n"
)


def found_articles(text: str) -> list[tuple[str, str, list[str]]]:
    issue = balanced_issue(text)
    return [
        (
            issue.section_names[one.section] if one.section >= 0 else "",
            "".join(line.value for line in one.title),
            [author.name for byline in one.bylines for author in byline.authors],
        )
        for one in issue.articles
    ]


ARTICLES = [
    ("文苑", "井台上的辘轳", ["罗禾"]),
    ("", "扁担", ["石小满"]),
    ("文苑", "隔壁的胡琴", ["柯文"]),
    ("", "灯花", ["路遥"]),
    ("一笑", "茶馆笑话", []),
    ("往来", "读者来信", []),
]


def test_an_entry_with_a_word_of_mastheads_ends_no_contents() -> None:
    assert found_articles(CONTENTS + MASTHEAD + BODY) == ARTICLES


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("读者来信 ………… 16", False),
        ("稿约 ......... 48", False),
        ("声明……（60）", False),
        ("读者来信   16", False),
        ("热线　　110", True),
        ("印数 …… 800", True),
        ("主编 …… 何苇", True),
    ],
)
def test_a_word_that_a_leader_leads_to_a_page_is_no_label(line: str, *, told: bool) -> None:
    assert is_masthead_line(line) is told


def test_author_and_source_in_one_pair_of_brackets_are_no_text() -> None:
    issue = balanced_issue(CONTENTS + MASTHEAD + BODY)
    assert texts(issue, 1) == [
        "挑水的人换肩的时候从不停步，扁担在脖子后面转半个圈，桶里的水一滴也不洒。"
    ]
    assert texts(issue, 2) == [MORE, TEXT]


def test_who_chose_a_text_has_not_written_it() -> None:
    chosen = BODY.replace("（石小满　摘自《松亭日报》）", "（石小满摘自《松亭日报》）")
    assert ("", "扁担", []) in found_articles(CONTENTS + MASTHEAD + chosen)


def test_articles_signed_with_their_source_make_a_digest() -> None:
    (unit,) = make_units([Line(1, TEXT)])
    assert not is_digest([[unit]] * 4, {1, 3})
    assert is_digest([[unit]] * 4, {0, 1, 3})


def test_jokes_below_headings_keep_who_tells_them() -> None:
    issue = balanced_issue(CONTENTS + MASTHEAD + BODY)
    assert [one.text.value for one in blocks(issue, 4, Heading)] == ["称茶", "添水", "结账", "打盹"]
    assert [text.partition("（")[2] for text in texts(issue, 4)] == [
        "何禾）",
        "摘自《茶余》）",
        "罗大川）",
        "摘自《笑府》）",
    ]


def test_a_box_of_one_line_among_jokes_is_that_line() -> None:
    (box,) = blocks(balanced_issue(CONTENTS + MASTHEAD + BODY), 4, Box)
    assert box.label == "开心一刻"
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [
        "问：什么门永远关不上？答：球门。"
    ]
    assert box.attribution is None


def test_a_drawing_tells_what_it_is_and_whose() -> None:
    (figure,) = blocks(balanced_issue(CONTENTS + MASTHEAD + BODY), 4, Figure)
    assert figure.caption is not None
    assert squeeze(figure.caption.value) == "漫画《添水》（方圆作）"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("漫画《候车》（方圆作）", True),
        ("插图《渡口》（何 苇 画）", True),
        ("国画《雨山》（作者：罗禾）", True),
        ("漫画《候车》（节选）", False),
    ],
)
def test_captions_of_drawings(line: str, *, told: bool) -> None:
    assert is_unnumbered_caption(line) is told


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("〔挪威〕埃里克·隆德　何 苇 译", ["埃里克·隆德", "何苇"]),
        ("[日]川岛健　罗禾译", ["川岛健", "罗禾"]),
    ],
)
def test_a_land_in_brackets_is_no_work(line: str, names: list[str]) -> None:
    reading = read_byline(line, known=frozenset(names[:1]))
    assert reading is not None
    assert [one.name for one in reading.authors] == names


QUOTED = "他在信末添了一行字：“今年的桃子给你留着，你不回来就烂在树上。”"


@pytest.mark.parametrize(
    ("after", "joined"),
    [
        ("没有人知道该怎么回答。过了半天，才有人把信叠好。", False),
        ("大家谁也没说。", False),
        ("我不知道如何解释。", False),
        ("父亲笑着说。", True),
        ("老人不停地念叨着说。", True),
    ],
)
def test_that_nobody_answers_does_not_say_who_spoke(after: str, *, joined: bool) -> None:
    assert decide(QUOTED, after).join is joined


SAID = "伞借出去容易，雨借不出去。——修伞匠石阿公谈他为什么从不写收条"


@pytest.mark.parametrize(
    ("after", "joined"),
    [
        ("钟走得慢，是因为它数得认真。——钟表铺学徒罗川的日记，只有这一句", False),
        ("也从不记账", True),
    ],
)
def test_of_sayings_each_is_whole(after: str, *, joined: bool) -> None:
    assert decide(SAID, after).join is joined


def test_who_says_a_saying_ends_it() -> None:
    opening = "图书馆里最贵的不是书，也不是那几排新打的木头架子，是大家坐在一起的"
    said = f"{opening}安静。——县图书馆管理员终南在馆庆日的讲话"
    cut = f"{opening}那一份安静"
    head = "渡口文摘\n\n目录\n\n言论 4\n\n石阶 沈渡 6"
    made = restore(f"{head}\n\n言论\n\n{said}\n\n石阶\n\n沈渡\n\n{cut}\n".encode(), name="x.txt")
    told = [one.message("en") for one in made.diagnostics if one.code == "HEA003"]
    assert len(told) == 1
    assert "那一份安静" in told[0]
