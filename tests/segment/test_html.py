"""HTML in the text: tables, headings, lists and breaks; and what only looks like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.model import Heading, Paragraph, Table
from converter.segment import unmarked
from converter.segment.markup import Unmarked
from converter.source import Line
from tests.support.markup import (
    AFTER,
    BEFORE,
    HEAD,
    TAIL,
    balanced_issue,
    blocks,
    issue_with,
    texts,
)


def resolved(text: str) -> Unmarked:
    """A text without HTML, in which every character is accounted for."""
    source = [Line(number, part) for number, part in enumerate(text.split("\n"), 1)]
    made = unmarked(source)
    have = _count(line.text for line in made.lines)
    have.update(_count(text for _, text, _ in made.drops))
    have.update(_count(before for _, before, _ in made.changes))
    have.subtract(_count(after for _, _, after in made.changes))
    assert {char: n for char, n in have.items() if n} == _count(line.text for line in source)
    return made


def _count(texts: Iterable[str]) -> Counter[str]:
    return Counter("".join("".join(texts).split()))


def said(text: str) -> list[str]:
    """The lines that are not blank."""
    return [line.text.strip() for line in resolved(text).lines if not line.blank]


@pytest.mark.parametrize(
    "text",
    ["甲 < 乙，3 * 4 > 2", "若a<b>c则停", "见<<规程>>第三条", "x<y", "<甲>和<乙>", "a <b 而 c> d", "<p>半句", "if a < b: c"],
)  # fmt: skip
def test_what_only_looks_like_a_tag_stays(text: str) -> None:
    assert said(text) == [text]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("床前有渠<br>渠里有水<br/>水里有月", ["床前有渠", "渠里有水", "水里有月"]),
        ("<h2>老渠</h2><p>渠水<b>清</b>。</p>", ["## 老渠", "渠水**清**。"]),
        ("<ul><li>锹</li><li>镐</li></ul>", ["- 锹", "- 镐"]),
        ("<html><body><div align='center'>居中</div></body></html>", ["居中"]),
        ("<span class='ocr_line' title='bbox 1 2 3 4'>一行字</span>", ["一行字"]),
        ('<TextLine><String CONTENT="一行" HPOS="1"/></TextLine>', ["一行"]),
        ("<img src='a.jpg' width=\"50%\"/>", []),
        ("<img>一张渠边的照片</img>下文", ["下文"]),
        ("<header>水渠</header>", []),
        ('<!-- PageHeader="水渠" -->', []),
        ("<|ref|>title<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>", []),
        ("::: {.box}\n渠水\n:::", ["渠水"]),
        ("```markdown\n渠水\n```", ["渠水"]),
        ("他说{7}----------------起来", ["他说", "{7}----------------", "起来"]),
    ],
)
def test_tags_become_lines_and_marks(text: str, lines: list[str]) -> None:
    assert said(text) == lines


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        ('<!-- PageFooter="水渠" -->', {"running-head"}),
        ("<watermark>内部</watermark>", {"image"}),
        ("<!-- image -->", {"image"}),
        ("渠<span>水</span>", {"markup"}),
    ],
)
def test_what_is_left_out_is_told_with_its_reason(text: str, reasons: set[str]) -> None:
    assert {reason for _, _, reason in resolved(text).drops} == reasons


TABLE = (
    "<table><tr><th>村</th><th>户数</th><th>渠长</th></tr>"
    "<tr><td>柳湾</td><td>31</td><td>4.2</td></tr><tr><td>石桥</td><td>27</td><td>3.8</td></tr></table>"
)


def test_a_table_is_a_real_table() -> None:
    issue = issue_with(BEFORE + AFTER, "表1 各村的渠", f"<html><body>{TABLE}</body></html>")
    [table] = blocks(issue, 0, Table)
    assert table.caption is not None
    assert table.caption.value == "表1　各村的渠"
    assert [[cell.text.value for cell in row] for row in table.rows] == [
        ["村", "户数", "渠长"], ["柳湾", "31", "4.2"], ["石桥", "27", "3.8"],
    ]  # fmt: skip
    assert all(cell.header for cell in table.rows[0])
    assert texts(issue) == [BEFORE + AFTER]


@pytest.mark.parametrize("between", ["\n\n", "\n", ""])
def test_a_table_that_interrupts_a_sentence_follows_it(between: str) -> None:
    issue = issue_with(f"{BEFORE}{between}{TABLE}{between}{AFTER}")
    assert texts(issue) == [BEFORE + AFTER]
    assert len(blocks(issue, 0, Table)) == 1


def test_a_table_may_stand_on_many_lines() -> None:
    spread = TABLE.replace("><", ">\n<").replace("柳湾", "柳\n湾")
    issue = issue_with(BEFORE, spread, AFTER)
    [table] = blocks(issue, 0, Table)
    assert len(table.rows) == 3
    assert table.rows[1][0].text.value == "柳湾"
    assert texts(issue) == [BEFORE + AFTER]


def test_two_tables_stay_two() -> None:
    assert len(blocks(issue_with(BEFORE + AFTER, TABLE, TABLE), 0, Table)) == 2


def test_a_table_of_one_cell_is_a_frame() -> None:
    issue = issue_with(BEFORE + AFTER, f"<table><tr><td>{AFTER}</td></tr></table>")
    assert not blocks(issue, 0, Table)
    assert texts(issue) == [BEFORE + AFTER, AFTER]


MERGED = (
    "<table><tr><td rowspan='2'>村</td><td colspan=2>渠长</td></tr><tr><td>干渠</td><td>支渠</td></tr>"
    "<tr><td>柳湾</td><td colspan='2'>4.2</td></tr></table>"
)


def spans(table: Table) -> list[list[tuple[str, int, int, bool]]]:
    """What a table's cells say, their columns and rows, and whether they are heads."""
    return [
        [(cell.text.value, cell.colspan, cell.rowspan, cell.header) for cell in row]
        for row in table.rows
    ]


