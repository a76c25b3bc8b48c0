"""Contents without a single blank line: the body tells which rows are names of sections."""

from __future__ import annotations

import pytest

from converter.model import Contents, Paragraph
from converter.segment.regions import is_contents_heading
from tests.support.restored import restored

HEAD = "同渡\n2023年第10期\n主办单位：河湾市妇女联合会\n编辑出版：《同渡》编辑部\n主编：沈一帆\n"
ONE = "三号炉是全厂最老的炉子，炉前班有七个人，年纪加起来三百零六岁，谁也不爱多说话。"
THREE = "钥匙一直放在门框上面，谁先回来谁就把炉子里的火捅开，等着后面的人一起吃饭。"
TWO = "老郭的本事是听，炉子好不好，他不看表，把安全帽往炉壁上一贴，听一听就知道了。"


def contents(listed: str, body: str) -> Contents:
    """The contents of the issue with these lines and this body."""
    return restored(f"{HEAD}目 录\n{listed}\n{body}\n").issue.contents


def sections(found: Contents) -> list[tuple[str, tuple[str, ...]]]:
    """The names of the sections with the titles in each."""
    return [(one.name, tuple(entry.title[0] for entry in one.entries)) for one in found.sections]


TABLE = "| 5 | 一盏灯 | 冯小满 |\n|---|---|---|\n| 7 | 一把钥匙 | 柳穗 |"


@pytest.mark.parametrize("keeper", ["", "主持/柳穗\n"])
def test_a_section_over_a_table_is_told_by_the_body(keeper: str) -> None:
    found = contents(
        f"卷首\n4 门框上的钥匙 ..... 顾麦秋\n人间灯火\n{TABLE}\n灶台边\n9 两道菜 ..... 姚素心",
        f"门框上的钥匙\n顾麦秋\n{ONE}\n{TWO}\n人间灯火\n{keeper}一盏灯\n文/冯小满\n{TWO}\n{ONE}\n"
        f"一把钥匙\n文/柳穗\n{ONE}{TWO}\n灶台边\n两道菜\n姚素心\n{TWO}\n{ONE}",
    )
    assert sections(found) == [
        ("卷首", ("门框上的钥匙",)),
        ("人间灯火", ("一盏灯", "一把钥匙")),
        ("灶台边", ("两道菜",)),
    ]


def test_a_section_of_the_name_of_its_only_article() -> None:
    found = contents(
        f"声音\n6 一周声音\n数字\n6 数字\n人间灯火\n{TABLE}",
        f"声音\n一周声音\n{ONE}\n{TWO}\n数字\n{TWO}\n{ONE}\n人间灯火\n一盏灯\n冯小满\n{TWO}\n{ONE}\n一把钥匙\n柳穗\n{ONE}{TWO}",
    )
    assert sections(found)[:2] == [("声音", ("一周声音",)), ("数字", ("数字",))]


@pytest.mark.parametrize("over", ["人间灯火\n", ""])
def test_a_masthead_below_the_contents_ends_where_the_first_article_begins(over: str) -> None:
    text = (
        "同渡\n2023年第10期\n目 录\n人间灯火\n5 一盏灯 …… 冯小满\n7 一把钥匙 …… 柳穗\n"
        "主管单位 河湾市妇女联合会\n主办单位 河湾市妇女儿童活动中心\n主编 沈一帆\n邮编 000366\n定价 8.80元\n"
        f"{over}一盏灯\n文/冯小满\n{ONE}\n{TWO}\n一把钥匙\n文/柳穗\n{THREE}\n"
    )
    issue = restored(text).issue
    assert [made.title[0].value for made in issue.articles] == ["一盏灯", "一把钥匙"]
    texts = [b.text.value for b in issue.articles[0].blocks if isinstance(b, Paragraph)]
    assert "".join(texts) == ONE + TWO
    assert any(entry.label == "定价" for entry in issue.masthead.entries)


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("版与墨 2021.09 目录 CONTENTS 1", True),
        ("2021年第9期 目录", True),
        ("012 河湾 2021年9月 | 目 录", True),
        ("2021年9月的目录", False),
        ("《渡口》2021年第9期目录汇编", False),
    ],
)
def test_the_head_of_the_page_may_be_the_only_heading_of_the_contents(
    text: str, *, heads: bool
) -> None:
    assert is_contents_heading(text) is heads
    if heads:
        body = f"{text}\n人间灯火\n5 一盏灯 …… 冯小满\n一盏灯\n文/冯小满\n{ONE}\n{TWO}\n"
        found = restored(f"同渡\n2023年第10期\n{body}").issue.contents
        assert found.heading.replace(" ", "").startswith("目录")
        assert sections(found) == [("人间灯火", ("一盏灯",))]


