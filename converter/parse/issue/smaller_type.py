"""What stands in smaller type in a column: captions, whose full lines have more characters than it has.

A line of running text holds as many characters as any other, and a mark that must not begin the next
one. Where a line or two hold some more, and those of other such places as many, they are set smaller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, has_han, squeeze, width
from converter.parse.boxes import bare_label
from converter.parse.grams import Trigrams, learnt
from converter.parse.issue.pieces import Apart
from converter.parse.kinds import is_credit, labelled
from converter.parse.seam import goes_on
from converter.segment.units import is_indented
from converter.segment.units.signs import NUMBERED, SPEAKER, opens_foot
from converter.source import Line

_MORE, _MOST = 2.0, 8.0
"""Em by which such a line is longer than the column at least, and at most."""
_EVEN = 1.0
"""By so much may the lines of several places differ."""
_CLEARLY = 6.0
"""By how much a sentence must go on better in such a line for it to be text (log odds)."""
_LABELS = 2
"""Lines within one picture."""
_LINES = 3
"""The most full lines in one place; more are a column of another measure."""
_PLACES = 2
"""So many places are no chance."""
_FULL, _RARE = 40, 10
"""So many lines as long as the column tell its measure; of so many at most one may be longer."""
_HANGING = frozenset("，。、；：！？”’）》")
_PAIR = re.compile("[，。、；：！？”’）》][“‘（《”’）》]|[：，]“")
"""Two marks in a row, which are set closer."""
_LATIN = re.compile("[\x21-\x7e]")
_HEADS = frozenset("●■◆▲★○□※【[（(《")


def note_smaller(
    lines: Sequence[Line], measure: float, labels: Collection[str], found: Apart
) -> None:
    """Note the captions in smaller type, in a column of a ``measure``, and what OCR has read in the pictures.

    ``labels`` are names of boxes, which may be set smaller as well.
    """
    sizes = [_size(line) for line in lines]
    shared = Counter(round(size) for size in sizes if abs(size - measure) <= _EVEN)
    full, times = max(shared.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    if times < _FULL:
        return
    wide = [full + _MORE <= size <= full + _MOST for size in sizes]
    if sum(size > full + _MORE for size in sizes) * _RARE > times:
        return
    places = [place for at in range(len(lines)) if (place := _place(lines, wide, at)) is not None]
    widths = Counter(round(max(sizes[slice(*place)])) for place in places)
    trigrams = learnt([line.text.strip() for line in lines]) if len(places) >= _PLACES else None
    for at, end in places:
        size = max(sizes[at:end])
        alike = sum(count for one, count in widths.items() if abs(one - size) <= _EVEN)
        if alike < _PLACES or any(line.number in found.pieces for line in lines[at:end]):
            continue
        label = _within_picture(lines, sizes, at, full)
        above = lines[label - 1] if label else None
        if label < at and bare_label(lines[at - 1].text) in labels:
            continue
        if above is not None and not _cuts(above.text, lines[at:], end - at, trigrams):
            continue
        found.as_one(lines[at:end])
        found.captions.add(lines[at].number)
        found.within_pictures.update(line.number for line in lines[label:at])


def _within_picture(lines: Sequence[Line], sizes: Sequence[float], at: int, full: float) -> int:
    """The first of the short lines above a caption that OCR has read within its picture.

    So is what has no Chinese character, and few words that stand within a sentence.
    """
    first = at
    while first and at - first < _LABELS and _is_label(lines[first - 1].text.strip(), full):
        first -= 1
    labels = lines[first:at]
    if not any(has_han(line.text) for line in labels):
        return first
    above = lines[first - 1].text if first else "。"
    broken = not ends_sentence(above) and sizes[first - 1] >= full - _EVEN
    return first if broken else at


def _is_label(text: str, full: float) -> bool:
    """True for a few characters that are no sentence: 0 10cm, 某某号, what is written on a ticket."""
    return 0 < width(text) <= full / 2 and (text[-1].isalnum() or text[-1] in "）)")


def _cuts(tail: str, below: Sequence[Line], size: int, trigrams: Trigrams | None) -> bool:
    """True unless a line that breaks off clearly goes on in what is set smaller rather than below it."""
    if ends_sentence(tail) or trigrams is None or len(below) <= size:
        return True
    above, own, rest = tail.strip(), below[0].text.strip(), below[size].text.strip()
    if not (above and own and rest):
        return True  # a blank line parts them
    return goes_on(above, own, trigrams) - goes_on(above, rest, trigrams) < _CLEARLY


def _size(line: Line) -> float:
    """The em of a line, without a mark that hangs over its end; 0 for one with many narrow characters."""
    text = squeeze(line.text)  # beside numbers a blank is no character
    if len(_LATIN.findall(text)) * 4 > len(text) or is_indented(line):
        return 0.0
    size = width(text[:-1] if text[-1:] in _HANGING else text)
    return size - len(_PAIR.findall(text)) / 2


def _place(lines: Sequence[Line], wide: Sequence[bool], at: int) -> tuple[int, int] | None:
    """Where what is set smaller begins and ends: some long lines, and the rest of their last sentence."""
    if not wide[at] or (at and wide[at - 1]) or _is_other(lines[at].text.strip()):
        return None
    end = at
    while end < len(lines) and wide[end]:
        end += 1
    if end - at > _LINES:
        return None
    if not ends_sentence(lines[end - 1].text):
        end += 1
    if end > len(lines) or is_indented(lines[end - 1]) or not ends_sentence(lines[end - 1].text):
        return None
    # What the sentence above goes on with cannot begin with an indent.
    turned = end < len(lines) and is_indented(lines[end])
    return None if turned and at and not ends_sentence(lines[at - 1].text) else (at, end)


def _is_other(text: str) -> bool:
    """True for what begins like a note, an item, a speech or a credit."""
    return bool(
        text[0] in _HEADS
        or opens_foot(text)
        or labelled(text)
        or is_credit(text)
        or NUMBERED.match(text)
        or SPEAKER.match(text)
    )
