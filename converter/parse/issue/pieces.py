"""What stands between the lines of a column and is none of its text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.source import Line


class Apart:
    """The lines apart by their numbers: those with one value are one piece."""

    def __init__(self) -> None:
        self.pieces: dict[int, int] = {}
        self.quoted: set[int] = set()
        """The lines of pull quotes, with their attributions."""
        self.boxes: dict[int, int] = {}
        """The first lines of boxes that their frame tells, and the last lines."""
        self.parted: set[tuple[int, int]] = set()
        """The last and first lines of paragraphs of such a box."""
        self.captions: set[int] = set()
        """The first lines of captions."""
        self.within_pictures: set[int] = set()
        """The lines that OCR has read within the pictures above captions."""
        self.begins: set[int] = set()
        """The first lines of boxes, whose text stands beside their names."""

    def as_one(self, lines: Iterable[Line]) -> None:
        """Note that some lines are one piece."""
        numbers = [line.number for line in lines]
        self.pieces.update(dict.fromkeys(numbers, numbers[0]))

    def caption(self, numbers: Iterable[int]) -> None:
        """Note that each of some lines is a caption, by their numbers."""
        for number in numbers:
            self.pieces[number] = number
            self.captions.add(number)

    def end_above(self, line: int, last: int) -> None:
        """End with the line ``last`` the piece and the box that hold the next one, which begins another."""
        whole = self.pieces[line]
        boxes = {first: end for first, end in self.boxes.items() if first < line <= end}
        end = max(boxes.values(), default=0)
        if whole == line and not boxes:
            return
        held = [at for at, one in self.pieces.items() if at >= line and (one == whole or at <= end)]
        for at in held:
            del self.pieces[at]
        self.quoted.difference_update(held)
        self.boxes.update(dict.fromkeys(boxes, last))

    def quote(self, lines: Sequence[Line]) -> None:
        """Note that some lines are one piece, of a pull quote."""
        self.as_one(lines)
        self.quoted.update(line.number for line in lines)
