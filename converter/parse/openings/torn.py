"""Contents of which OCR has lost the second half, or entries here and there."""

from __future__ import annotations

from collections.abc import Sequence

from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.values import replace

_FEWEST = 3
"""So many articles that are listed show how long they are."""
_SEVERAL = 2
"""So many articles that are not listed, and a third of those that are, are no chance."""
_LONGER = 1.25
"""So many times as long as the others on average, and more than a quarter of all, is rarely one article."""


def without_rest(survey: Survey, openings: Sequence[Opening]) -> Survey | None:
    """The units without the contents, where these may break off: more than a quarter is below the last title.

    The other articles that they list are shorter, most of which the body has. A last article that is
    long loses nothing: what tells articles without contents is hardly ever within one.
    """
    entries = survey.contents.entries
    if len(openings) < _FEWEST or len(openings) * 3 < len(entries) * 2:
        return None
    starts = sorted(opening.start for opening in openings)
    sizes = [len(unit.text) for unit in survey.units]
    parts = [sum(sizes[one:other]) for one, other in zip(starts, [*starts[1:], None], strict=True)]
    *others, last = parts
    if last * 4 < sum(parts) or last * len(others) < _LONGER * sum(others):
        return None
    return _without_contents(survey)


def without_some(
    survey: Survey, openings: Sequence[Opening], unlisted: Sequence[Opening]
) -> Survey | None:
    """The units without the contents, where these lack so many of the articles that they may lack more.

    Where contents are whole, one article or two are ``unlisted`` at most.
    """
    lack = len(unlisted) >= _SEVERAL and len(unlisted) * _FEWEST >= len(openings)
    return _without_contents(survey) if lack and survey.contents.entries else None


def _without_contents(survey: Survey) -> Survey:
    """The same units as of an issue without contents."""
    contents = replace(survey.contents, entries=[])
    return Survey(survey.units, contents, survey.profile, survey.edges, lettered=survey.lettered)
