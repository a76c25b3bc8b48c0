"""The text of the EPUB is the text of the model, character for character."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from converter.epub import EpubOptions, write_epub
from converter.model import Issue, Text
from converter.profile import Profile
from converter.resources import Resources
from tests.epub.reading import article_pages, as_shown, differences, expected, extracted
from tests.support.epub import NAMESPACES, Epub
from tests.support.issues import full_issue, issues

COVER = Path(__file__).with_name("cover.png")
"""To draw a cover takes longer than all the rest, so these tests bring their own."""

OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)
VERTICAL = replace(OPTIONS, vertical=True)


def written(issue: Issue, options: EpubOptions) -> Epub:
    with TemporaryDirectory() as folder:
        target = Path(folder, "book.epub")
        write_epub(issue, target, options)
        return Epub(target)


def check(issue: Issue, options: EpubOptions) -> None:
    assert differences(written(issue, options), issue) == []


@pytest.mark.parametrize("options", [OPTIONS, VERTICAL], ids=["horizontal", "vertical"])
def test_the_full_issue_comes_through(options: EpubOptions) -> None:
    issue = full_issue()
    pages = article_pages(written(issue, options))
    for article, page in zip(issue.articles, pages, strict=True):
        got, wanted = as_shown(extracted(page)), as_shown(expected(issue, article))
        assert [text.replace(" ", "") for text in got] == [text.replace(" ", "") for text in wanted]
        assert len(wanted) > 3


@settings(max_examples=60, deadline=None)
@given(issues())
def test_any_issue_comes_through(issue: Issue) -> None:
    check(issue, OPTIONS)


@settings(max_examples=15, deadline=None)
@given(issues())
def test_any_issue_comes_through_in_vertical_lines(issue: Issue) -> None:
    check(issue, VERTICAL)


def test_front_and_back_matter_and_cover_quotes_come_through() -> None:
    book = written(full_issue(), OPTIONS)
    shown = {Path(name).stem: book.text(name) for name in book.spine}
    assert "春天从渡口来。" in shown["front"]
    assert "下期预告：桥的名字。" in shown["back"]
    assert "水往低处走，路往远处走。" in shown["epigraph"]
    assert "渡口题字" in shown["epigraph"]


def test_every_entry_of_the_masthead_is_on_its_page() -> None:
    issue = full_issue()
    page = written(issue, OPTIONS).text("EPUB/masthead.xhtml")
    for entry in issue.masthead.entries:
        for part in (entry.label, *entry.values):
            assert part in page


def test_every_entry_of_the_contents_is_on_its_page() -> None:
    issue = full_issue()
    page = written(issue, OPTIONS).text("EPUB/contents.xhtml")
    for section in issue.contents.sections:
        for entry in section.entries:
            for part in (section.name, *entry.title, *entry.authors, entry.page):
                assert part in page
    assert "把灯留在渡口" in page, "an article that the contents forgot"


def test_no_text_is_taken_for_markup() -> None:
    issue = full_issue()
    page = article_pages(written(issue, OPTIONS))[1]
    assert not page.xpath("//x:script", namespaces=NAMESPACES)
    assert Text("<script>alert(1)</script>").value in "".join(page.itertext())