LISTED = (
    "人间灯火\n06 一盏灯 冯小满\n04 卷首\n门框上的钥匙 顾麦秋\n05 半个月\n08 对坐\n两道菜 姚素心\n"
    "11 来信\n读者的三封信\n"
)
PRINTED = (
    f"卷首\n门框上的钥匙\n文/顾麦秋\n{ONE}\n{TWO}\n4\n半个月\n{THREE}\n{TWO}\n5\n人间灯火\n一盏灯\n文/冯小满\n{TWO}\n{ONE}\n"
    f"6\n对坐\n两道菜\n文/姚素心\n{THREE}\n{ONE}\n8\n对坐\n{TWO}\n{ONE}\n9\n"
)


def test_names_with_pages_over_one_title_each() -> None:
    found = contents(LISTED, f"{PRINTED}来信\n读者的三封信\n{ONE}\n{TWO}\n11")
    assert dict(sections(found)) == {
        "": ("半个月",),
        "人间灯火": ("一盏灯",),
        "卷首": ("门框上的钥匙",),
        "对坐": ("两道菜",),
        "来信": ("读者的三封信",),
    }
    assert [one.entries[0].page for one in found.sections[2:]] == ["04", "08", "11"]


def test_first_lines_of_titles_are_no_names_of_sections() -> None:
    found = contents(
        "04 那把钥匙\n挂在门框上面的三十年 顾麦秋\n06 一盏灯\n亮了多少个晚上 冯小满\n08 两道菜\n从哪里来 姚素心",
        f"那把钥匙\n挂在门框上面的三十年\n文/顾麦秋\n{ONE}\n{TWO}\n一盏灯\n亮了多少个晚上\n文/冯小满\n{TWO}\n{ONE}\n"
        f"两道菜\n从哪里来\n文/姚素心\n{THREE}\n{ONE}",
    )
    assert [one.name for one in found.sections] == [""]


def test_columns_named_with_their_section_in_the_body() -> None:
    found = contents(
        "人间灯火\n04 一盏灯 冯小满\n专栏\n06 炉边｜门框上的钥匙 顾麦秋\n08 灶台｜两道菜 姚素心\n",
        f"人间灯火\n一盏灯\n文/冯小满\n{TWO}\n{ONE}\n专栏·炉边\n门框上的钥匙\n文/顾麦秋\n{ONE}\n{TWO}\n"
        f"专栏·灶台\n两道菜\n文/姚素心\n{THREE}\n{ONE}",
    )
    assert sections(found) == [
        ("人间灯火", ("一盏灯",)),
        ("专栏·炉边", ("门框上的钥匙",)),
        ("专栏·灶台", ("两道菜",)),
    ]


@pytest.mark.parametrize(
    "parts", [("炉前七个人的年纪", "与三号炉的年纪"), ("炉前七个人", "的年纪与三号", "炉的年纪")]
)
def test_contents_end_above_a_title_that_the_body_has_on_several_lines(
    parts: tuple[str, ...],
) -> None:
    title = "".join(parts)
    found = contents(
        f"【炉边】\n{title}………………冯小满　柳穗 1\n听炉子的人……………………姚素心 9\n【灶台】\n两道菜……………………顾麦秋 15",
        "\n".join(parts)
        + "\n冯小满1，柳穗2\n（1.河湾学院，河湾 199301；2.河湾三中，河湾 199307）\n"
        f"摘　要：以三号炉为例，记录七个人的工龄。\n关键词：炉子；工龄；年纪；班组\n{ONE}\n{TWO}\n"
        f"听炉子的人\n姚素心\n{TWO}\n{ONE}\n两道菜\n顾麦秋\n{THREE}",
    )
    assert sections(found) == [("炉边", (title, "听炉子的人")), ("灶台", ("两道菜",))]
    assert found.sections[0].entries[0].title == (title,)
