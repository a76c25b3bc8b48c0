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
        (("项目“水渠与村庄”", "(13BSH19)"), ("项目“水渠与村庄”", "（13BSH19）")),
        (("载《水渠志》", "(2013)3-4"), ("载《水渠志》", "(2013)3-4")),
        (("他修了水渠。", "(13BSH19)"), ("他修了水渠。", "(13BSH19)")),
        (("水位(PM", "2.5)"), ("水位（PM", "2.5）")),
        (("PM(", "2.5)毫克"), ("PM（", "2.5）毫克")),
    ],
)
def test_brackets_that_a_line_parts_get_one_width(
    before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    assert cleaned(*before) == list(after)


def test_a_dash_before_the_end_of_a_line_is_none_of_one_by_one() -> None:
    assert cleaned("他们摸清了水渠的脾气一一风", "停了再放水。")[0] == "他们摸清了水渠的脾气——风"
    assert cleaned("他们把账目一一对", "上了。")[0] == "他们把账目一一对"
    assert cleaned("他们修好了东渠一一", "水终于来了。")[0] == "他们修好了东渠——"
    assert cleaned("他们把账目一一", "核对清楚。")[0] == "他们把账目一一"
    assert cleaned("他们修好了东渠一一", "", "水终于来了。")[0] == "他们修好了东渠一一"


@pytest.mark.parametrize(
    "entry",
    [
        ("[2] 田渠生.从水渠看村庄的", "", "账本[J].乡野纪事,2016(6):26-85."),
        (
            "[2] 田渠生.从水渠看村庄[J].乡野",
            "",
            "纪事,2016(6):26-85.",
            "",
            "[3] 某某.渠[M].2001:3.",
        ),
    ],
)
def test_an_entry_of_a_bibliography_keeps_its_marks_over_a_page(entry: tuple[str, ...]) -> None:
    assert cleaned(*entry) == list(entry)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            ("（一）管好仓。仓要常看。", "（二管好账。账要常对。", "（三）管好人。"),
            "（二）管好账。账要常对。",
        ),
        (("（一）管好仓。", "", "(二管好账，对好数。"), "(二）管好账，对好数。"),
        (("（一）管好仓。", "（二把手管账）的办法。", "（三）管好人。"), "（二把手管账）的办法。"),
        (
            ("（一）管好仓。", "（三江镇的账，一年一对。", "（二）管好人。"),
            "（三江镇的账，一年一对。",
        ),
    ],
)
def test_a_number_gets_its_lost_bracket_back_where_others_count_on(
    before: tuple[str, ...], after: str
) -> None:
    assert after.replace("(", "（") in cleaned(*before)


def test_a_lost_bracket_comes_back_where_blanks_are_taken_out_behind_it() -> None:
    spaced = [f"渠上 一共有 {at} 座闸，每座闸 有两个 人看。" for at in range(20, 60)]
    found = cleaned("（一）管好仓。", "（二管好 账，对好 数。", *spaced)
    assert found[1] == "（二）管好账，对好数。"
