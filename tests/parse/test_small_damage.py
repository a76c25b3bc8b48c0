"""Folios, labels, marks and characters at seams that OCR has read a little wrong."""

from __future__ import annotations

import pytest

from converter.model import Block, Box, Figure, Heading, Issue, Paragraph, Role
from converter.parse.boxes import close_spaced_names
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.ferry import FIRST, REST, WHOLE
from tests.support.restored import restored


def issue(text: str) -> Issue:
    return restored(f"渡口\n\n张水\n\n{WHOLE}{WHOLE}\n\n{text}\n\n{WHOLE}{WHOLE}").issue


def blocks(found: Issue) -> list[Block]:
    return [block for article in found.articles for block in article.blocks]


@pytest.mark.parametrize("folio", ["1 6", "· 2S ·", "— Z1 —", "· l3 ·"])
def test_a_misread_folio_cuts_no_sentence(folio: str) -> None:
    made = issue(f"{FIRST}\n\n{folio}\n\n{REST}")
    assert FIRST + REST in [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]


def test_the_letter_spaced_name_of_a_box_stands_before_its_text() -> None:
    made = issue(f"{FIRST}\n\n链 接 桐油是从桐籽里榨出来的油，刷在船板上不透水。\n\n{REST}")
    (box,) = (block for block in blocks(made) if isinstance(block, Box))
    assert box.label == "链接"
    assert FIRST + REST in [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    ("line", "label", "title"),
    [
        ("知 识 窗│桐油", "知识窗", "桐油"),
        ("名 词 解 释：桐油", "名词解释", "桐油"),
        ("学 习 卡 片 ① 桐油", "学习卡片①", "桐油"),
    ],
)
def test_the_letter_spaced_name_of_a_box_stands_before_its_title(
    line: str, label: str, title: str
) -> None:
    card = "学习卡片② 缆绳\n\n缆绳由三股麻绞成，一根用上五年，断了再接。" if "①" in line else ""
    made = issue(
        f"{FIRST}\n\n{line}\n\n桐油是从桐籽里榨出来的油，刷在船板上不透水。\n\n{REST}\n\n{card}"
    )
    box = next(block for block in blocks(made) if isinstance(block, Box))
    assert (box.label, box.title.value if box.title else "") == (label, title)
    assert FIRST + REST in [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_what_there_is_to_think_about_stands_below_an_article(gap: str) -> None:
    asked = ["1. 渡口的灯由谁来点？", "2. 灯油的账，为什么要晒在石阶上，请说说理由？"]
    made = restored(f"渡口\n\n张水\n\n{WHOLE}\n\n思考题{gap}" + "\n\n".join(asked)).issue
    assert boxes(made) == [("思考题", "", asked)]


def test_a_word_that_names_boxes_may_carry_on_a_sentence_that_nothing_else_does() -> None:
    told = "典型案例编成快板，在渡口说给过河的人听，说到第三年，没有人再抢着上船。"
    cut = "船工们白天摆渡，晚上写字，一年下来，把"
    made = issue(f"{WHOLE}\n\n{cut}\n\n{told}\n\n二、渡口的灯\n\n{WHOLE}")
    assert not [block for block in blocks(made) if isinstance(block, Box)]
    assert cut + told in [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]


@pytest.mark.parametrize("gaps", [("\n", "\n\n"), ("\n\n", "\n"), ("\n", "\n")])
def test_a_box_may_have_lost_the_blank_lines_around_it(gaps: tuple[str, str]) -> None:
    """Its name is no part of the paragraph above, nor is the rest of that a part of the box."""
    said = "桐油是从桐籽里榨出来的油，刷在船板上不透水，一条新船要刷三遍，每遍晾足七天，晴天才能动手，阴天刷的要起泡。"
    above, below = gaps
    made = issue(f"{FIRST}{above}相关链接\n\n{said}{below}{REST}")
    (box,) = (block for block in blocks(made) if isinstance(block, Box))
    assert box.label == "相关链接"
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [said]
    assert FIRST + REST in [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]


@pytest.mark.parametrize(
    "below", [REST, "“让居民当主角”\n\n入冬以后水浅，渡船要绕过沙洲走，多花半袋烟的工夫。"]
)
def test_what_stands_close_below_the_source_of_a_box_is_no_part_of_it(below: str) -> None:
    said = "桐油是从桐籽里榨出来的油，刷在船板上不透水，一条新船要刷三遍。"
    source = "——摘自《老渡口志》"
    made = issue(f"{FIRST}\n\n链接\n\n{said}\n\n{source}\n{below}\n\n{WHOLE}")
    (box,) = (block for block in blocks(made) if isinstance(block, Box))
    assert box.attribution is not None
    assert box.attribution.text.value == "摘自《老渡口志》"


@pytest.mark.parametrize(
    ("line", "label", "told"),
    [
        ("相关链接{}", "相关链接", True),
        ("小知识{}", "小知识", True),
        ("相关链接显示，{}", "相关链接", False),
    ],
)
def test_the_name_of_a_box_may_be_glued_to_its_text(line: str, label: str, *, told: bool) -> None:
    """Between whole paragraphs, where the name is a long one or stands elsewhere in the issue."""
    said = "桐油是从桐籽里榨出来的油，刷在船板上不透水，一条新船要刷三遍。"
    other = "缆绳由三股麻绞成，一根用上五年，断了再接。"
    made = issue(
        f"{FIRST}{REST}\n\n{line.format(said)}\n\n{WHOLE}\n\n{FIRST}\n\n小知识\n\n{other}\n\n{REST}"
    )
    found = [(name, inside) for name, _, inside in boxes(made)]
    assert ((label, [said]) in found) is told
    assert ("小知识", [other]) in found


@pytest.mark.parametrize(
    "parted", ["① 桐油是从桐籽里榨出来的油。", "①：\n\n桐油是从桐籽里榨出来的油。"]
)
def test_one_of_several_counted_boxes_may_stand_beside_its_text(parted: str) -> None:
    made = issue(
        f"{FIRST}\n\n学习卡片{parted}\n\n{REST}\n\n{FIRST}\n\n学习卡片②\n\n缆绳由三股麻绞成。\n\n{REST}"
    )
    labels = [block.label for block in blocks(made) if isinstance(block, Box)]
    assert labels == ["学习卡片①", "学习卡片②"]


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("渡 口 账 本│桐油", "渡口账本│桐油"),
        ("渡 口 账 本 ① 桐油", "渡口账本① 桐油"),
        ("渡 口 账 本 LEDGER", "渡 口 账 本 LEDGER"),
        ("渡 口 有 人│桐油", "渡 口 有 人│桐油"),
        ("周 大 山：桐油", "周 大 山：桐油"),
    ],
)
def test_a_name_that_opens_another_unit_may_be_letter_spaced(text: str, closed: str) -> None:
    """Although no list has it; in two languages it names a section, and a name is somebody's."""
    lines = [text, "渡口账本 缆绳由三股麻绞成", "周大山：谁来添油？"]
    units = [Unit((Line(at, line),), line, gap=True) for at, line in enumerate(lines, 1)]
    close_spaced_names(units, Profile())
    assert [unit.text for unit in units] == [closed, *lines[1:]]


