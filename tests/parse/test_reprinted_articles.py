"""A collection of articles from papers and journals: groups that sign, parts counted from 三, whence each is."""

from __future__ import annotations

import pytest

from converter.model import Role
from converter.names import is_body
from converter.parse.kinds import labelled
from converter.parse.series import headings_in_series
from converter.segment import Unit
from converter.source import Line

LONG = "夜校的煤油灯挂在梁上，灯罩每天由值日的人擦一遍，擦灯罩的布是从旧工装上剪下来的。"


@pytest.mark.parametrize(
    "text",
    [
        "江灯计划工作小组",
        "青石埠船厂工人理论小组",
        "河湾公社评论组",
        "第二纺织厂党委会",
        "滨江大学中文系创作组",
    ],
)
def test_a_group_signs_as_bodies_do(text: str) -> None:
    assert is_body(text)


@pytest.mark.parametrize("text", ["一个理论小组的诞生", "我们的评论", "夜校的革委会"])
def test_what_tells_of_a_group_is_none(text: str) -> None:
    assert not is_body(text)


def _units(*texts: str) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]


def test_two_numbers_between_paragraphs_are_headings_though_the_first_are_lost() -> None:
    units = _units(LONG, "三", LONG, LONG, "四", LONG)
    assert headings_in_series(units, ()) == {1: "bare", 4: "bare"}


@pytest.mark.parametrize(
    "texts",
    [
        (LONG, "三", LONG, LONG, "五", LONG),
        (LONG[:-1], "三", LONG, LONG, "四", LONG),
        (LONG, "三", "十一点", LONG, "四", LONG),
    ],
)
def test_others_are_not(texts: tuple[str, ...]) -> None:
    assert headings_in_series(_units(*texts), ()) == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("（《江灯》杂志一九七六年第五期）", True),
        ("（《江灯》2014年第11期）", True),
        ("（《河湾日报》一九五八年三月六日）", True),
        ("（《河湾日报》3月6日第2版）", True),
        ("（《擦灯罩的人》一九七六年）", False),
        ("（《擦灯罩的人》三月六日）", False),
        ("《江灯》一九七六年第五期", False),
    ],
)
def test_where_an_article_was_printed_is_a_credit(text: str, *, told: bool) -> None:
    found = labelled(text)
    assert (found is not None and found.role is Role.CREDIT) is told
