"""Captions as wide as the column whose sentence they cut: all of their lines but the last fill it.

The last line tells that a caption stands there, by its length or by who took the picture; where
it began, the words tell. What is below carries on the line above the caption far better than
that which the caption itself has above its last.
"""

from __future__ import annotations

from converter.hanzi import ends_sentence
from converter.parse.issue.filled_columns import FULL, FilledColumn
from converter.parse.seam import goes_on
from converter.segment.units import is_credited_picture, is_indented
from converter.segment.units.unit import INDENT

_SURELY = 4.0
"""By how much text and caption must read better with the full line in the caption (log odds)."""
_CARRIED = 3.0
"""By how much a sentence must go on better, where nothing tells but who took the picture."""


class WideCaptions(FilledColumn):
    """Tells whether a caption, whose last line is short, has a full line above that one."""

    def widened(self, at: int, end: int) -> tuple[int, int] | None:
        """The caption with the full line above its last one; ``None`` for no such caption.

        ``at`` is the short line below that one, ``end`` where the caption ends, 0 if it is not
        known to be one.
        """
        text = self.lines[at].text.strip()
        if not end and not is_credited_picture(text):
            return None
        below = self._below(end or at + 1)
        if at < 2 or below is None or not self._is_cut(at):
            return None
        above, first = self.lines[at - 2].text.strip(), self.lines[at - 1].text.strip()
        rest = self.lines[below].text.strip()
        outer, inner = self._goes_on(above, rest), self._goes_on(first, rest)
        if end:
            gained = outer + self._goes_on(first, text) - inner - self._goes_on(above, first)
            return (at - 1, end) if gained >= _SURELY else None
        carried = outer - max(inner, self._goes_on(text, rest))
        return (at - 1, at + 1) if carried >= _CARRIED else None

    def _goes_on(self, tail: str, after: str) -> float:
        return goes_on(tail, after, self.trigrams)

    def _is_cut(self, at: int) -> bool:
        """True if the two lines above a short one are full, and neither ends a sentence."""
        above, first = self.lines[at - 2], self.lines[at - 1]
        if above.blank or first.blank or is_indented(first):
            return False
        if ends_sentence(above.text) or ends_sentence(first.text):
            return False
        opens = at > 2 and ends_sentence(self.lines[at - 3].text)  # its indent may be lost
        wide = self.cores[at - 2] + (INDENT if opens else 0.0) >= self.full - FULL
        return wide and self.cores[at - 1] >= self.full - FULL

    def _below(self, at: int) -> int | None:
        """The line that goes on below a caption, perhaps on the next page; ``None`` for none."""
        while at < len(self.lines) and self.lines[at].blank:
            at += 1
        if at == len(self.lines) or is_indented(self.lines[at]):
            return None
        turned = self.lines[at].number - self.lines[at - 1].number > 1
        return at if turned or not self.lines[at - 1].blank else None
