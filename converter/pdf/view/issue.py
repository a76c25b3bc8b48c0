"""The whole issue as the templates see it."""

from __future__ import annotations

from converter import __version__
from converter.model import Block, Issue, MastheadKind
from converter.pdf.options import PdfOptions
from converter.pdf.placement import Room, text_lines
from converter.pdf.sheets import Sheets
from converter.pdf.tokens import points
from converter.pdf.view.article import ArticleView, PullView, TitleTokens, articles
from converter.pdf.view.cover import CoverView, cover
from converter.pdf.view.front import (
    ContentsView,
    MastheadView,
    contents,
    lines_at_the_foot,
    masthead,
    masthead_values,
)
from converter.pdf.view.pieces import Piece, flow
from converter.pdf.view.quotes import pull_classes
from converter.pdf.view.text import issue_number
from converter.render import words
from converter.render.matter import loose_lines
from converter.render.titles import title_on_one_line
from converter.values import NamedTuple

_DESCRIBED = 12
"""The description names no more articles than this."""
_QUOTE_WHITE = 4
"""Ems of white beside the quotation inside the cover."""
_FEW_LINES = 8
"""Loose lines before the articles that still go on the page of the masthead."""


class IssueView(NamedTuple):
    """The whole issue."""

    title: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    description: str
    date: str
    publisher: str
    generator: str
    running_magazine: str
    cover: CoverView
    cover_quotes: tuple[PullView, ...]
    contents: ContentsView
    masthead: MastheadView
    front: tuple[Piece, ...]
    articles: tuple[ArticleView, ...]
    back: tuple[Piece, ...]


def view_of(issue: Issue, options: PdfOptions, sheet: Sheets) -> IssueView:
    """Make an issue ready for the templates."""
    geometry = sheet.geometry
    room = Room.of(geometry, options.columns)
    titles = TitleTokens(
        largest=points(sheet.tokens["size-title"]),
        least=points(sheet.tokens["size-title-least"]),
        measure=geometry.full_measure * geometry.size,
        ems=geometry.full_measure,
    )
    number = issue_number(issue.masthead, issue.language)
    name = issue.masthead.title or _own_name(issue)
    notices, front = _notices(issue, room)
    imprint = masthead(issue.masthead, name, number, notices, geometry)
    foot = lines_at_the_foot(issue, imprint)
    return IssueView(
        title=" ".join(part for part in (name, number) if part),
        authors=_authors(issue),
        keywords=tuple(dict.fromkeys(name for name in issue.section_names if name)),
        description="；".join(
            title_on_one_line(issue, article)
            for article in issue.articles[:_DESCRIBED]
            if article.title
        ),
        date=issue.masthead.date,
        publisher="、".join(_publishers(issue)),
        generator=f"Fukan {__version__}",
        running_magazine=" · ".join(part for part in (name, number) if part),
        cover=cover(issue, name, number, geometry),
        cover_quotes=tuple(
            PullView(quote, pull_classes(quote, room.measure - _QUOTE_WHITE))
            for quote in issue.cover_quotes
        ),
        contents=contents(issue, words(issue.language), geometry, foot),
        masthead=imprint._replace(rows=(), notices=()) if foot else imprint,
        front=flow(front, room),
        articles=articles(issue, room, titles),
        back=flow(issue.back, room),
    )


def _notices(issue: Issue, room: Room) -> tuple[tuple[str, ...], tuple[Block, ...]]:
    """Loose matter before the articles: lines that stand with the masthead, or else blocks.

    A few lines would have a page of their own, and are mostly what the masthead says.
    """
    texts = [text.value for text in loose_lines(issue.front)]
    if (
        issue.masthead.entries
        and texts
        and sum(text_lines(len(text), room.measure) for text in texts) <= _FEW_LINES
    ):
        return tuple(texts), ()
    return (), issue.front


def _publishers(issue: Issue) -> list[str]:
    """Who publishes: 出版, else 主办."""
    source = issue.masthead
    return masthead_values(source, MastheadKind.PUBLISHER) or masthead_values(
        source, MastheadKind.SPONSOR
    )


def _own_name(issue: Issue) -> str:
    """The name of an issue without a masthead: its first article, or its file."""
    for article in issue.articles:
        if article.title:
            return title_on_one_line(issue, article)
    return issue.source.name.rsplit(".", 1)[0]


def _authors(issue: Issue) -> tuple[str, ...]:
    found = (
        author.name
        for article in issue.articles
        for byline in article.bylines
        for author in byline.authors
    )
    return tuple(dict.fromkeys(found))
