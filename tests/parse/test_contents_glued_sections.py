"""Sections joined to the entry above or below them, where the contents are read both ways."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "摆渡的人四十年里没有出过县，两岸的人却都由他送过，谁家嫁女，谁家还债，他在船上听得比在岸上多，听过也就放进水里了。"
TWO = "石匠的锤子有七把，最小的一把只有一两，用来修碑上的字，修一个字要一个上午，修完了也看不出来，他说看不出来才叫修。"
THREE = "种藕的田要放三次水，第三次放完，泥里的东西就都醒了，人站在田埂上听得见水往下走的声音，像有人在很远的地方说话。"
IMPRINT = "水边党建\n2019年第3期\n主管：河东县委\n主办：河东县委党校\n主编：傅长林\n电话：0199-10227733\n\n"
BODY = (
    f"四十年的渡船\n\n陆小满\n\n{ONE}\n\n修碑上的字\n\n白若溪\n\n{TWO}\n\n田埂上听藕\n\n傅长林\n\n{THREE}\n\n"
    f"夜里放第三次水\n\n万佩文\n\n{ONE}{TWO}\n\n灯下的名册\n\n苗 圃\n\n{TWO}{THREE}\n"
)
ENTRIES = {
    "四十年的渡船": ("渡口", "陆小满", "4"),
    "修碑上的字": ("石上功夫", "白若溪", "6"),
    "田埂上听藕": ("石上功夫", "傅长林", "8"),
    "夜里放第三次水": ("农技", "万佩文", "11"),
    "灯下的名册": ("医案", "苗 圃", "14"),
}
ALL = [
    (section, title, (name.replace(" ", ""),), page)
    for title, (section, name, page) in ENTRIES.items()
]


def printed(entry: str, section: str) -> list[str]:
    """The lines of the contents, with entries and sections of the forms given."""
    lines: list[str] = []
    above = ""
    for title, (name, author, page) in ENTRIES.items():
        if name != above:
            lines.append(section.format(name))
        above = name
        lines.append(entry.format(title=title, author=author, page=page))
    return lines


PAGE_LAST, PAGE_FIRST = "{title}……{author}（{page}）", "{page} {title} {author}"
PLACES = [0, 2, 5, 7]
"""Where the names of the sections stand."""


def read(lines: list[str], body: str = BODY) -> list[tuple[str, str, tuple[str, ...], str]]:
    return listed(restored(f"{IMPRINT}目录\n\n" + "\n".join(lines) + f"\n\n{body}"))


def above(lines: list[str], at: int, between: str) -> list[str]:
    """The lines with that of a section behind the one above it."""
    return [*lines[: at - 1], f"{lines[at - 1]}{between}{lines[at]}", *lines[at + 1 :]]


def below(lines: list[str], at: int, between: str) -> list[str]:
    """The lines with that of a section before the one below it."""
    return [*lines[:at], f"{lines[at]}{between}{lines[at + 1]}", *lines[at + 2 :]]


@pytest.mark.parametrize("form", ["{}", "☆{}", "·{}·", "【{}】"])
@pytest.mark.parametrize("entry", [PAGE_LAST, PAGE_FIRST])
def test_the_lines_as_they_are(entry: str, form: str) -> None:
    assert read(printed(entry, form)) == ALL


@pytest.mark.parametrize("at", PLACES[1:])
@pytest.mark.parametrize("between", [" ", "\u3000", ""])
@pytest.mark.parametrize("form", ["{}", "☆{}", "【{}】"])
def test_a_section_behind_the_page_of_the_entry_above(form: str, between: str, at: int) -> None:
    assert read(above(printed(PAGE_LAST, form), at, between)) == ALL


@pytest.mark.parametrize("at", PLACES[1:])
@pytest.mark.parametrize("form", ["{}", "☆{}", "【{}】"])
def test_a_section_behind_who_has_signed_the_entry_above(form: str, at: int) -> None:
    assert read(above(printed(PAGE_FIRST, form), at, " ")) == ALL


@pytest.mark.parametrize("at", PLACES[1:])
def test_a_section_that_no_blank_parts_from_who_has_signed(at: int) -> None:
    lines = [line.replace("苗 圃", "苗圃") for line in printed(PAGE_FIRST, "{}")]
    assert read(above(lines, at, "")) == ALL


@pytest.mark.parametrize("at", PLACES)
@pytest.mark.parametrize("form", ["{}", "☆{}", "【{}】"])
@pytest.mark.parametrize("entry", [PAGE_LAST, PAGE_FIRST])
def test_a_section_before_the_entry_below(entry: str, form: str, at: int) -> None:
    assert read(below(printed(entry, form), at, " ")) == ALL


@pytest.mark.parametrize("at", PLACES[1:])
@pytest.mark.parametrize("entry", [PAGE_LAST, PAGE_FIRST])
def test_a_section_that_no_blank_parts_from_the_entry_below(entry: str, at: int) -> None:
    assert read(below(printed(entry, "{}"), at, "")) == ALL


def test_a_section_that_the_body_has_over_the_title() -> None:
    body = BODY.replace("夜里放第三次水\n", "放水\n\n夜里放第三次水\n")
    lines = printed("{title} {author}", "{}")
    lines[5] = "放水"
    made = read(below(lines, 5, " "), body)
    assert [section for section, *_ in made] == ["渡口", "石上功夫", "石上功夫", "放水", "医案"]


def test_the_indents_of_entries_stay_those_of_their_lines() -> None:
    lines = printed("\u3000\u3000{title}……{author}（{page}）", "{}")
    assert read(above(lines, 5, " ")) == ALL


def test_the_end_of_a_title_names_no_section() -> None:
    body = BODY.replace("田埂上听藕", "听藕的 人物")
    lines = [line.replace("田埂上听藕", "听藕的 人物") for line in printed("{page} {title}", "{}")]
    assert [(section, title) for section, title, *_ in read(lines, body)] == [
        (section, title.replace("田埂上听藕", "听藕的 人物")) for section, title, *_ in ALL
    ]


def test_the_class_of_a_pupil_is_no_page() -> None:
    lines = printed(PAGE_LAST, "{}")
    lines[3] = "修碑上的字 高一（5）班 阮 星"
    body = BODY.replace("白若溪", "高一（5）班 阮 星")
    assert [section for section, *_ in read(lines, body)] == [section for section, *_ in ALL]


def test_a_dot_within_who_has_signed_marks_no_section() -> None:
    lines = [line.replace("傅长林", "傅长林 文·摄影") for line in printed(PAGE_FIRST, "{}")]
    assert [section for section, *_ in read(lines)] == [section for section, *_ in ALL]


def test_the_first_line_of_a_title_is_longer_than_names_of_sections() -> None:
    body = BODY.replace("修碑上的字\n", "石匠的七把锤子\n\n修碑上的字\n")
    lines = [line.replace("修碑", "石匠的七把锤子 修碑") for line in printed(PAGE_LAST, "{}")]
    assert "石匠的七把锤子" not in {section for section, *_ in read(lines, body)}
