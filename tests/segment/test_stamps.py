"""Stamps of archives at the edges of pages, and folios that the OCR has misread."""

from __future__ import annotations

import pytest

from converter.segment import find_furniture
from converter.source import Line

TOLD = "渠水从水库下来，到了村口分成两股，一股去东坡"
ENDS = "管水的人天不亮就上渠，把闸门摇到合适的高度。"


def reasons(*texts: str) -> dict[str, str]:
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    return {lines[n - 1].text: why for n, why in find_furniture(lines).reasons.items()}


@pytest.mark.parametrize(
    "stamp",
    ["[岩图藏 LX-0417  {}/16]", "岩城图书馆 扫描 {}/16", "（旧刊影像库 0417-0{}/016）"],
)
def test_a_stamp_on_each_page_is_no_text(stamp: str) -> None:
    pages = [line for n in (5, 6, 7) for line in (TOLD, stamp.format(n), ENDS)]
    assert set(reasons(*pages)) == {stamp.format(n) for n in (5, 6, 7)}


def test_a_stamp_in_brackets_stands_beside_the_folios() -> None:
    pages = [line for n in (4, 5, 6) for line in (TOLD, f"· {n} ·", f"[岩图藏 {n + 90}]", ENDS)]
    found = reasons(*pages)
    assert [found[f"[岩图藏 {n}]"] for n in (94, 95, 96)] == ["running-head"] * 3


def test_what_is_counted_in_the_text_is_no_stamp() -> None:
    counted = [line for n in (1, 2, 3) for line in (ENDS, f"[练习题 {n}]", TOLD)]
    parts = [line for n in (1, 3, 2) for line in (ENDS, f"含水 {n}/4", TOLD)]
    assert reasons(*counted) == reasons(*parts) == {}


@pytest.mark.parametrize(
    "folio", ["· s ·", "。5 ·", "· 5", "—S—", "'5·", "（ S ）", "|5", "5｜", "+ 5 +", "«5»"]
)
def test_a_misread_folio_fits_between_the_others(folio: str) -> None:
    pages = [TOLD, "· 3 ·", ENDS, "· 4 ·", ENDS, folio, TOLD, "· 6 ·", ENDS]
    assert reasons(*pages)[folio] == "folio"


@pytest.mark.parametrize("line", ["5.", "· 9 ·x", "· 2", "s", "5、"])
def test_a_short_line_that_fits_no_page_is_no_folio(line: str) -> None:
    pages = [TOLD, "· 3 ·", ENDS, "· 4 ·", ENDS, line, TOLD, "· 6 ·", ENDS]
    assert line not in reasons(*pages)


@pytest.mark.parametrize(("letter", "page"), [("g", 9), ("B", 8), ("S", 5)])
def test_a_letter_between_blank_lines_is_the_digit_that_fits(letter: str, page: int) -> None:
    before, after = str(page - 1), str(page + 1)
    pages = [
        TOLD,
        "",
        "3",
        "",
        ENDS,
        "",
        before,
        "",
        TOLD,
        "",
        letter,
        "",
        ENDS,
        "",
        after,
        "",
        ENDS,
    ]
    assert reasons(*pages)[letter] == "folio"
    # Not in the middle of the lines, and not where no page is missing.
    tight = [TOLD, "", "3", "", ENDS, "", before, "", TOLD, letter, ENDS, "", after, "", ENDS]
    assert letter not in reasons(*tight)
    whole = [TOLD, "", "20", "", ENDS, "", "21", "", TOLD, "", letter, "", ENDS, "", "22", "", ENDS]
    assert letter not in reasons(*whole)


@pytest.mark.parametrize("marks", ["~ 一", "—·", "| |", "· ·"])
def test_marks_at_the_edge_of_a_page_are_no_text(marks: str) -> None:
    pages = [TOLD, "", "3", "", ENDS, "", "4", "", marks, "", TOLD, "", "5", "", ENDS]
    assert reasons(*pages)[marks] == "rule"


