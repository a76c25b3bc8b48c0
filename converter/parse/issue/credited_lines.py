"""Captions of up to three lines in a column that say at their end who took or keeps what they show.

清康熙《某县志》书影，右起第三行为 | 客星记录。某县图书馆提供: the first line fills the column as the text does, the
last one is short, ends no sentence, and credits the picture. Where the caption cuts a sentence of the
text, what stands above and below it reads better without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, unopened
from converter.parse.captions import credits_picture
from converter.parse.grams import Trigrams, learnt
from converter.parse.issue.kept_indents import filled
from converter.parse.issue.pieces import Apart
from converter.parse.seam import carries_on
from converter.segment.units import is_indented
from converter.source import Line

_EVEN, _ROOM = 1.5, 1.5
"""Em by which full lines of a column differ, and what the last line of a caption leaves at least."""
_LINES = 3
"""The most lines of such a caption."""
_BETTER = 0.5
"""By how much the text reads better without the caption, where that cuts a sentence (log odds)."""

_FAR = 4.0
"""By how much it reads better without all its lines than without the last one alone, or the other way."""


def note_credited_lines(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note the captions whose last line is short and ends with a credit, be it the only one."""
    trigrams: Trigrams | None = None
    for last in range(2, len(lines)):
        start = _start(lines, last, measure, found)
        if start is None:
            continue
        if start < last or not _ends(lines[start - 1]):
            trigrams = trigrams or learnt([line.text.strip() for line in lines])
            start = _begin(lines, start, last + 1, trigrams)
            if start is None:
                continue
        found.as_one(lines[start : last + 1])
        found.captions.add(lines[start].number)


def _start(lines: Sequence[Line], last: int, measure: float, found: Apart) -> int | None:
    """Where the caption begins whose last line is at ``last``; ``None`` if no caption ends there."""
    line = lines[last]
    text = line.text.strip()
    if line.blank or is_indented(line) or filled(line) > measure - _ROOM or not is_han(text[-1]):
        return None
    alone = last if credits_picture(text) and line.number not in found.pieces else None
    if alone is not None and _ends(lines[last - 1]):
        return last
    for start in range(last - 1, max(0, last - _LINES), -1):
        above = lines[start]
        if above.blank or above.number in found.pieces or is_indented(above):
            return alone
        if filled(above) < measure - _EVEN or ends_sentence(above.text):
            return alone
        text = above.text.strip() + text
        if credits_picture(text):
            return alone if unopened(text) else start
    return alone


def _ends(line: Line) -> bool:
    """True for the last line of a paragraph, or of who wrote it: （作者系某校教授）."""
    return line.blank or ends_sentence(line.text) or line.text.strip()[-1] in "）)"


def _begin(lines: Sequence[Line], start: int, end: int, trigrams: Trigrams) -> int | None:
    """Where the caption begins that may begin at ``start`` and ends before ``end``; ``None`` for none.

    A last line that might be a caption by itself, within a sentence, is either that or not: the text
    must read far better without it alone, or without all its lines.
    """
    rest = "" if end >= len(lines) or lines[end].blank else lines[end].text.strip()
    if credits_picture(lines[end - 1].text.strip()) and not _ends(lines[start - 1]):
        if not rest or is_indented(lines[end]):
            return None
        gains = {at: _gain(lines, at, rest, trigrams) for at in (start, end - 1)}
        best = max(gains, key=lambda at: gains[at])
        least = min(gains.values()) if len(gains) > 1 else 0.0
        return best if gains[best] >= max(_BETTER, least + _FAR) else None
    return start if _is_whole(lines, start, end, rest, trigrams) else None


def _is_whole(lines: Sequence[Line], start: int, end: int, rest: str, trigrams: Trigrams) -> bool:
    """True if the caption reads on from line to line, and the text goes on below, in ``rest``, rather than in it."""
    if rest:
        tail, last = (lines[at].text.strip() for at in (end - 2, end - 1))
        if carries_on(tail, rest, trigrams) > carries_on(tail, last, trigrams):
            return False
    if _ends(lines[start - 1]):
        return True
    if not rest or is_indented(lines[end]):
        return False
    return _gain(lines, start, rest, trigrams) >= _BETTER


def _gain(lines: Sequence[Line], start: int, rest: str, trigrams: Trigrams) -> float:
    """By how much the text above a line goes on better in ``rest`` than in that line."""
    tail, first = (lines[at].text.strip() for at in (start - 1, start))
    return carries_on(tail, rest, trigrams) - carries_on(tail, first, trigrams)
