"""How wide the gaps between the characters of a line are.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from bisect import bisect_left

from converter.typeset import characters as kind
from converter.typeset.composer.places import COLLAPSING
from converter.typeset.justify import Adjustment, squeeze, stretch
from converter.typeset.lines import Line
from converter.typeset.paragraph import Paragraph
from converter.typeset.shaping import Shaped, shape
from converter.typeset.stream import Piece

_SAME = 1e-6


class Gaps:
    """The space of one line, given out from left to right.

    Advances are whole numbers; what rounding takes is carried on to the next gap.
    """

    def __init__(self, paragraph: Paragraph, line: Line) -> None:
        self.paragraph = paragraph
        self.line = line
        self.cut: dict[int, tuple[str, Shaped]] = {}
        """Texts that had to be shaped anew for this line, by leaf."""
        self._unit = paragraph.walk.base_em / 1_024_000
        self._adjustment = Adjustment()
        self._carry = 0.0

    def adjust(self, *, is_last: bool, is_title: bool) -> None:
        """Squeeze or stretch the line to the measure."""
        p, line = self.paragraph, self.line
        excess = line.excess
        if line.end <= line.start:
            return
        is_cut = line.end < len(p.kinds) and p.kinds[line.end - 1] not in kind.FULL
        if is_cut or any(piece.shaped.opaque for piece in p.walk.pieces):
            excess -= self._true_widths()
        ratio = p.ratio
        if excess < -_SAME:
            self._adjustment = squeeze(line, p.spaces, ratio, -excess)
        elif excess > _SAME and not is_title and self._justifies(is_last=is_last):
            self._adjustment = stretch(line, p.measures, p.spaces, ratio, excess)

    def _justifies(self, *, is_last: bool) -> bool:
        style = self.paragraph.root.box.style
        align = style["text_align_all"]
        if is_last and style["text_align_last"] != "auto":
            align = style["text_align_last"]
        elif is_last:
            return False
        if align != "justify" or style["white_space"] not in COLLAPSING:
            return False
        return not any(
            piece.leader and piece.start < self.line.end and piece.end > self.line.start
            for piece in self.paragraph.walk.pieces
        )

    def _true_widths(self) -> float:
        """How much wider texts become by being cut.

        Right to left, where a hyphen is added, and where a Latin letter loses the neighbour
        that it was kerned with.
        """
        line, more = self.line, 0.0
        for piece in self.paragraph.walk.pieces:
            first, last = max(line.start, piece.start), min(line.end, piece.end)
            if first >= last:
                continue
            hyphenated = line.hyphen and last == line.end
            bare = last == line.end < piece.end and self.paragraph.kinds[last - 1] not in kind.FULL
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
                more -= self.paragraph.measures.hyphen
            cut = shape(text, piece.style, piece.overrides_in(start, stop))
            self.cut[piece.number] = text, cut
            more += (sum(cut.advances) - sum(piece.shaped.advances[start:stop])) * piece.ratio
        return more

    def after(self, index: int) -> float:
        """What lies between this character and the next, in pixels, less what marks own."""
        p, adjustment = self.paragraph, self._adjustment
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
        gaps = self.paragraph.measures.gaps
        return gaps[index + 1] > gaps[index]

    def shift(self, piece: Piece, first: int) -> int:
        """How far the first character of a box stands from the edge of the box."""
        spaces, adjustment = self.paragraph.spaces, self._adjustment
        if piece.shaped.advances[first - piece.start] == 0:
            return 0
        if first == self.line.start:
            return spaces.head.get(first, spaces.before.get(first, 0))
        amount = spaces.before.get(first, 0) + adjustment.before.get(first, 0.0)
        whole = round(amount)
        self._carry += (amount - whole) * piece.ratio
        return whole

    def changes(self, piece: Piece, first: int, last: int, advances: list[int]) -> dict[int, int]:
        """What is added to the advance of each character of a box, by its index in the slice."""
        line, spaces, adjustment = self.line, self.paragraph.spaces, self._adjustment
        after, before, between = spaces.after, spaces.before, spaces.between
        more_after, more_before = adjustment.after, adjustment.before
        more_between = adjustment.between
        each = adjustment.each / piece.ratio
        found: dict[int, int] = {}
        carry = self._carry / piece.ratio
        if each:
            gaps = range(first, last - 1)
        else:
            sparse = self.paragraph.sparse
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
