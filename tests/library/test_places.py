"""Where things stand: addresses, order, folding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.library.fold import folded, folding, tokens
from converter.library.indexes import author_id, author_key, letter_of
from converter.library.pages import absolute, link
from converter.library.search import shards
from converter.library.shelves import issue_slug, magazines_of, marked_slug, number_key, slug
from tests.library.archive import book

texts = st.text(max_size=30)


@settings(deadline=None)
@given(texts, texts)
def test_any_text_makes_an_address_of_plain_letters(one: str, other: str) -> None:
    for made in (slug(one), marked_slug(one), author_id(one)):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    if folded(one) != folded(other):
        assert marked_slug(one) != marked_slug(other)


def test_names_and_titles_are_spelt_in_pinyin() -> None:
    assert slug("山河评论") == "shan-he-ping-lun"
    assert letter_of("曾国") == "Z", "as a surname, not as an adverb"
    assert letter_of("M. Bell") == "M"
    assert letter_of("②") == "#"
    assert author_id("沈濤") == author_id("沈涛") == author_id(" 沈 涛")
    assert author_key("M. Bell") == author_key("m bell")


@pytest.mark.parametrize(
    ("year", "number", "serial", "expected"),
    [
        (2023, "4", 118, "2023-04"),
        (2023, "7-8", 0, "2023-07-08"),
        (2023, "Z1", 0, "2023-z1"),
        (0, "", 118, "no-118"),
        (2023, "增刊", 0, "issue-"),
        (2023, "../../x", 0, "2023-x"),
    ],
)
def test_an_issue_has_an_address_that_tells_it(
    year: int, number: str, serial: int, expected: str
) -> None:
    made = issue_slug(book(year, number, serial=serial, name="2023/x"))
    assert made.startswith(expected)
    assert re.fullmatch("[a-z0-9-]+", made)


def test_issues_stand_in_the_order_in_which_they_appeared() -> None:
    numbers = ["10", "2", "7-8", "Z1", "1", "9"]
    (magazine,) = magazines_of([book(2023, number) for number in numbers])
    assert [one.number for one in magazine.books] == ["1", "2", "7-8", "9", "10", "Z1"]
    assert number_key("2") < number_key("10")


def test_a_magazine_is_known_by_its_issn_or_its_title() -> None:
    books = [
        book(2021, "1", magazine="河湾", issn="1234-5679"),
        book(2022, "1", magazine="河湾手记", issn="1234-5679"),
        book(2023, "1", magazine="河灣手記", issn=""),
        book(2023, "1", magazine="山河评论", issn="2468-1357", name="other"),
    ]
    found = {m.folder: len(m.books) for m in magazines_of(books)}
    assert found == {"he-wan-shou-ji": 3, "shan-he-ping-lun": 1}


def test_two_issues_of_one_number_have_two_addresses() -> None:
    (magazine,) = magazines_of([book(2023, "4"), book(2023, "4", name="again")])
    assert [one.folder for one in magazine.shelves] == [
        "he-wan-shou-ji/2023-04",
        "he-wan-shou-ji/2023-04-2",
    ]


@settings(deadline=None)
@given(texts)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert folded(folded(text)) == folded(text)


def test_traditional_regional_and_variant_characters_fold_to_one() -> None:
    assert folded("漢語臺灣裡著") == folded("汉语台湾里着") == "汉语台湾里着"
    assert len(folding()) > 4000
    assert (tokens("PM2.5：灣里有 Ships—12艘")) == [
        "pm2", "5", "湾", "里", "有", "ships", "12", "艘",
    ]  # fmt: skip


def test_links_are_relative_and_safe() -> None:
    assert link("a/b/c.html", "a/d.html#x") == "../d.html#x"
    assert link("index.html", "a/b.html") == "a/b.html"
    assert link("a/b.html", "a/b.html") == "b.html"
    assert link("a/b.html", "javascript:alert(1)") == "../javascript%3Aalert%281%29"
    assert absolute("https://x.example/", "index.html") == "https://x.example/"
    assert absolute("https://x.example/", "a/index.html") == "https://x.example/a/"


def test_years_share_an_index_until_it_is_large() -> None:
    sizes = [("2020", 1_000_000), ("2021", 1_400_000), ("2022", 400_000), ("2023", 9_000_000)]
    assert list(shards(sizes)) == [("2020", "2021"), ("2022",), ("2023",)]
    assert list(shards([])) == []


def test_the_pages_of_the_library_stay_in_its_folder(site: Path) -> None:
    assert not (site.parent / "x").exists()
    for path in site.rglob("*"):
        assert re.fullmatch(r"[A-Za-z0-9._-]+", path.name), path
