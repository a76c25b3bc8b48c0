"""Titles that the contents put right."""

from __future__ import annotations

import pytest

from converter.parse.byline import read_byline
from converter.pipeline import Restored, restore

TEXT = "水渠修了三年，从水库一直修到后山的稻田。通水那天，稻田里的人都停下来看。"


def titled(listed: str, printed: str) -> Restored:
    lines = [
        "目录",
        f"1 {listed} 张水",
        "3 图书室 李山",
        printed,
        "张水",
        TEXT,
        "图书室",
        "李山",
        TEXT,
    ]
    return restore("\n\n".join(lines).encode(), name="x.txt")


def test_a_title_that_breaks_off_within_a_word_is_completed_and_that_is_said() -> None:
    found = titled("以一条长渠灌溉后山三百亩稻田", "以一条长渠灌溉后山三百")
    article = found.issue.articles[0]
    assert "".join(text.value for text in article.title) == "以一条长渠灌溉后山三百亩稻田"
    assert ("", "亩稻田", "title-from-contents") in [
        (change.before, change.after, change.rule) for change in found.issue.changes
    ]
    assert "TOC004" in [one.code for one in found.diagnostics]


@pytest.mark.parametrize(
    ("listed", "printed"),
    [
        ("以一条长渠灌溉后山：三百亩稻田", "以一条长渠灌溉后山"),
        ("水渠记三则", "水渠记"),
    ],
)
def test_a_shorter_title_may_be_meant(listed: str, printed: str) -> None:
    article = titled(listed, printed).issue.articles[0]
    assert "".join(text.value for text in article.title) == printed


def test_offices_before_a_name_behind_a_label() -> None:
    reading = read_byline("文/ 澜州市委副秘书长、市委办公室主任 孟 知 远")
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("孟知远", "澜州市委副秘书长、市委办公室主任")
    ]
    reading = read_byline("文 / 白塔区人民法院速裁庭 伍思齐　图 / 张石")
    assert reading is not None
    assert [(one.name, one.office) for one in reading.authors] == [
        ("伍思齐", "白塔区人民法院速裁庭")
    ]
