"""From which printed page to which an article goes."""

from __future__ import annotations

from converter.model import Article, MarkKind, article_texts
from converter.render.inline import readable

_STEP = 2
"""A page whose beginning is not marked may lie between two; what is further off is 下转第40页."""


def printed_pages(article: Article) -> tuple[str, str]:
    """The first and the last page, as far as told; the last one by the marks in the text."""
    first, last = (
        " ".join(readable(page).split()) for page in (article.first_page, article.last_page)
    )
    if last or not first.isdecimal():
        return first, last
    end = int(first)
    for text in article_texts(article):
        for mark in text.marks:
            if mark.kind is MarkKind.PAGE and mark.target.isdecimal():
                page = int(mark.target)
                end = page if end < page <= end + _STEP else end
    return first, str(end) if end > int(first) else ""
