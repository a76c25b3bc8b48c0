"""The cells of a table that OCR has line by line: some of them look like a title over a name."""

from __future__ import annotations

from collections.abc import Container, Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section

_TITLE_LINES = 3
"""The most lines of a title that the contents lack."""
_CELLS, _CELL, _CELL_LINE = 3, 6, 20
"""So many cells of so many em make a narrow column, and the most em of one."""

_SIGNED = re.compile(
    r"^[文图圖口整撰作供采採记記本][^：:／/|｜丨]{0,5}[：:／/|｜丨]|^本[刊报報]|^通[讯訊]员"
)
"""文／某某, 本刊记者 某某: a name of an author, and of nobody in a table."""


def are_cells(survey: Survey, title: Sequence[int], signed: int, titles: Container[int]) -> bool:
    """True for the lines of a table, the last of which, ``signed``, looks like a name.

    No title of an article that the contents lack has so many lines, or so short ones; those above
    it belong to the same table. ``titles`` are where those stand that the contents have.
    """
    units = survey.units
    if any(units[at].markup_level or units[at].strong for at in title):
        return False
    if _SIGNED.match(units[signed].text):
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
    if is_common_section(unit.text):
        return False
    return survey.may_be_title(at) and width(unit.text) <= _CELL_LINE
