"""Markdown of tools that read the layout of a page: tables in HTML, centred captions, misread folios."""

from __future__ import annotations

import pytest

from converter.model import Block, Box, Figure, Issue, Paragraph, PullQuote, Role, Table, Verse
from tests.support.restored import listed, restored

ONE = (
    "码头的秤从前挂在屋檐下，秤杆有一丈二尺长，称一头猪要三个人抬，称完了还要请一个识字的人来念星。"
)
TWO = "老秤工说，秤星不会骗人，骗人的是把手搭在秤钩上的那个人，所以他称东西的时候，两只手都举在头顶上。"
CUT = "后来换了磅秤，铁的，漆成绿色，搬来那天码头上站满了人，都想知道自己有多重，站上去的第一个人是"
REST = "管账的先生，他站了很久，不肯下来，说这个数目他记了一辈子，没有想到会记到自己头上。"
LAST = "那杆老秤如今还在，横在陈列室的两颗钉子上，星已经看不清了，来看的孩子却都要伸手去摸一摸，摸完了问大人，这是钓什么鱼用的。"
OTHER = "窑口朝着河，烧窑的人说这样火才有风，风从水面上来，带着一点潮气，砖出窑的时候就不会裂，一块一块青得发亮。"


def issue(*lines: str, contents: str = "") -> Issue:
    toc = (
        contents or "# 目录\n\n# 特写\n\n8 码头的秤 柴望\n\n# 手记\n\n14 窑口 乔木\n\n16 方砖 窑生"
    )
    first = ("# 特写", "# 码头的秤", "文 / 柴望", *lines)
    others = (
        "# 手记",
        "# 窑口",
        "文 / 乔木",
        OTHER,
        "# 方砖",
        "文 / 窑生",
        OTHER.replace("窑", "砖"),
    )
    return restored("\n\n".join([toc, *first, *others])).issue


def blocks(found: Issue) -> tuple[Block, ...]:
    article = found.articles[0]
    return (*article.front, *article.blocks, *article.back)


def texts(found: Issue) -> list[str]:
    return [block.text.value for block in blocks(found) if isinstance(block, Paragraph)]


