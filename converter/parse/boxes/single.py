"""Whether the boxes of an issue have one paragraph each, as those tell that a source closes.

A house designs its boxes once: where all that say whence they are hold a single paragraph, one
that says nothing holds rather no more than they do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import ends_sentence
from converter.parse.boxes.sources import is_attribution
from converter.parse.boxes.start import BoxStart, box_start
from converter.profile import Profile
from converter.segment import Unit

_FEWEST, _ONE_OF = 3, 4
"""So many boxes with a source are a habit, if at most one for each of so many has several paragraphs."""
_REACH = 5
"""Units above a source among which its box begins."""


def have_one_paragraph(units: Sequence[Unit], profile: Profile) -> bool:
    """True if boxes of the issue have a source, and one paragraph above it, but for the odd one."""
    counts = [_paragraphs(texts) for texts in _sourced(units, profile)]
    several = sum(count > 1 for count in counts)
    return counts.count(1) >= max(_FEWEST, _ONE_OF * several)


def _paragraphs(texts: Sequence[str]) -> int:
    """How many paragraphs a box has, 0 if that tells nothing of others.

    Several below a title tell nothing: such a box may explain more. Nor do lines of no box.
    """
    whole = [ends_sentence(text) for text in texts]
    if not whole or not all(whole[1:]) or not whole[-1]:
        return 0
    count = sum(whole)
    return 0 if count > 1 and not whole[0] else count


def _sourced(units: Sequence[Unit], profile: Profile) -> Iterator[list[str]]:
    """What stands in each box between its name and the source that closes it, in its order."""
    for at, unit in enumerate(units):
        if not is_attribution(unit.text):
            continue
        for above in range(at - 1, max(-1, at - _REACH - 1), -1):
            if (start := box_start(units[above], profile)) is not None:
                texts = [start.rest] if _has_text(start) else []
                for one in units[above + 1 : at]:
                    if texts and not one.gap:
                        texts[-1] += one.text  # lines of a frame
                    else:
                        texts.append(one.text)
                yield texts
                break


def _has_text(start: BoxStart) -> bool:
    return bool(start.rest) and not start.titled
