"""The feet of two columns with which an article ends are level.

A box cannot be divided to that end. One that comes last is set across both columns instead,
as it is where there is one, and the text above it shared out between them.
"""

from __future__ import annotations

from typing import Any

from converter.pdf.holes import end_of_text
from converter.pdf.insets import classes_of
from converter.values import NamedTuple

_ENDING = frozenset({"own", "caption"})
"""Classes of what may be set across the columns at the end of a text."""


class Across(NamedTuple):
    """Boxes, and the styles with which they stand across the columns, or in them."""

    styles: tuple[tuple[Any, Any, Any], ...]

    @classmethod
    def of(cls, body: Any) -> Across | None:
        """Those at the end of a text; ``None`` of a text that has no others, or none of them."""
        children = body.children if body is not None else ()
        first = len(children)
        while first and not _ENDING.isdisjoint(classes_of(children[first - 1])):
            first -= 1
        if not 0 < first < len(children):
            return None
        return cls(tuple((box, box.style, _spanning(box.style)) for box in children[first:]))

    def do(self) -> None:
        """Set them across the columns."""
        for box, _, style in self.styles:
            box.style = style

    def undo(self) -> None:
        """Set them in the columns again."""
        for box, style, _ in self.styles:
            box.style = style


def _spanning(style: Any) -> Any:
    made = style.copy()
    made["column_span"] = "all"
    return made


def level(body: Any) -> float:
    """How far apart the feet of the last columns of a page's text are, in pixels."""
    columns: list[Any] = []
    for child in body.children if body is not None else ():
        if child.is_column:
            if columns and child.position_y != columns[0].position_y:
                columns = []
            columns.append(child)
    ends = [end_of_text(column, column.position_y) for column in columns]
    return max(ends) - min(ends) if ends else 0.0