def cells(*row: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"


@pytest.mark.parametrize("below", ["——看秤人的一天", "看秤人的一天"])
def test_an_entry_of_the_contents_over_two_rows_is_one(below: str) -> None:
    table = "".join(
        [
            "<table><tr><td colspan='3'>特写</td></tr>",
            cells("008", "码头的秤", ""),
            cells("", below, "柴 望"),
            "<tr><td colspan='3'>手记</td></tr>",
            cells("014", "窑口", "乔 木"),
            cells("016 方砖与瓦", "", "梅笛"),
            "</table>",
        ]
    )
    lines = ["# 目录", table, "# 特写", "# 码头的秤", f"# {below}", "文 / 柴望", ONE, "# 手记"]
    lines += ["# 窑口", "文 / 乔木", TWO, "# 方砖与瓦", "文 / 梅笛", LAST]
    made = restored("\n\n".join(lines))
    assert [(section, who, page) for section, _, who, page in listed(made)] == [
        ("特写", ("柴望",), "008"),
        ("手记", ("乔木",), "014"),
        ("手记", ("梅笛",), "016"),
    ]
    assert len(made.issue.articles) == 3


def test_what_is_centred_beside_a_picture_is_its_caption() -> None:
    caption = "傍晚，过磅的人在檐下等船。这杆秤后来再也没有用过。"
    found = issue(
        ONE, CUT, "![](a.jpg)", f'<div style="text-align: center;">{caption}</div>', REST, LAST
    )
    figures = [block for block in blocks(found) if isinstance(block, Figure)]
    assert [figure.caption.value for figure in figures] == [caption]
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_what_is_centred_above_a_table_is_its_caption() -> None:
    rows = "| 年 | 秤 |\n|---|---|\n| 1956 | 7 |\n| 1986 | 2 |"
    found = issue(ONE, '<div style="text-align: center;">历年的秤</div>', rows, LAST)
    (table,) = [block for block in blocks(found) if isinstance(block, Table)]
    assert table.caption is not None
    assert table.caption.value == "历年的秤"
    assert texts(found) == [ONE, LAST]


def test_a_cell_over_all_columns_of_a_table_is_its_caption() -> None:
    rows = "".join([cells("年", "秤"), cells("1956", "7"), cells("1986", "2")])
    found = issue(ONE, f"<table><tr><td colspan='2'>历年的秤</td></tr>{rows}</table>", LAST)
    (table,) = [block for block in blocks(found) if isinstance(block, Table)]
    assert table.caption is not None
    assert table.caption.value == "历年的秤"
    assert [len(row) for row in table.rows] == [2, 2, 2]


@pytest.mark.parametrize("folio", ["1Z", "Z1"])
def test_a_misread_folio_within_a_sentence_is_none_of_it(folio: str) -> None:
    found = issue(ONE, CUT, folio, REST, LAST)
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_the_spelt_name_of_the_magazine_is_a_running_head() -> None:
    head = "# 临岸\n\nLINAN TOWN REVIEW\n\n2024年第3期\n\n主办 临岸镇文化站\n\nISSN 9912-3457\n\n"
    toc = "# 目录\n\n# 特写\n\n8 码头的秤 柴望\n\n# 手记\n\n14 窑口 乔木\n\n16 方砖 窑生"
    found = issue(ONE, CUT, "LINAN 9", REST, LAST, contents=head + toc)
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_a_thing_counted_again_over_the_page_is_one_thing() -> None:
    above = "墙上掉下一块灰皮，落在院子当中，没有伤着人，只是砸坏了一辆"
    found = issue(ONE, above, "特写", "一辆手推车，主人也不来要。", LAST)
    assert above + "手推车，主人也不来要。" in texts(found)


def test_a_note_is_called_at_the_end_of_a_paragraph() -> None:
    rows = "| 年 | 秤 |\n|---|---|\n| 1956 | 7 |\n| 1986 | 2 |"
    called = f"{ONE} $ ^{{①}} $ "
    found = issue(called, rows, "① 《码头志》，临岸镇文化站，1987年。", "## 02 磅秤", CUT + REST)
    assert [(note.marker, note.text.value) for note in found.articles[0].notes] == [
        ("①", "《码头志》，临岸镇文化站，1987年。")
    ]


def boxes(found: Issue) -> list[tuple[str, str, list[str], str]]:
    """The name, the title, the paragraphs and the source of each box."""
    return [
        (
            box.label,
            box.title.value if box.title else "",
            [block.text.value for block in box.blocks if isinstance(block, Paragraph)],
            box.attribution.text.value if box.attribution else "",
        )
        for box in blocks(found)
        if isinstance(box, Box)
    ]


ITEMS = [
    "1. 先把秤砣挂在头一颗星上，看秤杆是不是平的。",
    "2. 再挂一斤水，水是不会骗人的，差半两就要换绳。",
]


def test_a_marked_title_over_a_numbered_list_within_a_sentence_is_a_box() -> None:
    found = issue(ONE, CUT, "# 怎样看一杆秤准不准", "\n".join(ITEMS), REST, LAST)
    assert boxes(found) == [("", "怎样看一杆秤准不准", ITEMS, "")]
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_the_source_behind_a_dash_on_the_line_of_a_box_is_its_own() -> None:
    told = "临岸镇的码头在1956年有秤七杆，到1986年只剩两杆，其中一杆还是从邻镇借来的。"
    found = issue(ONE, CUT, f"相关链接：{told}——临岸镇志办公室", REST, LAST)
    assert boxes(found) == [("相关链接", "", [told], "临岸镇志办公室")]
    assert texts(found) == [ONE, CUT + REST, LAST]


def test_points_of_a_box_that_end_with_semicolons_are_paragraphs() -> None:
    points = [
        "全镇在1956年（当年六月底）共有大小秤41杆，其中码头上的7杆，占全部的17.1%；",
        "到1986年还剩12杆，三十年里少了29杆；",
        "能称的木秤 2 杆，磅秤 9 台，电子秤 1 台。",
    ]
    found = issue(
        ONE, CUT, "## 数说", *points, "（来源：临岸镇志办公室《度量衡调查》）", REST, LAST
    )
    ((label, title, paragraphs, source),) = boxes(found)
    assert (label, title, len(paragraphs)) == ("数说", "", 3)
    assert source.endswith("临岸镇志办公室《度量衡调查》")
    assert texts(found) == [ONE, CUT + REST, LAST]


@pytest.mark.parametrize("mark", ["### {}", "**{}**"])
def test_a_sentence_set_large_between_paragraphs_is_a_pull_quote(mark: str) -> None:
    said = "秤教人的是一只手提起来，另一只手放下去。"
    found = issue(ONE, mark.format(said), TWO, "## 磅秤", CUT + REST, LAST)
    quotes = [block for block in blocks(found) if isinstance(block, PullQuote)]
    assert [text.value for one in quotes for text in one.paragraphs] == [said]
    assert texts(found) == [ONE, TWO, CUT + REST, LAST]


def test_sentences_set_large_again_and_again_are_points() -> None:
    said = [
        "先看秤杆。杆要直，直了才平。",
        "再看秤砣。砣要旧，旧了才准。",
        "后看秤绳。绳要短，短了才稳。",
    ]
    others = [TWO, CUT + REST, LAST]
    lines = [
        line for pair in zip(said, others, strict=True) for line in (f"**{pair[0]}**", pair[1])
    ]
    found = issue(ONE, *lines)
    assert not [block for block in blocks(found) if isinstance(block, PullQuote)]


def test_lines_of_verse_that_blank_lines_part_are_verse() -> None:
    lines = ["秤砣睡了", "星还亮着", "有一只手", "把它们数了又数"]
    found = issue(ONE, "他在簿子上写：", *lines, TWO, "# 磅秤", CUT + REST, LAST)
    verse = [block for block in blocks(found) if isinstance(block, Verse)]
    assert [[line.value for line in one.lines] for one in verse] == [lines]


def test_who_helped_with_a_column_is_a_credit() -> None:
    found = issue(ONE, TWO, LAST, "（本栏目由临岸镇文化站协办）")
    paragraphs = [block for block in blocks(found) if isinstance(block, Paragraph)]
    assert paragraphs[-1].role is Role.CREDIT


@pytest.mark.parametrize(("heads", "boxed"), [(("准备", "动手"), 0), ((), 1)])
def test_what_the_reader_is_asked_last_is_a_part_among_parts(
    heads: tuple[str, ...], boxed: int
) -> None:
    parts = [line for head in heads for line in (f"# {head}", CUT + REST)]
    found = issue(ONE, TWO, *parts, "# 想一想", LAST)
    assert len(boxes(found)) == boxed


def test_the_staff_and_the_address_below_the_contents_are_of_the_masthead() -> None:
    lines = [
        "# 目录\n\n# 特写\n\n8 码头的秤 柴望\n\n# 手记\n\n14 窑口 乔木\n\n16 方砖 窑生",
        "# 临岸",
        "2024年第3期 总第41期",
        "主办 临岸镇文化站",
        "主 编 梅 笛",
        "视觉 阿 梨",
        "国际标准刊号 ISSN 9912-3457",
        "编辑部 (0159) 10662208",
        "letters@linan.example.org",
    ]
    found = issue(ONE, TWO, LAST, contents="\n\n".join(lines))
    kinds = {(entry.kind.value, entry.label) for entry in found.masthead.entries}
    assert {("staff", "主编"), ("staff", "视觉"), ("telephone", "编辑部"), ("email", "")} <= kinds
