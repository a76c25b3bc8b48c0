"""Whether the contents are read by their layout or by what the body proves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from converter.hanzi import ends_sentence, has_han
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.weigh import weigh

_LITTLE, _MUCH = 0.5, 3.5
"""By how many characters what the body proves must be better, if nothing is left over or something is."""
_AS_WELL = 2.0
"""By how many what it proves of other rows must be better than what it proves of the first."""


def or_proved(
    best: RawContents, printed: Iterable[tuple[Sequence[Row], RawContents]], index: BodyIndex
) -> RawContents:
    """What the body proves, where it leaves less to be explained than the best of all ways.

    ``printed`` are rows with what stands beside them, before and after names were told.
    """
    least, whole = weigh(best, index)
    if whole:
        return best
    from converter.parse.contents.bare import read_bare  # few contents need them
    from converter.parse.contents.ordered import read_ordered
    from converter.parse.contents.proved import read_proved

    printed = tuple(printed)
    if (bare := read_bare(*printed[0], index)) is not None:
        return bare
    found = False
    english = {(one.line, one.name): one.english for one in best.sections}
    for rows, beside in printed:
        for read in (read_proved, read_ordered):
            proved = read(rows, beside, index)
            if proved is None:
                continue
            cost, whole = weigh(proved, index)
            sound = whole and _is_sound(proved, beside)
            if cost < least - max(_LITTLE if sound else _MUCH, _AS_WELL if found else 0.0):
                best, least, found = proved, cost, True
    for section in best.sections:
        # The body proves the names; what stands beside them in English the layout tells.
        section.english = section.english or english.get((section.line, section.name), "")
    return best


def _is_sound(contents: RawContents, beside: RawContents) -> bool:
    """True if only English and sentences are left over, and all entries have pages or none."""
    left = contents.notes[len(beside.notes) :]
    if any(has_han(text) and not ends_sentence(text) for _, text in left):
        return False
    if any(not has_han(text) and any(map(str.isdecimal, text)) for _, text in left):
        return False
    return len({bool(entry.page) for entry in contents.entries}) == 1
