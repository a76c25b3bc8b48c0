"""The printed pages of an article."""

from __future__ import annotations

import pytest

from converter.model import Article, Mark, MarkKind, Paragraph, Text
from converter.render.extent import printed_pages


@pytest.mark.parametrize(
    ("first", "last", "marked", "pages"),
    [
        ("5", "", ["6", "7", "9"], ("5", "9")),
        ("5", "8", ["6"], ("5", "8")),
        ("5", "", ["5"], ("5", "")),
        ("5", "", ["6", "40"], ("5", "6")),  # 下转第40页
        ("", "", ["6"], ("", "")),
        ("插1", "", ["6"], ("插1", "")),
    ],
)
def test_the_last_page_is_told_by_the_marks_in_the_text(
    first: str, last: str, marked: list[str], pages: tuple[str, str]
) -> None:
    marks = tuple(Mark(MarkKind.PAGE, at, at, page) for at, page in enumerate(marked))
    block = Paragraph(Text("渡口的账册", marks))
    article = Article("a1", (Text("账"),), blocks=(block,), first_page=first, last_page=last)
    assert printed_pages(article) == pages
