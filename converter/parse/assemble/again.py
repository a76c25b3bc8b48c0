"""Pull quotes in short lines: what the OCR keeps of words set large that the text says, too."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate

from converter import patterns as re
from converter.hanzi import dice, ends_sentence, is_han, key, width
from converter.parse.assemble.elsewhere import runs_through
from converter.parse.boxes import BoxStart
from converter.parse.paragraph import complete
from converter.segment import Unit

_LINE, _LINES = 22, 5
"""Em of a line set large or in a frame, and how many lines a pull quote has."""
_WIDE = 32
"""Em of such a line where blank lines part the quotation from all else."""
_EVEN = 2.5
"""By so many em lines of one measure differ."""
_BLOCKS = 128
"""So many blocks of short sentences are looked for in a text, and as many pieces that may have been
torn; where there are more, all are such."""
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
    prose: str | None = None
    torn: _Torn | None = None
    found: dict[int, int] = {}
    end = blocks = pieces = 0
    for at, unit in enumerate(units):
        if at < end or starts[at] is not None:
            continue
        if pieces < _BLOCKS and (stop := _torn_to(units, starts, quotes, at)):
            pieces += 1
            torn = torn or _Torn(units)
            if torn.is_said_again(at, stop):
                found[at] = end = stop
                continue
        stops = [_block_to(units, starts, at) if blocks < _BLOCKS else 0]
        blocks += stops[0] > 0
        if short[at] and at not in quotes and not ends_sentence(unit.text):
            stops += [_lines_to(units, short, at), _pieces_to(units, short, at)]
        for stop in stops:
            text = _bare("".join(one.text for one in units[at:stop])).rstrip("。！？")
            if stop - at < 2 or len(key(text)) < _UNCHANCED_LINES:
                continue
            prose = _prose(units) if prose is None else prose
            place = prose.find(text)
            most = text[: math.ceil(_MOST_OF * len(text))]
            parted = stop == stops[-1] and units[stop - 1].gap
            if place < 0 and parted and len(most) >= _UNCHANCED_LINES + 3:
                place = prose.find(most)  # which ends in other words
            again = place >= 0 and (place == 0 or not is_han(prose[place - 1]))
            if again or (stop == stops[0] and _skips_words(units, at, stop)):
                found[at] = end = stop
                break
    return found


def _skips_words(units: Sequence[Unit], at: int, stop: int) -> bool:
    """True for a block of one sentence that leaves some words out of one in a paragraph, and nothing else."""
    text = "".join(unit.text for unit in units[at:stop])
    name = key(text)
    if not text.endswith("。") or "。" in text[:-1] or not any(mark in text for mark in "，；"):
        return False
    if len(name) < _LEAST_SENTENCE or any(map(str.isdecimal, name)):
        return False
    return any(
        not at <= other < stop
        and len(unit.text) >= 2 * len(text)
        and name[:4] in (said := key(unit.text))
        and runs_through(said, name)
        for other, unit in enumerate(units)
    )


_LEAST_SENTENCE = 20
"""The least characters of a sentence that says again what another says with more words."""
_QUOTES = re.compile("[“”‘’「」『』]")


def _bare(text: str) -> str:
    """A text without quotation marks, which a pull quote may leave out or add."""
    return _QUOTES.sub("", text)


def _prose(units: Sequence[Unit]) -> str:
    """What the paragraphs say, and the sentences between blank lines that end them."""
    last = len(units) - 1
    said = (
        unit.text
        for at, unit in enumerate(units)
        if width(unit.text) >= _PROSE
        or (ends_sentence(unit.text) and unit.gap and (at == last or units[at + 1].gap))
    )
    return _bare("".join(said))


def _torn_to(
    units: Sequence[Unit], starts: Sequence[BoxStart | None], quotes: frozenset[int], at: int
) -> int:
    """Where a sentence or more set narrower end, of which the OCR has made units, 0 if none begins.

    Lines that end far before their column look like the last ones of paragraphs: those of a
    pull quote between others that are longer.
    """
    first = units[at].text[0]
    if units[at].opens or (at and not complete(units[at - 1].text)):
        return 0
    if not (is_han(first) or _QUOTES.match(first)) or not _is_narrow(units[at]):
        return 0
    for index in range(at, min(len(units) - 1, at + _TORN)):
        below = units[index + 1]
        if below.gap or below.opens or starts[index + 1] is not None or not _is_narrow(below):
            break
        full = width(units[index].lines[-1].text) >= width(below.lines[0].text) - _FULL
        if complete(units[index].text) and not (full and {index, index + 1} <= quotes):
            break
    else:
        index = min(len(units) - 1, at + _TORN)
    return index + 1 if index > at and ends_sentence(units[index].text) else 0


def _is_narrow(unit: Unit) -> bool:
    """True for a unit in lines of which none is a whole paragraph."""
    return all(width(line.text) <= _WIDE for line in unit.lines)


_FULL = 1.6
"""By so many em the full lines of a quotation differ."""
_TORN = 4
"""Units that are made of a pull quote, and one more."""


class _Torn:
    """The text of an article, and what of it stands again elsewhere, but for a character or two."""

    def __init__(self, units: Sequence[Unit]) -> None:
        texts = [_bare(unit.text) for unit in units]
        self._text = "".join(texts)
        self._begins = [0, *accumulate(map(len, texts))]

    def is_said_again(self, at: int, stop: int) -> bool:
        """True for units that say together what a paragraph says elsewhere."""
        begin, end = self._begins[at], self._begins[stop]
        own = self._text[begin:end]
        part = len(own) // 3
        if part < _UNCHANCED_LINES:
            return False
        for offset in (0, part, len(own) - part):
            words = own[offset : offset + part]
            if self._text.count(words) > _TWICE:
                return False  # a refrain
            for low, high in ((0, begin), (end, len(self._text))):
                place = self._text.find(words, low, high) - offset
                if place < low or place + len(own) > high:
                    continue
                said = self._text[place : place + len(own)]
                if said.startswith(own[:_FIRST]) and dice(own, said) >= _SAME:
                    return True
        return False


_TWICE = 2
"""Where the quotation is, and where its source."""
_SAME, _FIRST = 0.9, 2
"""So similar are two texts that say the same, and their first characters are: no heading stands above."""
_MOST_OF = 0.8
"""The part of a quotation that the text says word for word, be its end another one."""
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


def _pieces_to(units: Sequence[Unit], short: Sequence[bool], at: int) -> int:
    """Where two or three lines set large end, each of which a blank line parts, ``at`` if none do.

    The OCR has made a paragraph of each; the first ones end with a comma.
    """
    for index in range(at, min(len(units), at + _PIECES)):
        text = units[index].text
        if not (short[index] and units[index].gap):
            return at
        if ends_sentence(text):
            below = index + 1 == len(units) or units[index + 1].gap
            return index + 1 if below else at
        if text[-1] != "，":
            return at
    return at


_PIECES = 3


def _block_to(units: Sequence[Unit], starts: Sequence[BoxStart | None], at: int) -> int:
    """Where a block of short lines between blank lines ends, 0 if none begins at a unit.

    讲得不好，下一年换人。| 老师要有一点压力，学 | 会也要有一点压力。: a line may end as a sentence does,
    and the last one without a mark: 没有坏。你想让它走， | 回家自己拧十四圈.
    """
    if not units[at].gap:
        return 0
    lines, index, short = 0, at, False
    while index < len(units) and (index == at or not units[index].gap):
        lines += len(units[index].lines)
        if lines > _LINES or not _is_narrow(units[index]) or starts[index] is not None:
            return 0
        short = short or width(units[index].text) < _PROSE
        index += 1
    # What is nowhere shorter than a paragraph would be found in itself.
    return index if index > at + 1 and short else 0
