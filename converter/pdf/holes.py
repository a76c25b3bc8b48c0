"""A page does not end early because a table or a box has no room on it.

An editor lets the text go on: the paragraph after the table comes before it. That is done
where the paragraph says nothing of what would then stand below it.
"""

from __future__ import annotations

from typing import Any

from converter import patterns as re
from converter.pdf.insets import classes_of
from converter.values import NamedTuple

HOLE = 3.0
"""Lines: so much white at the foot of a page is a hole."""

_DEPTH = 3
"""The text of an article in the tree: html, body, section, and there it is."""
_LEADS_IN = re.compile(r"[：:]\s*$")
"""如下表所示：…"""
_SPEAKS_OF_IT = re.compile(
    "(?:注|说明|說明|(?:资料|資料|数据|數據)[来來]源)[：:]|[^。！？]*(?:[上该該此从從由据據]表|如上)"
)
"""What a paragraph begins with that has to come after the table."""


class Pushed(NamedTuple):
    """What a page sent to the next one for want of room: where it stands in the text."""

    body: Any
    at: int

    def swap(self) -> None:
        """Let the paragraph below come first, or put it back."""
        children, at = self.body.children, self.at
        children[at : at + 2] = children[at + 1], children[at]


def pushed_on(root_box: Any, resume_at: Any) -> Pushed | None:
    """The table or box that the next page begins with, if the text below it can go first."""
    parent, stack = root_box, resume_at
    for _ in range(_DEPTH):
        if stack is None or len(stack) != 1:
            return None
        ((at, stack),) = stack.items()
        parent = parent.children[at]
    if not stack or len(stack) != 1 or "body" not in classes_of(parent):
        return None
    ((at, stack),) = stack.items()
    if stack is not None or not 0 < at < len(parent.children) - 1:
        return None
    box = parent.children[at]
    whole = "whole" in classes_of(box) and {"own", "table"} & set(classes_of(box))
    if not whole or parent.style["column_count"] != "auto":
        return None
    before, after = parent.children[at - 1], parent.children[at + 1]
    plain = after.element_tag == "p" and not classes_of(after) and after.style["float"] == "none"
    if not plain or _LEADS_IN.search(_text(before)) or _SPEAKS_OF_IT.match(_text(after)):
        return None
    return Pushed(parent, at)


def hole(page: Any, end_of_text: float, grid: float) -> float:
    """The lines of white between the text of a page and its foot, or what stands there."""
    area = page.children[1]
    foot = area.position_y if area.children else page.margin_top + page.height
    lines: float = (foot - end_of_text) / grid
    return lines


def _text(box: Any) -> str:
    return "".join(box.element.itertext()) if box.element is not None else ""
