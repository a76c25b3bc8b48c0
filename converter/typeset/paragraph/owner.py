"""Which text box a character belongs to, and how large it is set.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from converter.typeset import characters as kind
from converter.typeset.stream import Piece


class Owner:
    """Finds the text box of an index; indices mostly ascend."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._last = 0

    def of(self, index: int) -> Piece | None:
        """The text box of an index, ``None`` for an object."""
        pieces = self._pieces
        if not pieces:
            return None
        at = self._last
        if index < pieces[at].start:
            at = 0
        while at + 1 < len(pieces) and pieces[at].end <= index:
            at += 1
        self._last = at
        found = pieces[at]
        return found if found.start <= index < found.end else None

    def han_share(self, gap: int, kinds: str) -> float:
        """The em of the Han side of a gap, by the em of the character before the gap."""
        before, after = self.of(gap), self.of(gap + 1)
        if before is None or after is None or before is after or kinds[gap] == kind.HAN:
            return 1.0
        return after.em / before.em


class Ratios:
    """The em of the text box at an index, by the em of the paragraph."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._plain = all(piece.ratio == 1 for piece in pieces)
        self._owner = Owner(pieces)

    def of(self, index: int) -> float:
        """The ratio at an index, 1 for an object."""
        if self._plain:
            return 1.0
        piece = self._owner.of(index)
        return piece.ratio if piece is not None else 1.0
