"""What WeasyPrint asks for."""

from __future__ import annotations

from typing import Any


class Request:
    """What WeasyPrint asks for: one line of a line box, and where to put what belongs to it."""

    __slots__ = (
        "absolute_boxes", "block", "bottom_space", "context", "fixed_boxes", "line_box",
        "line_placeholders", "max_x", "position_x", "skip_stack",
    )  # fmt: skip

    def __init__(self, arguments: tuple[Any, ...]) -> None:
        (
            self.context, self.line_box, self.position_x, self.max_x, self.bottom_space,
            self.skip_stack, self.block, self.absolute_boxes, self.fixed_boxes,
            self.line_placeholders,
        ) = arguments[:10]  # fmt: skip
