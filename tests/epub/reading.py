"""The text of a finished EPUB, beside the text of the model that it was made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

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
    Verse,
    parallel_titles,
)
from converter.render.inline import readable
from converter.render.matter import loose_lines
from converter.render.sources import names_itself
from tests.support.epub import NAMESPACES, Epub

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
            text = "".join(element.itertext())
            yield "".join(text.split()) if _class(element) == "byline" else text
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
    text = block.attribution.text.value if block.attribution else ""
    if readable(text).strip():
        yield text if names_itself(readable(text)) else f"——{text}"


def expected(issue: Issue, article: Article) -> Iterator[str]:
    if 0 <= article.section < len(issue.section_names):
        yield from filter(None, [issue.section_names[article.section]])
    yield article.kicker.value if article.kicker else ""
    yield from (line.value for line in article.title)
    yield article.subtitle.value if article.subtitle else ""
    parallel, front = parallel_titles(article)
    yield from (block.text.value for block in parallel)
    for byline in article.bylines:
        named = [part for author in byline.authors for part in (author.office, author.name)]
        # What blanks part in it is the concern of converter.render.byline.
        yield "".join(byline.text.value.split()) or "".join("".join(named).split())
    for block in (*article.pull_quotes, *front, *article.blocks, *article.back):
        yield from expected_block(block)
    for note in article.notes:
        yield from (note.marker, note.text.value)


def as_shown(texts: Iterable[str]) -> list[str]:
    """Without what XML cannot hold, and without what shows nothing at all."""
    return [text for raw in texts if (text := readable(raw)).strip()]


def article_pages(book: Epub) -> list[Any]:
    pages = [book.tree(name) for name in book.spine if Path(name).stem[1:].isdigit()]
    return [page.xpath("//x:body", namespaces=NAMESPACES)[0] for page in pages]


def body_of(book: Epub, name: str) -> Any:
    (body,) = book.tree(f"EPUB/{name}.xhtml").xpath("//x:body", namespaces=NAMESPACES)
    return body


def differences(book: Epub, issue: Issue) -> list[tuple[str, list[str], list[str]]]:
    """The pages whose text is not the model's: name, what is there, what should be."""
    pages = article_pages(book)
    assert len(pages) == len(issue.articles)
    wanted = [
        (article.id, page, expected(issue, article))
        for article, page in zip(issue.articles, pages, strict=True)
    ]
    lines = [text.value for text in loose_lines(issue.front)]
    folded = bool(issue.masthead.entries) and sum(map(len, lines)) <= 240 and bool(lines)
    if folded:
        told = as_shown(extracted(body_of(book, "masthead")))
        wanted.append(("masthead", [], (line for line in as_shown(lines) if line not in told)))
    front = () if folded else issue.front
    matter = (("epigraph", issue.cover_quotes), ("front", front), ("back", issue.back))
    wanted += [
        (name, body_of(book, name), (text for block in blocks for text in expected_block(block)))
        for name, blocks in matter
        if blocks
    ]
    out = []
    for name, page, texts in wanted:
        got, should = as_shown(extracted(page)), as_shown(texts)
        if got != should:
            out.append((name, got, should))
    return out