@pytest.mark.parametrize("marks", ["一", "——", "~ 一", "*"])
def test_marks_in_the_middle_of_a_page_stay(marks: str) -> None:
    within = [TOLD, "", marks, "", ENDS]
    assert marks not in reasons(TOLD, "", "3", "", ENDS, "", "4", "", *within, "", "5", "", ENDS)


@pytest.mark.parametrize("folio", ["l9", "1O", "l02"])
def test_a_misread_folio_by_itself_cuts_a_sentence(folio: str) -> None:
    assert reasons(TOLD, "", folio, "", "的稻田，一股去西坡的菜地。", "", ENDS)[folio] == "folio"
    assert folio not in reasons(ENDS, "", folio, "", ENDS)


def test_an_address_at_the_foot_of_each_page_is_a_running_foot() -> None:
    url = "www.dukou.example.com"
    foot = [TOLD, "", url, "", ENDS]
    pages = [*foot, "", *foot, "", *foot]
    assert url in reasons(*pages)
    assert url in reasons(
        TOLD, "", "3", "", url, "", ENDS, "", "4", "", url, "", TOLD, "", "5", "", ENDS
    )
    assert url not in reasons(TOLD, "", url, "", ENDS)


@pytest.mark.parametrize(
    "folio",
    [
        "{} / 2023.08",
        "2023年8月 | {}",
        "QUYAN 2023·16 {}",
        "{} DUSHU 2023.8",
        "2023年第3期 {:03}",
        "{}　二〇二二年十月号",
    ],
)
def test_the_same_date_beside_numbers_that_rise_is_the_foot_of_a_page(folio: str) -> None:
    pages = [line for n in (6, 8, 10) for line in (TOLD, folio.format(n), ENDS)]
    assert set(reasons(*pages)) == {folio.format(n) for n in (6, 8, 10)}


def test_dates_that_differ_and_numbers_that_do_not_rise_are_no_feet() -> None:
    dates = [line for n in (6, 7, 8) for line in (ENDS, f"{n} / 2023.0{n}", TOLD)]
    counts = [line for n in (6, 8, 7) for line in (ENDS, f"{n} / 2023.08", TOLD)]
    assert reasons(*dates) == reasons(*counts) == {}


@pytest.mark.parametrize("folio", ["4·", "· 4"])
def test_a_folio_with_one_of_its_marks_is_one_where_few_are_whole(folio: str) -> None:
    pages = [TOLD, "", "·3·", "", ENDS, "", folio, "", TOLD, "", "·5·", "", ENDS]
    assert reasons(*pages)[folio] == "folio"


@pytest.mark.parametrize("line", ["14·", "· 2", "4."])
def test_a_number_with_a_mark_that_fits_no_folio_stays(line: str) -> None:
    pages = [TOLD, "", "·3·", "", ENDS, "", line, "", TOLD, "", "·5·", "", ENDS]
    assert line not in reasons(*pages)


@pytest.mark.parametrize("folio", ["5.", "5："])
def test_a_number_with_a_stop_by_itself_is_the_folio_that_fits(folio: str) -> None:
    pages = [
        TOLD,
        "",
        "·3·",
        "",
        ENDS,
        "",
        "·4·",
        "",
        TOLD,
        "",
        folio,
        "",
        ENDS,
        "",
        "·6·",
        "",
        ENDS,
    ]
    assert reasons(*pages)[folio] == "folio"


def test_a_number_with_a_stop_by_itself_counts_what_stands_below_it() -> None:
    items = [line for n in (4, 5, 6) for line in (f"{n}.", "", ENDS, "")]
    pages = [TOLD, "", "·3·", "", ENDS, "", "·4·", "", *items, "·8·", "", TOLD, "", "·9·", "", ENDS]
    assert "5." not in reasons(*pages)
