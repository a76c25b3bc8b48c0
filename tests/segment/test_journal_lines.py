"""Lines of journals: the foot of a page across its columns, calls of works with pages, misread heads."""

from __future__ import annotations

import pytest

from converter.segment import find_furniture
from converter.segment.units import make_units
from converter.source import Line

FULL = [
    "老渡口在镇子的南头，石阶有三十一级，最下面",
    "两级常年浸在水里，长着一层滑腻腻的青苔，生",
]
WHO = "作者简介：孟水生（1957—），男，河湾人，河湾师范专科学校教育系副教授，主要从事渡口"
REST = "与航标的研究。"


def texts_of(page: list[str]) -> list[str]:
    return [unit.text for unit in make_units([Line(at, text) for at, text in enumerate(page, 1)])]


@pytest.mark.parametrize(
    "above",
    [
        ["收稿日期：2001-06-02"],
        ["收稿日期：2001-06-02", "基金项目：河湾市教育科学规划课题（JK9917）。"],
    ],
)
def test_who_wrote_it_goes_on_below_a_line_across_the_columns(above: list[str]) -> None:
    page = ["　　" + FULL[0][:-2], *FULL * 6, "", *above, WHO, REST, "", *FULL * 6]
    assert WHO + REST in texts_of(page)


def test_what_has_a_label_of_its_own_does_not() -> None:
    page = [*FULL * 6, "", WHO, "收稿日期：2001-06-02", "", *FULL * 6]
    assert "收稿日期：2001-06-02" in texts_of(page)


@pytest.mark.parametrize(
    "call", ["[1](P57)", "[1]（P57-58）", "[1](P57)七十年间，两种说法正好掉了个头。"]
)
def test_the_call_of_a_work_with_its_page_ends_what_stands_above(call: str) -> None:
    last = "走上去要扶着栏杆才站得稳，也不敢回头看一。"
    page = ["　　" + FULL[0][:-2], *FULL * 6, last, call, "", "　　" + FULL[0][:-2], *FULL * 6]
    assert any(last + call in text for text in texts_of(page))


def test_the_number_of_an_issue_may_be_misread_in_its_head() -> None:
    """The head of a journal on six lines."""
    head = [
        "第19卷第3期",
        "2001年9月",
        "河湾学报",
        "Journal of Hewan College",
        "Vo1.19No.3",
        "Sep.2001",
    ]
    lines = [
        Line(at, text)
        for at, text in enumerate([*FULL * 6, "", *head, "", *FULL * 6, "", *head, "", *FULL], 1)
    ]
    found = find_furniture(lines, known=["河湾学报"], title="河湾学报").reasons
    told = [line.text for line in lines if found.get(line.number) == "running-head"]
    assert told.count("Vo1.19No.3") == told.count("Sep.2001") == 2
