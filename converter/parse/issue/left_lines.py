"""Lines of a narrow frame that the OCR has left as they are, where it has put all others together.

An engine that makes paragraphs of full lines takes the few of a box or of a pull quote for paragraphs
of their own, each between blank lines: 某某条例规定，单位应当保证设备正 | 常运行，不得拆除。
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, is_han, unclosed, width
from converter.parse.boxes import is_attribution
from converter.parse.kinds import labelled
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.source import Line

_LEAST, _MOST = 14, 27
"""Em of the narrowest and of the widest measure of such lines."""
_RAGGED = 2.0
"""By so many em a full line may be shorter than another."""
_LINES = 10
"""The most lines of such a paragraph."""
_WORD = 1.0
"""What must speak for it (log odds) that two lines break off in a word."""
_FEWEST = 6
"""So many paragraphs as long as two lines tell that the OCR has put those together."""


def left_lines(lines: Sequence[Line], measure: float) -> Iterator[list[Line]]:
    """The lines of each paragraph that was left in lines, in a text of which ``measure`` em fill one (0: none)."""
    if measure:
        return
    texts = [line for line in lines if not line.blank]
    if sum(len(line.text) > 2 * _MOST for line in texts) < _FEWEST:
        return
    sizes = [width(line.text.strip()) if len(line.text) <= _MOST else 0.0 for line in texts]
    at = 0
    while at < len(texts) - 1:
        end = _end(texts, sizes, at)
        if end > at + 1 and _is_one(texts[at:end]):
            yield texts[at:end]
        at = max(end, at + 1)


def _end(texts: Sequence[Line], sizes: Sequence[float], at: int) -> int:
    """The end of the lines from one on that have one measure and a blank line between each two."""
    first = sizes[at]
    if not _LEAST <= first <= _MOST or not _may_begin(texts[at]):
        return at
    end = at + 1
    while end < len(texts) and end - at < _LINES and texts[end].number == texts[end - 1].number + 2:
        text = texts[end].text
        if not 0 < sizes[end] <= first + _RAGGED or _is_told(text) or is_indented(texts[end]):
            break
        end += 1
        if sizes[end - 1] < first - _RAGGED:
            break
    while end > at and not ends_sentence(texts[end - 1].text):
        end -= 1
    return end


def _may_begin(line: Line) -> bool:
    text = line.text.strip()
    opens = is_han(text[0]) or text[0] in "“「《" or text[0].isdecimal()
    return opens and not (ends_sentence(text) or _is_told(text))


def _is_told(text: str) -> bool:
    """True for what bears a number, a label, a source or the name of one who speaks."""
    plain = text.strip()
    if NUMBERED.match(plain) or is_attribution(plain) or labelled(plain):
        return True
    return SPEAKER.match(plain) is not None


def _is_one(run: Sequence[Line]) -> bool:
    """True for one paragraph: a line breaks off in a word, and no bracket is left open at the end.

    Of two lines the first may be a heading, and so the word has to be a likely one.
    """
    texts = [line.text.strip() for line in run]
    broken = [joins(one, two) for one, two in pairwise(texts) if is_han(one[-1]) and is_han(two[0])]
    if not broken or unclosed("".join(texts)):
        return False
    return len(run) > 2 or broken[0] >= _WORD
