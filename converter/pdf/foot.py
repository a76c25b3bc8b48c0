"""Columns end above the notes of their page, wherever in the text these are called.

WeasyPrint lays the columns between two things that span them out by themselves. Those below
a table know nothing of the notes that the columns above it have called to the foot of the
page, and are set over them. Where that has happened they are laid out again in less room.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_TRIES = 4
"""In less room other notes may be called."""
_SEEN = 0.01


def above_the_foot(stock: Callable[..., Any]) -> Callable[..., Any]:
    """``columns_layout`` of WeasyPrint, repeated in less room while columns reach the notes."""
    from weasyprint.layout.block import remove_placeholders

    def columns_layout(context: Any, box: Any, bottom_space: float, *others: Any) -> Any:
        result = stock(context, box, bottom_space, *others)
        if all(child.style["column_span"] != "all" for child in box.children):
            return result
        absolute, fixed = others[3:5]
        for _ in range(_TRIES):
            over = _reach(result[0]) - context.page_bottom
            if not context.current_page_footnotes or over <= _SEEN:
                break
            remove_placeholders(context, [result[0]], absolute, fixed)
            bottom_space += over
            result = stock(context, box, bottom_space, *others)
        return result

    return columns_layout


def _reach(made: Any) -> float:
    """How far down the page what has been laid out reaches."""
    children = made.children if made is not None else ()
    return max((child.position_y + child.margin_height() for child in children), default=0.0)
