"""The journal of a learned society: reports and news, letters, surveys, in an academic dress."""

from __future__ import annotations

import re

import pytest

from converter.model import Heading, Paragraph, Role, Table
from converter.parse.byline import read_byline
from tests.support.articles import named, titles
from tests.support.restored import listed, restored

JOURNAL = """\
渔 政 通 报
（双月刊）

2019年第4期

目　次

调查

休渔期里的船
——墩头港渔船去向调查 ………… 岑小舟（1）

来信

一张旧海图 …… 麦冬（5）

简讯

协会动态 …………（7）


调查

休渔期里的船 墩头港渔船去向调查

岑小舟

休渔期一到，墩头港里停了二百一十条船，船老大们却没有几个留在家里。

我们用了两个月，一条一条问过去，问到的有一百八十七条。

来信

一张旧海图

麦冬

编辑同志：

贵刊上一期说墩头港的旧海图已经失传，我家里倒还有一张，是祖父留下来的。

2019年7月2日

简讯

协会动态

协会召开年会（线上）

本刊讯 7月3日，协会年会在线上召开，到会一百二十人，会上评出了六篇论文。（岑小舟）

巡港小组下乡

本刊讯 7月9日，巡港小组到三个渔村，检查了四十条船的救生设备，换下旧衣六十件。（麦冬）

新海图印出

本刊讯 7月15日，新测的墩头港海图印出，比例为一比一万，会员可以函购，每张四元。（麦冬）
"""


def test_datelines_make_no_newspaper_of_a_bulletin() -> None:
    assert titles(JOURNAL) == ["休渔期里的船", "一张旧海图", "协会动态"]
    (byline,) = named(JOURNAL, "一张旧海图").bylines
    assert [one.name for one in byline.authors] == ["麦冬"]


def test_a_subtitle_behind_a_blank_whose_dash_is_lost() -> None:
    article = named(JOURNAL, "休渔期里的船")
    assert article.subtitle is not None
    assert "墩头港渔船去向调查" in article.subtitle.value
    assert [one.name for line in article.bylines for one in line.authors] == ["岑小舟"]


def test_a_title_with_a_blank_stays_whole_where_the_contents_have_no_subtitle() -> None:
    text = JOURNAL.replace("休渔期里的船\n——墩头港渔船去向调查", "休渔期里的船 墩头港渔船去向调查")
    assert restored(text).issue.articles[0].subtitle is None


def test_a_number_with_a_class_is_that_of_a_periodical() -> None:
    text = JOURNAL.replace("渔 政 通 报", "渔 政 导 报").replace(
        "第4期\n", "第4期\nCN 99-1044/S\n", 1
    )
    assert titles(text) == titles(JOURNAL)


def test_a_notice_that_a_blank_line_parts_is_of_no_section() -> None:
    text = JOURNAL.replace("（1）\n", "（1）\n缆绳的修补 …… 麦冬（3）\n").replace(
        "（7）\n", "（7）\n\n《渔政通报》征稿简则 …………（8）\n"
    )
    text += "\n《渔政通报》征稿简则\n\n来稿请写明姓名和船号，三个月没有回音的可以另投别处。\n"
    found = [entry[:2] for entry in listed(restored(text))]
    assert ("", "《渔政通报》征稿简则") in found
    assert ("简讯", "协会动态") in found


def test_an_entry_on_two_lines_where_the_heading_of_the_contents_is_lost() -> None:
    text = JOURNAL.replace("目　次\n\n", "").replace("——墩头港渔船去向调查 …", "…", 1)
    text = text.replace("简讯\n\n协会", "书评\n\n读《岭下船歌》 …… 何三江（6）\n\n简讯\n\n协会", 1)
    found = [entry[:2] for entry in listed(restored(text))]
    assert ("调查", "休渔期里的船") in found


def test_a_title_without_page_and_author_right_below_its_section() -> None:
    text = re.sub(r"(?m)[ …]*（\d）$", "", JOURNAL).replace(
        "协会动态\n\n\n", "协会动态\n\n《渔政通报》征稿简则\n\n\n"
    )
    text += "\n《渔政通报》征稿简则\n\n来稿请写明姓名和船号，三个月没有回音的可以另投别处。\n"
    found = [entry[:2] for entry in listed(restored(text))]
    assert ("简讯", "协会动态") in found
    assert "协会动态" in titles(text)


