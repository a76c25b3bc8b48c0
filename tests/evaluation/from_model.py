"""The neutral reading of a model."""

from __future__ import annotations

from typing import assert_never

from converter.model import (
    Article,
    Attribution,
    Block,
    Box,
    Figure,
    Heading,
    Issue,
    MarkKind,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Text,
    Verse,
)
from tests.evaluation.reading import ArticleReading, BoxReading, IssueReading, Item


def read_model(issue: Issue) -> IssueReading:
    """Read an issue of the model."""
    head = issue.masthead
    fields = {
        "title": head.title,
        "year": str(head.year or ""),
        "number": head.number,
        "serial": str(head.serial or ""),
        "date": head.date,
        "issn": head.issn,
        "cn": head.cn,
    }
    return IssueReading(
        articles=tuple(_article(issue, article) for article in issue.articles),
        masthead={name: value for name, value in fields.items() if value},
        cover_quotes=tuple(
            (_joined(q.paragraphs), _source(q.attribution)) for q in issue.cover_quotes
        ),
    )


def _joined(texts: tuple[Text, ...]) -> str:
    return "\n".join(text.value for text in texts)


def _source(attribution: Attribution | None) -> str:
    return attribution.text.value if attribution is not None else ""


def _article(issue: Issue, article: Article) -> ArticleReading:
    section = ""
    if 0 <= article.section < len(issue.section_names):
        section = issue.section_names[article.section]
    quotes = [_joined(quote.paragraphs) for quote in article.pull_quotes]
    items: list[Item] = []
    for block in (*article.front, *article.blocks, *article.back):
        if isinstance(block, PullQuote):
            quotes.append(_joined(block.paragraphs))
        elif not (isinstance(block, Paragraph) and block.role is Role.PARALLEL_TITLE):
            items.append(_item(block))
    return ArticleReading(
        section=section,
        title=tuple(line.value for line in article.title),
        subtitle=article.subtitle.value if article.subtitle is not None else "",
        page=article.first_page,
        authors=tuple(author.name for byline in article.bylines for author in byline.authors),
        pull_quotes=tuple(quotes),
        items=tuple(items),
        notes=tuple((note.marker, note.text.value) for note in article.notes),
    )


def _item(block: Block) -> Item:  # noqa: PLR0911  (one return for each kind of block)
    match block:
        case Paragraph():
            return Item(
                "paragraph", block.text.value, role=block.role, speaker=_speaker(block.text)
            )
        case Heading():
            return Item("heading", block.text.value, level=block.level)
        case Verse():
            return Item("verse", _joined(block.lines))
        case Table():
            rows = ("\t".join(cell.text.value for cell in row) for row in block.rows)
            return Item("table", "\n".join(rows))
        case Figure():
            return Item("figure", block.caption.value)
        case PullQuote():
            return Item("paragraph", _joined(block.paragraphs))
        case Box():
            return Item("box", box=_box(block))
        case _:
            assert_never(block)


def _box(block: Box) -> BoxReading:
    return BoxReading(
        label=block.label,
        title=block.title.value if block.title is not None else "",
        paragraphs=tuple(_item(inner).text for inner in block.blocks),
        attribution=_source(block.attribution),
    )


def _speaker(text: Text) -> str:
    for mark in text.marks:
        if mark.kind is MarkKind.SPEAKER:
            return text.value[mark.start : mark.end].rstrip("：: ")
    return ""
