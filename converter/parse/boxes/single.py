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
    """How many paragraphs a box has, perhaps below its title; 0 if its lines tell of no box."""
    whole = [ends_sentence(text) for text in texts]
    return sum(whole) if whole and all(whole[1:]) and whole[-1] else 0


def _sourced(units: Sequence[Unit], profile: Profile) -> Iterator[list[str]]:
    """What stands in each box between its name and the source that closes it, in its order."""
    for at, unit in enumerate(units):
        if not is_attribution(unit.text):
            continue
        texts: list[str] = []
        for above in reversed(units[max(0, at - _REACH) : at]):
            if (start := box_start(above, profile)) is not None:
                rest = [start.rest] if _has_text(start) else []
                yield [*rest, *reversed(texts)]
                break
            texts.append(above.text)


def _has_text(start: BoxStart) -> bool:
    return bool(start.rest) and not start.titled
