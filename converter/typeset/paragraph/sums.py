"""Widths, room and gaps as prefix sums, from which any line is measured at once.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, chain

from converter import patterns as re
from converter.typeset import characters as kind
from converter.typeset.lines import Measures
from converter.typeset.paragraph.owner import Ratios
from converter.typeset.shaping import em_of, shape
from converter.typeset.spacing import Spaces
from converter.typeset.stream import Walk

_UNSTRETCHED = re.compile("——|……|⋯⋯|.(?=[～〜％‰℃℉／ー])|[～〜／](?=.)", re.DOTALL)


_TO_BITS = str.maketrans(
    {one: "1" if one in kind.FULL else "0" for one in "HW()mkpxdetfIADyUPbqQvSNJCZhBT"}
)


_ONE_BIT = bytes(code & 1 for code in range(256))


def measures_of(
    walk: Walk,
    text: str,
    found: str,
    spaces: Spaces,
    flags: bytearray,
    leading: Mapping[int, float],
    trailing: Mapping[int, float],
) -> Measures:
    """Measure a paragraph: the width up to each index, and what the edges of a line change.

    ``leading`` and ``trailing`` are the edges of boxes before and after an index, in pixels.
    """
    unit = walk.base_em / 1_024_000  # pixels in a thousandth of the paragraph's em
    ratios = Ratios(walk.pieces)
    steps = _advances(walk, len(text), unit)
    close = list(steps)
    head = _add_spaces(steps, close, spaces, ratios)
    for index, pixels in leading.items():
        if index:
            steps[index - 1] += pixels / unit
        head[index] = head.get(index, 0.0) + pixels / unit
    for index, pixels in trailing.items():
        if index >= 0:
            steps[index] += pixels / unit
            close[index] += pixels / unit
    origin = [0.0, *accumulate(steps)]
    shrink, grow = _room(len(text), spaces, ratios)
    gaps = [0, *accumulate(_stretching(walk, text, found, spaces))]
    measures = Measures(found, flags, origin, head, close, shrink, grow, gaps)
    measures.raised = frozenset(
        index for piece in walk.pieces if piece.raised for index in range(piece.start, piece.end)
    )
    if kind.SHY in found:
        measures.hyphen = _hyphen_width(walk)
    return measures


def _advances(walk: Walk, size: int, unit: float) -> list[float]:
    """The bare widths of characters and objects, by the em of the paragraph."""
    steps: list[float] = [0.0] * size
    for piece in walk.pieces:
        if piece.ratio == 1:
            steps[piece.start : piece.end] = piece.shaped.advances
        else:
            ratio = piece.ratio
            steps[piece.start : piece.end] = [a * ratio for a in piece.shaped.advances]
    for index, width in walk.objects.items():
        steps[index] = width / unit
    return steps


def _add_spaces(
    steps: list[float], close: list[float], spaces: Spaces, ratios: Ratios
) -> dict[int, float]:
    """Add the space about marks and words to ``steps`` and to ``close``, the ends of lines.

    Returns what stands before a character at the head of a line.
    """
    for index, amount in spaces.after.items():
        steps[index] += amount * ratios.of(index)
        if index not in spaces.tail:
            close[index] += amount * ratios.of(index)
    for index, amount in spaces.between.items():
        steps[index] += amount * ratios.of(index)
    head: dict[int, float] = {}
    for index, amount in spaces.before.items():
        if index:
            steps[index - 1] += amount * ratios.of(index)
        head[index] = amount * ratios.of(index)
    for index, amount in spaces.head.items():
        head[index] = amount * ratios.of(index)
    for index, amount in spaces.tail.items():
        close[index] += amount * ratios.of(index)
    return head


def _room(size: int, spaces: Spaces, ratios: Ratios) -> tuple[list[float], list[float]]:
    """Prefix sums over gaps of what can be taken out, and of what the first two steps add."""
    shrink, grow = [0.0] * (size + 1), [0.0] * (size + 1)
    for items in spaces.shrink.values():
        for gap, amount, part in items:
            if gap >= 0:
                shrink[gap + 1] += amount * ratios.of(gap + 1 if part == "before" else gap)
    for pairs in (spaces.grow_words, spaces.grow_latin):
        for gap, amount in pairs:
            grow[gap + 1] += amount * ratios.of(gap)
    return list(accumulate(shrink)), list(accumulate(grow))


def _stretching(walk: Walk, text: str, found: str, spaces: Spaces) -> bytearray:
    """For each gap whether it stretches when all else is used up (clreq §3.4.2.2)."""
    size = len(text)
    if size < 2:
        return bytearray(size)
    bits = found.translate(_TO_BITS).encode()
    both = int.from_bytes(bits[:-1], "big") & int.from_bytes(bits[1:], "big")
    stretching = bytearray(both.to_bytes(size - 1, "big").translate(_ONE_BIT))
    stretching.append(0)
    for match in _UNSTRETCHED.finditer(text):
        stretching[match.start()] = 0
    for gap, _ in chain(spaces.grow_words, spaces.grow_latin):
        stretching[gap] = 1
    for piece in walk.pieces:
        if piece.raised or piece.shaped.opaque or piece.leader:
            first = max(0, piece.start - 1) if piece.raised else piece.start
            for gap in range(first, piece.end - 1):
                stretching[gap] = 0
    return stretching


def _hyphen_width(walk: Walk) -> float:
    """The width of the hyphen that a soft hyphen becomes, for the first text box that has one."""
    for piece in walk.pieces:
        if "\u00ad" in piece.text:
            hyphen = piece.style["hyphenate_character"]
            advances = shape(hyphen, piece.style).advances
            return sum(advances) * em_of(piece.style) / walk.base_em
    return 0.0
