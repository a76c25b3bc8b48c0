"""Lines of the masthead that OCR has read among those of the contents."""

from __future__ import annotations

import pytest

from tests.support.restored import listed, restored

ONE = "磨豆腐的人起得比鸡早，水缸里的月亮还没有走，他已经推了两百圈，推到天亮的时候，磨眼里流出来的是一条白线。"
TWO = "补渔网要用三种线，粗线补边，细线补眼，最细的一种补前人补过的地方，补好了，鱼看不出来，水也看不出来。"
HEAD = [
    "灯芯月刊",
    "2018年第4期",
    "主编：傅长林",
    "地址：河东县渡口街3号",
    "国内统一刊号 CN 99-1234",
]
LINES = ["卷首", "2 两百圈月亮 陆小满", "手艺", "5 前人补过的地方 白若溪", "9 水也看不出来 万佩文"]
BODY = (
    f"卷首\n\n两百圈月亮\n\n陆小满\n\n{ONE}\n\n{TWO}\n\n手艺\n\n前人补过的地方\n\n白若溪\n\n{TWO}\n\n{ONE}\n\n"
    f"水也看不出来\n\n万佩文\n\n{ONE}{TWO}\n"
)
ALL = [
    ("卷首", "两百圈月亮", ("陆小满",), "2"),
    ("手艺", "前人补过的地方", ("白若溪",), "5"),
    ("手艺", "水也看不出来", ("万佩文",), "9"),
]
STRAYS = [
    "主管：河东县文化馆",
    "主办 河东县渡船联合会",
    "定价 12元",
    "社长 骆 驼",
    "电话：0199-1022",
    "编辑：《灯芯》编辑部",
]


def issue(lines: list[str]) -> str:
    return "\n".join(HEAD) + "\n\n目录\n\n" + "\n".join(lines) + f"\n\n{BODY}"


@pytest.mark.parametrize("gap", [[], [""]])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
@pytest.mark.parametrize("stray", STRAYS)
def test_line_of_masthead_within_contents(stray: str, at: int, gap: list[str]) -> None:
    made = restored(issue([*LINES[:at], *gap, stray, *gap, *LINES[at:]]))
    assert listed(made) == ALL
    assert stray[:2] in [entry.label for entry in made.issue.masthead.entries]


@pytest.mark.parametrize("at", [2, 3, 4])
@pytest.mark.parametrize("again", ["目录", "目 录（续）", "CONTENTS", "— 1 —"])
def test_heading_of_next_page_of_contents(again: str, at: int) -> None:
    assert listed(restored(issue([*LINES[:at], "", again, "", *LINES[at:]]))) == ALL


@pytest.mark.parametrize("name", ["信箱", "热线", "读者来信", "稿约"])
def test_section_with_the_name_of_a_label_stays(name: str) -> None:
    text = issue([*LINES[:2], name, *LINES[3:]]).replace("手艺", name)
    assert [one[0] for one in listed(restored(text))] == ["卷首", name, name]


def test_one_section_between_two_headings_is_no_choice_of_the_cover() -> None:
    assert listed(restored(issue([LINES[0], "", "目录", "", *LINES[1:]]))) == ALL


@pytest.mark.parametrize("at", range(5))
def test_line_read_twice(at: int) -> None:
    assert listed(restored(issue([*LINES[: at + 1], *LINES[at:]]))) == ALL


def test_line_of_several_entries_read_twice() -> None:
    lines = ["卷首", "手艺", "2 两百圈月亮 陆小满 5 前人补过的地方 白若溪"]
    once, twice = (
        listed(restored(issue([*lines, *lines[2:] * more, LINES[4]]))) for more in (0, 1)
    )
    assert once == twice


def test_column_named_as_its_entry_stays() -> None:
    lines = [*LINES, "编后絮语", "编后絮语", "12"]
    made = listed(restored(issue(lines) + f"\n编后絮语\n\n{TWO}\n\n{ONE}\n"))
    assert made[-1][:2] == ("编后絮语", "编后絮语")