def test_cells_reach_over_columns_and_rows() -> None:
    [table] = blocks(issue_with(BEFORE + AFTER, MERGED), 0, Table)
    assert spans(table) == [
        [("村", 1, 2, True), ("渠长", 2, 1, True)],
        [("干渠", 1, 1, True), ("支渠", 1, 1, True)],
        [("柳湾", 1, 1, False), ("4.2", 2, 1, False)],
    ]


def test_cells_that_reach_too_far_are_cut_and_gaps_filled() -> None:
    html = "<table><tr><td rowspan='9'>甲</td><td>乙</td><td>丙</td></tr><tr></tr><tr><td>丁</td></tr></table>"
    [table] = blocks(issue_with(BEFORE + AFTER, html), 0, Table)
    assert [[cell[:3] for cell in row] for row in spans(table)] == [
        [("甲", 1, 2), ("乙", 1, 1), ("丙", 1, 1)],
        [("丁", 1, 1), ("", 1, 1)],
    ]


cells = st.tuples(st.integers(1, 4), st.integers(1, 4))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(cells, max_size=5), min_size=1, max_size=6))
def test_every_place_of_a_table_is_of_one_cell(rows: list[list[tuple[int, int]]]) -> None:
    html = "".join(
        "<tr>"
        + "".join(f"<td colspan={wide} rowspan={deep}>水</td>" for wide, deep in row)
        + "</tr>"
        for row in rows
    )
    for table in blocks(issue_with(BEFORE + AFTER, f"<table>{html}</table>"), 0, Table):
        places: Counter[tuple[int, int]] = Counter()
        for number, row in enumerate(table.rows):
            column = 0
            for cell in row:
                while places[number, column]:
                    column += 1
                for deep in range(cell.rowspan):
                    places.update((number + deep, column + wide) for wide in range(cell.colspan))
        assert set(places.values()) <= {0, 1}
        taken = {place for place, count in places.items() if count}
        width = 1 + max(column for _, column in taken)
        assert len(taken) == width * len(table.rows)


