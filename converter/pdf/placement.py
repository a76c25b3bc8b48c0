"""Where a box goes: beside the text, at the foot of the page, or as a block of its own.

Rules of the make-up desk, over counts of characters, since the lines are not broken yet:

* a short box stands beside the paragraph it belongs to, if the text that flows past it is
  long enough to enclose it, and no heading comes in between;
* a box of up to three fifths of a page stands at the foot of the page on which it is called,
  or, if there is no room, of the next one; the text goes on in its place. So more text than
  the box is high must follow, or it would have the next page for itself;
* anything else is a block between paragraphs, and a long one may go over the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from typing import Literal

from converter.model import Block, Box, MarkKind, Paragraph, Role, Verse
from converter.model.walk import block_texts
from converter.pdf.tokens import Geometry
from converter.values import dataclass

Placement = Literal["inset", "bottom", "own"]

INSET_EMS = 15
"""Ems of the body that an inset takes from the measure, its gap included."""
INSET_GAP_EMS = 1.5
_INSET_LINES = 14
"""More lines than this look like a column that has lost its page."""
_LEAST_BESIDE = 18
"""Characters that must remain in a line beside an inset (clreq has no number; fewer make
justified lines uneven)."""
_BOTTOM_SHARE = 0.6
_LEAST_ABOVE = 5
"""Lines of text that shall stand above a box at the foot of a page."""
_PADDING_EMS = 2.4
_BOX_SCALE = 0.905
_BOX_LEADING = 0.86


@dataclass(frozen=True, slots=True)
class Room:
    """What placement has to know about the page."""

    measure: int
    lines: int
    columns: int

    @classmethod
    def of(cls, geometry: Geometry, columns: int) -> Room:
        """The room of a page."""
        return cls(geometry.measure, geometry.lines, columns)


def text_lines(characters: int, ems: float) -> int:
    """Lines that a paragraph takes, its indent included."""
    return max(1, ceil((characters + 2) / ems))


def box_lines(box: Box, ems: float) -> float:
    """The height of a box of that width in lines of the body, its padding included."""
    inner = (ems - _PADDING_EMS) / _BOX_SCALE
    count = bool(box.label) + bool(box.title) * 1
    for block in box.blocks:
        for text in block_texts(block):
            count += text_lines(len(text.value), inner)
    if box.attribution is not None:
        count += text_lines(len(box.attribution.text.value) + 2, inner * 1.1)
    return count * _BOX_LEADING + 1


def inset_lines(box: Box) -> float:
    """The height of a box as an inset in lines of the body."""
    return box_lines(box, INSET_EMS - INSET_GAP_EMS)


def lines_beside(block: Block, room: Room) -> int:
    """The lines of a block beside an inset."""
    return lines_of(block, room.measure - INSET_EMS)


def _flowing(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in {
        Role.BODY,
        Role.QUESTION,
        Role.ANSWER,
        Role.LIST_ITEM,
    }


def place(
    box: Box, anchor: Block | None, after: Sequence[Block], room: Room, busy: float = 0.0
) -> Placement:
    """Where ``box`` goes; ``after`` are the blocks that follow it in the article.

    ``busy``: lines from the beginning of ``anchor`` on that have another inset beside them.
    """
    if not all(isinstance(block, Paragraph | Verse) for block in box.blocks):
        return "own"
    if room.columns > 1 or _has_notes(box):
        return "own"
    beside = room.measure - INSET_EMS
    if beside >= _LEAST_BESIDE and anchor is not None and _flowing(anchor):
        height = inset_lines(box)
        if height <= _INSET_LINES and busy < lines_of(anchor, beside):
            enclosed = lines_of(anchor, beside) - busy
            for block in after:
                if enclosed >= height + 1 or not _flowing(block):
                    break
                enclosed += lines_of(block, beside)
            if enclosed >= height + 1:
                return "inset"
    height = box_lines(box, room.measure)
    if anchor is not None and _flowing(anchor) and _fits_foot(height, room):
        return "bottom" if _text_after(after, room) >= height + _LEAST_ABOVE else "own"
    return "own"


def lines_to_sink(box: Box, anchor: Block, after: Sequence[Block], room: Room) -> int:
    """The lines of text from ``anchor`` on, if an inset that has no room beside it may sink.

    They have to fill the page above it. 0 for a box that is too high for the foot of a page.
    """
    if not _fits_foot(box_lines(box, room.measure), room):
        return 0
    return max(0, int(lines_of(anchor, room.measure) + _text_after(after, room)))


def _fits_foot(height: float, room: Room) -> bool:
    return height <= room.lines * _BOTTOM_SHARE


def _text_after(blocks: Sequence[Block], room: Room) -> float:
    """Lines of text that follow, less what the boxes among them may want of the same pages."""
    return sum(
        -box_lines(block, room.measure) if isinstance(block, Box) else lines_of(block, room.measure)
        for block in blocks
    )


def _has_notes(box: Box) -> bool:
    """A footnote cannot hang on a box that is itself at the foot of the page."""
    return any(mark.kind is MarkKind.NOTE_REF for text in block_texts(box) for mark in text.marks)


def lines_of(block: Block, ems: float) -> int:
    """The lines of a block on that measure; verse has its own."""
    if isinstance(block, Verse):
        return sum(text_lines(len(line.value), ems) for line in block.lines)
    return text_lines(sum(len(text.value) for text in block_texts(block)), ems)
