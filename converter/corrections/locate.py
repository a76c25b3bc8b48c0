"""Finds the lines that corrections speak of: where they were, or where they have moved to."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import squeeze
from converter.source import Line

LEAST = 4
"""Characters that a quotation must have to be looked for elsewhere than on its line."""
_FAR = 60
"""Lines that two halves of a seam may lie apart (a box or an advertisement between them)."""


class Locator:
    """The lines of a source, ready to be searched for quotations. Blanks do not count."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._plain: list[str] | None = None

    @property
    def plain(self) -> list[str]:
        """Every line without blanks, made when first needed."""
        if self._plain is None:
            self._plain = [squeeze(line.text) for line in self._lines]
        return self._plain

    def raw(self, number: int) -> str:
        """The text of a line, "" beyond the end."""
        return self._lines[number - 1].text if 1 <= number <= len(self._lines) else ""

    def line(self, number: int, quote: str) -> int:
        """The line that holds ``quote``: ``number`` itself, else the only one that does, else 0."""
        wanted = squeeze(quote)
        if wanted in squeeze(self.raw(number)):
            return number
        if len(wanted) < LEAST:
            return 0
        found = [at for at, text in enumerate(self.plain, 1) if wanted in text]
        return found[0] if len(found) == 1 else 0

    def seam(self, first: int, second: int, end: str, start: str) -> tuple[int, int]:
        """The two lines at a seam, (0, 0) if it is not there any more."""
        end, start = squeeze(end), squeeze(start)
        if first == second:
            line = self.line(first, end + start)
            return (line, line)
        if squeeze(self.raw(first)).endswith(end) and squeeze(self.raw(second)).startswith(start):
            return (first, second)
        if len(end) < LEAST or len(start) < LEAST:
            return (0, 0)
        ends = [at for at, text in enumerate(self.plain, 1) if text.endswith(end)]
        starts = [at for at, text in enumerate(self.plain, 1) if text.startswith(start)]
        pairs = [(one, two) for one in ends for two in starts if one < two <= one + _FAR]
        return pairs[0] if len(pairs) == 1 else (0, 0)


def place_in(text: str, quote: str) -> list[int]:
    """The offsets at which ``quote`` stands in ``text``, overlapping ones left out."""
    found = []
    at = text.find(quote)
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + len(quote))
    return found


def offset_after(text: str, plain: str) -> int:
    """The offset in ``text`` right after ``plain``, whose blanks do not count; -1 if absent."""
    squeezed = squeeze(text)
    at = squeezed.find(plain)
    if at < 0:
        return -1
    wanted = at + len(plain)
    passed = 0
    for offset, char in enumerate(text):
        if passed == wanted:
            return offset
        passed += not char.isspace()
    return len(text)
