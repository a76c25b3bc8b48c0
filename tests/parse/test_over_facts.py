"""Names over facts: each exhibition of a programme is a heading over its time and place."""

from __future__ import annotations

import pytest

from tests.support.blocks import headings, texts
from tests.support.restored import restored

HEAD = "目录\n\n冬天去看这几个展　4\n桥头的人　沈川　9\n\n冬天去看这几个展\n\n"
LAST = "\n\n桥头的人\n\n沈　川\n\n桥修好以后，他还是每天早上坐在石阶上，等一个喊他过渡的人。\n"
NAMES = ["灯下：古代灯具展", "桥头照相馆：一条街的底片", "虫子与书"]
TOLD = "一百二十盏灯，从陶豆到马灯，按照亮度由暗到亮排列，展厅里只开够用的光。"


def programme(*parts: str) -> str:
    return HEAD + "\n".join(parts) + LAST


@pytest.mark.parametrize(
    "facts", ["时间：每周六、周日\n地点：镇文化馆一层", "票价：三十元\n演出时间：周五晚"]
)
def test_a_name_over_the_same_fact_as_others_is_a_heading(facts: str) -> None:
    found = restored(programme(*(f"{name}\n{facts}\n{TOLD}" for name in NAMES))).issue
    assert headings(found) == NAMES


def test_one_such_name_and_facts_of_which_nothing_is_told_are_none() -> None:
    one = restored(programme(f"{NAMES[0]}\n时间：每周六、周日\n{TOLD}", TOLD)).issue
    assert headings(one) == []
    assert NAMES[0] in texts(one)
    bare = restored(programme(TOLD, *(f"{name}\n时间：每周六、周日" for name in NAMES[:2]))).issue
    assert headings(bare) == []
