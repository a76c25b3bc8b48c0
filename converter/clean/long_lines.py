"""Lines beyond all measure, cleaned in parts, so that the time grows with their length.

What finds a run of blanks or of figures looks at it again from each of its characters. That is
no matter in a paragraph, and hours in a file of ten megabytes without a line's end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from converter import patterns as re
from converter.source import Line

LONG = 4_000
"""Characters of the longest part; the longest paragraph of a magazine has half as many."""
_ENDS = re.compile(r"(?s).*[。！？”」>](?![”」』）)])")
"""Up to the last place where no rule looks over the end of what stands before."""
_HAN = re.compile(r"(?s).*[\u4e00-\u9fff](?=[\u4e00-\u9fff])")


class Parts:
    """The lines as they came, and as parts of which none is longer than :data:`LONG`.

    A part of a long line has a number that no line has; ``place`` tells whose it is.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._next = max((line.number for line in lines), default=0) + 1
        self._places: dict[int, tuple[int, int]] = {}
        self.lines = [part for line in lines for part in self._parted(line)]

    def _parted(self, line: Line) -> Iterator[Line]:
        if len(line.text) <= LONG:
            yield line
            return
        for start, end in _spans(line.text):
            self._places[self._next] = (line.number, start)
            yield Line(self._next, line.text[start:end])
            self._next += 1

    def place(self, number: int, column: int) -> tuple[int, int]:
        """The line and the column in it for those of a part."""
        own, start = self._places.get(number, (number, 0))
        return own, start + column

    def joined(self, parts: Iterable[Line]) -> Iterator[Line]:
        """The lines again, as many as there were, of their parts in the same order."""
        rest = iter(parts)
        for line in self._lines:
            count = 1 if len(line.text) <= LONG else sum(1 for _ in _spans(line.text))
            own = [next(rest) for _ in range(count)]
            yield own[0] if count == 1 else Line(line.number, "".join(one.text for one in own))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the parts of a text begin and end."""
    start = 0
    while len(text) - start > LONG:
        window = text[start + LONG // 2 : start + LONG]
        found = _ENDS.match(window) or _HAN.match(window)
        end = start + LONG // 2 + found.end() if found else start + LONG
        yield start, end
        start = end
    yield start, len(text)
