"""From a stream of text boxes to a paragraph that is ready to be cut into lines.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from itertools import chain
from typing import Any

from converter.typeset import characters as kind
from converter.typeset import spacing
from converter.typeset.lines import Filler, Line, Measures
from converter.typeset.paragraph.faces import (
    SHARED,
    FontBook,
    Settings,
    frames_of,
    settle,
    shape_piece,
)
from converter.typeset.paragraph.flags import flags_of
from converter.typeset.paragraph.gaps import add_word_and_latin_spaces, leave_alone
from converter.typeset.paragraph.owner import Ratios
from converter.typeset.paragraph.sums import measures_of
from converter.typeset.spacing import Spaces
from converter.typeset.stream import Node, Walk
from converter.values import dataclass, field


@dataclass(slots=True, eq=False)
class Paragraph:
    """A line box's content, measured and ready to be cut into lines."""

    walk: Walk
    kinds: str
    spaces: Spaces
    measures: Measures
    filler: Filler
    leading: dict[int, float]
    """Width of the left edges of boxes that open before an index, in pixels."""
    trailing: dict[int, float]
    plans: dict[int, tuple[Line, float, float]] = field(default_factory=dict)
    """Planned lines by start, with the widths of the line and of those after it."""
    block_width: float = 0.0
    sparse: list[int] = field(default_factory=list)
    """Gaps that something changes on every line, in order."""
    _ratios: Ratios | None = None

    def ratio(self, index: int) -> float:
        """The em of the character by the em of the paragraph."""
        if self._ratios is None:
            self._ratios = Ratios(self.walk.pieces)
        return self._ratios.of(index)

    @property
    def root(self) -> Node:
        """The line box."""
        return self.walk.root

    def is_current(self, line_box: Any, block_width: float, *, goes_on: bool = False) -> bool:
        """True while the boxes are those that were measured.

        Those of a paragraph that ``goes_on`` after the line made last have been looked at.
        """
        walk = self.walk
        if goes_on and walk.root.box is line_box and block_width == self.block_width:
            return True
        if walk.root.box is not line_box and walk.root.boxes_seen is not line_box.children:
            return False
        if block_width != self.block_width and (walk.edges or walk.objects):
            return False
        walk.root.box = line_box
        return all(node.box.children is node.boxes_seen for node in walk.nodes) and all(
            piece.box.text is piece.text for piece in walk.pieces
        )


def measure(walk: Walk, settings: Settings, book: FontBook, block_width: float) -> Paragraph:
    """Shape and measure a stream."""
    text = walk.text
    found = kind.kinds(text)
    if SHARED.search(text):
        found = settle(walk, text, found)
    keys = [book.key(piece.style) for piece in walk.pieces]
    for piece, key in zip(walk.pieces, keys, strict=True):
        shape_piece(piece, found, book, key)
    spaces = spacing.spaces_of(frames_of(walk, found, settings, book, keys), settings.style)
    add_word_and_latin_spaces(walk, text, found, spaces, autospace=settings.autospace)
    if any(piece.shaped.opaque for piece in walk.pieces):
        leave_alone([piece for piece in walk.pieces if piece.shaped.opaque], spaces)
    for items in spaces.shrink.values():
        items.sort()
    spaces.grow_words.sort()
    spaces.grow_latin.sort()
    flags = flags_of(walk, text, found)
    leading: dict[int, float] = {}
    trailing: dict[int, float] = {}
    for edge in walk.edges:
        if edge.leading:
            leading[edge.index] = leading.get(edge.index, 0.0) + edge.leading
        else:
            trailing[edge.index - 1] = trailing.get(edge.index - 1, 0.0) + edge.trailing
    measures = measures_of(walk, text, found, spaces, flags, leading, trailing)
    paragraph = Paragraph(walk, found, spaces, measures, Filler(measures), leading, trailing)
    paragraph.block_width = block_width
    gaps = {gap for items in spaces.shrink.values() for gap, _, _ in items}
    gaps.update(spaces.after, spaces.between, (index - 1 for index in spaces.before))
    gaps.update(gap for gap, _ in chain(spaces.grow_words, spaces.grow_latin))
    paragraph.sparse = sorted(gap for gap in gaps if gap >= 0)
    return paragraph
