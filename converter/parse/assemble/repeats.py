"""Pull quotes without a label: units that say again what the article says elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from converter.hanzi import dice, ends_sentence, is_han, key, unopened, width
from converter.parse.boxes import BoxStart, is_attribution
from converter.parse.headings import is_heading_text, numbering
from converter.parse.paragraph import complete
from converter.segment import Unit

_LONGEST_QUOTE = 600
"""Characters of a pull quote; some journals set a whole paragraph large before an article."""


def repeated(
    units: Sequence[Unit], starts: Sequence[BoxStart | None], turns: Sequence[bool]
) -> frozenset[int]:
    """Units that say again, word for word or nearly so, what the article says elsewhere."""
    grams: Counter[str] = Counter()
    names = [key(unit.text) for unit in units]
    for name in names:
        parts = zip(name, name[1:], name[2:], name[3:], name[4:], strict=False)
        grams.update(map("".join, parts))
    where: Mapping[str, Sequence[int]] = {}
    found = set()
    for index, (unit, name) in enumerate(zip(units, names, strict=True)):
        if not 10 <= len(name) <= _LONGEST_QUOTE or starts[index] is not None or turns[index]:
            continue
        if is_attribution(unit.text) or unopened(unit.text):
            continue
        if len(name) > 60 and not ends_sentence(unit.text):
            continue
        if _goes_with_before(units, index):
            continue
        if numbering(unit.text) is not None or (len(name) < 18 and not _stands_alone(units, index)):
            continue
        own = Counter(name[i : i + 5] for i in range(len(name) - 4))
        again = sum(count for gram, count in own.items() if grams[gram] > count)
        needed = 0.85 if len(name) >= 18 else 1.0
        if again < needed * own.total():
            continue
        where = where or _places(names)
        if _elsewhere(names, where, index, needed) and _begins_clause(units, index):
            found.add(index)
    return frozenset(_one_of_two(units, names, found))


def _one_of_two(units: Sequence[Unit], names: Sequence[str], found: set[int]) -> set[int]:
    """Of two units that say the same, one is the quotation and the other the text."""
    left = set(found)
    ordered = sorted(found)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if {one, other} <= left and dice(names[one], names[other]) >= 0.9:
                less = min((one, other), key=lambda at: (_quotes_likely(units, at), at))
                left.discard(less)
    return left


def _quotes_likely(units: Sequence[Unit], at: int) -> int:
    """How much the place of a unit speaks for a pull quote: it interrupts, or fills no section."""
    unit = units[at]
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    score = -3 if unit.opens else 0
    score -= 0 if ends_sentence(unit.text) else 1
    if before is not None and width(before.text) > 24 and not ends_sentence(before.text):
        score += 2
    headed = before is not None and numbering(before.text) is not None
    ends = after is None or (numbering(after.text) is not None and is_heading_text(after.text))
    if headed and ends:
        score -= 2
    return score


def _goes_with_before(units: Sequence[Unit], index: int) -> bool:
    """True if a unit carries on the broken sentence before it, which nothing after it does."""
    before = units[index - 1].text.rstrip() if index else "。"
    if complete(before) or (not is_han(before[-1:] or "。") and before[-1:] not in "，、"):
        return False
    after = units[index + 1].text if index + 1 < len(units) else ""
    if (
        not after
        or numbering(after) is not None
        or (width(after) < 24 and not ends_sentence(after))
    ):
        return True
    joint = before[-3:] + units[index].text[:4]
    return any(joint in unit.text for unit in units)


def _begins_clause(units: Sequence[Unit], index: int) -> bool:
    """True if what is said again begins a clause where it is said first.

    A repetition from the middle of a clause is chance, and no pull quote. Where nothing
    begins alike, a character was misread, which is no reason to doubt.
    """
    head = units[index].text.lstrip("“「『")[:8]
    inside = False
    for other, unit in enumerate(units):
        at = unit.text.find(head) if other != index else -1
        if at == 0 or (at > 0 and not is_han(unit.text[at - 1])):
            return True
        inside = inside or at > 0
    return not inside


def _stands_alone(units: Sequence[Unit], index: int) -> bool:
    """True for a whole sentence between whole sentences."""
    before = units[index - 1].text if index else "。"
    if not units[index].gap or (index + 1 < len(units) and not units[index + 1].gap):
        return False
    return ends_sentence(units[index].text) and ends_sentence(before)


def _places(names: Sequence[str]) -> dict[str, list[int]]:
    """In which units each gram of four characters stands."""
    where: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for gram in {name[i : i + 4] for i in range(len(name) - 3)}:
            where.setdefault(gram, []).append(number)
    return where


def _elsewhere(
    names: Sequence[str], where: Mapping[str, Sequence[int]], index: int, needed: float
) -> bool:
    """True if one other unit, or two neighbours joined, hold nearly all of a unit's text.

    ``where`` is what :func:`_places` tells.
    """
    name = names[index]
    own = {name[i : i + 4] for i in range(len(name) - 3)}
    # So many may be missing, or stand where two neighbours meet; one more cannot.
    spare = int((1 - needed) * len(own)) + 3 + 1
    rarest = sorted(own, key=lambda gram: (len(where[gram]), gram))[:spare]
    others = {number - back for gram in rarest for number in where[gram] for back in (0, 1)}
    for other in sorted(others):
        if other < 0 or index in (other, other + 1):
            continue
        text = names[other] + (names[other + 1] if other + 1 < len(names) else "")
        # Two pieces may hold as much as the quotation; one has to hold more, or all of it.
        if len(text) < 0.9 * len(name) or (len(name) < 60 and len(text) <= len(name)):
            continue
        if len(name) < 60 and len(names[other]) < len(name) and other > index:
            continue
        hits = sum(1 for gram in own if gram in text)
        if hits >= needed * len(own):
            return True
    return False
