"""Markdown of document models, in which # carries no level, and what such issues have."""

from __future__ import annotations

import pytest

from converter.model import Block, Box, Figure, Heading, Issue, Paragraph, PullQuote
from converter.parse.boxes import box_start
from converter.parse.byline import read_byline
from converter.parse.captions import is_unnumbered_caption
from converter.parse.grams import Trigrams
from converter.parse.seam import goes_on
from converter.profile import Profile
from converter.segment.units import make_units
from converter.source import Line
from tests.support.restored import restored

ONE = "去年春天，渡口的人把一年里要填的表收上来，铺在码头的石板上，从台阶铺到了船边，一共三十一米。"
CUT = "管事的人从头走到尾，走了三分钟，一句话也没有说，走完以后定了一条规矩，能不填的，一律不准再"
REST = "叫船工填。"
FIGURES = "一年以来，渡口取消报表二百一十四张，合并报表六十七张，船工每周少填表十一个小时。"
AMONG = "其中，渡税、船检、水文三处减得最多，占全部的六成三。"
LAST = "规矩定下来容易，守住却难，头三个月有七处悄悄把表又发了下去，都被退了回来。"
OTHER = "后山的窑厂烧了一百年的瓦，今年头一回停火，窑工们坐在窑口打牌，牌桌是一块没有烧裂的方砖。"


def issue(*lines: str) -> Issue:
    listed = (
        "# 目录",
        "# 特稿",
        "铺在码头的表 柴望 4",
        "# 手记",
        "等一等泥 窑生 8",
        "方砖记 乔木 9",
    )
    first = ("# 特稿", "# 铺在码头的表", "柴望")
    others = ("# 手记", "# 等一等泥", "窑生", OTHER, "# 方砖记", "乔木", OTHER.replace("窑", "砖"))
    return restored("\n\n".join([*listed, *first, *lines, *others])).issue


def blocks(found: Issue) -> tuple[Block, ...]:
    article = found.articles[0]
    return (*article.front, *article.blocks, *article.back)


def texts(found: Issue) -> list[str]:
    return [block.text.value for block in blocks(found) if isinstance(block, Paragraph)]


def headings(found: Issue) -> list[str]:
    return [block.text.value for block in blocks(found) if isinstance(block, Heading)]


def boxes(found: Issue) -> list[tuple[str, list[str]]]:
    return [
        (box.label, [block.text.value for block in box.blocks if isinstance(block, Paragraph)])
        for box in blocks(found)
        if isinstance(box, Box)
    ]


def test_what_is_marked_as_a_heading_within_a_sentence_names_a_box() -> None:
    found = issue(ONE, CUT, "# 数说减表", FIGURES, AMONG, REST, LAST)
    assert boxes(found) == [("数说减表", [FIGURES, AMONG])]
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_no_broken_word_is_carried_on_by_what_opens_a_clause() -> None:
    assert goes_on(CUT, AMONG, Trigrams()) < goes_on(CUT, REST, Trigrams())
    # Below a mark a clause may begin.
    assert goes_on(f"{CUT}填，", AMONG, Trigrams()) > goes_on(f"{CUT}填，", REST, Trigrams())


def test_a_sentence_marked_as_a_heading_within_another_is_a_pull_quote() -> None:
    said = "# 没有表就管不好的渡口，多半是为了表才管的渡口。"
    found = issue(ONE, CUT, said, REST, LAST)
    quotes = [block for block in blocks(found) if isinstance(block, PullQuote)]
    assert [text.value for one in quotes for text in one.paragraphs] == [said[2:]]
    assert texts(found) == [ONE, CUT + REST, LAST]


@pytest.mark.parametrize("marks", ["# 【{}】", "【{}】"])
def test_a_name_of_boxes_that_opens_an_article_is_a_heading_of_it(marks: str) -> None:
    parts = [marks.format(name) for name in ("案例回放", "纪法分析", "案例启示")]
    found = issue(parts[0], ONE, parts[1], FIGURES, parts[2], LAST)
    assert boxes(found) == []
    assert headings(found) == ["【案例回放】", "【纪法分析】", "【案例启示】"]


def test_a_name_of_boxes_below_the_text_is_one() -> None:
    found = issue(ONE, LAST, "# 【案例启示】", FIGURES)
    assert boxes(found) == [("案例启示", [FIGURES])]


