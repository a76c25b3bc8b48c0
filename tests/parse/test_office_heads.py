"""What stands at the edges of an office's monthly: heads of pages, places of work, names of boxes."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading
from converter.parse.boxes import box_start
from converter.parse.openings.posts import is_place_of_work
from converter.parse.uncut import is_uncut
from converter.profile import Profile
from converter.segment import Unit
from converter.segment.units import make_units
from converter.source import Line
from tests.support.articles import articles, named, quotes, texts

PARAGRAPH = (
    "值班室靠墙立着一只榆木柜子，三只抽屉从上往下，第一只放电话簿，第二只放交接本，第三只常年锁着，"
    "新来的人都问锁着的那只里头有什么，老陈只是笑，笑完了给人倒一杯茶。"
)
OTHER = (
    "入伏那夜雷雨大作，变电所跳了闸，老陈打开第三只抽屉，里面是四盏马灯和一卷手画的街区图，图上标着"
    "哪一家有氧气瓶、哪一家有刚满月的孩子，那一夜大家照着图敲了二十六扇门。"
)
SEAL = (
    "旧公章退下来的那天，办公室把它放在红绒布上，请每个人看一眼，章面磨得发亮，边上有一道细细的豁口，"
    "是发大水那年从三楼摔下来磕的，磕了以后又用了二十一年。"
)
NEW = (
    "新章是电脑刻的，字口很深，齐师傅试着在白纸上盖了一下，端详了半天，说还要再养几年，说完把印泥盒子"
    "盖好，用一块蓝布包起来，放进了保险柜的第二层。"
)


def units(*parts: str) -> list[Unit]:
    lines = [Line(at * 2, text) for at, text in enumerate(parts, 1)]
    return [Unit((line,), line.text, gap=True) for line in lines]


def test_a_running_head_within_a_sentence_shows_that_pages_cut() -> None:
    whole = units(*[PARAGRAPH] * 120, PARAGRAPH[:60], PARAGRAPH[60:])
    assert is_uncut(whole)
    assert is_uncut(whole, breaks=lambda above, _below: above == whole[0].last)
    assert not is_uncut(whole, breaks=lambda above, _below: above == whole[-2].last)


HEAD = "目录\n\n2 值班室的柜子 卢小谷\n\n6 旧公章 解忧\n"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("place", "told"), [("槐树县委党校", True), ("今夜值班的人", False), ("旧章", False)]
)
def test_where_somebody_works_stands_below_the_name(
    between: str, place: str, *, told: bool
) -> None:
    body = f"值班室的柜子\n\n卢小谷{between}{place}\n\n{PARAGRAPH}\n\n{OTHER}"
    text = f"{HEAD}\n{body}\n\n旧公章\n\n解忧\n\n{SEAL}\n\n{NEW}\n"
    article = named(text, "值班室的柜子")
    assert (texts(article) == [PARAGRAPH, OTHER] and not headings(article)) is told
    assert [one.name for line in article.bylines for one in line.authors] == ["卢小谷"]


def headings(article: object) -> list[str]:
    blocks = getattr(article, "blocks", ())
    return [block.text.value for block in blocks if isinstance(block, Heading)]


def test_where_somebody_works_stands_above_a_name_of_the_contents() -> None:
    opening = "旧公章\n\n——一枚印的来历\n\n榆川日报社评论部\n\n解 忧"
    text = f"{HEAD}\n值班室的柜子\n\n卢小谷\n\n{PARAGRAPH}\n\n{OTHER}\n\n{opening}\n\n{SEAL}\n\n{NEW}\n"
    article = named(text, "旧公章")
    assert article.subtitle is not None
    assert article.subtitle.value == "——一枚印的来历"
    signed = [one for line in article.bylines for one in line.authors]
    assert [(one.name, one.office) for one in signed] == [("解忧", "榆川日报社评论部")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("榆川日报社评论部", True),
        ("榆川省委政策研究室农村处", True),
        ("槐树县委党校", True),
        ("门外的一处", False),
        ("在榆川日报社评论部", False),
    ],
)
def test_places_of_work(text: str, *, told: bool) -> None:
    assert is_place_of_work(text) is told


@pytest.mark.parametrize(
    ("line", "label", "rest"),
    [
        ("■ 延伸阅读│“四下基层”", "延伸阅读", "“四下基层”"),
        ("◆名词解释丨马灯", "名词解释", "马灯"),
        ("微提醒：交接以前请核对电话、钥匙和马灯。", "微提醒", "交接以前请核对电话、钥匙和马灯。"),
        ("微提醒：交接以前请核对电话、钥匙、图", "微提醒", "交接以前请核对电话、钥匙、图"),
        ("党纪条规 收受可能影响公正执行公务的礼品的，给予警告。", "党纪条规", ""),
        ("党纪条规", "党纪条规", ""),
    ],
)
def test_names_of_boxes_behind_a_sign_and_before_a_bar_or_a_colon(
    line: str, label: str, rest: str
) -> None:
    start = box_start(make_units([Line(1, line)])[0], Profile())
    assert start is not None
    assert start.label == label
    assert not rest or start.rest == rest


def test_a_bar_parts_the_name_of_a_box_from_its_title() -> None:
    box = f"■ 延伸阅读│“四下基层”\n\n{OTHER}"
    text = f"{HEAD}\n值班室的柜子\n\n卢小谷\n\n{PARAGRAPH}\n\n{box}\n\n旧公章\n\n解忧\n\n{SEAL}\n\n{NEW}\n"
    (made,) = (block for block in articles(text)[0].blocks if isinstance(block, Box))
    assert made.label == "延伸阅读"
    assert made.title is not None
    assert made.title.value == "“四下基层”"


def test_printed_lines_of_a_pull_quote_below_a_section_open_no_article() -> None:
    said = "马灯不是给亮着的夜晚预备的，而是给停电的那一夜\n预备的，等了多少年，就擦了多少年。"
    contents = "目录\n\n特稿\n\n2 值班室的柜子 卢小谷\n\n人物\n\n6 旧公章 解忧\n"
    first = f"特稿 | SPECIAL\n\n{said}\n\n抽屉锁得住图纸，抽屉锁不住敲门的人。\n\n值班室的柜子\n\n榆川省委办公厅主任 卢小谷\n\n{OTHER}\n\n{PARAGRAPH}"
    text = f"{contents}\n{first}\n\n旧公章\n\n解忧\n\n{SEAL}\n\n{NEW}\n"
    made = articles(text)
    assert ["".join(line.value for line in one.title) for one in made] == ["值班室的柜子", "旧公章"]
    assert quotes(made[0])[-1] == "抽屉锁得住图纸，抽屉锁不住敲门的人。"
