"""Texts cut into bits for the templates: plain stretches, styled ones, and marks.

A mark is what the proofing page has to explain: a join, a repaired character, something
dropped, the place of a box, a doubtful conversion. Marks never add text of their own, so
that offsets in the page are offsets in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from converter.model import MarkKind, Text
from converter.values import NamedTuple


class Bit(NamedTuple):
    """A stretch of text (may be empty) that looks and means the same throughout.

    ``style`` are the classes of ordinary markup. ``mark`` names the kind of a proofing mark
    and ``says`` explains it; ``data`` are the values that acts on it need.
    """

    text: str
    style: str = ""
    mark: str = ""
    says: str = ""
    data: tuple[tuple[str, str], ...] = ()


class Stretch(NamedTuple):
    """A proofing mark on ``[start, end)``; a point where both are the same."""

    start: int
    end: int
    mark: str
    says: str
    data: tuple[tuple[str, str], ...] = ()


_STYLED = frozenset(MarkKind) - {MarkKind.PAGE, MarkKind.SEAM}


def styles_of(text: Text) -> list[tuple[int, int, str]]:
    """The ordinary markup of a text as ranges with the name of a class."""
    size = len(text.value)
    return [
        (max(0, mark.start), min(size, mark.end), mark.kind.value)
        for mark in text.marks
        if mark.kind in _STYLED and mark.start < mark.end
    ]


def cut(
    value: str, styles: Iterable[tuple[int, int, str]], stretches: Sequence[Stretch]
) -> tuple[Bit, ...]:
    """The text as bits, points before what follows them.

    Of two marks on the same characters the one that was named first is shown.
    """
    points: defaultdict[int, list[Stretch]] = defaultdict(list)
    owners: dict[int, Stretch] = {}
    borders = {0, len(value)}
    for one in stretches:
        if one.start == one.end:
            points[min(one.start, len(value))].append(one)
            borders.add(min(one.start, len(value)))
            continue
        for at in range(one.start, min(one.end, len(value))):
            owners.setdefault(at, one)
        borders |= {one.start, min(one.end, len(value))}
    ranges = list(styles)
    for start, end, _ in ranges:
        borders |= {start, end}
    bits: list[Bit] = []
    ordered = sorted(borders)
    for index, start in enumerate(ordered):
        bits += (Bit("", mark=p.mark, says=p.says, data=p.data) for p in points.get(start, ()))
        if index + 1 == len(ordered):
            break
        end = ordered[index + 1]
        names = sorted({name for first, last, name in ranges if first <= start and end <= last})
        owner = owners.get(start)
        bits.append(
            Bit(value[start:end], " ".join(names), *((owner[2:]) if owner else ("", "", ())))
        )
    return tuple(bits)