def test_a_table_that_never_ends_loses_nothing() -> None:
    issue = issue_with(BEFORE + AFTER, "<table><tr><td>柳湾</td><td>31</td></tr>")
    assert any("柳湾" in text for text in texts(issue))


def test_bars_in_a_cell_do_not_part_it() -> None:
    made = resolved("<table><tr><td>甲|乙</td><td>丙</td></tr></table>")
    assert [line.text for line in made.lines if not line.blank] == ["| 甲｜乙 | 丙 |"]


def test_a_heading_in_html_is_a_heading() -> None:
    issue = issue_with(BEFORE + AFTER, "<h2>渠上的人</h2>", f"<p>{BEFORE}{AFTER}</p>")
    assert [heading.text.value for heading in blocks(issue, 0, Heading)] == ["渠上的人"]


def test_breaks_in_a_sentence_are_no_paragraphs() -> None:
    issue = issue_with(f"{BEFORE}<br>{AFTER}")
    assert [p.text.value for p in blocks(issue, 0, Paragraph)] == [BEFORE + AFTER]


pieces = st.sampled_from(
    ["<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<td colspan=2>", "<b>", "</b>", "<br>", "<p>", "</p>", "<li>",
     "<h2>", "</h2>", "<!--", "-->", "<header>", "</header>", "<img src='a'>", "<", ">", "|", "&amp;", "渠", "水", " ", "\n", "</", "<sup>",
     "{3}--------", "<page_number>", "4", "</page_number>", '<String CONTENT="水"/>', "```\n", ":::\n", "<|det|>", "<|/det|>"]
)  # fmt: skip


@given(st.lists(pieces, max_size=40).map("".join))
def test_no_character_is_lost_in_any_soup_of_tags(text: str) -> None:
    numbers = [line.number for line in resolved(text).lines]
    assert numbers == sorted(numbers)
    assert set(numbers) <= set(range(1, text.count("\n") + 2))


@pytest.mark.parametrize("colon", ["：", ""])
def test_a_masthead_in_a_table_is_read(colon: str) -> None:
    rows = (("主管", "渠县水利局"), ("主办", "渠县农会"), ("主编", "方晓禾"), ("定价", "5.00元"))
    cells = "".join(f"<tr><td>{name}{colon}</td><td>{value}</td></tr>" for name, value in rows)
    text = HEAD.replace("主办：渠县农会", f"<table>{cells}</table>") + BEFORE + AFTER + TAIL
    found = {entry.label: entry.values for entry in balanced_issue(text).masthead.entries}
    assert {name: found.get(name) for name, _ in rows} == {name: (value,) for name, value in rows}


def test_contents_in_a_table_are_read() -> None:
    rows = (("老渠的新水", "方晓禾", "5"), ("一把旧锹", "田有余", "7"))
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    text = HEAD.replace("老渠的新水 方晓禾 5\n\n一把旧锹 田有余 7", f"<table>{cells}</table>")
    issue = balanced_issue(text + BEFORE + AFTER + TAIL)
    [section] = issue.contents.sections
    assert [(entry.title, entry.authors, entry.page) for entry in section.entries] == [
        ((title,), (author,), page) for title, author, page in rows
    ]


def test_tags_of_printed_lines_part_no_paragraphs() -> None:
    text = (BEFORE + AFTER) * 4
    printed = [text[at : at + 24] for at in range(0, len(text), 24)]
    by_line = "\n".join(f'<div class="line"><span>{line}</span></div>' for line in printed)
    assert len([line for line in resolved(by_line).lines if line.blank]) == 0
    whole = "\n".join(f"<p>{BEFORE}{AFTER}</p>" for _ in range(8))
    assert len([line for line in resolved(whole).lines if line.blank]) == 16
