"""Contents of which OCR has lost the second half."""

from __future__ import annotations

from collections.abc import Sequence

from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.values import replace

_FEWEST = 2
"""So many articles that are listed show how long they are."""
_LONGER = 2
"""So many times as long as the others is no last article."""


def without_rest(survey: Survey, openings: Sequence[Opening]) -> Survey | None:
    """The units without the contents, where these break off: more than two fifths are below the last title.

    Nor are the other articles that they list half as long as that one would be, most of which the
    body has.
    """
    entries = survey.contents.entries
    if len(openings) < _FEWEST or len(openings) * 3 < len(entries) * 2:
        return None
    starts = sorted(opening.start for opening in openings)
    sizes = [len(unit.text) for unit in survey.units]
    parts = [sum(sizes[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]
    *others, last = parts
    if last * 5 < sum(parts) * 2 or last * len(others) < _LONGER * sum(others):
        return None
    contents = replace(survey.contents, entries=[])
    return Survey(survey.units, contents, survey.profile, survey.edges, lettered=survey.lettered)
