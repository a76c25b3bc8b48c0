"""Makes WeasyPrint's line boxes from planned lines.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.layout.absolute import absolute_layout
from weasyprint.layout.percent import resolve_percentages

from converter.typeset import characters as kind
from converter.typeset.justify import Adjustment, squeeze, stretch
from converter.typeset.lines import Line
from converter.typeset.paragraph import Paragraph
from converter.typeset.shaping import ComposedLayout, Placed, Shaped, shape
from converter.typeset.stream import Leaf, Node, Piece, UnsupportedError
from converter.typeset.titles import Corpus, joints, plan_title

_COLLAPSING = frozenset({"normal", "nowrap", "pre-line"})
_SAME = 1e-6


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


class Maker:
    """Makes one line; that of a title where ``words``, the text to learn them from, is given."""

    def __init__(self, request: Request, paragraph: Paragraph, words: Corpus | None = None) -> None:
        self._request = request
        self._p = paragraph
        self._unit = paragraph.walk.base_em / 1_024_000
        self._words = words
        leaf, start = position(paragraph, request.skip_stack)
        self._first_leaf = leaf
        self._resumed = (
            start > paragraph.walk.leaves[leaf].start if paragraph.walk.leaves else False
        )
        start = skip_spaces(paragraph, start)
        self._line = self._planned(start)
        self._adjustment = Adjustment()
        self._carry = 0.0
        self._pending = 0.0
        self._x = request.position_x
        self._cut: dict[int, tuple[str, Shaped]] = {}
        """Texts that had to be shaped anew for this line, by leaf."""

    def make(self) -> tuple[Any, Any, bool]:
        """The new line box, where the next line resumes, and whether the break was forced."""
        request, p, line = self._request, self._p, self._line
        self._stop_leaf, self._partial, resume_at = self._end()
        for leaf in p.walk.leaves[self._first_leaf : self._stop_leaf]:
            if leaf.what == "out" and leaf.box.is_floated():
                raise UnsupportedError
        is_last = resume_at is None or line.forced
        self._adjust(is_last=is_last)
        children = self._children(p.root, request.line_box, request.absolute_boxes)
        made = request.line_box.copy_with_children(children)
        made.remove_decoration(start=request.skip_stack is not None, end=resume_at is not None)
        self._finish(made, p.root, children)
        made.composed = self._excess
        return made, resume_at, line.forced

    # ------------------------------------------------------------------ which characters

    def _planned(self, start: int) -> Line:
        p, request = self._p, self._request
        width = (request.max_x - request.position_x) / self._unit
        rest = (request.max_x - request.line_box.position_x) / self._unit
        known = p.plans.get(start)
        if known is not None and abs(known[1] - width) < _SAME and abs(known[2] - rest) < _SAME:
            return known[0]
        if start >= len(p.kinds):
            return Line(start, start, start, width)
        if self._words is None:
            lines = p.filler.plan(start, width, rest)
        else:
            lines = self._title(start, width, rest, self._words)
        for number, line in enumerate(lines):
            p.plans[line.start] = line, rest if number else width, rest
        return lines[0]

    def _title(self, start: int, width: float, rest: float, words: Corpus) -> list[Line]:
        p = self._p
        simple = p.filler.plan(start, width, rest)
        if len(simple) < 2:
            return simple
        end = p.filler.segment_end(start)
        found = joints(p.walk.text[start:end], p.kinds[start:end], words)
        costs = [0.0] * start + found
        return plan_title(p.filler, p.measures, simple, (width, rest), costs)

    def _end(self) -> tuple[int, bool, Any]:
        """The leaf that the next line starts with, whether inside it, and the skip stack."""
        leaves, after = self._p.walk.leaves, self._line.after
        if after >= len(self._p.kinds):
            return len(leaves), False, None
        for number in range(self._first_leaf, len(leaves)):
            leaf = leaves[number]
            if leaf.end > after > leaf.start and isinstance(leaf, Piece):
                skip = {leaf.byte_starts[after - leaf.start]: None}
                return number, True, _stack(leaf.path, skip)
            if leaf.start >= after and number > self._first_leaf and not _trails(leaf, after):
                return number, False, _stack(leaf.path, None)
        return len(leaves), False, None

    # ------------------------------------------------------------------ how wide the gaps

    def _adjust(self, *, is_last: bool) -> None:
        p, line = self._p, self._line
        excess = self._excess = line.excess
        if line.end <= line.start:
            return
        is_cut = line.end < len(p.kinds) and p.kinds[line.end - 1] not in kind.FULL
        if is_cut or any(piece.shaped.opaque for piece in p.walk.pieces):
            excess -= self._true_widths()
        ratio = p.ratio
        if excess < -_SAME:
            self._adjustment = squeeze(line, p.spaces, ratio, -excess)
        elif excess > _SAME and self._justifies(is_last=is_last):
            self._adjustment = stretch(line, p.measures, p.spaces, ratio, excess)

    def _justifies(self, *, is_last: bool) -> bool:
        style = self._request.line_box.style
        align = style["text_align_all"]
        if is_last and style["text_align_last"] != "auto":
            align = style["text_align_last"]
        elif is_last:
            return False
        if align != "justify" or style["white_space"] not in _COLLAPSING:
            return False
        if self._words is not None:
            return False
        return not any(
            piece.leader and piece.start < self._line.end and piece.end > self._line.start
            for piece in self._p.walk.pieces
        )

    def _true_widths(self) -> float:
        """How much wider texts become by being cut.

        Right to left, where a hyphen is added, and where a Latin letter loses the neighbour
        that it was kerned with.
        """
        line, more = self._line, 0.0
        for piece in self._p.walk.pieces:
            first, last = max(line.start, piece.start), min(line.end, piece.end)
            if first >= last:
                continue
            hyphenated = line.hyphen and last == line.end
            bare = last == line.end < piece.end and self._p.kinds[last - 1] not in kind.FULL
            if (
                not hyphenated
                and not bare
                and (not piece.shaped.opaque or (first, last) == (piece.start, piece.end))
            ):
                continue
            start, stop = first - piece.start, last - piece.start
            text = piece.text[start:stop]
            if hyphenated:
                text += piece.style["hyphenate_character"]
                more -= self._p.measures.hyphen
            cut = shape(text, piece.style, piece.overrides_in(start, stop))
            self._cut[piece.number] = text, cut
            more += (sum(cut.advances) - sum(piece.shaped.advances[start:stop])) * piece.ratio
        return more

    # ------------------------------------------------------------------ boxes

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
            self._pending = self._gap(leaf.start)
        return made

    def _gap(self, index: int) -> float:
        """What lies between this character and the next, in pixels, less what marks own."""
        p, adjustment = self._p, self._adjustment
        amount = p.spaces.between.get(index, 0) + adjustment.between.get(index, 0.0)
        pixels = amount * p.ratio(index) * self._unit + self._carry * self._unit
        self._carry = 0.0
        if adjustment.each and self._stretches(index):
            pixels += adjustment.each * self._unit
        return pixels

    def _stretches(self, index: int) -> bool:
        chosen = self._adjustment.stretched
        if chosen is not None:
            return index in chosen
        gaps = self._p.measures.gaps
        return gaps[index + 1] > gaps[index]

    def _text(self, piece: Piece, first: int, last: int) -> Any:
        start, stop = first - piece.start, last - piece.start
        text = piece.text[start:stop]
        shaped = piece.shaped
        advances = shaped.advances[start:stop]
        if piece.number in self._cut:
            text, cut = self._cut[piece.number]
            advances = cut.advances
        width = sum(advances)
        shift = self._shift(piece, first)
        changes = self._changes(piece, first, last, advances)
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
            self._pending = self._gap(last - 1)
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
        _, cut = self._cut.get(piece.number, (text, None))
        placed = Placed(
            cut or piece.shaped, 0 if cut else start, advances, changes, shift, piece.em,
            "" if cut else self._p.kinds[piece.start : piece.end],
        )  # fmt: skip
        overrides = piece.overrides_in(start, start + len(advances))
        available = self._request.max_x - self._x
        return ComposedLayout(text, piece.style, placed, overrides, available)

    def _shift(self, piece: Piece, first: int) -> int:
        """How far the first character of a box stands from the edge of the box."""
        spaces, adjustment = self._p.spaces, self._adjustment
        if piece.shaped.advances[first - piece.start] == 0:
            return 0
        if first == self._line.start:
            return spaces.head.get(first, spaces.before.get(first, 0))
        amount = spaces.before.get(first, 0) + adjustment.before.get(first, 0.0)
        whole = round(amount)
        self._carry += (amount - whole) * piece.ratio
        return whole

    def _changes(self, piece: Piece, first: int, last: int, advances: list[int]) -> dict[int, int]:
        """What is added to the advance of each character of a box, by its index in the slice."""
        line, spaces, adjustment = self._line, self._p.spaces, self._adjustment
        after, before, between = spaces.after, spaces.before, spaces.between
        more_after, more_before = adjustment.after, adjustment.before
        more_between = adjustment.between
        each = adjustment.each / piece.ratio
        found: dict[int, int] = {}
        carry = self._carry / piece.ratio
        if each:
            gaps = range(first, last - 1)
        else:
            sparse = self._p.sparse
            gaps = sparse[bisect_left(sparse, first) : bisect_left(sparse, last - 1)]  # type: ignore[assignment]
        for gap in gaps:
            amount = (
                after.get(gap, 0) + between.get(gap, 0) + before.get(gap + 1, 0) + carry
                + more_after.get(gap, 0.0) + more_between.get(gap, 0.0)
                + more_before.get(gap + 1, 0.0)
            )  # fmt: skip
            if each and self._stretches(gap):
                amount += each
            whole = round(amount)
            carry = amount - whole
            if whole:
                carry += _put(found, piece, gap - first, first - piece.start, advances, whole)
        final = last - 1
        if last == line.end:
            amount = spaces.tail.get(final, after.get(final, 0)) + carry
        else:
            amount = after.get(final, 0) + more_after.get(final, 0.0) + carry
        whole = round(amount)
        carry = amount - whole
        if whole:
            carry += _put(found, piece, final - first, first - piece.start, advances, whole)
        self._carry = carry * piece.ratio
        return found


def _put(
    found: dict[int, int],
    piece: Piece,
    index: int,
    start: int,
    advances: list[int],
    amount: int,
) -> int:
    """Give a change to the glyph that can carry it, not to one without width.

    Returns what found no place.
    """
    fixed = piece.shaped.fixed
    while index > 0 and (advances[index] == 0 or start + index in fixed):
        index -= 1
    if advances[index] == 0 or start + index in fixed:
        return amount
    found[index] = found.get(index, 0) + amount
    return 0


def position(paragraph: Paragraph, skip_stack: Any) -> tuple[int, int]:
    """The leaf and the character that a skip stack points to."""
    found: Node | Leaf = paragraph.root
    while skip_stack is not None:
        ((index, skip_stack),) = skip_stack.items()
        if isinstance(found, Node):
            found = found.children[index]
            continue
        if isinstance(found, Piece):
            return found.number, found.start + bisect_left(found.byte_starts, index or 0)
        break
    leaves = paragraph.walk.leaves
    number = found.first if isinstance(found, Node) else found.number
    return number, leaves[number].start if number < len(leaves) else len(paragraph.kinds)


def skip_spaces(paragraph: Paragraph, start: int) -> int:
    """The place of the first character from ``start`` on that is no collapsible blank."""
    kinds, pieces = paragraph.kinds, paragraph.walk.pieces
    while start < len(kinds) and kinds[start] == kind.SPACE:
        piece = next(one for one in pieces if one.start <= start < one.end)
        if piece.style["white_space"] not in _COLLAPSING:
            break
        start += 1
    return start


def _trails(leaf: Leaf, after: int) -> bool:
    """True for what belongs to the text before it: the anchor of a footnote."""
    is_anchor = leaf.start == leaf.end == after
    return is_anchor and (leaf.box.footnote is not None or leaf.box.note is not None)


def _stack(path: tuple[int, ...], inner: Any) -> Any:
    for index in reversed(path):
        inner = {index: inner}
    return inner
