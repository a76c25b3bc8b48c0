"""Pull quotes in short lines: what the OCR keeps of words set large that the text says, too."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, key, width
from converter.parse.boxes import BoxStart
from converter.segment import Unit

_LINE, _LINES = 22, 5
"""Em of a line set large or in a frame, and how many lines a pull quote has."""
_EVEN = 2.5
"""By so many em lines of one measure differ."""
_PROSE = 24
"""Em of text in which a pull quote was first said."""


def repeated_lines(
    units: Sequence[Unit], starts: Sequence[BoxStart | None], quotes: frozenset[int]
) -> dict[int, int]:
    """Pull quotes in short lines of one measure that say again, word for word, what the text says.

    The OCR keeps the lines of what is set large or in a frame where it writes paragraphs
    otherwise. Returns for the first unit of each the index after its last one.
    """
    short = [
        width(unit.text) <= _LINE and not unit.wrapped and starts[at] is None
        for at, unit in enumerate(units)
    ]
    prose = ""
    found: dict[int, int] = {}
    end = 0
    for at, unit in enumerate(units):
        if at < end or not short[at] or at in quotes or ends_sentence(unit.text):
            continue
        stop = _lines_to(units, short, at)
        text = "".join(unit.text for unit in units[at:stop]).rstrip("。！？”」")
        if stop - at < 2 or len(key(text)) < _UNCHANCED_LINES:
            continue
        prose = prose or "".join(one.text for one in units if width(one.text) >= _PROSE)
        place = prose.find(text)
        if place >= 0 and (place == 0 or not is_han(prose[place - 1])):
            found[at] = end = stop
    return found


_UNCHANCED_LINES = 9
"""So many characters are not said twice by chance, and in lines of one measure."""


def _lines_to(units: Sequence[Unit], short: Sequence[bool], at: int) -> int:
    """Where short lines of one measure end with a sentence, ``at`` if they do not."""
    measure = width(units[at].text)
    for index in range(at, min(len(units), at + _LINES)):
        size = width(units[index].text)
        if not short[index] or (index > at and units[index].gap) or size > measure + _EVEN:
            return at
        if ends_sentence(units[index].text):
            return index + 1
        if size < measure - _EVEN:
            return at
    return at
