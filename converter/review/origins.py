"""From where in the file each character of the restored text came.

The model knows the lines of a block; the page shows characters. Both texts are the same but
for blanks, repairs and what was dropped, so they are walked side by side, which takes time
in proportion to their length.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from converter.diagnostics import Span
from converter.model import Change
from converter.source import Line
from converter.values import NamedTuple

_RESUMES = ((4, 240), (2, 24), (1, 3))
"""How many characters in a row tell where a text goes on after a difference, and how many
characters of the source they may be away."""


class Origin(NamedTuple):
    """A place of the file; ``change`` is the index of the repair that made the character."""

    line: int
    column: int
    change: int = -1


class _Char(NamedTuple):
    value: str
    origin: Origin


class Origins:
    """The repaired lines of a source, ready to be laid beside texts of the model."""

    def __init__(self, lines: Sequence[Line], changes: Sequence[Change]) -> None:
        self._lines = lines
        self._by_line: defaultdict[int, list[tuple[int, Change]]] = defaultdict(list)
        for index, change in enumerate(changes):
            self._by_line[change.line].append((index, change))
        self.unplaced: set[int] = set()
        """Repairs whose column does not hold what they repaired."""
        self._made: dict[int, list[_Char]] = {}
        for number in self._by_line:
            self._line(number)

    def of(self, texts: Sequence[str], spans: Iterable[Span]) -> list[list[Origin | None]]:
        """For each character of each text its origin; ``None`` for blanks and where unknown."""
        stream = [
            char
            for span in spans
            for number in range(span.first, min(span.last, len(self._lines)) + 1)
            for char in self._line(number)
        ]
        at, out = 0, list[list[Origin | None]]()
        for text in texts:
            row, at = _beside(stream, at, text)
            out.append(row)
        return out

    def _line(self, number: int) -> list[_Char]:
        """The characters of a repaired line without blanks."""
        if number not in self._made:
            raw = self._lines[number - 1].text if 1 <= number <= len(self._lines) else ""
            self._made[number] = self._repaired(number, raw)
        return self._made[number]

    def _repaired(self, number: int, raw: str) -> list[_Char]:
        chars = [_Char(char, Origin(number, column)) for column, char in enumerate(raw)]
        for index, change in self._by_line.get(number, ()):
            # Columns only grow along the line, whatever was repaired before.
            start = bisect_left(chars, change.column, key=lambda char: char.origin.column)
            end = start + len(change.before)
            if "".join(c.value for c in chars[start:end]) != change.before:
                self.unplaced.add(index)
                continue
            made = Origin(number, change.column, index)
            chars[start:end] = [_Char(value, made) for value in change.after]
        return [char for char in chars if not char.value.isspace()]


def _beside(stream: list[_Char], at: int, text: str) -> tuple[list[Origin | None], int]:
    """The origins of ``text``, which goes on in the stream at ``at``; and where it ends."""
    row: list[Origin | None] = []
    for index, char in enumerate(text):
        if char.isspace():
            row.append(None)
            continue
        if at < len(stream) and stream[at].value == char:
            found = at
        else:
            found = _resumed(stream, at, text, index)
        if found < 0:
            row.append(None)
        else:
            row.append(stream[found].origin)
            at = found + 1
    return row, at


def _resumed(stream: list[_Char], at: int, text: str, index: int) -> int:
    """Where in the stream the text goes on, -1 if that cannot be told."""
    wanted = [char for char in text[index : index + 12] if not char.isspace()]
    for count, far in _RESUMES:
        head = wanted[:count]
        for start in range(at, min(at + far, len(stream) - len(head) + 1)):
            if all(stream[start + i].value == char for i, char in enumerate(head)):
                return start
    return -1


def place_of_drop(raw: str, text: str, *, last: bool = False) -> list[tuple[int, int]]:
    """The ranges of a line that were dropped as ``text``; ``last`` looks from its end.

    The characters of a drop need not stand together (the strokes of a table's row).
    """
    found = raw.rfind(text) if last else raw.find(text)
    if found >= 0:
        return [(found, found + len(text))]
    ranges: list[tuple[int, int]] = []
    at = 0
    for char in text:
        if char.isspace():
            continue
        place = raw.find(char, at)
        if place < 0:
            continue
        if ranges and ranges[-1][1] == place:
            ranges[-1] = (ranges[-1][0], place + 1)
        else:
            ranges.append((place, place + 1))
        at = place + 1
    return ranges


def by_line(changes: Sequence[Change]) -> Mapping[int, list[int]]:
    """The indexes of the repairs on each line."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for index, change in enumerate(changes):
        found[change.line].append(index)
    return found
