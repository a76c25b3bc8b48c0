"""A paragraph as one stream of characters, whatever inline boxes it is made of.

WeasyPrint lays a line out box by box and knows only the box it is in. Here the text boxes of
a line box are strung together with their styles, so that breaks, marks and spaces are decided
with both neighbours in view, over the borders of boxes. Imported only while a document is
composed (it needs WeasyPrint).
"""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.line_break import strut

from converter import patterns as re
from converter.typeset import characters as kind
from converter.typeset.shaping import PROPORTIONAL, UNTIED, Override, Shaped, byte_starts
from converter.values import dataclass, field

_WRAPPING = frozenset({"normal", "pre-wrap", "pre-line"})
_EXOTIC = re.compile("[\t\u202a-\u202e\u2066-\u2069]")


class UnsupportedError(Exception):
    """A paragraph holds something that is left to WeasyPrint."""


@dataclass(slots=True, eq=False)
class Leaf:
    """Something on the line without children: a text, an object, what is out of the flow.

    ``what`` is "text", "object", "out" or "empty"; characters ``start`` to ``end`` of the
    stream are its own.
    """

    what: str
    box: Any
    path: tuple[int, ...]
    start: int
    end: int = 0
    number: int = 0


@dataclass(slots=True, eq=False)
class Piece(Leaf):
    """A text box. ``ratio`` is its em by the em of the paragraph."""

    text: str = ""
    style: Any = None
    em: int = 0
    ratio: float = 1.0
    letter_spacing: int = 0
    word_spacing: int = 0
    raised: bool = False
    leader: bool = False
    wraps: bool = True
    chinese: bool = True
    shaped: Shaped = field(default_factory=lambda: Shaped([], 0, 0))
    overrides: dict[int, bytes | None] = field(default_factory=dict)
    line_height: float = 0.0
    baseline: float = 0.0
    _starts: list[int] | None = None

    @property
    def byte_starts(self) -> list[int]:
        """The byte index of each character of the text box."""
        if self._starts is None:
            self._starts = byte_starts(self.text)
        return self._starts

    def overrides_in(self, first: int, last: int) -> list[Override] | None:
        """What is set in another face within characters ``first`` to ``last`` of the text."""
        if not self.overrides and not self.letter_spacing:
            return None
        starts = self.byte_starts
        found: list[Override] = []
        if self.letter_spacing:
            found.append(Override(0, starts[last] - starts[first], features=UNTIED))
        for index, family in self.overrides.items():
            if not first <= index < last:
                continue
            begin, end = starts[index] - starts[first], starts[index + 1] - starts[first]
            if found and found[-1].last == begin and found[-1].family == family:
                found[-1].last = end  # one run, so that —— stays one glyph
            else:
                found.append(Override(begin, end, family, b"" if family else PROPORTIONAL))
        return found or None


@dataclass(slots=True, eq=False)
class Node:
    """An inline box (or the line box itself) and the leaves ``first`` to ``last`` in it."""

    box: Any
    children: list[Node | Leaf]
    boxes_seen: Any
    first: int
    last: int = 0
    left: float = 0.0
    right: float = 0.0
    line_height: float = 0.0
    baseline: float = 0.0


@dataclass(slots=True, eq=False)
class Edge:
    """Margin, border and padding of an inline box, in pixels, at an index of the stream."""

    index: int
    leading: float = 0.0
    trailing: float = 0.0


Struts = dict[int, tuple[Any, tuple[float, float]]]
"""Height and baseline of an empty line, by the id of a style that is kept with them."""


