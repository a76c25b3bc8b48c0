"""Which of the units that say the same are pull quotes, and which the text that they quote."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from heapq import merge
from itertools import groupby, islice

from converter.hanzi import bigrams, dice, ends_sentence, width
from converter.parse.headings import is_heading_text, numbering
from converter.segment import Unit
from converter.segment.units import is_indented


def without_sources(
    units: Sequence[Unit], names: Sequence[str], found: set[int], broken: frozenset[int]
) -> frozenset[int]:
    """The pull quotes among the units ``found``, which say again what another unit says.

    ``names`` are the keys of all units, and ``broken`` are those that stop within a sentence.
    """
    return _one_of_two(units, names, found - _cut_sources(names, found, broken))


def _cut_sources(names: Sequence[str], found: set[int], broken: frozenset[int]) -> set[int]:
    """The pieces that a page or a box has made of what a whole pull quote says again.

    The first begins as the quotation does and breaks off; the last ends as it does, below a piece
    that breaks off and is no quotation either.
    """
    heads: dict[str, list[str]] = {}
    tails: dict[str, list[str]] = {}
    for at in found:
        heads.setdefault(names[at][:_EDGE], []).append(names[at])
        tails.setdefault(names[at][-_EDGE:], []).append(names[at])
    cut: set[int] = set()
    for at in sorted(found):
        name = names[at]
        below = at - 1 in broken and (at - 1 in cut or at - 1 not in found)
        # The OCR may have completed the word that a page cuts, or doubled its last character.
        first = at in broken and _holds(heads[name[:_EDGE]], name, name[:-1], "")
        if not first and below:
            whole = [one for one in tails[name[-_EDGE:]] if _goes_on_with(one, names[at - 1], name)]
            first = _holds(whole, name, "", name[1:])
        if first:
            cut.add(at)
    return cut


def _goes_on_with(quote: str, above: str, name: str) -> bool:
    """True if a quotation says the end of the piece above right before what a piece says.

    Else the piece is set into the sentence that breaks off above, and says less than the other.
    """
    rest = quote[max(0, len(quote) - len(name) + 1 - _EDGE - 1) : len(quote) - len(name) + 1]
    return above[-2:] in rest or above[-3:-1] in rest


def _holds(quotes: Sequence[str], name: str, head: str, tail: str) -> bool:
    """True if one of some quotations says more than a piece, and begins and ends in the same way."""
    return any(
        len(one) > len(name) and one.startswith(head) and one.endswith(tail) for one in quotes
    )


_EDGE = 4
"""Characters by which texts that begin or end alike are found."""


def _one_of_two(units: Sequence[Unit], names: Sequence[str], found: set[int]) -> frozenset[int]:
    """Of two units that say the same, one is the quotation and the other the text."""
    left = set(found)
    alike = _Alike({at: names[at] for at in sorted(found)})
    for one in sorted(found):
        for other in alike.after(one):
            if one not in left:
                break
            if other in left and dice(names[one], names[other]) >= _ALIKE:
                pair = (one, other), (other, one)
                odds = {
                    a: _quotes_likely(units, a) + _says_less(names[a], names[b]) for a, b in pair
                }
                left.discard(min(odds, key=lambda at: (odds[at], at)))
    return frozenset(left)


def _says_less(name: str, other: str) -> int:
    """What it says for a quotation that the other has all its words, and some sentence more."""
    return 2 if len(name) < len(other) and name in other else 0


_ALIKE = 0.9
"""So similar (:func:`~converter.hanzi.dice`) are two texts that say the same."""


class _Alike:
    """Finds the texts that may be as similar as :data:`_ALIKE` to another, not one by one."""

    def __init__(self, names: Mapping[int, str]) -> None:
        self._names = names
        self._where: dict[str, list[int]] = {}
        for number, name in names.items():
            for pair in bigrams(name):
                self._where.setdefault(pair, []).append(number)

    def after(self, number: int) -> Iterator[int]:
        """The later texts that may be similar to one, in order, each once.

        Similar texts share more than four fifths of their pairs, so that they share at least
        one of any fifth of them; the rarest ones tell most.
        """
        own = sorted(bigrams(self._names[number]), key=lambda pair: (len(self._where[pair]), pair))
        lists = (self._where[pair] for pair in own[: len(own) // 5 + 1])
        later = (islice(found, bisect_right(found, number), None) for found in lists)
        return (other for other, _ in groupby(merge(*later)))


def _may_go_on(quote: Unit, after: Unit) -> bool:
    """True if what stands below a quotation may carry on the sentence above it: it opens no paragraph."""
    indented = is_indented(after.lines[0]) and not is_indented(quote.lines[0])
    return not (after.opens or indented) and numbering(after.text) is None


def _quotes_likely(units: Sequence[Unit], at: int) -> int:
    """How much the place of a unit speaks for a pull quote: it interrupts, or fills no section.

    What nothing below can carry on is carried on by the unit itself.
    """
    unit = units[at]
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    score = -3 if unit.opens else 0
    score -= 0 if ends_sentence(unit.text) else 1
    if before is not None and width(before.text) > 24 and not ends_sentence(before.text):
        score += 2 if after is not None and _may_go_on(unit, after) else -2
    headed = before is not None and numbering(before.text) is not None
    ends = after is None or (numbering(after.text) is not None and is_heading_text(after.text))
    if headed and ends:
        score -= 2
    return score
