"""Boxes whose lines stand close where blank lines part all else in their article.

寻味地图 over two or three short paragraphs: OCR parts paragraphs and headings by a blank line,
and reads what stands in a frame as one piece, with its title on the first line.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.hanzi import ends_sentence, has_han, width
from converter.parse.headings import Numbering
from converter.segment import Unit

_TITLE = (2.0, 14.0)
"""Em of a title."""
_FEWEST, _MOST = 2, 6
"""Paragraphs of a box: one below a line is as well a heading's."""
_PARTED = 6
"""So many paragraphs with a blank line before each tell how an article is set."""
_HEADS = 2
"""So many headings with a blank line below tell that a title without one is no heading."""
_LONG, _UNEVEN = 16.0, 3.0
"""Em of the longest line of a box, and by how much another must be shorter."""
_TEXT = 24.0
"""Em of what is neither verse nor an item."""
_LINE = 8.0
"""Em of the shortest paragraph of a box."""


def close_to(
    units: Sequence[Unit], numbers: Sequence[Numbering | None], heads: Collection[int]
) -> dict[int, int]:
    """The titles of such boxes among the units of an article, and where each box ends.

    ``heads`` are headings that others of their form tell. Nothing is found unless the article
    parts all its other paragraphs and headings by blank lines.
    """
    close = [at for at, unit in enumerate(units) if at and not unit.gap and _is_text(unit)]
    if len(units) - len(close) < _PARTED:
        return {}
    found = {}
    for at in range(1, len(units) - _FEWEST):
        if not _is_title(units, numbers, at) or at in heads or units[at + 1].gap:
            continue
        end = at + 1
        while end < len(units) and not units[end].gap and _is_paragraph(units[end]):
            end += 1
        whole = end == len(units) or units[end].gap
        if whole and _FEWEST <= end - at - 1 <= _MOST and _is_uneven(units[at + 1 : end]):
            found[at] = end
    within = {index for at, end in found.items() for index in range(at, end)}
    parted = sum(_heads_parted(units, numbers, at, heads) for at in range(len(units) - 1))
    if parted < max(_HEADS, len(found)) or any(at not in within for at in close):
        return {}
    return found


def _is_title(units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int) -> bool:
    """True for a few words after a blank line, below a paragraph that is whole."""
    unit = units[at]
    low, high = _TITLE
    return (
        unit.gap
        and numbers[at] is None
        and not (unit.markup_level or unit.quoted or unit.wrapped)
        and low <= width(unit.text) <= high
        and has_han(unit.text)
        and unit.text[-1] not in "，。；：、？！…”』」"
    )


def _is_uneven(units: Sequence[Unit]) -> bool:
    """True for lines that are no verse: one at least is long, and they differ in length."""
    sizes = [width(unit.text) for unit in units]
    return max(sizes) >= _LONG and max(sizes) - min(sizes) >= _UNEVEN


def _is_text(unit: Unit) -> bool:
    """True for text, and neither a line of verse nor an item."""
    return width(unit.text) >= _TEXT


def _is_paragraph(unit: Unit) -> bool:
    return ends_sentence(unit.text) and width(unit.text) >= _LINE and not unit.quoted


def _heads_parted(
    units: Sequence[Unit], numbers: Sequence[Numbering | None], at: int, heads: Collection[int]
) -> bool:
    """True for a heading between two blank lines."""
    return (at in heads or numbers[at] is not None) and units[at].gap and units[at + 1].gap
