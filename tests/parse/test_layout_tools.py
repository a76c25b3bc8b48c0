"""Markdown of tools that read the layout of a page: tables in HTML, centred captions, misread folios."""

from __future__ import annotations

import pytest

from converter.model import Block, Figure, Issue, Paragraph, Table
from tests.support.restored import listed, restored

ONE = (
    "码头的秤从前挂在屋檐下，秤杆有一丈二尺长，称一头猪要三个人抬，称完了还要请一个识字的人来念星。"
)
TWO = "老秤工说，秤星不会骗人，骗人的是把手搭在秤钩上的那个人，所以他称东西的时候，两只手都举在头顶上。"
CUT = "后来换了磅秤，铁的，漆成绿色，搬来那天码头上站满了人，都想知道自己有多重，站上去的第一个人是"
REST = "管账的先生，他站了很久，不肯下来，说这个数目他记了一辈子，没有想到会记到自己头上。"
LAST = "那杆老秤如今还在，横在陈列室的两颗钉子上，星已经看不清了。"


def issue(*lines: str, contents: str = "") -> Issue:
    toc = (
        contents or "# 目录\n\n# 特写\n\n8 码头的秤 柴望\n\n# 手记\n\n14 窑口 乔木\n\n16 方砖 窑生"
    )
    first = ("# 特写", "# 码头的秤", "文 / 柴望", *lines)
    others = ("# 手记", "# 窑口", "文 / 乔木", TWO, "# 方砖", "文 / 窑生", LAST)
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
