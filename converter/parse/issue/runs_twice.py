"""Several lines that OCR has read twice in a row, be a blank line between: a pull quote in a frame, mostly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter.diagnostics import Span
from converter.hanzi import is_han, key, width
from converter.parse.context import Context
from converter.source import Line

_TWICE = 2
_MOST = 8
"""Lines of the longest run."""
_LEAST, _DIFFERENT = 12, 9
"""So many Chinese characters, of which so many differ, are no refrain and no shout."""


def without_runs_read_twice(
    lines: Sequence[Line], context: Context, known: Collection[str] = ()
) -> list[Line]:
    """The lines without those that say again, to the letter, what the lines right above them say.

    A blank line stands between the two; rows of tables and lines of a song are none. What stands
    more than twice in the issue is said so by right, and names and titles, whose keys are
    ``known``, may stand over each other. Of the two stays that which goes on in the lines around
    it, or on its line.
    """
    texts = [line.text.strip() for line in lines]
    times = Counter(texts)
    gone: set[int] = set()
    written: list[int] = []
    """The places of the lines with a text so far, without those that are said again."""
    at = 0
    while at < len(lines):
        twice = times[texts[at]] == _TWICE and key(texts[at]) not in known
        size = _said_again(texts, written, at) if twice else 0
        begun = bool(texts[at]) and not size and _begins_again(texts, written, at)
        size = size or int(begun)
        if not size:
            written += [at] if texts[at] else []
            at += 1
            continue
        above = written[-size]
        upper, lower = range(above, above + size), range(at, at + size)
        goes_on = begun or bool("".join(texts[lower.stop : lower.stop + 1]))
        for place in upper if goes_on else lower:
            context.ledger.drop(lines[place].number, texts[place], "duplicate")
        gone.update(range(above, at) if goes_on else lower)
        span = Span(lines[above].number, lines[lower[-1]].number)
        context.ledger.doubt("HEA001", span, text="".join(map(texts.__getitem__, upper)))
        written[-size:] = lower if goes_on else upper
        at += size
    return [line for place, line in enumerate(lines) if place not in gone] if gone else list(lines)


def _said_again(texts: Sequence[str], written: Sequence[int], at: int) -> int:
    """How many lines from a place on say what as many lines right above it say; 0 for none."""
    for size in range(1, min(_MOST, len(written)) + 1):
        above = written[-size:]
        if texts[above[0]] != texts[at] or above[-1] - above[0] != size - 1:
            continue
        below = texts[at : at + size]
        if below != [texts[one] for one in above] or not _tells(below):
            continue
        if above[-1] + 1 < at and not _is_refrain(texts, written, at, size):
            return size
    return 0


def _is_refrain(texts: Sequence[str], written: Sequence[int], at: int, size: int) -> bool:
    """True for a line of a song that is sung twice: the lines above and below are as short."""
    before = texts[written[-size - 1]] if len(written) > size else ""
    after = next((texts[below] for below in range(at + size, len(texts)) if texts[below]), "")
    lines = (before, *texts[at : at + size], after)
    return size == 1 and all(0 < width(line) <= _SUNG for line in lines)


_SUNG = 24
"""Em of the longest line of a song."""


def _begins_again(texts: Sequence[str], written: Sequence[int], at: int) -> bool:
    """True for a line that begins with all that the one above it says, which breaks off within a word.

    There stand blank lines around the one above, and it has a mark within it: it is no title that
    its text says again, nor a quotation.
    """
    above, below = written[-1] if written else at, texts[at]
    text = texts[above]
    if above + 1 >= at or len(below) <= len(text) or not below.startswith(text):
        return False
    if not text or (above and texts[above - 1]) or not _tells([text]):
        return False
    cut = is_han(text[-1]) and is_han(below[len(text)])
    return cut and not _MARKS.isdisjoint(text)


_MARKS = frozenset("，。；：、")


def _tells(texts: Sequence[str]) -> bool:
    """True for lines with so many words that nobody prints them twice."""
    if any(text.startswith("|") for text in texts):
        return False
    words = list(filter(is_han, "".join(texts)))
    return len(words) >= _LEAST and len(set(words)) >= _DIFFERENT
