"""The report of a case whose parts begin below the editors' note."""

from __future__ import annotations

from tests.support.blocks import boxes, headings
from tests.support.markup import issue_with

NOTE = "编者按：渡口的票款连着千家万户，这起案件数额不大，影响却坏，请各站引以为戒。"
TEXTS = (
    "去年十月，一位赶集的大娘在渡口多付了两元船钱，站里查了三天，从一张旧票根查出了一本假账。",
    "售票和查票由一个人管，月底才补签字，三十个渡口有二十七个的笔迹一模一样，查的人也看惯了。",
    "案发以后，各站改为两个人轮流值守，票根当天封存，账目每个月贴在候船室的墙上，谁都能看。",
)
PARTS = ("案情回放", "原因剖析", "案后整改")


def test_the_first_part_of_a_case_below_the_editors_note_is_no_box() -> None:
    lines = [line for pair in zip(PARTS, TEXTS, strict=True) for line in pair]
    found = issue_with(NOTE, *lines)
    assert headings(found) == [*PARTS]
    assert boxes(found) == []
