"""Captions of up to three lines in a column that say at their end who took or keeps what they show.

清康熙《某县志》书影，右起第三行为 | 客星记录。某县图书馆提供: the first line fills the column as the text does, the
last one is short, ends no sentence, and credits the picture. Where the caption cuts a sentence of the
text, what stands above and below it reads better without it.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, unopened, width
from converter.parse.captions import credits_picture, is_picture_credit, places_picture
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

_REST = 4.0
"""Em of what ends the sentence of a caption and is none by itself."""
_FAR = 4.0
"""By how much it reads better without all its lines than without the last one alone, or the other way."""


def note_credited_lines(lines: Sequence[Line], measure: float, found: Apart) -> None:
    """Note the captions whose last line is short and ends with a credit, be it the only one."""
    trigrams: Trigrams | None = None
    for last in range(2, len(lines)):
        start = _start(lines, last, measure, found)
        if start is None:
            continue
        if (above := _below_blank(lines, start, last, measure)) < start:
            trigrams = trigrams or learnt([line.text.strip() for line in lines])
            if _cuts(lines, above, last + 1, trigrams):
                found.as_one(lines[above : last + 1])
                found.captions.add(lines[above].number)
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
    if is_picture_credit(text):
        return _from_top(lines, last, measure, found)
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


def _from_top(lines: Sequence[Line], last: int, measure: float, found: Apart) -> int | None:
    """Where a caption begins at the top of a page, with nothing but its credit on its ``last`` line.

    That a page begins there tell the lines that have been taken out.
    """
    if not ends_sentence(lines[last - 1].text):
        return None
    for start in range(last - 1, max(0, last - 1 - _LINES), -1):
        line, full = lines[start], filled(lines[start]) >= measure - _EVEN
        if line.blank or line.number in found.pieces or not (full or start == last - 1):
            return None
        if lines[start - 1].number + 1 < line.number:
            return start
    return None


def _below_blank(lines: Sequence[Line], start: int, last: int, measure: float) -> int:
    """Where the lines between two blank ones begin whose last is at ``last``; ``start`` if they may be no caption.

    石桥店门口的三轮车。 | 每辆车的挡板上写着车夫的姓名。图/某某: a caption has ends of sentences at the ends of full lines, too.
    """
    first = start
    while first > 1 and not lines[first - 1].blank:
        first -= 1
    closed = last + 1 >= len(lines) or lines[last + 1].blank
    if not closed or first < 2 or last - first > _LINES:
        return start
    sizes = [filled(line) for line in lines[first:start] if line.number != lines[last].number]
    placed = places_picture("".join(line.text.strip() for line in lines[first : last + 1]))
    least = (max(sizes, default=0.0) if placed else measure) - _EVEN
    full = min(sizes, default=0.0) >= least
    return first if full and not any(map(is_indented, lines[first:last])) else start


def _cuts(lines: Sequence[Line], first: int, end: int, trigrams: Trigrams) -> bool:
    """True if the lines between two blank ones say first where their picture is, or cut a sentence.

    That goes on below them no worse than in them.
    """
    if places_picture("".join(line.text.strip() for line in lines[first:end])):
        return True
    above = [line for line in lines[max(0, first - _FOLIOS) : first] if not line.blank]
    below = [line for line in lines[end : end + _FOLIOS] if not line.blank]
    if not above or not below or _ends(above[-1]) or is_indented(below[0]):
        return False
    tail, first_line, rest = (one.text.strip() for one in (above[-1], lines[first], below[0]))
    return carries_on(tail, rest, trigrams) >= carries_on(tail, first_line, trigrams)


_FOLIOS = 5
"""So many lines near a caption have that of the text, with the blank ones around a folio that is gone."""


def _ends(line: Line) -> bool:
    """True for the last line of a paragraph, or of who wrote it: （作者系某校教授）."""
    return line.blank or ends_sentence(line.text) or line.text.strip()[-1] in "）)"


def _begin(lines: Sequence[Line], start: int, end: int, trigrams: Trigrams) -> int | None:
    """Where the caption begins that may begin at ``start`` and ends before ``end``; ``None`` for none.

    A last line that might be a caption by itself, within a sentence, is either that or not: the text
    must read far better without it alone, or without all its lines. 两次。某某摄 is none by itself.
    """
    rest = "" if end >= len(lines) or lines[end].blank else lines[end].text.strip()
    if credits_picture(lines[end - 1].text.strip()) and not _ends(lines[start - 1]):
        if not rest or is_indented(lines[end]):
            return None
        if _holds_rest(lines, end - 1):
            return start if start < end - 1 and _gain(lines, start, rest, trigrams) >= 0 else None
        gains = {at: _gain(lines, at, rest, trigrams) for at in (start, end - 1)}
        best = max(gains, key=lambda at: gains[at])
        least = min(gains.values()) if len(gains) > 1 else 0.0
        return best if gains[best] >= max(_BETTER, least + _FAR) else None
    return start if _is_whole(lines, start, end, rest, trigrams) else None


def _holds_rest(lines: Sequence[Line], last: int) -> bool:
    """True for 两次。 某某摄 below 用了六年，只换过: a word or two end the sentence before the credit."""
    words, stop, credit = lines[last].text.strip().partition("。")
    short = bool(stop and credit.strip()) and 0 < width(words) <= _REST
    return short and all(map(is_han, words + lines[last - 1].text.strip()[-1]))


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
