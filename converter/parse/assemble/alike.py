"""Short lines that stand alike over the paragraphs of an article, as its headings do.

One of them may be the first line of a paragraph that a page has cut. Several are not: such
first lines are all as long as their column, and a page ends with one now and then.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Sequence

from converter.hanzi import ends_sentence, has_han, unclosed, unopened, width
from converter.parse.headings import FIRST_LINE, Numbering, is_heading_text
from converter.parse.kinds import is_salutation
from converter.segment import Unit

_WIDEST, _LEAST = 32, 4
"""Em of such a line, at most and at least."""
_PROSE = 20
"""Em of a text below it."""
_OTHER = 1.6
"""Em by which a line must be longer or shorter than another, so that no column explains both."""
_ENDS = frozenset("。，、；：,;:！!")


def lines_alike(
    units: Sequence[Unit],
    numbers: Sequence[Numbering | None],
    free: Callable[[int], bool],
) -> dict[int, int]:
    """For each unit that stands as headings do: how many others do so, and are of other lengths.

    ``free`` tells of a unit that it is nothing else: no turn, no box, no item.
    """
    groups: defaultdict[tuple[bool, bool, bool], list[int]] = defaultdict(list)
    for at in range(len(units) - 1):
        if numbers[at] is None and _stands_over(units, numbers, at) and free(at):
            unit, below = units[at], units[at + 1]
            groups[unit.gap, below.gap, unit.indent >= 1.5].append(at)
    found: dict[int, int] = {}
    for group in groups.values():
        sizes = sorted(width(units[at].text) for at in group)
        for at in group:
            size = width(units[at].text)
            same = bisect_right(sizes, size + _OTHER) - bisect_left(sizes, size - _OTHER)
            found[at] = len(sizes) - (same if size >= FIRST_LINE else 1)
    return found


def heads_text(unit: Unit, below: Unit) -> bool:
    """True for a few words that end nothing over a paragraph."""
    if not _are_words(unit.text):
        return False
    long = width(below.text) >= _PROSE or ends_sentence(below.text) or is_salutation(below.text)
    return long and below.text[0] not in "，。、；：！？）”》"


def heads_heading(unit: Unit, below: Unit, then: Unit) -> bool:
    """True for such words over the second line of a heading, or over a heading of lower rank."""
    return _are_words(unit.text) and heads_text(below, then)


def _are_words(text: str) -> bool:
    if not _LEAST <= width(text) <= _WIDEST or text[-1] in _ENDS or "。" in text:
        return False
    return has_han(text) and text[0] not in "（(|—" and not unclosed(text) and not unopened(text)


def _stands_over(units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int) -> bool:
    """True for such words between whole paragraphs, or right below a heading with a number."""
    if units[at].wrapped or units[at].text[0] == "“" or not heads_text(units[at], units[at + 1]):
        return False
    before, number = (units[at - 1].text, numbers[at - 1]) if at else ("。", None)
    return ends_sentence(before) or (number is not None and is_heading_text(before))
