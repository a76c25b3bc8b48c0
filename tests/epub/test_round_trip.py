"""The text of the EPUB is the text of the model, character for character."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings

from converter.epub import EpubOptions, write_epub
from converter.model import (
    Article,
    Block,
    Box,
    Figure,
    Heading,
    Issue,
    Paragraph,
    PullQuote,
    Table,
    Text,
    Verse,
)
from converter.profile import Profile
from converter.render.inline import readable
from converter.resources import Resources
from tests.support.epub import NAMESPACES, Epub
from tests.support.issues import full_issue, issues

COVER = Path(__file__).with_name("cover.png")
"""To draw a cover takes longer than all the rest, so these tests bring their own."""

OPTIONS = EpubOptions(Profile(), Resources(), cover=COVER)
VERTICAL = replace(OPTIONS, vertical=True)

_HOLDERS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "th", "td")


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _class(element: Any) -> str:
    return str(element.get("class", ""))


def extracted(parent: Any) -> Iterator[str]:
    """The texts of a page in reading order, one for each element that holds text."""
    for element in parent:
        pieces = element.xpath(
            ".//x:span[@class='line' or @class='note-text'] | .//*[@class='marker']",
            namespaces=NAMESPACES,
        )
        if _name(element) in _HOLDERS and pieces:
            yield from ("".join(piece.itertext()) for piece in pieces)
        elif _name(element) in _HOLDERS:
            yield "".join(element.itertext())
        else:
            yield from extracted(element)


def expected_block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield block.text.value
        case Figure():
            yield block.caption.value
        case PullQuote():
            yield from (text.value for text in block.paragraphs)
            yield from attributed(block)
        case Box():
            yield from filter(None, (block.label, block.title.value if block.title else ""))
            yield from (text for inner in block.blocks for text in expected_block(inner))
            yield from attributed(block)
        case Verse():
            yield from (line.value for line in block.lines)
        case Table():
            yield from (t for t in [block.caption.value if block.caption else ""] if t)
            yield from (cell.text.value for row in block.rows for cell in row)


def attributed(block: PullQuote | Box) -> Iterator[str]:
    yield from (
        f"——{text}" for text in [block.attribution.text.value if block.attribution else ""] if text
    )


def expected(issue: Issue, article: Article) -> Iterator[str]:
    if 0 <= article.section < len(issue.section_names):
        yield from filter(None, [issue.section_names[article.section]])
    yield article.kicker.value if article.kicker else ""
    yield from (line.value for line in article.title)
    yield article.subtitle.value if article.subtitle else ""
    for byline in article.bylines:
        named = [part for author in byline.authors for part in (author.office, author.name)]
        yield byline.text.value or " ".join(filter(None, named))
    for block in (*article.pull_quotes, *article.front, *article.blocks, *article.back):
        yield from expected_block(block)
    for note in article.notes:
        yield from (note.marker, note.text.value)


def as_shown(texts: Iterable[str]) -> list[str]:
    """Without what XML cannot hold, and without what shows nothing at all."""
    return [text for raw in texts if (text := readable(raw)).strip()]


def written(issue: Issue, options: EpubOptions) -> Epub:
    with TemporaryDirectory() as folder:
        target = Path(folder, "book.epub")
        write_epub(issue, target, options)
        return Epub(target)


def article_pages(book: Epub) -> list[Any]:
    pages = [book.tree(name) for name in book.spine if Path(name).stem[1:].isdigit()]
    return [page.xpath("//x:body", namespaces=NAMESPACES)[0] for page in pages]


def check(issue: Issue, options: EpubOptions) -> None:
    pages = article_pages(written(issue, options))
    assert len(pages) == len(issue.articles)
    for article, page in zip(issue.articles, pages, strict=True):
        assert as_shown(extracted(page)) == as_shown(expected(issue, article))


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