def test_pointers_between_whole_paragraphs_mark_headings() -> None:
    made = issue(f"▶ 灯：谁来添油\n\n{WHOLE}{WHOLE}\n\n▶ 桨：听见的是谁\n\n{WHOLE}{WHOLE}")
    assert not [block for block in blocks(made) if isinstance(block, Figure)]
    assert len([block for block in blocks(made) if isinstance(block, Heading)]) == 2


def test_pointers_within_sentences_point_to_pictures() -> None:
    made = issue(f"{FIRST}\n\n▶ 渡口的石阶\n\n{REST}\n\n▶ 桥头的樟树\n\n{WHOLE}{WHOLE}")
    assert len([block for block in blocks(made) if isinstance(block, Figure)]) == 2


@pytest.mark.parametrize(
    ("one", "rest", "whole"),
    [("在全", "全省推行的时候，", "在全省推行的时候，"), ("对渡", "渡船来说，", "对渡船来说，")],
)
def test_what_begins_behind_a_preposition_does_not_begin_twice(
    one: str, rest: str, whole: str
) -> None:
    made = issue(f"那是很久以前的事，也许还要更早一些，{one}\n\n{rest}{REST}")
    texts = [b.text.value for b in blocks(made) if isinstance(b, Paragraph)]
    assert any(whole in text for text in texts)


def test_a_long_run_said_twice_at_a_seam_may_hold_marks() -> None:
    first = "镇上的老人围着灯、桨和缆绳"
    made = issue(f"{first}\n\n着灯、桨和缆绳说了一夜，谁也不肯先走。")
    assert f"{first}说了一夜，谁也不肯先走。" in [
        b.text.value for b in blocks(made) if isinstance(b, Paragraph)
    ]


def test_hyphens_before_all_paragraphs_of_a_page_make_no_list() -> None:
    said = [
        "灯油由镇上的杂货铺供给，一年十二斤，记在账上，年底由船家凑钱还清，还不清的人家拿鱼来抵，一条鲤鱼算四两。",
        "木桨用的是上游漂下来的杉木，要在水里泡足两个冬天，捞起来阴干，再请河东的老木匠来开料，一料只出一对。",
        "缆绳一共有三根，粗的系船，细的系筏，最长的一根从来没有用过，盘在屋角，说是留给发大水的年份，谁也不许动它。",
        "三十一级石阶是道光年间修的，修的人姓什么已经没有人记得，只知道他嫁到对岸的女儿每年回来一次，回来就坐在石阶上。",
        "刷船的桐油熬到起丝才算好，熬油的那天全镇的孩子都来看，回家的时候衣裳上带着三天散不掉的气味，狗都绕着他们走。",
    ]
    made = issue("\n\n".join(["一、老船上的事", *(f"- {text}" for text in said)]))
    found = [b for b in blocks(made) if isinstance(b, Paragraph) and b.text.value in said]
    assert [b.text.value for b in found] == said
    assert {b.role for b in found} == {Role.BODY}


def test_short_items_behind_hyphens_are_a_list() -> None:
    made = issue("\n\n".join(f"- {text}" for text in ("灯油一斤。", "桐油三斤。", "缆绳两根。")))
    items = [b for b in blocks(made) if isinstance(b, Paragraph) and b.role is Role.LIST_ITEM]
    assert len(items) == 3