class Walk:
    """Strings the text boxes of a line box together."""

    def __init__(self, context: Any, line_box: Any, containing_block: Any, struts: Struts) -> None:
        self._struts = struts
        self.leaves: list[Leaf] = []
        self.pieces: list[Piece] = []
        self.nodes: list[Node] = []
        self.parts: list[str] = []
        self.edges: list[Edge] = []
        self.ties: list[int] = []
        """Indices where the markup forbids a break."""
        self.objects: dict[int, float] = {}
        """Widths of objects in pixels, by index."""
        self.size = 0
        self._context = context
        self._block = containing_block
        self._common: tuple[int, Any] | None = None
        self.base_em = max(1, int(line_box.style["font_size"] * 1024))
        self.root = self._node(line_box, (), raised=False)

    @property
    def text(self) -> str:
        """The whole stream."""
        return "".join(self.parts)

    def _node(self, box: Any, path: tuple[int, ...], *, raised: bool) -> Node:
        node = Node(box, [], box.children, len(self.leaves))
        node.line_height, node.baseline = self._strut(box.style)
        self.nodes.append(node)
        for index, child in enumerate(box.children):
            if index:
                self._at_border(len(path), box.style)
            node.children.append(self._child(child, (*path, index), raised=raised))
        if not box.children and path:
            self._add(Leaf("empty", box, path, self.size, self.size))
        node.last = len(self.leaves)
        return node

    def _strut(self, style: Any) -> tuple[float, float]:
        known = self._struts.get(id(style))
        if known is None:
            known = self._struts[id(style)] = style, strut(style)
        return known[1]

    def _at_border(self, depth: int, style: Any) -> None:
        """Keep the innermost box that holds both neighbours of a border between boxes."""
        if self._common is None or depth < self._common[0]:
            self._common = depth, style

    def _child(self, child: Any, path: tuple[int, ...], *, raised: bool) -> Node | Leaf:
        if not child.is_in_normal_flow():
            leaf = Leaf("out", child, path, self.size, self.size)
            return self._add(leaf)
        if isinstance(child, boxes.TextBox):
            return self._text(child, path, raised=raised)
        if isinstance(child, boxes.InlineBox):
            return self._inline(child, path, raised=raised)
        if isinstance(child, boxes.AtomicInlineLevelBox):
            return self._object(child, path)
        raise UnsupportedError

    def _inline(self, box: Any, path: tuple[int, ...], *, raised: bool) -> Node:
        style = box.style
        if style["direction"] != "ltr":
            raise UnsupportedError
        resolve_percentages(box, self._block)
        for side in ("margin_left", "margin_right"):
            if getattr(box, side) == "auto":
                setattr(box, side, 0)
        left = box.margin_left + box.border_left_width + box.padding_left
        right = box.margin_right + box.border_right_width + box.padding_right
        if (left or right) and style["box_decoration_break"] == "clone":
            raise UnsupportedError
        raised = raised or style["vertical_align"] not in {"baseline", "top", "bottom", "middle"}
        start, first = self.size, len(self.pieces)
        if left:
            self.edges.append(Edge(start, leading=left))
        node = self._node(box, path, raised=raised)
        node.left, node.right = left, right
        if right:
            self.edges.append(Edge(self.size, trailing=right))
        if box.is_leader:
            for piece in self.pieces[first:]:
                piece.leader = True
        return node

    def _object(self, box: Any, path: tuple[int, ...]) -> Leaf:
        resolve_percentages(box, self._block)
        laid_out = atomic_box(self._context, box, 0, None, self._block, [], [])
        self._tie()
        leaf = Leaf("object", box, path, self.size, self.size + 1)
        self.objects[self.size] = laid_out.margin_width()
        self.parts.append(kind.OBJECT)
        self.size += 1
        return self._add(leaf)

    def _text(self, box: Any, path: tuple[int, ...], *, raised: bool) -> Leaf:
        style, text = box.style, box.text
        if not text or style["font_size"] == 0:
            leaf = Leaf("empty", box, path, self.size, self.size)
            return self._add(leaf)
        if _EXOTIC.search(text):
            raise UnsupportedError
        resolve_percentages(box, self._block)
        wraps = style["white_space"] in _WRAPPING
        self._tie()
        piece = Piece("text", box, path, self.size, self.size + len(text), text=text, style=style)
        piece.em = max(1, int(style["font_size"] * 1024))
        piece.ratio = piece.em / self.base_em
        piece.raised, piece.wraps = raised, wraps
        piece.chinese = is_chinese(style)
        spacing = style["letter_spacing"]
        piece.letter_spacing = 0 if spacing == "normal" else round(spacing * 1024000 / piece.em)
        piece.word_spacing = round(style["word_spacing"] * 1024000 / piece.em)
        piece.line_height, piece.baseline = self._strut(style)
        self.pieces.append(piece)
        self.parts.append(text)
        self.size += len(text)
        return self._add(piece)

    def _add(self, leaf: Leaf) -> Leaf:
        leaf.number = len(self.leaves)
        self.leaves.append(leaf)
        return leaf

    def _tie(self) -> None:
        """Forbid the break between two boxes where what holds them does not wrap."""
        if self._common is not None and self._common[1]["white_space"] not in _WRAPPING:
            self.ties.append(self.size)
        self._common = None


def is_chinese(style: Any) -> bool:
    """True for a style whose language is Chinese."""
    return (style["lang"] or "").lower().startswith("zh")
