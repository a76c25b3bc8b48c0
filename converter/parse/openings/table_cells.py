"""The cells of a table that OCR has line by line: some of them look like a title over a name."""

from __future__ import annotations

from collections.abc import Container, Sequence

from converter.hanzi import width
from converter.parse.openings.survey import Survey

_TITLE_LINES = 3
"""The most lines of a title that the contents lack."""
_CELLS, _CELL, _CELL_LINE = 3, 6, 20
"""So many cells of so many em make a narrow column, and the most em of one."""


def are_cells(survey: Survey, title: Sequence[int], signed: int, titles: Container[int]) -> bool:
    """True for the lines of a table, the last of which, ``signed``, looks like a name.

    No title of an article that the contents lack has so many lines, or so short ones; those above
    it belong to the same table. ``titles`` are where those stand that the contents have.
    """
    units = survey.units
    if any(units[at].markup_level or units[at].strong for at in title):
        return False
    first = title[0]
    while first and signed - first <= _TITLE_LINES and _is_cell(survey, first - 1, titles):
        first -= 1
    sizes = [width(units[at].text) for at in range(first, signed + 1)]
    return len(sizes) > _TITLE_LINES + 1 or (len(sizes) >= _CELLS and max(sizes) <= _CELL)


def _is_cell(survey: Survey, at: int, titles: Container[int]) -> bool:
    unit = survey.units[at]
    if unit.markup_level or survey.is_section[at] or at in titles:
        return False
    return survey.may_be_title(at) and width(unit.text) <= _CELL_LINE
