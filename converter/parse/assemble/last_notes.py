"""How far a reporter's own note goes at the end of a report."""

from __future__ import annotations

from converter.hanzi import ends_sentence, width
from converter.parse.assemble.box_frees import NOTES
from converter.parse.assemble.outline import Outline
from converter.parse.assemble.sourced import PARAGRAPH
from converter.parse.boxes import is_attribution

_MOST = 3
"""Paragraphs below the first one; where more stand there the report may go on itself."""


def close_last_notes(outline: Outline) -> None:
    """记者手记 takes the few whole paragraphs that are left of a report whose text is over.

    Behind a broken sentence, or with a heading, a source or another box below, it is told otherwise.
    """
    units = outline.units
    for at, start in enumerate(outline.starts):
        if start is None or start.titled or NOTES.match(start.label) is None:
            continue
        end = at + 1
        while end < len(units) and _goes_on(outline, end):
            end += 1
        rest = units[end:]
        if (
            at
            and 1 < end - at - start.own_line <= _MOST + 1
            and ends_sentence(units[at - 1].text)
            and (start.own_line or ends_sentence(start.rest))
            and not any(outline.starts[end:])
            and not any(ends_sentence(unit.text) and width(unit.text) >= PARAGRAPH for unit in rest)
            and not any(is_attribution(unit.text) for unit in rest)
            and not outline.is_decided(at)
            and at not in outline.points
        ):
            outline.points[at] = units[end - 1].last


def _goes_on(outline: Outline, at: int) -> bool:
    """True for a whole paragraph that is nothing but one."""
    unit = outline.units[at]
    plain = outline.starts[at] is None and outline.numbers[at] is None
    whole = width(unit.text) >= PARAGRAPH and ends_sentence(unit.text)
    return plain and whole and not (unit.markup_level or unit.quoted or unit.bullet)
