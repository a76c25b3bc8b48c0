"""What a restored issue holds, in plain strings to compare."""

from __future__ import annotations

from converter.model import Article, Box, Heading, Issue, Paragraph, PullQuote


def boxes_of(article: Article) -> list[tuple[str, str, list[str]]]:
    """The label, the title and the paragraphs of each box of an article."""
    return [
        (
            block.label,
            block.title.value if block.title else "",
            [one.text.value for one in block.blocks if isinstance(one, Paragraph)],
        )
        for block in article.blocks
        if isinstance(block, Box)
    ]


def boxes(found: Issue) -> list[tuple[str, str, list[str]]]:
    """The label, the title and the paragraphs of each box."""
    return [box for article in found.articles for box in boxes_of(article)]


def sourced(found: Issue, article: int = 0) -> list[tuple[str, str, list[str], str]]:
    """The label, the title, the paragraphs and the source of each box of an article."""
    return [
        (
            block.label,
            block.title.value if block.title else "",
            [one.text.value for one in block.blocks if isinstance(one, Paragraph)],
            block.attribution.text.value if block.attribution else "",
        )
        for block in found.articles[article].blocks
        if isinstance(block, Box)
    ]


def texts(found: Issue) -> list[str]:
    """The paragraphs of all articles."""
    return [
        block.text.value
        for article in found.articles
        for block in article.blocks
        if isinstance(block, Paragraph)
    ]


def headings(found: Issue) -> list[str]:
    """The headings of all articles."""
    return [
        block.text.value
        for article in found.articles
        for block in article.blocks
        if isinstance(block, Heading)
    ]


def headed_boxes(article: Article) -> list[tuple[str, list[str]]]:
    """The title of each box of an article, or else its label, and its paragraphs."""
    return [(title or label, inside) for label, title, inside in boxes_of(article)]


def quotes(found: Issue) -> list[str]:
    """The paragraphs of the pull quotes within all articles."""
    return [text for article in found.articles for text in quotes_within(article)]


def whole_quotes(found: Issue) -> list[str]:
    """The pull quotes of all articles, each with its paragraphs one behind the other."""
    return [
        "".join(text.value for text in block.paragraphs)
        for article in found.articles
        for block in article.blocks
        if isinstance(block, PullQuote)
    ]


def quotes_within(article: Article) -> list[str]:
    """The paragraphs of the pull quotes within an article."""
    return [
        text.value
        for block in article.blocks
        if isinstance(block, PullQuote)
        for text in block.paragraphs
    ]


def split(found: Issue) -> tuple[list[str], list[str]]:
    """The paragraphs of the first box of the first article, and those of the article."""
    blocks = found.articles[0].blocks
    box = next(block for block in blocks if isinstance(block, Box))
    inside = [block.text.value for block in box.blocks if isinstance(block, Paragraph)]
    return inside, [block.text.value for block in blocks if isinstance(block, Paragraph)]
