"""What a text layer has torn off its line: key words, and the marks of notes."""

from __future__ import annotations

import pytest

from converter.segment.torn_lines import with_torn_lines
from converter.source import Line

TEXT = "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里。"


def read(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [line.text for line in with_torn_lines(lines) if not line.blank]


def test_key_words_stand_on_the_line_of_their_label() -> None:
    page = ("关键词：渡口", "", "石阶", "", "桐油", "", "水位变化", "", TEXT)
    assert read(*page) == ["关键词：渡口　石阶　桐油　水位变化", TEXT]


@pytest.mark.parametrize("below", ["引言", "一、渡口的由来", "中图分类号：K29"])
def test_what_stands_below_the_key_words_is_none(below: str) -> None:
    assert read("关键词：渡口", "", "石阶", "", below)[-1] == below


def test_marks_tell_that_key_words_go_on_by_themselves() -> None:
    page = ["关键词：渡口；石阶；", "桐油", "", TEXT]
    assert read(*page) == ["关键词：渡口；石阶；", "桐油", TEXT]


def test_words_above_no_text_stay_where_they_are() -> None:
    page = ["关键词：渡口", "石阶", "桐油", "缆桩"]
    assert read(*page) == page


@pytest.mark.parametrize("mark", ["[2]", "①"])
@pytest.mark.parametrize(
    "work",
    ["《渡口志》，江边出版社 2004 年版，第 12 页。", "沈一帆：《灯塔下的三个人》，载《江声》。"],
)
def test_the_mark_of_a_note_stands_before_it(mark: str, work: str) -> None:
    assert read(TEXT, "", mark, "", work) == [TEXT, f"{mark} {work}"]


def test_a_mark_above_running_text_calls_a_note() -> None:
    page = [TEXT, "①", TEXT]
    assert read(*page) == page
