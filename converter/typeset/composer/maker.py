"""Makes one line box: boxes within boxes, and the texts in them.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.absolute import absolute_layout
from weasyprint.layout.percent import resolve_percentages

from converter.typeset.composer.gaps import Gaps
from converter.typeset.composer.places import position, resume_point, skip_spaces
from converter.typeset.composer.plan import plan_line
from converter.typeset.composer.request import Request
from converter.typeset.joints import Corpus
from converter.typeset.paragraph import Paragraph
from converter.typeset.shaping import ComposedLayout, Placed
from converter.typeset.stream import Leaf, Node, Piece, UnsupportedError


class Maker:
    """Makes one line; that of a title where ``words``, the text to learn them from, is given."""

    def __init__(self, request: Request, paragraph: Paragraph, words: Corpus | None = None) -> None:
        self._request = request
        self._p = paragraph
        leaves = paragraph.walk.leaves
        self._first_leaf, start = position(paragraph, request.skip_stack)
        self._resumed = start > leaves[self._first_leaf].start if leaves else False
        self._line = plan_line(paragraph, request, skip_spaces(paragraph, start), words)
        self._gaps = Gaps(paragraph, self._line)
        self._is_title = words is not None
        self._pending = 0.0
        self._x = request.position_x

    def make(self) -> tuple[Any, Any, bool]:
        """The new line box, where the next line resumes, and whether the break was forced."""
        request, p, line = self._request, self._p, self._line
        self._stop_leaf, self._partial, resume_at = resume_point(p, self._first_leaf, line.after)
        for leaf in p.walk.leaves[self._first_leaf : self._stop_leaf]:
            if leaf.what == "out" and leaf.box.is_floated():
                raise UnsupportedError
        is_last = resume_at is None or line.forced
        self._gaps.adjust(is_last=is_last, is_title=self._is_title)
        children = self._children(p.root, request.line_box, request.absolute_boxes)
        made = request.line_box.copy_with_children(children)
        made.remove_decoration(start=request.skip_stack is not None, end=resume_at is not None)
        self._finish(made, p.root, children)
        made.composed = line.excess
        return made, resume_at, line.forced

    def _children(self, node: Node, box: Any, absolute_boxes: list[Any]) -> list[Any]:
        made: list[Any] = []
        for child in node.children:
            if isinstance(child, Node):
                if child.last <= self._first_leaf or child.first >= self._stop_leaf + self._partial:
                    continue
                self._settle(made)
                made.append(self._inline(child, absolute_boxes))
                continue
            if not self._first_leaf <= child.number < self._stop_leaf + self._partial:
                continue
            if child.what == "out":
                made.extend(self._out_of_flow(child, box, absolute_boxes))
            elif child.what == "object":
                self._settle(made)
                made.append(self._object(child, absolute_boxes))
            elif isinstance(child, Piece):
                first = max(child.start, self._line.start)
                last = min(child.end, self._line.end)
                if first < last:
                    self._settle(made)
                    made.append(self._text(child, first, last))
        return made

    def _settle(self, made: list[Any]) -> None:
        """Put the gap before a box into the margin of the box before it."""
        if not self._pending:
            return
        self._x += self._pending
        for box in reversed(made):
            if isinstance(box, boxes.Box) and box.is_in_normal_flow():
                box.margin_right += self._pending
                break
        self._pending = 0.0

    def _inline(self, node: Node, absolute_boxes: list[Any]) -> Any:
        leaves = self._p.walk.leaves
        is_start = node.first > self._first_leaf or (
            node.first == self._first_leaf and not self._resumed
        )
        is_end = node.last <= self._stop_leaf
        before = self._x
        if is_start:
            self._x += node.left
        relative = node.box.style["position"] == "relative"
        own_absolutes = [] if relative else absolute_boxes
        children = self._children(node, node.box, own_absolutes) if leaves else []
        made = node.box.copy_with_children(children)
        made.remove_decoration(start=not is_start, end=not is_end)
        made.position_x = before
        self._finish(made, node, children)
        if is_end:
            self._x += node.right
        if relative:
            request = self._request
            for absolute_box in own_absolutes:
                absolute_layout(
                    request.context, absolute_box, made, request.fixed_boxes,
                    request.bottom_space, skip_stack=None,
                )  # fmt: skip
        return made

    def _finish(self, made: Any, node: Node, children: list[Any]) -> None:
        """Width from the children, height from the strut."""
        made.position_y = self._request.line_box.position_y
        made.width = 0
        for child in reversed(children):
            if child.is_in_normal_flow():
                made.width = child.position_x + child.margin_width() - made.content_box_x()
                break
        made.baseline = node.baseline
        made.height = made.style["font_size"]
        half_leading = (node.line_height - made.height) / 2
        made.margin_top = half_leading - made.border_top_width - made.padding_top
        made.margin_bottom = half_leading - made.border_bottom_width - made.padding_bottom

    def _out_of_flow(self, leaf: Leaf, box: Any, absolute_boxes: list[Any]) -> list[Any]:
        request, child = self._request, leaf.box
        child.position_y = request.line_box.position_y
        waiting: list[Any] = []
        inline._out_of_flow_layout(  # noqa: SLF001  (nothing public does it)
            request.context, box, request.block, leaf.path[-1], child, [], [], waiting, [],
            absolute_boxes, request.fixed_boxes, request.line_placeholders,
            {"left": 0, "right": 0}, request.max_x, self._x, request.bottom_space,
        )  # fmt: skip
        return [made for _, made, _ in waiting]

    def _object(self, leaf: Leaf, absolute_boxes: list[Any]) -> Any:
        request = self._request
        leaf.box.position_y = request.line_box.position_y
        resolve_percentages(leaf.box, request.block)
        made = inline.atomic_box(
            request.context, leaf.box, self._x, None, request.block, absolute_boxes,
            request.fixed_boxes,
        )  # fmt: skip
        made.position_x = self._x
        self._x += made.margin_width()
        if leaf.end < self._line.end:
            self._pending = self._gaps.after(leaf.start)
        return made

    def _text(self, piece: Piece, first: int, last: int) -> Any:
        start, stop = first - piece.start, last - piece.start
        text = piece.text[start:stop]
        shaped = piece.shaped
        advances = shaped.advances[start:stop]
        if piece.number in self._gaps.cut:
            text, cut = self._gaps.cut[piece.number]
            advances = cut.advances
        width = sum(advances)
        shift = self._gaps.shift(piece, first)
        changes = self._gaps.changes(piece, first, last, advances)
        width += shift + sum(changes.values())
        made = piece.box.copy_with_text(text)
        made.pango_layout = self._layout(piece, text, start, advances, changes, shift)
        made.position_x = self._x
        made.position_y = self._request.line_box.position_y
        made.width = width * piece.em / 1_024_000
        made.height = shaped.height
        made.baseline = piece.baseline
        made.margin_top = piece.baseline - shaped.baseline
        made.margin_bottom = piece.line_height - shaped.height - made.margin_top
        self._x += made.width
        if last < self._line.end:
            self._pending = self._gaps.after(last - 1)
        return made

    def _layout(
        self,
        piece: Piece,
        text: str,
        start: int,
        advances: list[int],
        changes: dict[int, int],
        shift: int,
    ) -> ComposedLayout:
        _, cut = self._gaps.cut.get(piece.number, (text, None))
        placed = Placed(
            cut or piece.shaped, 0 if cut else start, advances, changes, shift, piece.em,
            "" if cut else self._p.kinds[piece.start : piece.end],
        )  # fmt: skip
        overrides = piece.overrides_in(start, start + len(advances))
        available = self._request.max_x - self._x
        return ComposedLayout(text, piece.style, placed, overrides, available)
