"""The articles of a text by their titles, and what stands in them."""

from __future__ import annotations

from converter.model import Article, Paragraph, PullQuote
from tests.support.restored import restored


def articles(text: str) -> tuple[Article, ...]:
    """The articles of a text."""
    return restored(text).issue.articles


def titles(text: str) -> list[str]:
    """Their titles, each on one line."""
    return ["".join(line.value for line in article.title) for article in articles(text)]


def named(text: str, title: str) -> Article:
    """The article with a title."""
    return next(a for a in articles(text) if "".join(t.value for t in a.title) == title)


def texts(article: Article) -> list[str]:
    """The paragraphs of an article."""
    return [block.text.value for block in article.blocks if isinstance(block, Paragraph)]


def quotes(article: Article) -> list[str]:
    """The paragraphs of the pull quotes before an article and within it."""
    told = (*article.pull_quotes, *article.blocks)
    return [text.value for one in told if isinstance(one, PullQuote) for text in one.paragraphs]