@pytest.mark.parametrize("number", ["01", "①", "Part 2", "Ⅲ"])
def test_a_number_between_two_articles_counts_the_second(number: str) -> None:
    listed = "# 目录\n\n# 特稿\n\n铺在码头的表 柴望 4\n\n等一等泥 窑生 8"
    first = f"# 特稿\n\n# 铺在码头的表\n\n柴望\n\n{ONE}\n\n{LAST}"
    found = restored(f"{listed}\n\n{first}\n\n# {number}\n\n# 等一等泥\n\n窑生\n\n{OTHER}").issue
    assert (texts(found), headings(found)) == ([ONE, LAST], [])


@pytest.mark.parametrize("house", ["南溪县纪委监委", "市委组织部组织二科", "渠江县委巡察办"])
def test_a_house_of_the_party_signs(house: str) -> None:
    reading = read_byline(house)
    assert reading is not None
    assert [author.name for author in reading.authors] == [house]


def test_what_the_editors_say_in_brackets_is_no_house() -> None:
    assert read_byline("（编者：已将来信转有关部门，答复将在下期刊出。）") is None
    assert read_byline("（白沙镇党建研究中心）") is not None


def test_a_hot_line_that_compiled_is_nobody() -> None:
    reading = read_byline("本刊维权热线整理")
    assert reading is not None
    assert reading.authors == ()


def test_figures_of_a_house_stand_in_a_byline() -> None:
    line = "数据 / 市消费者权益保护委员会"
    reading = read_byline(line)
    assert reading is not None
    assert [author.name for author in reading.authors] == ["市消费者权益保护委员会"]
    unit = make_units([Line(1, line)])[0]
    assert box_start(unit, Profile()) is None


@pytest.mark.parametrize("name", ["十个快问", "闪电问答", "快问快答", "十问十答"])
def test_quick_answers_under_any_such_name_are_a_box(name: str) -> None:
    answers = ["拆过最重的：一台跑步机。", "拆过最轻的：一根针。", "最想说的：你也会老。"]
    found = issue(ONE, LAST, f"# {name}", *answers)
    assert boxes(found) == [(name, answers)]


def test_a_heading_with_one_question_stays_one() -> None:
    assert headings(issue(ONE, "# 十问码头", LAST, FIGURES)) == ["十问码头"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("柴望的桌子，摄于9月3日。", True),
        ("搪瓷缸，1974年，高9厘米。作者藏", True),
        ("他把桌子收藏起来，不给人看。", False),
        ("船底有很多东西要藏", False),
    ],
)
def test_when_a_picture_was_taken_and_who_has_the_object(text: str, told: bool) -> None:  # noqa: FBT001
    assert is_unnumbered_caption(text) is told


def test_a_pointer_before_the_caption_of_a_chart() -> None:
    labels = ["60岁以上 41%", "30—59岁 33%", "30岁以下 26%"]
    found = issue(ONE, LAST, "\n".join([*labels, "▲ 图2　三天的顾客"]), FIGURES)
    assert [drop.text for drop in found.drops if drop.reason == "chart-label"] == labels
    assert any(isinstance(block, Figure) for block in blocks(found))


HEAD, TAIL = ONE[:-14], ONE[-14:]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("P.004 渡口评论", "特稿 P.005"),
        ("〇〇四 渡口评论", "渡口评论 〇〇五"),
        ("渡口评论 | 二〇二四年十一月号", "二〇二四年十一月号 | 特稿"),
        ("2O24年11月号 渡口评论", "渡口评论 2024年l1月号"),
    ],
)
def test_running_heads_in_several_forms_are_dropped(left: str, right: str) -> None:
    listed = (
        "渡口评论\n2024年11月号\n\n目录\n\n特稿\n\n铺在码头的表 柴望 4\n\n手记\n\n等一等泥 窑生 8"
    )
    text = f"特稿\n\n铺在码头的表\n柴望\n{HEAD}\n{left}\n\n{TAIL}\n{CUT}\n{right}\n\n{REST}{LAST}"
    found = restored(f"{listed}\n\n{text}\n\n手记\n\n等一等泥\n窑生\n{OTHER}").issue
    assert texts(found) == [ONE, f"{CUT}{REST}{LAST}"]
    heads = [drop.text for drop in found.drops if drop.reason == "running-head"]
    assert heads == [left.replace("2O24", "2024"), right.replace("l1月", "11月")]
