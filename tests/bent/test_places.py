"""Local damage: where the items of a truth are found on the lines of an issue."""

from __future__ import annotations

import pytest

from tests.bent.test_kinds import SMALL
from tests.evaluation.bent import places
from tests.evaluation.bent.sheet import Sheet
from tests.evaluation.cases import Case, hand_made


def sheet_of(name: str) -> Sheet:
    (case,) = hand_made((name,))
    return Sheet(case)


def altered(old: str, new: str) -> Sheet:
    text = SMALL.data.decode()
    assert text.count(old) == 1
    return Sheet(Case("altered", text.replace(old, new).encode(), SMALL.truth))


def test_an_entry_has_its_title_its_author_and_its_page() -> None:
    sheet = Sheet(SMALL)
    told = [
        (
            "".join(sheet.text(piece) for piece in entry.title),
            "".join(sheet.text(piece) for piece in entry.authors),
            sheet.text(entry.page) if entry.page else "",
            len(entry.rows),
        )
        for entry in places.entries(sheet)
    ]
    assert told == [
        ("敲钟的人", "季有田", "3", 1),
        ("守灯塔的两代人和一本日记", "路小荷", "7", 1),
        ("河湾里的旧船", "祁山", "8", 2),
        ("问一问摆渡的人", "闻一凡", "10", 1),
    ]


def test_entries_in_a_table_or_side_by_side_are_not_plain() -> None:
    for name in ("qiye-2022-03", "chuantai-2023-04"):
        sheet = sheet_of(name)
        assert places.entries(sheet)
        plain = [sheet.lines[entry.rows[0]] for entry in places.plain_entries(sheet)]
        assert not [line for line in plain if "|" in line or "  " in line.strip()]


def test_two_entries_with_a_section_between_are_no_pair() -> None:
    pairs = places.in_pairs(Sheet(SMALL))
    assert [(one.article, other.article) for one, other in pairs] == [(0, 1), (2, 3)]


def test_the_title_is_the_line_over_the_text_though_it_stands_elsewhere() -> None:
    sheet = altered("渡口与桥　2023.2\n\n【", "敲钟的人\n\n【")
    head = places.heads(sheet)[0]
    assert sheet.lines[head.title.start] == "敲钟的人"
    assert sheet.lines[head.byline] == "文/季有田"
    assert sheet.lines[head.section] == "人物"


def test_a_head_has_the_rows_of_what_it_has() -> None:
    sheet = Sheet(SMALL)
    _, above, third, _ = places.heads(sheet)
    assert sheet.lines[above.byline] == "路小荷"
    assert above.byline < above.title.start
    assert (above.subtitle, above.section) == (-1, -1)
    assert sheet.lines[third.subtitle].startswith("——一个渡口")
    assert sheet.lines[third.text].startswith("河湾里停着")
    assert third.listed is not None


def test_a_box_has_its_label_its_rows_and_its_source() -> None:
    sheet = Sheet(SMALL)
    first, second = places.boxes(sheet)
    assert [sheet.text(box.label) for box in (first, second) if box.label] == ["名词解释", "小贴士"]
    assert sheet.lines[first.rows[0]] == "【名词解释】"
    assert [sheet.lines[box.rows[-1]][:4] for box in places.sourced(sheet)] == ["——摘自"] * 2


def test_what_stands_again_and_again_in_the_body_is_a_running_head() -> None:
    sheet = Sheet(SMALL)
    rows = [row for row, line in enumerate(sheet.lines) if line == "渡口与桥　2023.2"]
    assert places.running_heads(sheet) == tuple(rows)


def test_who_speaks_is_no_running_head() -> None:
    text = SMALL.data.decode().replace("记者：", "记者：\n\n").replace("· 6 ·", "记者：")
    sheet = Sheet(Case("apart", text.encode(), SMALL.truth))
    assert sheet.lines.count("记者：") == 3
    assert {sheet.lines[row] for row in places.running_heads(sheet)} == {"渡口与桥　2023.2"}


def test_the_masthead_is_what_has_a_label_before_the_first_article() -> None:
    sheet = Sheet(SMALL)
    labels = [sheet.lines[row].partition("：")[0] for row in places.masthead(sheet)]
    assert labels == ["主管", "主办", "地址", "电话"]


@pytest.mark.parametrize(
    ("name", "least", "most"), [("tiangeng-2022-06", 24, 40), ("sample", 0, 0)]
)
def test_the_measure_is_that_of_the_column(name: str, least: int, most: int) -> None:
    sheet = sheet_of(name)
    rows = [one.rows[0] for one in places.paragraphs(sheet)]
    assert rows
    assert all(least <= sheet.measure(row) <= most for row in rows[3:6])


def test_a_text_with_a_misread_character_is_found_and_told_apart() -> None:
    sheet = altered("逢集的日子从天不亮", "逢集的曰子从天不亮")
    turns = {one.item.text[:6]: one.exact for one in places.turns(sheet)}
    assert turns["陈师傅：五十"] is False
    assert turns["陈师傅：有。"] is True