def test_numbered_paragraphs_are_items_together_or_not_at_all() -> None:
    long = "1.把救生衣晒透。" + "救生衣泡过海水，盐粒留在里面，不晒透就会发脆。" * 4
    two = "2.把缆绳盘好。缆绳不盘好，急用的时候会打结。"
    text = JOURNAL.replace("我们用了两个月", f"{long}\n\n{two}\n\n我们用了两个月")
    blocks = named(text, "休渔期里的船").blocks
    roles = [one.role for one in blocks if isinstance(one, Paragraph)]
    assert set(roles) == {Role.BODY}


PAPER = """\
休渔期里的船

岑小舟¹

（1. 墩头渔业学院 航海系，墩头 199077

摘　要：本文用两个月的走访，说明休渔期里墩头港的渔船都去了哪里，船上的人又在做什么。

关键词：渔船；休渔期；走访

Where the boats go in the closed season

CEN Xiaozhou¹

收稿日期：2019-03-02

0 引言

休渔期一到，墩头港里停了二百一十条船，船老大们却没有几个留在家里。

1 方法

我们用了两个月，一条一条问过去，问到的有一百八十七条。

表1 船的去向

| 去向 | 船数 | 人数 |
|---|---|---|
| 修船厂 | 86 | 301 |
| 外港
 | 61 | 244 |
| 停在港里 | 40 | 52 |
"""


def test_a_title_abroad_without_an_abstract_of_its_own() -> None:
    text = JOURNAL.replace("休渔期里的船 墩头港渔船去向调查\n\n岑小舟\n", PAPER)
    article = named(text, "休渔期里的船")
    found = [*article.front, *article.blocks]
    abroad = [one for one in found if getattr(one, "role", None) is Role.PARALLEL_TITLE]
    assert len(abroad) == 2
    heads = [one.text.value for one in found if isinstance(one, Heading)]
    assert heads == ["0 引言", "1 方法"]
    assert not any("墩头渔业学院" in one.text.value for one in found if isinstance(one, Paragraph))


def test_a_row_that_is_broken_before_a_bar() -> None:
    text = JOURNAL.replace("休渔期里的船 墩头港渔船去向调查\n\n岑小舟\n", PAPER)
    table = next(one for one in named(text, "休渔期里的船").blocks if isinstance(one, Table))
    assert [cell.text.value for cell in table.rows[2]] == ["外港", "61", "244"]


@pytest.mark.parametrize("end", ["", "）"])
def test_where_authors_work_though_the_bracket_is_lost(end: str) -> None:
    one = f"（墩头渔业学院 航海系，墩头 199077{end}"
    two = f"（1. 墩头渔业学院 航海系，墩头 199077；2. 岭下水产站，岭下 199078{end}"
    for text in (one, two):
        reading = read_byline(text)
        assert reading is not None
        assert not reading.authors


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("岑 舟，麦冬青", ["岑舟", "麦冬青"]),
        ("岑小舟，麦冬青，何三江", ["岑小舟", "麦冬青", "何三江"]),
        ("麦冬青（墩头水产学校，墩头 199077）", ["麦冬青"]),
        ("墩头港渔船去向调查组", ["墩头港渔船去向调查组"]),
    ],
)
def test_who_signs_in_a_journal_though_no_contents_name_them(text: str, names: list[str]) -> None:
    reading = read_byline(text)
    assert reading is not None
    assert [one.name for one in reading.authors] == names


@pytest.mark.parametrize("text", ["白云，黄鹤", "岑小舟，走在前面", "水清，鱼多"])
def test_clauses_are_no_names(text: str) -> None:
    assert read_byline(text) is None


UNLISTED = """\
海图上的空白
——以墩头港为中心

岑小舟

（墩头渔业学院 航海系，墩头 199077）

摘　要：墩头港外有一片海，三百年的海图上都是空白，本文说明它为什么是空白。

一、谁画的海图

画海图的人从来不到那里去，因为船过不去，只有渔民知道水有多深，他们又不画图，

第4期 岑小舟：海图上的空白 13

也不肯告诉别人。

缆绳

麦 舟，何三江

摘　要：本文讲缆绳怎样打结，怎样解开，怎样在水里泡上三年而不烂，各有什么道理。

打结的法子有二十四种，船上用得着的只有五种，五种里又有两种非学不可。
"""


def test_articles_of_a_journal_without_contents() -> None:
    text = f"渔政通报\n2019年第4期\n\n{UNLISTED}"
    assert titles(text) == ["海图上的空白", "缆绳"]
    first = named(text, "海图上的空白")
    assert first.subtitle is not None
    assert [one.name for line in first.bylines for one in line.authors] == ["岑小舟"]
    said = [one.text.value for one in first.blocks if isinstance(one, Paragraph)]
    assert said[-1].endswith("他们又不画图，也不肯告诉别人。")
