"""The lines of a case, of which one place is damaged, and the truths that hold afterwards."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from converter import patterns as re
from converter.hanzi import is_han
from tests.evaluation.cases import Case
from tests.evaluation.label_forms import ALIKE as LABELS
from tests.evaluation.placing import Ground
from tests.evaluation.reading import IssueReading, Item
from tests.evaluation.told_forms import ALIKE, contents, texts

_LOOK = LABELS | ALIKE
"""Characters, and what each is read as."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of one line, from its ``first`` character to that before its ``last``."""

    row: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bend:
    """A damaged case: its lines, and the truths of which the best is as good as any."""

    lines: tuple[str, ...]
    truths: tuple[IssueReading, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """Lines that a damage has changed: the first row, what stood there and what does."""

    row: int
    before: tuple[str, ...]
    after: tuple[str, ...]


def changes(old: Sequence[str], new: Sequence[str]) -> tuple[Change, ...]:
    """The places at which two texts differ."""
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    return tuple(
        Change(first, tuple(old[first:last]), tuple(new[start:end]))
        for what, first, last, start, end in matcher.get_opcodes()
        if what != "equal"
    )


_SIGN = re.compile(r"^\s*[|#<>*-]")
_COLUMN, _RAGGED, _FULL, _ABOUT, _OVER = 60, 3, 4, 15, 2
"""Of a printed line: its most characters, how many fewer a full one may have; so many full ones, so
near, tell a column; and how many more stand on a line that two are glued to."""

Stroke = Callable[[str], str]
"""What becomes of a character."""


def lost(_: str) -> str:
    """The character is not read."""
    return ""


def doubled(char: str) -> str:
    """It is read twice."""
    return char * 2


def misread(char: str) -> str:
    """It is read as one that looks like it, if there is one."""
    return _LOOK.get(char, char)


def _bends(char: str, stroke: Stroke) -> bool:
    """True for a Chinese character that a stroke changes."""
    return is_han(char) and stroke(char) != char


class Sheet:
    """A case that is damaged at one place; ``chance`` draws where, and in which of several ways."""

    def __init__(self, case: Case, seed: str = "") -> None:
        self.case = case
        self.ground = Ground(case)
        self.chance = Random(seed)  # noqa: S311  (no secret)

    @property
    def lines(self) -> list[str]:
        """The lines as they stand."""
        return self.ground.lines

    @property
    def truth(self) -> IssueReading:
        """The truth as it stands."""
        return self.case.truth

    @property
    def region(self) -> range:
        """The rows of the contents."""
        numbers = contents(self.case) or range(0)
        return range(numbers.start - 1, numbers.stop - 1) if numbers else range(0)

    # --- damage ---------------------------------------------------------------------------

    def bent(self, changes: Mapping[int, Sequence[str]], *truths: IssueReading) -> Bend:
        """The case with other lines in place of some, by their rows."""
        lines = tuple(
            text for row, line in enumerate(self.lines) for text in changes.get(row, (line,))
        )
        return Bend(lines, truths or (self.truth,))

    def as_case(self, case: Case | None) -> Bend | None:
        """A case in another form as a damaged one."""
        return None if case is None else Bend(tuple(texts(case)), (case.truth,))

    def spliced(self, piece: Piece, text: str, *truths: IssueReading) -> Bend:
        """The case with a text in place of a part of a line."""
        line = self.lines[piece.row]
        return self.bent({piece.row: [line[: piece.first] + text + line[piece.last :]]}, *truths)

    def struck(self, pieces: Iterable[Piece], stroke: Stroke) -> Bend | None:
        """The case with a stroke at one of the Chinese characters of some pieces."""
        spots = [
            Piece(one.row, at, at + 1)
            for one in pieces
            for at in range(one.first, one.last)
            if _bends(self.lines[one.row][at], stroke)
        ]
        if not spots:
            return None
        spot = self.chance.choice(spots)
        return self.spliced(spot, stroke(self.text(spot)))

    def struck_text(self, text: str, stroke: Stroke) -> str:
        """A text with a stroke at one of its Chinese characters; the same if it changes none."""
        spots = [at for at, char in enumerate(text) if _bends(char, stroke)]
        if not spots:
            return text
        at = self.chance.choice(spots)
        return text[:at] + stroke(text[at]) + text[at + 1 :]

    def reworded(self, row: int, old: str, new: str, *truths: IssueReading) -> Bend | None:
        """The case with another text where one stands on a line; ``None`` if it does not, or alike."""
        line = self.lines[row]
        if old not in line or old == new:
            return None
        return self.bent({row: [line.replace(old, new, 1)]}, *truths)

    def text(self, piece: Piece) -> str:
        """What stands there."""
        return self.lines[piece.row][piece.first : piece.last]

    def gap(self, *lines: str) -> list[str]:
        """Lines with blank ones around them."""
        return ["", *lines, ""]

    # --- where lines stand ----------------------------------------------------------------

    def blank(self, row: int) -> bool:
        """True for a row without text, and beyond the ends."""
        return not (0 <= row < len(self.lines)) or not self.lines[row].strip()

    def above(self, row: int) -> int:
        """The next row with text over a row, -1 for none."""
        return next((at for at in range(row - 1, -1, -1) if not self.blank(at)), -1)

    def below(self, row: int) -> int:
        """The next row with text under a row, -1 for none."""
        return next((at for at in range(row + 1, len(self.lines)) if not self.blank(at)), -1)

    def blanks(self, rows: range) -> list[int]:
        """The blank rows right above and below some rows."""
        over = range(self.above(rows.start) + 1, rows.start)
        end = self.below(rows.stop - 1)
        return [*over, *range(rows.stop, end if end >= 0 else len(self.lines))]

    def glued(self, over: int, under: int, joint: str, *truths: IssueReading) -> Bend | None:
        """Two rows on one line, without what is blank between them.

        ``None`` if a sign of Markdown or a bar would get into the line, or the line would be
        longer than the column that is printed there.
        """
        line = self.lines[over].rstrip() + joint + self.lines[under].strip()
        measure = self.measure(over) or self.measure(under)
        if _SIGN.match(self.lines[under]) or (measure and len(line) > measure + _OVER):
            return None
        return self.bent({over: [line], **{row: [] for row in range(over + 1, under + 1)}}, *truths)

    def measure(self, row: int) -> int:
        """The characters of a printed line about a row, 0 where paragraphs stand on one."""
        rows = range(max(0, row - _ABOUT), min(len(self.lines), row + _ABOUT + 1))
        sizes = sorted(len(self.lines[at].strip()) for at in rows)
        full = sum(size >= sizes[-1] - _RAGGED for size in sizes)
        return sizes[-1] if sizes[-1] <= _COLUMN and full >= _FULL else 0

    # --- truths ---------------------------------------------------------------------------

    def with_article(self, index: int, **fields: Any) -> IssueReading:
        """The truth with other fields of an article."""
        articles = list(self.truth.articles)
        articles[index] = dataclasses.replace(articles[index], **fields)
        return dataclasses.replace(self.truth, articles=tuple(articles))

    def with_items(self, index: int, first: int, count: int, *items: Item) -> IssueReading:
        """The truth with other items in place of so many of an article."""
        own = self.truth.articles[index].items
        return self.with_article(index, items=(*own[:first], *items, *own[first + count :]))


def letters(text: str) -> str:
    """A text without blanks, marks and signs."""
    return "".join(char for char in text if char.isalnum())
