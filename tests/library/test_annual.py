"""The cumulative index of a year as a book of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from converter.library.annual import annual_issue, annual_title
from converter.library.shelves import magazines_of
from converter.library.words import library_words
from tests.library.archive import book
from tests.support.epubcheck import Message
from tests.support.tools import run

INDEX = "he-wan-shou-ji/2023-index"


def test_the_epub_is_valid(site: Path, epubcheck: Callable[..., list[Message]]) -> None:
    assert epubcheck(site / f"{INDEX}.epub") == []


def test_the_epub_lists_articles_with_number_and_page(
    site: Path, read_epub: Callable[[Path], Any]
) -> None:
    text = read_epub(site / f"{INDEX}.epub").text("EPUB/contents.xhtml")
    assert "2023年总目录" in text
    for words in ("记事", "渡口的灯", "沈一帆", "1·4", "旧书换旧书", "2·9"):
        assert words in text


def test_the_pdf_sets_them_as_magazines_do(site: Path) -> None:
    path = site / f"{INDEX}.pdf"
    run("qpdf", "--check", path)
    lines = [" ".join(line.split()) for line in run("pdftotext", "-layout", path, "-").splitlines()]
    shown = [line for line in lines if "·" in line]
    assert len(shown) == 4
    assert shown[0].replace(" ", "").replace(".", "").replace("…", "") == "渡口的灯沈一帆1·4"


def test_the_index_of_each_year_has_an_identifier_of_its_own(
    site: Path, read_epub: Callable[[Path], Any]
) -> None:
    books = [read_epub(site / f"he-wan-shou-ji/{year}-index.epub") for year in (2022, 2023)]
    identifiers = {
        text
        for opened in books
        for text in opened.package.xpath("//*[local-name()='identifier']/text()")
    }
    assert len(identifiers) == 2


def test_issues_without_a_year_have_an_index_too() -> None:
    say = library_words("zh-Hant")
    (magazine,) = magazines_of([book(0, "", serial=7, name="x")])
    issue = annual_issue(magazine, 0, magazine.shelves, say)
    assert issue.contents.heading == annual_title(0, say) == "總目錄（年份不詳）"
    assert issue.contents.sections[0].name == "未分欄目"
    assert issue.contents.sections[0].entries[0].page == "7·4"


@pytest.mark.parametrize(
    ("tag", "title"), [("zh-Hans", "2023年总目录"), ("zh-Hant", "2023年總目錄")]
)
def test_its_title_is_in_the_script_of_the_site(tag: str, title: str) -> None:
    assert annual_title(2023, library_words(tag)) == title
