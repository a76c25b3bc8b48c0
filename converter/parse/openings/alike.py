"""Authors whom nothing but the habit of the issue tells: a word alone under a title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.model import Author
from converter.parse.byline import BylineReading
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey

_FEWEST = 3
"""So many articles that are signed so are a habit."""
_PEN_NAME = re.compile(rf"^[{HAN}]{{2,3}}$|^[{HAN}][ \u3000]+[{HAN}]$")
_NO_NAME = frozenset(
    ["引子", "引言", "楔子", "序", "序言", "序曲", "前言", "开篇", "尾声", "题记", "缘起", "一"]
)
_HEADING = 12
"""The most em of a short line that may be a heading."""
_SURE = 0.8


def sign_alike(survey: Survey, openings: Sequence[Opening]) -> None:
    """Take 申报 alone under a title for a pen name, where most articles are so signed.

    It is none where the contents name authors, but none for this article, or where a line
    like it stands further down: the first of several headings.
    """
    ends = [following.start for _, following in pairwise(openings)] + [len(survey.units)]
    alike = sum(_is_signed_alone(survey, opening) for opening in openings)
    if alike < _FEWEST or alike * 2 < len(openings):
        return
    if any(opening.reading[1] for opening in openings):
        return
    for opening, end in zip(openings, ends, strict=True):
        at = opening.end
        if opening.bylines or at + 1 >= end or _PEN_NAME.match(survey.units[at].text) is None:
            continue
        name = squeeze(survey.units[at].text)
        if name in _NO_NAME or survey.is_section[at] or not _is_text(survey, at + 1):
            continue
        if not _has_headings(survey, range(at + 1, end)):
            opening.bylines.append((at, BylineReading((Author(name),), _SURE)))
            opening.end = at + 1


def _is_signed_alone(survey: Survey, opening: Opening) -> bool:
    """True for an article with nothing but the name of one author under its title."""
    if len(opening.bylines) != 1 or opening.subtitle or opening.standfirst:
        return False
    at, reading = opening.bylines[0]
    text = squeeze(survey.units[at].text)
    return len(reading.authors) == 1 and reading.authors[0].name == text


def _is_text(survey: Survey, at: int) -> bool:
    text = survey.units[at].text
    return width(text) > _HEADING and (ends_sentence(text) or not survey.units[at].short)


def _has_headings(survey: Survey, places: Iterable[int]) -> bool:
    """True if a short line that is no sentence stands among the text, names of sections aside."""
    return any(
        width(unit.text) <= _HEADING and not ends_sentence(unit.text) and not survey.is_section[at]
        for at in places
        if (unit := survey.units[at]).short
    )
