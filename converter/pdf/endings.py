"""Articles that end on a page with hardly a line on it, told to the editor, who can cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from converter.diagnostics import Diagnostic
from converter.model import Issue
from converter.pdf.holes import end_of_text
from converter.pdf.insets import classes_of
from converter.pdf.white import body_of
from converter.render.titles import title_on_one_line

if TYPE_CHECKING:
    from weasyprint.document import Document

_NEARLY_EMPTY = 0.25
"""A last page with no more of its lines looks like one too many: the convention of make-up."""
_PX = 96 / 72


def nearly_empty(document: Document, issue: Issue, grid: float) -> tuple[Diagnostic, ...]:
    """What there is to say of last pages; ``grid`` is the distance of baselines in points.

    The lines to cut are those of the page, less what the page before it has left.
    """
    pages = [page._page_box for page in document.pages]  # noqa: SLF001  (no public way)
    return tuple(_told(issue, pages, grid * _PX))


def _told(issue: Issue, pages: list[Any], grid: float) -> Iterator[Diagnostic]:
    articles = {article.id: article for article in issue.articles}
    for number in range(1, len(pages)):
        page = pages[number]
        article = articles.get(_only(page))
        if article is None or _foot(page) is not None:
            continue
        if number + 1 < len(pages) and _id(_sections(pages[number + 1])[0]) == article.id:
            continue
        height = end_of_text(page.children[0], page.margin_top) - page.margin_top
        lines = (round(height / grid) - _left(pages[number - 1], grid)) * _columns(page)
        lines = max(1, lines)
        if lines * grid <= page.height * _NEARLY_EMPTY:
            title = title_on_one_line(issue, article)
            span = article.spans[0] if article.spans else None
            yield Diagnostic.of("PDF010", span, title=title, page=number + 1, lines=lines)


def _sections(page: Any) -> list[Any]:
    return list(page.children[0].children[0].children)


def _only(page: Any) -> str:
    """The article that has come from the page before and has this one for itself, if any."""
    sections = _sections(page)
    if len(sections) != 1 or any("opening" in classes_of(one) for one in sections[0].children):
        return ""
    return _id(sections[0])


def _id(section: Any) -> str:
    return str(section.element.get("id") or "") if section.element is not None else ""


def _columns(page: Any) -> int:
    body = body_of(_sections(page)[0])
    count = body.style["column_count"] if body is not None else "auto"
    return 1 if count == "auto" else int(count)


def _foot(page: Any) -> Any:
    """The notes and boxes at the foot of a page."""
    from weasyprint.formatting_structure.boxes import FootnoteAreaBox

    return next((box for box in page.children if isinstance(box, FootnoteAreaBox)), None)


def _left(page: Any, grid: float) -> int:
    """The lines that a page has left empty."""
    foot = _foot(page)
    end = foot.position_y if foot is not None else page.margin_top + page.height
    return max(0, int((end - end_of_text(page.children[0], page.margin_top)) / grid + 0.01))
