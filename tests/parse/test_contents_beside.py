"""Contents in which one entry or another has the name of its section on its own line."""

from __future__ import annotations

import pytest

from converter.model import Issue, Paragraph
from tests.support.blocks import texts
from tests.support.restored import restored

FIRST = "灯塔修好的那天，守灯的老人没有来，他托人带了一盏马灯，说旧的要陪着新的亮一夜。"
SECOND = "天没亮，桥上已经摆满了担子，卖菜的人用手电照着秤星，一两也不肯错，错了就再称一回。"
THIRD = "信是用铅笔写的，写信的人说钢笔太郑重，怕自己写着写着就不敢说了，所以用铅笔。"


def listed(issue: Issue) -> list[tuple[str, str]]:
    return [
        (section.name, "".join(entry.title))
        for section in issue.contents.sections
        for entry in section.entries
    ]


@pytest.mark.parametrize(
    "row",
    [
        "9 来信 | 给守灯人的信",
        "来信｜给守灯人的信 9",
        "来信 9 给守灯人的信",
        "9 来信 · 给守灯人的信",
    ],
)
def test_a_section_beside_its_only_entry(row: str) -> None:
    issue = restored(
        f"目录\n\n专稿\n\n4 岸边的灯塔 宋小满\n\n{row}\n\n风物\n\n12 桥上的早市 柯以宁\n\n专稿\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n"
        f"来信\n\n给守灯人的信\n\n{THIRD}\n\n来信 9\n\n风物\n\n桥上的早市\n\n柯以宁\n\n{SECOND}"
    ).issue
    assert listed(issue) == [
        ("专稿", "岸边的灯塔"),
        ("来信", "给守灯人的信"),
        ("风物", "桥上的早市"),
    ]
    assert texts(issue) == [FIRST, THIRD, SECOND]


def test_two_lines_of_a_title_are_no_section() -> None:
    issue = restored(
        f"目录\n\n专稿\n\n4 岸边的灯塔 宋小满\n\n来信\n\n7 桥上摆满担子 天亮以前有早市 柯以宁\n\n专稿\n\n岸边的灯塔\n\n宋小满\n\n"
        f"{FIRST}\n\n来信\n\n桥上摆满担子\n\n天亮以前有早市\n\n柯以宁\n\n{SECOND}"
    ).issue
    assert [section for section, _ in listed(issue)] == ["专稿", "来信"]
    assert len(issue.articles) == 2


