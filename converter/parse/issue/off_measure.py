"""Captions on a line that its column cannot have within a sentence: longer than that, or two em short.

Where paragraphs begin without an indent, a caption may be as long as the first line of one. Within a
sentence stands no such line: it had room for the next word, or has more em than any other. What is below
carries on the line above far better than the caption does, and better than it carries on the caption.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, unclosed, unopened, width
from converter.parse.issue.filled_columns import FULL, FilledColumn
from converter.parse.kinds import jump, opens_otherwise
from converter.parse.seam import carries_on
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.starts import needed

_ROOM, _WIDER, _MOST = 1.5, 3.0, 60.0
"""Em that such a line leaves at least, or is longer than the column, and the most that it has."""
_SURELY = 2.0
"""By how much what is below must carry on the line above better (log odds)."""
_OPENS = re.compile(rf"[{HAN}“「《\d]")
_CLOSES = re.compile(rf"[{HAN}”」》）)]$")
_LATIN = re.compile("[!-~]")


class OffMeasure(FilledColumn):
    """Tells whether a line is a caption, in a column of which the first lines have lost their indents."""

    def is_caption(self, at: int) -> bool:
        """True for a line between two of one sentence; that above is known to be full."""
        above, text, below = (line.text.strip() for line in self.lines[at - 1 : at + 2])
        if ends_sentence(above) or not below or self.cores[at + 1] < self.full - FULL:
            return False
        if not self._is_off(text, below) or not _may_be_caption(text):
            return False
        carried = carries_on(above, below, self.trigrams)
        own = carries_on(above, text, self.trigrams), carries_on(text, below, self.trigrams)
        return carried - max(own) >= _SURELY

    def _is_off(self, text: str, below: str) -> bool:
        """True for a line with room for what is below, or of more em than the column has."""
        size = width(text)
        if self.full + _WIDER <= size <= _MOST:
            return True
        return (
            not (_LATIN.search(text) or _LATIN.match(below))
            and size + max(_ROOM, needed(below)) <= self.full
        )


def _may_be_caption(text: str) -> bool:
    """True for words that break off no clause, and open as no other kind of line does."""
    if not _OPENS.match(text) or not _CLOSES.search(text) or ends_sentence(text):
        return False
    if NUMBERED.match(text) or SPEAKER.match(text) or jump(text) or opens_otherwise(text):
        return False
    return not (unopened(text) or unclosed(text))
