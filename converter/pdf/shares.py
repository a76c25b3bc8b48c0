"""What a page has of an article: the section that opens or goes on there, and its blocks."""

from __future__ import annotations

from typing import Any

from converter.pdf.holes import is_line
from converter.pdf.insets import classes_of
from converter.pdf.white import body_of


def opened(root_box: Any, resume_at: Any) -> Any:
    """The section that begins where a page resumes, or ``None`` in the midst of one."""
    box, stack = root_box, resume_at
    for _ in range(2):  # html, body
        if stack is None or len(stack) != 1:
            return None
        ((index, stack),) = stack.items()
        box = box.children[index]
    return box if stack is None else None


def text_lines(box: Any) -> int:
    """The lines of text in a box."""
    return sum(map(is_line, box.descendants()))


def more_than_text(body: Any) -> bool:
    """True of a page's share of a text that has more than lines: boxes, tables, verse."""
    return body is not None and not all(map(is_text, blocks_of(body)))


def blocks_of(body: Any) -> list[Any]:
    """What a page's share of a text is made of, from column to column."""
    blocks: list[Any] = []
    for child in body.children:
        blocks += child.children if child.is_column else (child,)
    return blocks


def is_text(box: Any) -> bool:
    """True of a paragraph or a heading in the flow."""
    return box.element_tag in {"p", "h2", "h3", "h4"} and box.style["float"] == "none"


def section_of(page: Any) -> Any:
    """What a page has of the article that ends on it: brief pieces may stand below."""
    return page.children[0].children[0].children[0]


def boxes_alone(section: Any) -> list[Any]:
    """The boxes that a page's share of a text is made of; none if there is more to it.

    What is told of the author at the end does not count.
    """
    body = body_of(section)
    if body is None or section.children[0] is not body or not all(map(is_whole, body.children)):
        return []
    return list(body.children)


def is_whole(box: Any) -> bool:
    """True of a box that stands between paragraphs and is not divided."""
    return {"own", "whole"} <= set(classes_of(box))