def test_columns_of_a_section_are_kickers() -> None:
    issue = restored(
        "目录\n\n专稿\n\n4 岸边的灯塔 宋小满\n\n专栏\n\n7 灶间笔记 | 桥上的早市 柯以宁\n\n9 街角经济 | 给守灯人的信 白若溪\n\n"
        f"专稿\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n专栏 | COLUMN\n\n灶间笔记\n\n桥上的早市\n\n柯以宁\n\n{SECOND}\n\n"
        f"街角经济\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    ).issue
    assert listed(issue)[1:] == [("专栏", "桥上的早市"), ("专栏", "给守灯人的信")]
    assert [article.kicker.value for article in issue.articles if article.kicker] == [
        "灶间笔记",
        "街角经济",
    ]


def test_what_a_section_is_about_is_the_kicker_of_its_first_article() -> None:
    issue = restored(
        f"目录\n\n特别策划 | 灯火二十年\n\n4 岸边的灯塔 宋小满\n\n7 桥上的早市 柯以宁\n\n来信\n\n9 给守灯人的信 白若溪\n\n"
        f"特别策划\n\n灯火二十年\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n桥上的早市\n\n柯以宁\n\n{SECOND}\n\n来信\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    ).issue
    assert [section for section, _ in listed(issue)] == ["特别策划", "特别策划", "来信"]
    assert issue.articles[0].kicker is not None
    assert issue.articles[0].kicker.value == "灯火二十年"
    assert issue.contents.sections[0].theme == "灯火二十年"
    assert texts(issue) == [FIRST, SECOND, THIRD]


@pytest.mark.parametrize("mark", [" | ", "｜", "：", "　"])
def test_what_only_the_contents_say_of_a_section_is_its_theme(mark: str) -> None:
    made = restored(
        f"目录\n\n特别策划{mark}灯火二十年\n\n4 岸边的灯塔 宋小满\n\n来信\n\n9 给守灯人的信 白若溪\n\n"
        f"特别策划\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n来信\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    )
    sections = made.issue.contents.sections
    assert [(one.name, one.theme) for one in sections] == [("特别策划", "灯火二十年"), ("来信", "")]
    assert made.issue.section_names == ("特别策划", "来信")
    assert not any("灯火" in drop.text for drop in made.issue.drops)


def test_two_sections_on_one_line_of_which_one_looks_like_a_name() -> None:
    issue = restored(
        f"目录\n\n专稿\n\n4 岸边的灯塔 宋小满\n\n手记 史鉴\n\n7 桥上的早市 柯以宁\n\n9 给守灯人的信 白若溪\n\n专稿\n\n岸边的灯塔\n\n宋小满\n\n"
        f"{FIRST}\n\n手记\n\n桥上的早市\n\n柯以宁\n\n{SECOND}\n\n史 鉴\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    ).issue
    assert [section for section, _ in listed(issue)] == ["专稿", "手记", "史鉴"]


def test_the_column_of_the_authors_in_a_table_is_that_of_its_other_rows() -> None:
    issue = restored(
        "目录\n\n| 专稿 | 岸边的灯塔 | 宋小满 | 4 |\n|--|--|--|--|\n| 早市 | 桥上风物 | 天亮以前的书友们 | 7 |\n| 来信 | 给守灯人的信 | 白若溪 | 9 |\n\n"
        f"专稿\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n早市\n\n桥上风物\n\n天亮以前的书友们\n\n{SECOND}\n\n来信\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    ).issue
    assert listed(issue) == [
        ("专稿", "岸边的灯塔"),
        ("早市", "桥上风物"),
        ("来信", "给守灯人的信"),
    ]


def test_those_who_take_part_stand_on_a_line_each() -> None:
    issue = restored(
        f"目录\n\n4 灯塔夜谈\n\n9 给守灯人的信 白若溪\n\n灯塔夜谈\n\n主持人：宋小满（本刊编辑）\n\n嘉宾：柯以宁（守灯人）\n\n"
        f"白 若溪（渡口小学教师）\n\n祖大勇（修船厂厂长）\n\n{FIRST}\n\n主持人：灯塔要不要留？\n\n柯以宁：留。\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    ).issue
    said = [
        b.text.value
        for b in (*issue.articles[0].front, *issue.articles[0].blocks)
        if isinstance(b, Paragraph)
    ]
    assert "祖大勇（修船厂厂长）" in said
    assert FIRST in said
    assert not issue.articles[0].bylines or "祖大勇" not in str(issue.articles[0].bylines)


@pytest.mark.parametrize(
    "note", ["| 4 | 编者按 | |\n|--|--|--|", "4 编者按", "编者按 …… 4", "4 编者的话"]
)
def test_the_theme_of_a_section_is_the_title_of_what_the_editors_say_of_it(note: str) -> None:
    lead = "编者按：灯点了二十年，守灯的人换了三代，本期请两位守灯人各说一段。"
    made = restored(
        f"目录\n\n特别策划 灯火二十年\n\n{note}\n\n5 岸边的灯塔 宋小满\n\n7 桥上的早市 柯以宁\n\n来信\n\n9 给守灯人的信 白若溪\n\n"
        f"特别策划\n\n灯火二十年\n\n{lead}\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n桥上的早市\n\n柯以宁\n\n{SECOND}\n\n来信\n\n给守灯人的信\n\n白若溪\n\n{THIRD}"
    )
    assert listed(made.issue) == [
        ("特别策划", "灯火二十年"),
        ("特别策划", "岸边的灯塔"),
        ("特别策划", "桥上的早市"),
        ("来信", "给守灯人的信"),
    ]
    first = made.issue.articles[0]
    assert [b.text.value for b in first.front if isinstance(b, Paragraph)] == [lead]
    assert texts(made.issue) == [FIRST, SECOND, THIRD]
    assert made.issue.contents.sections[0].entries[0].page == "4"


def test_a_note_of_the_editors_signs_no_entry() -> None:
    lead = "编者按：灯点了二十年，守灯的人换了三代，本期请两位守灯人各说一段。"
    made = restored(
        "目录\n\n专题\n\n灯火二十年\n编者按 ……………… 4\n\n岸边的灯塔\n宋小满 ……………… 5\n\n桥上的早市\n柯以宁 ……………… 7\n\n"
        f"专题\n\n灯火二十年\n\n{lead}\n\n岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n桥上的早市\n\n柯以宁\n\n{SECOND}"
    )
    entries = made.issue.contents.sections[0].entries
    assert [(entry.title, entry.authors) for entry in entries] == [
        (("灯火二十年",), ()),
        (("岸边的灯塔",), ("宋小满",)),
        (("桥上的早市",), ("柯以宁",)),
    ]
    assert made.issue.articles[0].bylines == ()
    assert "编者按" in [drop.text for drop in made.issue.drops]


def test_the_pages_in_the_last_cells_of_a_table_are_no_titles() -> None:
    issue = restored(
        "目录\n\n风物\n\n| 岸边的灯塔 | 宋小满 | 1 |\n| 桥上的早市 | 柯以宁 | 3 |\n来信\n\n| 给守灯人的信 | 白若溪 | 5 |\n\n"
        f"岸边的灯塔\n\n宋小满\n\n{FIRST}\n\n· 1 ·\n\n桥上的早市\n\n柯以宁\n\n{SECOND}\n\n· 3 ·\n\n"
        f"来信\n\n给守灯人的信\n\n白若溪\n\n{THIRD}\n\n· 5 ·"
    ).issue
    assert listed(issue) == [
        ("风物", "岸边的灯塔"),
        ("风物", "桥上的早市"),
        ("来信", "给守灯人的信"),
    ]
