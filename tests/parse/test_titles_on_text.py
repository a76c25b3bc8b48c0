"""Titles of boxes that stand on the first line of the text of their box."""

from __future__ import annotations

import pytest

from converter.parse.issue.titles_on_text import with_box_titles_apart
from converter.source import Line
from tests.support.blocks import boxes
from tests.support.markup import HEAD, TAIL
from tests.support.restored import restored

TEXT = "每年惊蛰前后把渠口打开，先放一天小水，把渠底的泥泡软，再一段一段地清。"


def _parted(*written: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(written, 1)]
    return [line.text for line in with_box_titles_apart(lines, {"链接", "知识链接"})]


@pytest.mark.parametrize(
    ("title", "blank", "text"),
    [
        ("开渠的规矩", "\u3000", TEXT),  # a wide blank
        ("什么是水份", " ", TEXT),  # it asks
        ("水份多少算够？", " ", TEXT),
        ("水份", " ", f"水份是各家按田亩分到的时辰，{TEXT}"),  # the text begins with it
        ("渠上的水份", " ", f"“水份”是各家按田亩分到的时辰，{TEXT}"),
        ("开渠以前，先做四件事", " ", f"1.{TEXT}"),  # the first point has its number
        ("水规（节选）", "\u3000", TEXT),
    ],
)
def test_what_heads_a_box(title: str, blank: str, text: str) -> None:
    assert _parted("链接", "", f"{title}{blank}{text}") == ["链接", "", title, text]


def test_other_boxes_of_that_name_have_a_title() -> None:
    other = ("【链接】", "守闸人", "", TEXT)
    assert _parted(*other, "链接", f"开渠节 {TEXT}") == [*other, "链接", "开渠节", TEXT]
    assert _parted("链接", f"开渠节 {TEXT}") == ["链接", f"开渠节 {TEXT}"]
    at_six = f"早上 6 点，{TEXT}"  # a blank as around all figures
    assert _parted(*other, "链接", at_six) == [*other, "链接", at_six]


@pytest.mark.parametrize(
    "text",
    [
        f"开渠的规矩，\u3000{TEXT}",  # a clause
        f"开渠的规矩\u3000{TEXT[:12]} {TEXT[12:]}",  # other blanks part characters
        f"20:10\u3000{TEXT}",  # an hour
        f"开渠的规矩写在一块石碑上，碑立在渠口的左边，字是\u3000{TEXT}",  # too long
        TEXT,
    ],
)
def test_what_heads_none(text: str) -> None:
    assert _parted("链接", text) == ["链接", text]


def test_terms_and_what_they_mean_have_no_title() -> None:
    terms = (f"渠口\u3000渠口是水进渠的地方，{TEXT}", f"渠底\u3000渠底是泥最厚的地方，{TEXT}")
    assert _parted("链接", "", *terms) == ["链接", "", *terms]


def test_below_no_name_of_boxes_nothing_is_parted() -> None:
    assert _parted("渠口", f"开渠的规矩\u3000{TEXT}") == ["渠口", f"开渠的规矩\u3000{TEXT}"]


def test_the_box_has_its_title() -> None:
    before, behind = "水到田头的那一天，全村的人都站在渠", "埂上，没有一个人说话，只听见水响。"
    text = f"{before}\n\n链接\n\n开渠的规矩\u3000{TEXT}\n\n——《渠上旧闻》\n\n{behind}"
    assert boxes(restored(HEAD + text + TAIL).issue) == [("链接", "开渠的规矩", [TEXT])]


@pytest.mark.parametrize("blank", ["", " ", "\u3000"])
def test_both_names_in_bold_stand_over_the_text_behind_them(blank: str) -> None:
    head = "**知识链接：怎样算水份**"
    assert _parted(f"{head}{blank}{TEXT}") == [head, TEXT]
    assert _parted(f"**水规：怎样算水份**{blank}{TEXT}") == [f"**水规：怎样算水份**{blank}{TEXT}"]
