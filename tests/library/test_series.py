"""The archive as a series: what is missing, doubled, out of line, spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.diagnostics.rules_archive import RULES
from converter.library.book import Book, Signer
from converter.library.series import check_series
from converter.library.shelves import magazines_of
from tests.library.archive import book
from tests.support.golden import Golden


def found(books: Iterable[Book], language: str = "en") -> list[str]:
    return [
        f"{one.code} {one.message(language)}"
        for magazine in magazines_of(books)
        for one in check_series(magazine.books)
    ]


def monthly(
    years: Iterable[int], *, first: int = 100, leave: Iterable[tuple[int, int]] = ()
) -> list[Book]:
    """A sound monthly: twelve numbers a year, serial numbers and dates that agree."""
    out = set(leave)
    return [
        book(year, str(month), serial=first + 12 * at + month, date=f"{year}-{month:02d}-15")
        for at, year in enumerate(years)
        for month in range(1, 13)
        if (year, month) not in out
    ]


def test_a_sound_series_has_no_doubts() -> None:
    assert found(monthly(range(2019, 2024))) == []


@settings(deadline=None)
@given(st.data())
def test_exactly_what_is_taken_out_is_missed(data: st.DataObject) -> None:
    inner = [(year, month) for year in (2021, 2022, 2023) for month in range(1, 13)][1:-1]
    gone = data.draw(st.sets(st.sampled_from(inner), min_size=1, max_size=4))
    said = found(monthly((2021, 2022, 2023), leave=gone))
    assert all(one.startswith("SER002 ") for one in said)
    missed = set()
    for one in said:
        year, _, numbers = one.partition(": ")[2].partition("年第")
        low, _, high = numbers.partition("期")[0].partition("–")
        missed |= {(int(year), month) for month in range(int(low), int(high or low) + 1)}
    assert missed == gone


def test_an_archive_may_begin_and_end_in_mid_year() -> None:
    books = monthly((2021, 2022), leave=[(2021, 1), (2021, 2), (2022, 11), (2022, 12)])
    assert found(books) == []


def test_the_end_of_a_year_is_missed_when_other_years_have_it() -> None:
    def plain(*years: tuple[int, int]) -> list[Book]:
        return [book(year, str(n)) for year, last in years for n in range(1, last + 1)]

    assert found(plain((2020, 6), (2021, 6), (2022, 5), (2023, 6))) == [
        "SER002 河湾手记: 2022年第6期 is missing"
    ]
    assert found(plain((2021, 6), (2022, 5))) == [], "it may have had five numbers from then on"
    # A magazine that went from four numbers to six: serial numbers run through.
    books = [book(2021, str(n), serial=n) for n in range(1, 5)]
    books += [book(2022, str(n), serial=4 + n) for n in range(1, 7)]
    books += [book(2023, str(n), serial=10 + n) for n in range(1, 7)]
    assert found(books) == []


def test_a_combined_number_covers_both() -> None:
    books = [book(2023, number) for number in ("1", "2", "3-4", "5", "7—8")]
    assert found(books) == ["SER002 河湾手记: 2023年第6期 is missing"]


def test_special_issues_stand_beside_the_count() -> None:
    assert found([book(2023, number) for number in ("1", "2", "Z1", "3", "增刊")]) == []


def test_numbers_that_run_through_the_years_are_one_series() -> None:
    books = [book(2021 + at // 10, str(301 + at)) for at in range(30) if at != 14]
    assert found(books) == ["SER002 河湾手记: 第315期 is missing"]


def test_a_whole_year_can_be_missing() -> None:
    books = [b for b in monthly((2020, 2021, 2022, 2023)) if b.year != 2021]
    assert found(books) == ["SER002 河湾手记: 2021年第1–12期 is missing"]


def test_an_issue_that_is_there_twice_is_told_once() -> None:
    books = [*monthly((2023,)), book(2023, "4", serial=104, date="2023-04-15", name="again")]
    assert found(books) == ["SER003 2023年第4期 is there more than once: 2023-4.txt, again.txt"]


def test_one_serial_number_on_two_issues_is_told() -> None:
    books = [book(2023, "1", serial=7), book(2023, "2", serial=8), book(2023, "3", serial=8)]
    assert found(books)[0] == "SER003 总第8期 is there more than once: 2023-2.txt, 2023-3.txt"


@settings(deadline=None)
@given(st.integers(0, 23), st.integers(1, 999))
def test_a_serial_number_out_of_line_is_told_with_the_right_one(at: int, wrong: int) -> None:
    books = monthly((2022, 2023))
    right = books[at].serial
    if wrong == right:
        return
    year, month = 2022 + at // 12, at % 12 + 1
    books[at] = book(year, str(month), serial=wrong, date=f"{year}-{month:02d}-15")
    said = [one for one in found(books) if one.startswith("SER004")]
    assert said == [
        (
            f"SER004 {year}年第{month}期 ({year}-{month}.txt) bears the serial number {wrong}, "
            f"its neighbours want {right}"
        )
    ]


def test_a_date_in_another_year_or_out_of_order_is_told() -> None:
    books = monthly((2023,))
    books[4] = book(2023, "5", serial=105, date="2013-05-15")
    books[8] = book(2023, "9", serial=109, date="2023-02-15")
    assert found(books) == [
        "SER005 2023年第5期 (2023-5.txt) is dated 2013-05-15, its place in the series is 2023",
        (
            "SER005 2023年第9期 (2023-9.txt) is dated 2023-02-15, its place in the series is "
            "2023-08-15 – 2023-10-15"
        ),
    ]


def test_a_january_issue_may_appear_in_december() -> None:
    assert found([book(2023, "1", date="2022-12"), book(2023, "2", date="2023-02")]) == []


def test_an_issue_that_tells_nothing_has_no_place() -> None:
    assert found([book(2023, "1"), book(0, "", name="scan7")]) == [
        (
            "SER006 scan7.txt tells neither year and number nor a serial number: "
            "it has no place in the series"
        )
    ]


def signed(*names: tuple[str, str]) -> list[Book]:
    return [
        book(2023, str(at + 1), signers=[Signer(name, office)])
        for at, (name, office) in enumerate(names)
    ]


def test_a_name_that_is_misread_once_is_told() -> None:
    books = signed(("王志刚", ""), ("王志刚", ""), ("王志刚", ""), ("王志钢", ""))
    assert found(books) == [
        "SER007 the author “王志钢” (1, first in 2023年第4期) may be “王志刚” (3)"
    ]
    books = signed(("陆戊", "河湾镇镇长"), ("陆戌", "河湾镇镇长"))
    assert len(found(books)) == 1, "the same office is enough"


@pytest.mark.parametrize(
    "names",
    [
        [
            ("王志刚", ""),
            ("王志强", ""),
            ("王志刚", ""),
            ("王志刚", ""),
        ],  # neither sounds nor looks alike
        [("王刚", ""), ("王钢", ""), ("王刚", ""), ("王刚", "")],  # too short to tell
        [
            ("王志刚", "甲厂厂长"),
            ("王志钢", "乙校校长"),
            ("王志刚", "甲厂厂长"),
        ],  # known too little
        [("沈涛", ""), ("沈濤", "")],  # one name in two scripts
    ],
)
def test_namesakes_are_left_alone(names: list[tuple[str, str]]) -> None:
    assert found(signed(*names)) == []


def test_a_section_that_goes_on_under_another_name_is_told() -> None:
    names = ["专题"] * 4 + ["专题报道"] * 4
    books = [book(2023, str(n + 1), sections=("卷首语", name)) for n, name in enumerate(names)]
    assert found(books) == [
        "SER008 the section “专题” (last in 2023年第4期) seems to go on as “专题报道” (since 2023年第5期)"
    ]


def test_a_section_that_is_misread_once_is_told() -> None:
    names = ["理论纵横"] * 5 + ["理论纵模"] + ["理论纵横"] * 2
    books = [book(2023, str(n + 1), sections=(name,)) for n, name in enumerate(names)]
    assert found(books) == [
        "SER009 the section “理论纵模” of 2023年第6期 may be “理论纵横” (7 issues)"
    ]


@pytest.mark.parametrize(
    "sections",
    [
        [("党史",), ("党史",), ("党史",), ("党建",)],  # two sections, one character apart
        [("专题", "专题报道")] * 4,  # side by side
        [("人物",)] * 3 + [("书评",)] * 3,  # one ends, another begins
    ],
)
def test_other_sections_are_left_alone(sections: list[tuple[str, ...]]) -> None:
    books = [book(2023, str(n + 1), sections=names) for n, names in enumerate(sections)]
    assert found(books) == []


def test_an_issn_that_differs_once_is_told() -> None:
    books = [book(2023, str(n), issn="1234-5678" if n == 3 else "1234-5679") for n in range(1, 8)]
    assert found(books) == [
        "SER010 2023年第3期 (2023-3.txt) gives ISSN as 1234-5678, other issues 1234-5679"
    ]


def test_a_magazine_may_take_a_new_title() -> None:
    books = [book(2020 + n, "1", magazine="河湾" if n < 3 else "河湾手记") for n in range(6)]
    assert found(books) == []


def test_every_rule_has_its_sentences(golden: Golden) -> None:
    """All doubts of an archive in which everything is wrong, in both languages."""
    books = [
        *monthly((2021,), leave=[(2021, 8)]),
        book(2021, "4", serial=104, date="2021-04-15", name="again"),
        book(2022, "1", serial=90, date="2021-06-15"),
        book(0, "", name="scan7", issn="1234-5678"),
    ]
    books = [
        book(
            one.year, one.number, serial=one.serial, date=one.date, name=one.name, issn=one.issn,
            sections=("理论纵模" if at == 5 else "理论纵横", "专题" if at < 6 or one.name == "again" else "专题报道"),
            signers=[Signer("王志钢" if at == 7 else "王志刚")],
        )
        for at, one in enumerate(books)
    ]  # fmt: skip
    said = "\n".join([*found(books), *found(books, "zh")]) + "\n"
    golden(Path(__file__).with_name("series.txt"), said)
    codes = {line[:6] for line in said.splitlines()}
    assert codes == {rule.code for rule in RULES if rule.code.startswith("SER")} - {"SER001"}


@settings(deadline=None)
@given(st.lists(st.builds(
    book,
    st.integers(0, 3000),
    st.sampled_from(["", "1", "2", "12", "3-4", "Z1", "增刊", "９", "0", "99999"]),
    serial=st.integers(0, 40),
    date=st.sampled_from(["", "2023", "2023-04", "2023-04-15", "1999-12-31"]),
    name=st.text("ab/", min_size=1, max_size=3),
    sections=st.lists(st.sampled_from(["专题", "专题报道", "甲", "理论纵横"]), max_size=3).map(tuple),
    signers=st.lists(st.sampled_from([Signer("王志刚"), Signer("王志钢"), Signer("x"), Signer("")]), max_size=2),
    magazine=st.sampled_from(["河湾手记", "河灣手記", "<i>"]),
    issn=st.sampled_from(["", "1234-5679", "1234-5678"]),
), max_size=12))  # fmt: skip
def test_no_archive_is_too_odd_to_be_checked(books: list[Book]) -> None:
    for language in ("en", "zh"):
        assert all(found(books, language))
