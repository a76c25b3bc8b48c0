"""Lines of contents that OCR has put behind one another: sections behind and before entries, two rows on one line."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
IMPRINT = "水边党建\n2019年第3期\n主管：河东县委\n主办：河东县委党校\n主编：傅长林\n电话：0199-10227733\n\n"
BODY = (
    f"四十年的渡船 送过两岸的人\n\n河东县渡口办主任 陆小满\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}\n\n"
    f"田埂上听藕\n\n傅长林\n\n{THREE}\n\n夜里放第三次水\n\n万佩文\n\n{ONE}{TWO}\n\n"
    f"灯下的名册\n\n苗 圃\n\n{TWO}{THREE}\n"
)
ALL = [
    ("卷首灯语", "四十年的渡船送过两岸的人", ("陆小满",), "4"),
    ("石上功夫", "修碑上的字", ("白若溪",), "6"),
    ("石上功夫", "田埂上听藕", ("傅长林",), "8"),
    ("水田夜话", "夜里放第三次水", ("万佩文",), "11"),
    ("名册故事", "灯下的名册", ("苗圃",), "14"),
]
LINES = [
    "卷首灯语",
    "4 四十年的渡船\n送过两岸的人 陆小满",
    "石上功夫",
    "6 修碑上的字 白若溪",
    "8 田埂上听藕 傅长林",
    "水田夜话",
    "11 夜里放第三次水 万佩文",
    "名册故事",
    "14 灯下的名册 苗 圃",
]


def entries(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    return listed(restored(f"{IMPRINT}目录\n\n{contents}\n\n{BODY}"))


def test_the_lines_as_they_are() -> None:
    assert entries("\n\n".join(LINES)) == ALL


@pytest.mark.parametrize("at", [1, 4, 6])
def test_a_section_behind_who_has_signed_the_entry_above(at: int) -> None:
    glued = [*LINES[:at], f"{LINES[at]} {LINES[at + 1]}", *LINES[at + 2 :]]
    assert entries("\n\n".join(glued)) == ALL


@pytest.mark.parametrize("at", [0, 2, 5, 7])
def test_a_section_before_the_page_of_its_first_entry(at: int) -> None:
    glued = [*LINES[:at], f"{LINES[at]} {LINES[at + 1]}", *LINES[at + 2 :]]
    assert entries("\n\n".join(glued)) == ALL


ROWS = [
    "| 石上功夫 | | |",
    "|---|---|---|",
    "| 修碑上的字 | 白若溪 | 6 |",
    "| 田埂上听藕 | 傅长林 | 8 |",
    "| 水田夜话 | | |",
    "| 夜里放第三次水 | 万佩文 | 11 |",
]
TABLE = ALL[1:4]


@pytest.mark.parametrize("at", [2, 3, 4])
def test_two_rows_on_one_line(at: int) -> None:
    rows = [*ROWS[:at], f"{ROWS[at]} {ROWS[at + 1]}", *ROWS[at + 2 :]]
    assert entries("\n".join(rows)) == TABLE


def test_a_section_behind_the_last_row_of_a_table() -> None:
    rows = [*ROWS[:3], f"{ROWS[3]} 水田夜话", "", "11 夜里放第三次水 万佩文"]
    assert entries("\n".join(rows)) == TABLE
