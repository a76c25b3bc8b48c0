"""Whether an issue has lines of a column that are not its text, and on which pages."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.parse.boxes import LABEL_SHAPE, bare_label, is_attribution
from converter.parse.issue.pieces import Apart
from converter.profile import Profile
from converter.segment.units import is_indented, measure_of, wide_measure
from converter.source import Line


def find_apart(
    lines: Sequence[Line],
    profile: Profile,
    marked: Collection[int] = frozenset(),
    absent: Collection[int] = frozenset(),
    measure: float | None = None,
) -> Apart:
    """The lines apart in hard-wrapped text; none where lines are whole paragraphs.

    ``marked`` are the numbers of the lines that the OCR has set apart already, ``absent`` those
    of blank lines that part nothing; ``measure`` is that of the column in em, where it is known
    already (0: paragraphs).
    """
    found = Apart()
    if measure is None:
        measure = measure_of([line for line in lines if not line.blank])
    if measure:
        from converter.parse.issue.apart_in_column import find_in_column

        wider = list(_wider_columns(lines, measure))
        for page, own in wider:
            find_in_column(page, own, profile, marked, absent, found)
        apart = {line.number for page, _ in wider for line in page}
        others = [line for line in lines if line.number not in apart] if apart else lines
        find_in_column(others, measure, profile, marked, absent, found)
        return found
    if sum(line.blank for line in lines) * _DENSE <= len(lines):
        from converter.parse.issue.column_quotes import note_cutting, note_said_again

        note_said_again(lines, found)
        note_cutting(lines, found)
    _note_box_lines(lines, profile, found)
    pages = list(_pages_with_lines(lines))
    for page, measure in pages:
        from converter.parse.issue.apart_in_column import find_in_column  # not every issue has any

        find_in_column(page, measure, profile, marked, absent, found)
    if not pages and (measure := wide_measure(lines)):
        from converter.parse.issue.apart_in_column import find_beside_column

        find_beside_column(lines, measure, profile, marked, found)
    return found


def _note_box_lines(lines: Sequence[Line], profile: Profile, found: Apart) -> None:
    """Note names of boxes right below a paragraph, of whose last line they are no part, and sources beside one."""
    sure = profile.boxes.sure
    for above, line, below in zip(lines, lines[1:], (*lines[2:], _BLANK), strict=False):
        if line.number == above.number:
            continue  # a source on the last line of its box, which is parted already
        if line.text.startswith("——") and not _RUNS.search(line.text) and is_attribution(line.text):
            if width(above.text) >= _WHOLE or _RUNS.search(below.text):
                found.as_one([line])
        elif len(line.text) <= _LABEL and not line.blank and width(above.text) >= _PARAGRAPH:
            name = bare_label(line.text)
            if name in sure or LABEL_SHAPE.match(name):
                found.as_one([line])


def _wider_columns(lines: Sequence[Line], measure: float) -> Iterator[tuple[list[Line], float]]:
    """The runs of lines that are set far wider than a column of ``measure`` em, with their measures.

    A column of letters or of one author goes across a page that has two or three of others. Its
    lines are too many for a lead over columns, and none has an indent that would tell more.
    """
    for blank, run in itertools.groupby(lines, key=lambda line: line.blank):
        page = [] if blank else list(run)
        if len(page) < _LINES or any(map(is_indented, page)):
            continue
        own = measure_of(page)
        long = sum(width(line.text.strip()) > measure + _FAR for line in page)
        if own >= measure + _WIDER and long * 2 > len(page):
            yield page, own


_LINES, _WIDER, _FAR = 6, 3.0, 1.6
"""So many lines are no lead across columns; by so many em at least their measure is wider, and half of them are
longer."""
_BLANK = Line(0, "")
_RUNS = re.compile("[，；。]")
"""What no second line of a source has."""
_WHOLE = 48
"""Em of a paragraph on a line of its own, which no column has."""
_LABEL, _PARAGRAPH = 12, 24
"""Characters of such a line at most, and em of the line of a paragraph."""
_DENSE = 8
"""Of so many lines at most one is blank where blank lines part no paragraphs."""
_KEPT = 16
"""So many lines without a blank one show that OCR has kept those of a page, where it kept no others."""


def _pages_with_lines(lines: Sequence[Line]) -> Iterator[tuple[list[Line], float]]:
    """The runs of lines of which each is one of a column, with their measures."""
    for blank, run in itertools.groupby(lines, key=lambda line: line.blank):
        page = [] if blank else list(run)
        if len(page) >= _KEPT and (measure := measure_of(page)):
            yield page, measure
