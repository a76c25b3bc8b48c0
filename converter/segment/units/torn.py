"""Printed lines that the text layer of a PDF has on two: it breaks them at marks of punctuation.

Where lines are justified, the room that a mark gives up parts what stands before it from what
stands behind it, and a reader of the layer takes them for two lines. Together they are as long
as the column is wide.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, is_han, unclosed, width
from converter.segment.units.grid import is_indented, measure_of
from converter.segment.units.signs import NUMBERED
from converter.segment.units.unit import INDENT
from converter.source import Line

_NEVER_FIRST, _BRACKETS = tuple("，。、；：？！）》」』"), tuple("」』》〉”’")
"""Marks that begin no line (GB/T 15834-2011 §5.1.2), and those behind which one is broken off; ） ends captions, too."""
_PAUSES, _OPENING = tuple("，、"), tuple("“‘《〈「『（")
"""Marks with which no paragraph ends, and those before which a line is broken off."""
_OVER = 6
"""Em by which a line may be longer than its measure, as one with Latin words may."""
_EVEN = 1.5
"""Em by which the two parts of a line may differ from it: marks are set closer in print."""
_COUPLET, _VERSE = 2.0, 30.0
"""Lines of verse are as long as each other, by so many em, and no two of them fill a wider column."""
_NARROWEST, _FEWEST = 11.0, 4
"""Em of a column, and so many lines on two are no chance."""
_OWN = 6
"""Lines that tell the measure of their own column."""


def torn_lines(
    group: list[Line], measure: float, *, halved: bool = False
) -> tuple[frozenset[int], list[Line]]:
    """Which lines are the rest of the one above, and the lines with what belongs before them.

    A text layer breaks lines off behind a bracket: 一科「研究方法」 | ，但是……. Both fill a line at most.
    Where it has ``halved`` lines, it does so at any mark.
    """
    if len(group) == 1:  # as most are that no line breaks have cut
        return frozenset(), group
    printed, found = list(group), set()
    own = _own_measure(group, measure) if halved else measure
    for at in range(1, len(group)):
        above, below = printed[at - 1].text.rstrip(), group[at].text.strip()
        if below[:1] in _NEVER_FIRST and above[-1:] in _BRACKETS:
            # Else a mark has no room.
            torn = width(above.strip()) < measure - 1
            torn = torn and width(above + below) <= measure + _OVER
        elif halved and (below[:1] in _NEVER_FIRST or group[at - 1].text.strip() in _NEVER_FIRST):
            torn = width(above.strip() + below) <= own + _EVEN
        elif halved:
            torn = _are_halves(printed[at - 1], group[at], own, goes_on=at + 1 < len(group))
        else:
            torn = above[-1:] in _PAUSES and _is_lone_pair(group, at, measure)
        if torn:
            printed[at] = group[at]._replace(text=above + below)
            found.add(at)
    return frozenset(found), printed


def are_halved(groups: Iterable[Sequence[Line]], measure: float) -> bool:
    """True if printed lines stand on two, as those tell that break off where no paragraph ends.

    A numbered heading on two lines may be as long as one line of the column, and tells nothing.
    """
    if measure < _NARROWEST:
        return False
    found = 0
    for group in groups:
        pairs = [
            pair
            for pair in pairwise(group)
            if (pair[0].text.rstrip()[-1:] in _PAUSES and not NUMBERED.match(pair[0].text.strip()))
            or pair[1].text.lstrip()[:1] in _NEVER_FIRST
        ]
        if pairs:
            own = _own_measure(group, measure)
            found += sum(_are_halves(above, below, own) for above, below in pairs)
        if found >= _FEWEST:
            return True
    return False


def _own_measure(group: Sequence[Line], measure: float) -> float:
    """The measure of some lines that may stand in a column of their own."""
    return (measure_of(group) if len(group) >= _OWN else 0.0) or measure


def _are_halves(above: Line, below: Line, measure: float, *, goes_on: bool = False) -> bool:
    """True for two lines that are one of the column, parted at a mark; ``goes_on`` if others follow.

    What begins a paragraph and breaks off fills its line: a short second part begins none.
    """
    left, right = above.text.strip(), below.text.strip()
    if not left or not right or is_indented(below):
        return False
    opens = right[0] in _OPENING
    if ends_sentence(left) and not (opens and goes_on and not ends_sentence(right)):
        return False
    if NUMBERED.match(right) and (ends_sentence(left) or NUMBERED.match(left)):
        return False
    marked = left[-1] in (*_PAUSES, *_BRACKETS, "：", "；", "）")
    if not (marked or opens or right[0] in _NEVER_FIRST):
        return False
    one, other = width(left), width(right)
    if min(one, other) >= measure - _LEAST:
        return False
    said = left[-1] == "：" and opens and goes_on and not ends_sentence(right)
    uneven = said or measure >= _VERSE or abs(one - other) > _COUPLET
    short = measure - one - other
    return uneven and (abs(short) <= _EVEN or (said and abs(short - INDENT) <= _LOST))


def _is_lone_pair(group: Sequence[Line], at: int, measure: float) -> bool:
    """True for the two halves of a full line that broke off at a comma, even if no other line of the issue has.

    被子是一种白色的土工布， | 厚四毫米，本 | 来铺在路基下面用。……: the text above them ends or is full, the first
    half ends no paragraph, the second one breaks off in a word, and goes on in a full line. A first line that
    has lost its indent is two em short.
    """
    if measure < _NARROWEST or at < 2 or at + 1 >= len(group):
        return False
    before, above, line, below = group[at - 2 : at + 2]
    left, right, rest = (one.text.strip() for one in (above, line, below))
    within = is_han(right[-1:]) and is_han(rest[:1]) and width(rest) >= measure - INDENT
    if NUMBERED.match(left) or not (within or _is_said_on(left, right, rest)):
        return False
    if any(map(is_indented, (above, line, below))):
        return False
    ended = ends_sentence(before.text)
    shorter = (width(left), width(right)) if ended else (width(right),)
    if max(shorter) >= measure - _LEAST:
        return False
    if not ended and width(before.text.strip()) < measure - INDENT - _LOST:
        return False
    hangs = right[-1:] in _NEVER_FIRST
    short = measure - width(left) - width(right) + hangs
    return abs(short) <= _LOST or (ended and abs(short - INDENT) <= _LOST)


def _is_said_on(left: str, right: str, rest: str) -> bool:
    """True for two halves with which a sentence ends, but not what somebody says: the line below closes it."""
    said = unclosed(left + right)
    return ends_sentence(right) and "“" in said and "“" not in unclosed(left + right + rest)


_LOST = 0.5
"""Em by which a first line is two short, whose indent is lost."""
_LEAST = 4.0
"""Em by which the shorter part is shorter than the column, which a first line with a lost indent is not."""
