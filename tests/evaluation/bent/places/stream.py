"""The letters of some rows, in which texts are looked for without blanks and marks."""

from __future__ import annotations

from collections.abc import Iterable

from tests.evaluation.bent.sheet import Piece, letters


class Stream:
    """The letters of some rows, one behind the other."""

    def __init__(self, lines: list[str], rows: Iterable[int]) -> None:
        self._at = [
            (row, at) for row in rows for at, char in enumerate(lines[row]) if char.isalnum()
        ]
        self._text = "".join(lines[row][at] for row, at in self._at)

    def find(self, text: str) -> list[tuple[Piece, ...]]:
        """The pieces on which a text stands, for each time it does."""
        key, found = letters(text), []
        at = self._text.find(key) if key else -1
        while at >= 0:
            found.append(self._pieces(at, at + len(key)))
            at = self._text.find(key, at + 1)
        return found

    def _pieces(self, first: int, last: int) -> tuple[Piece, ...]:
        pieces: list[Piece] = []
        for row, at in self._at[first:last]:
            if pieces and pieces[-1].row == row:
                pieces[-1] = Piece(row, pieces[-1].first, at + 1)
            else:
                pieces.append(Piece(row, at, at + 1))
        return tuple(pieces)
