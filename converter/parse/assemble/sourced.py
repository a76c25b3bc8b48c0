"""Boxes that nothing but the source below their text tells."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, width
from converter.parse.boxes import BoxStart, is_attribution, is_source
from converter.parse.context import Decisions
from converter.parse.headings import Numbering, is_heading_text
from converter.parse.kinds import labelled
from converter.segment import Unit

PARAGRAPH, _PARAGRAPHS = 16, 3
"""Em of a paragraph of a box that its source proves, and the most of them."""
_LEAST_TITLE, _MOST_TITLE = 5, 24
"""Em of the title of such a box."""

Starts = Sequence[BoxStart | None]
Numbers = Sequence[Numbering | None]


def is_sourced(
    units: Sequence[Unit], starts: Starts, numbers: Numbers, at: int, *, within: bool = False
) -> bool:
    """True for whole paragraphs, as a box may have, with their source after them.

    ``within`` asks for a source in brackets with a paragraph of the text below it.
    """
    for index in range(at, min(len(units), at + _PARAGRAPHS + 1)):
        unit = units[index]
        if is_source(unit.text):
            below = units[index + 1].text if index + 1 < len(units) else ""
            goes_on = width(below) > _MOST_TITLE and unit.text[0] in "（("
            return index > at and (goes_on or not within)
        whole = ends_sentence(unit.text) and width(unit.text) >= PARAGRAPH
        if not whole or starts[index] is not None or numbers[index] is not None:
            return False
    return False


def sourced_titles(
    units: Sequence[Unit], starts: Starts, numbers: Numbers, decisions: Decisions
) -> list[int]:
    """容错要过“四道门”, whole paragraphs and their source between those of the text: boxes.

    Where other lines like it head no such paragraphs, each is one of the headings, unless
    those have numbers.
    """
    lines = [
        at
        for at in range(1, len(units) - 2)
        if starts[at] is None and numbers[at] is None and _may_be_title(units, at, decisions)
    ]
    found = [at for at in lines if is_sourced(units, starts, numbers, at + 1, within=True)]
    if len(found) < len(lines) and not _is_counted(units, numbers):
        return []
    return found


def _is_counted(units: Sequence[Unit], numbers: Numbers) -> bool:
    """True for an article whose headings have numbers."""
    pairs = zip(units, numbers, strict=True)
    return sum(number is not None and is_heading_text(unit.text) for unit, number in pairs) > 1


def _may_be_title(units: Sequence[Unit], at: int, decisions: Decisions) -> bool:
    """True for a line below a whole paragraph that may be the title of a box."""
    unit = units[at]
    return (
        unit.gap
        and _LEAST_TITLE <= width(unit.text) <= _MOST_TITLE
        and unit.text[-1] not in "，。；：、！）"
        and ends_sentence(units[at - 1].text)
        and not is_attribution(unit.text)
        and labelled(unit.text) is None
        and decisions.boxes.get(unit.first) is None
        and unit.first not in decisions.headings
    )
