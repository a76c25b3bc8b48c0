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


LED = [
    "卷首灯语",
    "四十年的渡船 送过两岸的人……陆小满（4）",
    "石上功夫",
    "修碑上的字……白若溪（6）",
    "田埂上听藕……傅长林（8）",
    "潮 汐",
    "夜里放第三次水……万佩文（11）",
    "医案",
    "灯下的名册……苗 圃（14）",
]
NAMES = ("卷首灯语", "石上功夫", "石上功夫", "潮汐", "医案")


@pytest.mark.parametrize("form", ["{}", "☆{}", "【{}】", "◆ {} ◆"])
@pytest.mark.parametrize("side", ["behind", "before"])
@pytest.mark.parametrize("at", [2, 5, 7])
def test_a_section_beside_an_entry_with_its_page_at_the_end(at: int, form: str, side: str) -> None:
    name = form.format(LED[at])
    first, last = (at - 1, at + 1) if side == "behind" else (at, at + 2)
    whole = f"{LED[at - 1]}　{name}" if side == "behind" else f"{name} {LED[at + 1]}"
    lines = [form.format(one) if "……" not in one else one for one in LED]
    glued = "\n".join([*lines[:first], whole, *lines[last:]])
    made = entries(glued)
    assert [section for section, *_ in made] == list(NAMES)
    assert [title for _, title, _, _ in made] == [
        "四十年的渡船 送过两岸的人",
        *(title for _, title, _, _ in ALL[1:]),
    ]


def test_a_section_the_body_has_over_the_title() -> None:
    body = BODY.replace("夜里放第三次水\n", "放水\n\n夜里放第三次水\n")
    lines = [*LINES[:5], "放水 夜里放第三次水 万佩文", *LINES[7:]]
    made = listed(restored(f"{IMPRINT}目录\n\n" + "\n\n".join(lines) + f"\n\n{body}"))
    assert [section for section, *_ in made][3] == "放水"


def test_the_theme_of_a_section_is_no_entry() -> None:
    body = BODY.replace("夜里放第三次水\n", f"特别策划\n\n放水的人\n\n{THREE}\n\n夜里放第三次水\n")
    lines = [*LINES[:5], "特别策划 放水的人", *LINES[6:]]
    made = listed(restored(f"{IMPRINT}目录\n\n" + "\n\n".join(lines) + f"\n\n{body}"))
    assert "放水的人" not in [title for _, title, _, _ in made]


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
