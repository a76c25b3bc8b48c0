"""Marks of bold print, ``**``, whose other half stands on another page or nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.model import Mark, MarkKind
from converter.names import COMPOUND_SURNAMES, SURNAMES

_STARS = re.compile(r"(?<!\*)\*\*(?!\*)")
_IN_SENTENCE = re.compile(rf"[{HAN}，；：、。！？”）》]$")
_GOES_ON = re.compile(rf"[{HAN}，；：、。！？“（《]|$")
_MASKED = re.compile(rf"(?:^|[^{HAN}])[{HAN}]{{1,2}}$")
"""王** or 欧阳** after a mark or a blank: a name of which no more is told."""


def without_stars(value: str, marks: Sequence[Mark]) -> tuple[str, list[Mark], list[int]]:
    """A paragraph without the ``**`` that its pieces could not resolve each by itself.

    Two of them make what stands between them bold: the paragraph was cut inside. One alone
    in a sentence says nothing and is taken out; where it may hide the rest of a name, or is
    the sign of a note at either end of a line, it stays.

    Returns the text, the marks at their new places, and where in ``value`` signs were
    taken out.
    """
    found = [hit.start() for hit in _STARS.finditer(value)]
    pair = len(found) == 2 and value[found[0] + 2 : found[1]].strip() != ""
    if not pair and not (len(found) == 1 and _says_nothing(value, found[0])):
        return value, list(marks), []

    def moved(at: int) -> int:
        return at - sum(min(2, at - place) for place in found if place < at)

    kept = "".join(
        value[start:end]
        for start, end in zip(
            [0, *(place + 2 for place in found)], [*found, len(value)], strict=True
        )
    )
    placed = [Mark(m.kind, moved(m.start), moved(m.end), m.target) for m in marks]
    if pair:
        placed.append(Mark(MarkKind.STRONG, found[0], found[1] - 2))
    return kept, placed, found


def _says_nothing(value: str, at: int) -> bool:
    """True for a lone ``**`` in or right after a sentence, not after what may be a surname."""
    before, after = value[:at], value[at + 2 :]
    if not after and before[-1:] not in {"。", "！", "？", "”"}:
        return False
    if not (_IN_SENTENCE.search(before) and _GOES_ON.match(after)):
        return False
    named = before[-1:] in SURNAMES or before[-2:] in COMPOUND_SURNAMES
    return not (named or _MASKED.search(before))
