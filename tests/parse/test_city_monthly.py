"""What a city monthly prints: marks for strokes, pen names, facts below each place, close boxes."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model import Article, Box, Heading, Paragraph, PullQuote, blocks_of
from converter.parse.byline import read_byline
from converter.pipeline import Restored, restore
from converter.source import Line

PROSE = (
    "河湾镇的早市在老码头边上，天不亮就开了灯，卖菜的船一条挨着一条靠过来。",
    "买菜的人踩着跳板上船，掀开盖菜的湿布，挑好了自己放进篮子里，再把钱递给船家。",
    "日头高起来，船就散了，码头上只剩下扫地的人，把烂菜叶子一簸箕一簸箕倒进河里。",
    "老人说从前的早市要热闹得多，邻县的米船和盐船也来，一直排到下游的石桥底下。",
)
OTHER = (
    "石桥有三个孔，中间的大，两边的小，水浅的时候看得见桥墩上一圈一圈的青苔。",
    "修桥的石匠姓何，把自己的名字刻在桥栏最里面的一块石头上，要蹲下来才看得见。",
    "桥上走过轿子，走过板车，也走过第一辆汽车，如今只许走人，桥头立着两根石柱。",
)


def issue(*body: str, contents: str = "4 早市 / 陆远舟\n9 石桥 / 沈一禾") -> Restored:
    """An issue of two articles, the first of which has this body."""
    text = ["目录", contents, "早市", *body, "石桥", "文 ◎ 沈一禾", *OTHER]
    return restore("\n\n".join(text).encode(), name="issue.txt")


def first(*body: str) -> Article:
    """The first article with this body below its title."""
    return issue("文 ◎ 陆远舟", *body).issue.articles[0]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("文 ◎ 爱起早的猫", ["爱起早的猫"]),
        ("采访、撰文 ◎ 陆远舟", ["陆远舟"]),
        ("口述 ◆ 陆远舟　整理 ◆ 沈一禾", ["陆远舟", "沈一禾"]),
        ("文○陆远舟 图○沈一禾", ["陆远舟"]),
    ],
)
def test_a_mark_stands_for_the_stroke_behind_a_work(line: str, names: list[str]) -> None:
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == names


@pytest.mark.parametrize("broken", ["4 早市\n/ 爱起早的猫", "4 早市 /\n爱起早的猫"])
def test_an_entry_may_break_at_its_stroke(broken: str) -> None:
    listed = f"{broken}\n9 石桥 / 沈一禾\n12 船家 / 白鹭\n15 灯塔 / 何若溪"
    made = issue("文 ◎ 爱起早的猫", *PROSE, contents=listed).issue
    entries = [entry for section in made.contents.sections for entry in section.entries]
    assert [section.name for section in made.contents.sections if section.name] == []
    if "/ " in broken:  # behind the stroke any name is one
        assert entries[0].authors == ("爱起早的猫",)
    assert entries[0].title == ("早市",)


def test_facts_that_each_part_has_are_no_headings() -> None:
    body = []
    for number, place in enumerate(("米市", "盐市", "柴市"), start=1):
        body += [
            f"{number:02} {place}",
            PROSE[number],
            f"地址：{place}街{number}号　人均：{number}元",
        ]
    blocks = list(blocks_of(first(PROSE[0], *body)))
    heads = [block.text.value for block in blocks if isinstance(block, Heading)]
    assert [head[:2] for head in heads] == ["01", "02", "03"]
    facts = [
        one.text.value for one in blocks if isinstance(one, Paragraph) and "人均" in one.text.value
    ]
    assert len(facts) == 3


def test_lines_set_close_between_parted_paragraphs_are_a_box() -> None:
    box = "早市地图\n三处早市都在老城，走路半个钟头可以看完。\n石桥下可以停车，每小时两元。"
    body = ["01 米市", PROSE[0], "02 盐市", PROSE[1], box, "03 柴市", PROSE[2], PROSE[3]]
    blocks = first(*body).blocks
    boxes = [block for block in blocks if isinstance(block, Box)]
    assert [(one.label, len(one.blocks)) for one in boxes] == [("早市地图", 2)]


def test_headings_with_their_text_right_below_are_no_boxes() -> None:
    parts = [
        f"{name}\n{PROSE[at]}\n{PROSE[at - 1]}" for at, name in enumerate(("米市", "盐市", "柴市"))
    ]
    blocks = first(PROSE[3], *parts).blocks
    assert not [block for block in blocks if isinstance(block, Box)]


@pytest.mark.parametrize(
    ("misread", "after"),
    [("O3 柴市", "03 柴市"), ("l0 柴市", "10 柴市"), ("O7 柴市", "O7 柴市")],
)
def test_letters_in_numbers_of_two_digits(misread: str, after: str) -> None:
    before = "09 盐市" if misread[0] == "l" else "02 盐市"
    lines = [Line(1, before), Line(2, PROSE[0]), Line(3, misread)]
    assert clean(lines).lines[2].text == after


def test_labelled_lines_of_a_box_stay_apart_be_they_full() -> None:
    text = "".join(OTHER + PROSE)
    wrapped = [
        "\n".join(text[at : at + 19] for at in range(first, first + 95, 19)) for first in (0, 95)
    ]
    box = "出行信息\n交通：城东站早上有车，返程末班十七点。\n住宿：村里三户可以留宿，含一顿早饭。\n注意：夜路没有灯，请自己带手电。"
    blocks = first(wrapped[0], box, wrapped[1]).blocks
    (made,) = [block for block in blocks if isinstance(block, Box)]
    assert [one.text.value[:3] for one in made.blocks if isinstance(one, Paragraph)] == [
        "交通：",
        "住宿：",
        "注意：",
    ]


def test_a_sentence_within_a_word_that_the_issue_knows_is_a_pull_quote() -> None:
    known = "船工把趸船拴在石柱上，趸船随着水涨落，人上了趸船才算到岸。"
    body = [
        known,
        PROSE[0][:-1] + "，人都站在趸",
        "规矩还在，只是等船的人少了。",
        "船上看对岸的灯火，" + PROSE[1],
    ]
    blocks = first(*body).blocks
    quotes = [block for block in blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == ["规矩还在，只是等船的人少了。"]
    texts = [block.text.value for block in blocks if isinstance(block, Paragraph)]
    assert any("站在趸船上看对岸" in text for text in texts)


def test_a_few_words_in_quotation_marks_said_again_are_a_pull_quote() -> None:
    body = [
        PROSE[0][:-1] + "，她拿起一根菜，掐一下，",
        "“掐不断，不卖。”",
        "又放回筐里去。她说这是她婆婆教的，“掐不断，不卖”，三十年没有改过。",
        PROSE[1],
    ]
    blocks = first(*body).blocks
    quotes = [block for block in blocks if isinstance(block, PullQuote)]
    assert [quote.paragraphs[0].value for quote in quotes] == ["“掐不断，不卖。”"]


def test_figures_under_labels_above_their_source_are_a_box_and_no_chart() -> None:
    box = (
        "数据 石桥三孔\n总长：31.2米\n桥面宽：4米\n建成：1936年\n石料：812块\n资料来源：河湾镇志办"
    )
    blocks = first(PROSE[0], PROSE[1], box, PROSE[2], PROSE[3]).blocks
    (made,) = [block for block in blocks if isinstance(block, Box)]
    assert made.label == "数据"
    assert len(made.blocks) == 4
    assert made.attribution is not None


def test_addresses_of_several_places_are_no_masthead() -> None:
    body = [
        line
        for number, place in enumerate(("米市", "盐市", "柴市"), start=1)
        for line in (f"{number:02} {place}", PROSE[number], f"地址：{place}街{number}号")
    ]
    made = issue("文 ◎ 陆远舟", PROSE[0], *body).issue
    assert not made.masthead.entries
