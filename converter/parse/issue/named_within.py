"""Names of boxes that no list has, on a line of a column without indents, within a sentence.

A line of running text goes on to the end of its column. A few characters without a mark that stand
on a line of their own, below a full line that breaks off, are no part of that sentence if it goes on
further below: where another paragraph has ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.grams import Trigrams, learnt
from converter.parse.kinds import is_credit
from converter.parse.seam import carries_on
from converter.segment.units import is_indented
from converter.segment.units.unit import INDENT
from converter.source import Line

_FULL = 1.6
"""Em that may be left over in a full line."""
_SHORTEST, _LONGEST = 2, 8
"""Em of such a name."""
_NO_NAME = frozenset("为為是在和与與及的了着也就都把被而")
"""What no name begins with; the rest of a clause does, be it that of a caption."""
_REACH = 14
"""Lines among which the sentence goes on."""
_FAR = 2.0
"""By how much it must go on better there than in the name or right below it (log odds)."""
_TAIL = 3
"""Lines that tell what the sentence is."""


class NamesWithin:
    """The lines of a column of a ``measure``, and which of them name what is set into a sentence."""

    def __init__(self, lines: Sequence[Line], measure: float) -> None:
        self.lines = lines
        self.measure = measure

    @cached_property
    def _trigrams(self) -> Trigrams:
        return learnt([line.text.strip() for line in self.lines])

    def rest_of(self, at: int) -> int:
        """Where the sentence goes on within which a name stands at a line, 0 if none does."""
        if not self._may_name(at):
            return 0
        above = self.lines[max(0, at - _TAIL) : at]
        tail = "".join(line.text.strip() for line in above)
        odds = {
            below: self._odds(tail, below)
            for below in range(at + 2, min(len(self.lines), at + _REACH))
            if self._may_go_on(below)
        }
        rest = max(odds, key=odds.__getitem__, default=0)
        nearer = max(self._odds(tail, at), self._odds(tail, at + 1))
        return rest if rest and odds[rest] - nearer >= _FAR else 0

    def _odds(self, tail: str, at: int) -> float:
        return carries_on(tail, self.lines[at].text.strip(), self._trigrams)

    def _may_go_on(self, at: int) -> bool:
        """True for a flush line below the end of a sentence."""
        text = self.lines[at].text.strip()
        return (
            bool(text)
            and not is_indented(self.lines[at])
            and ends_sentence(self.lines[at - 1].text)
        )

    def _may_name(self, at: int) -> bool:
        """True for a few characters below a full line that breaks off in a word, over other text."""
        text = self.lines[at].text.strip()
        if not 0 < at < len(self.lines) - 2 or not _SHORTEST <= width(text) <= _LONGEST:
            return False
        if is_indented(self.lines[at]) or text[0] in _NO_NAME or not all(map(is_han, text)):
            return False
        above, below = self.lines[at - 1].text.strip(), self.lines[at + 1].text.strip()
        if not above or not is_han(above[-1]) or not below or is_credit(below):
            return False
        opens = at > 1 and not is_indented(self.lines[at - 1])
        opens = opens and ends_sentence(self.lines[at - 2].text)  # its indent may be lost
        return width(above) + (INDENT if opens else 0.0) >= self.measure - _FULL
