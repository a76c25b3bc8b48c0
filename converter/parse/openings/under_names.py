"""Titles right below the names of sections that many magazines have, be it with their English."""

from __future__ import annotations

from collections.abc import Container, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.openings.authors_above import IN_CAPITALS
from converter.parse.openings.survey import LIKELY, Survey
from converter.parse.section_names import is_common_section
from converter.segment import Unit

_SURELY = 0.95
"""How sure a byline is below a standfirst."""
_STANDFIRST, _SENTENCE = 4, 20
"""The most units from a title to who signs below a standfirst, and the least em of a sentence there."""


def names_section(survey: Survey, at: int) -> bool:
    """True for the name of a section over COVER STORY, or over a title that looks like a name.

    短篇小说 stands over 水 表 房 and over who signs that.
    """
    units = survey.units
    if not is_common_section(units[at].text):
        return False
    if IN_CAPITALS.match(units[at + 1].text):
        return True
    if survey.contents.entries or at + 2 >= len(units):
        return False
    below = survey.byline(at + 2)
    return below is not None and below.certainty >= LIKELY


_COUNTED = re.compile(r"(?:\d|(?<![A-Z])[A-Z])$")
"""案例 01, 案例 A: a box that the issue counts, and no section."""
_WITH_ENGLISH = re.compile(rf"^[{HAN}]{{2,6}}\s+[A-Z][A-Z &]{{2,20}}$")
"""公司 COMPANY: a name with its English beside it."""


def is_below_section(units: Sequence[Unit], at: int) -> bool:
    """True right below such a name, or any with its English beside it or between."""
    above = at - 1
    above -= at > 1 and IN_CAPITALS.match(units[above].text) is not None
    if above < 0 or _COUNTED.search(units[above].text):
        return False
    return (
        is_common_section(units[above].text) or _WITH_ENGLISH.match(units[above].text) is not None
    )


def leads_to_byline(
    survey: Survey, title: Sequence[int], at: int, titles: Container[int] = ()
) -> bool:
    """True for a standfirst at a unit between a title below such a name and who surely signs.

    Whoever signs below another of the ``titles`` that are known signs that one: what stands above is
    a pull quote.
    """
    units = survey.units
    told = ends_sentence(units[at].text) and width(units[at].text) >= _SENTENCE
    if not (told or not survey.may_be_title(at)) or not is_below_section(units, title[0]):
        return False
    for index in range(at + 1, min(at + _STANDFIRST, len(units) - 1)):
        if index in titles:
            return False
        if survey.is_signed(index, _SURELY):
            return survey.prose_follows(index + 1)
    return False
