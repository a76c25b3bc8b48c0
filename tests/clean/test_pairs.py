"""Brackets, dashes and entries of a bibliography that the end of a line or of a page parts."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


def cleaned(*texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return [line.text for line in clean(lines).lines]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("栽活的占计划的5%(2010", "年是21%)，"), ("栽活的占计划的5%（2010", "年是21%），")),
        (("占计划的5%(2010", "", "年是21%)。"), ("占计划的5%（2010", "", "年是21%）。")),
        (("the pump (type", "B2) is in use"), ("the pump (type", "B2) is in use")),
    ],
)
def test_brackets_that_a_line_parts_get_one_width(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert cleaned(*before) == list(after)


def test_a_dash_before_the_end_of_a_line_is_none_of_one_by_one() -> None:
    assert cleaned("他们摸清了水渠的脾气一一风", "停了再放水。")[0] == "他们摸清了水渠的脾气——风"
    assert cleaned("他们把账目一一对", "上了。")[0] == "他们把账目一一对"


def test_an_entry_of_a_bibliography_keeps_its_marks_over_a_page() -> None:
    entry = ("[2] 田渠生.从水渠看村庄的", "", "账本[J].乡野纪事,2016(6):26-85.")
    assert cleaned(*entry) == list(entry)
