"""Boxes in frames and tables, printed in one of several ways within the sentences of a column."""

from __future__ import annotations

import pytest

from converter.model import Heading, Issue, Paragraph, PullQuote, Table
from tests.support.blocks import boxes
from tests.support.restored import restored

PROSE = [
    "老汪在码头边修了三十年船，木船修成了铁船，铁船又修成了玻璃钢的。他说船底最怕的不是石头，是藤壶，一年不铲就有两寸厚。",
    "每年三月，他把船拖上坡，用铲刀一寸一寸地铲，铲下来的碎壳堆在坡脚，像一堆灰白的雪。村里的年轻人大多去了城里，学得最快的是一个姑娘。",
    "现在坡上一年还能修二十来条船，都是近海的小船，跑不远，也舍不得扔。船主们嘴上说，再修一年就不修了，到了春天又把船拖了上来。",
]


def wrapped(text: str, measure: int) -> list[str]:
    """The lines of a paragraph with its indent, no mark at the head of any."""
    rows, row = [], "　　"
    for char in text:
        if len(row) >= measure and char not in "，。":
            rows.append(row)
            row = ""
        row += char
    return [*rows, row]


def issue(inset: list[str], measure: int = 22, at: int = -1) -> Issue:
    """An issue with ``inset`` within the second paragraph of its article, or before one."""
    parts = [wrapped(text, measure) for text in PROSE]
    if at < 0:
        parts[1][2:2] = inset
    else:
        parts[at:at] = [inset]
    body = [line for part in parts for line in part]
    head = "目录\n\n船坡记　汪洋　1\n灯塔记　李山　5\n\n船坡记\n\n汪洋\n\n"
    other = ["", "灯塔记", "", "李山", "", *wrapped(PROSE[0][::-1][1:] + "。", measure)]
    return restored(head + "\n".join([*body, *other])).issue


def prose_of(found: Issue) -> list[str]:
    return [block.text.value for block in found.articles[0].blocks if isinstance(block, Paragraph)]


def restored_boxes(found: Issue) -> list[tuple[str, str, list[str]]]:
    """The boxes of an issue whose article is whole around them."""
    assert prose_of(found) == PROSE
    return boxes(found)


def rows_of(found: Issue) -> list[list[str]]:
    (table,) = [block for block in found.articles[0].blocks if isinstance(block, Table)]
    assert table.caption is not None
    return [[cell.text.value for cell in row] for row in table.rows]


@pytest.mark.parametrize("title", ["", "出海之前"])
@pytest.mark.parametrize("measure", [22, 27])
def test_items_without_marks_of_a_line_each(title: str, measure: int) -> None:
    items = ["看三天的天气。", "清空船舱里的水。", "戴好手套和眼镜。"]
    named = ["小贴士", title] if title else ["小贴士"]
    assert restored_boxes(issue([*named, *items], measure)) == [("小贴士", title, items)]


def test_a_full_line_of_two_clauses_is_no_title() -> None:
    text = ["修补所用的桐油须在阴凉处存放，夏", "季不超过两个月，冬季不超过半年。"]
    (box,) = restored_boxes(issue(["小资料", *text, "（资料来源：市渔业局）"]))
    assert box == ("小资料", "", ["".join(text)])


def test_figures_set_full_in_a_frame_part_no_sentence() -> None:
    text = [
        "链接 某市对2360名船主的调查",
        "显示，每年三月把船拖上坡铲一",
        "次藤壶的，比两年才铲一次的人",
        "少用油15%，少修船3次，多出",
        "海21天。",
    ]
    (box,) = restored_boxes(issue(text))
    assert box == ("链接", "", ["".join(text)[3:]])


ROWS = [["年份", "木船", "铁船"], ["2019年", "14", "9"], ["2020年", "12", "11"]]


@pytest.mark.parametrize("blank", ["　", " ", "    "])
@pytest.mark.parametrize("caption", ["表1　各年修船数", "表1", "各年修船数（条）"])
def test_a_table_cuts_a_sentence(caption: str, blank: str) -> None:
    rows = [*ROWS, ["2021年", "9", "13"]]
    found = issue([caption, *map(blank.join, rows)])
    assert rows_of(found) == rows
    assert prose_of(found) == PROSE


def test_two_columns_above_their_source_are_no_labels_of_a_chart() -> None:
    rows = [["项目", "结果"], ["船数", "23"], ["工时", "410"], ["桐油", "52公斤"]]
    assert rows_of(issue(["表1　坡上一年", *map("　".join, rows), "数据来源：船坡账本"])) == rows


def test_a_cell_of_a_table_may_be_a_list() -> None:
    rows = [["季节", "工序", "用工"], ["春", "铲壳、捻缝", "3人"], ["秋", "换板、上漆", "5人"]]
    assert rows_of(issue(["表1　各季的活", *map(" ".join, rows)])) == rows


SAID = ["船主们嘴上说，再修一年就", "不修了，到了春天又把船拖", "了上来。"]


def quotes_of(found: Issue) -> list[str]:
    return [
        "".join(text.value for text in block.paragraphs)
        for block in found.articles[0].blocks
        if isinstance(block, PullQuote)
    ]


def headings_of(found: Issue) -> list[str]:
    return [block.text.value for block in found.articles[0].blocks if isinstance(block, Heading)]


@pytest.mark.parametrize("heading", ["", "石阶上的线", "二、石阶上的线", "（二）船主们嘴上说"])
@pytest.mark.parametrize("place", ["above", "below"])
def test_a_pull_quote_glued_to_the_heading_of_its_part(heading: str, place: str) -> None:
    own = [heading] if heading else []
    found = issue([*own, *SAID] if place == "above" else [*SAID, *own], at=1)
    assert quotes_of(found) == ["".join(SAID)]
    assert headings_of(found) == own
    assert prose_of(found) == PROSE


def test_what_a_frame_says_again_within_a_sentence_is_a_pull_quote() -> None:
    found = issue(["船主们嘴上说，再修一年就不修了", "，到了春天又把船拖了上来。"])
    assert quotes_of(found) == ["".join(SAID)]
    assert prose_of(found) == PROSE
