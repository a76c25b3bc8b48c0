"""Titles that nobody signs, told by how the others are set, where no contents list any.

A sheet of a school or a street sets all its titles in one way: under one sign of Markdown, where
headings are bold or under more signs; or below the only blank lines that it has. What else is
set so is a title as well: a timetable, questions to the library, news.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.parse.items import ASKS_OR_ANSWERS
from converter.parse.openings.opening import Opening, used_units
from converter.parse.openings.signers import SIGNED
from converter.parse.openings.survey import Survey
from converter.parse.shapes import blanks_are_rare

_FEWEST = 2
"""So many titles that are told otherwise show how titles are set."""
_SEVERAL = 3
"""So many of them show it, too, where no heading is there that is set otherwise."""
_LOST = 1
"""So many lines may be lost or amiss where headings are set otherwise: a byline, a folio, a blank line."""
_BELOW_TITLE = 2
"""Units below a title of which one signs it."""
_PROSE = 16
"""The least em of the first paragraph of an article."""
_POSTSCRIPT = re.compile("^(?:[编編][后後余餘](?:[记記语語话話])?|跋|[后後][记記])$")
_LAST_WORDS = 5
"""The most units of what the editors say last, with its name."""
_SIGNATURE = 16
"""The most em of who signs above the next title, and of a line of verse."""


def set_alike(
    survey: Survey, openings: Sequence[Opening], unlisted: Sequence[Opening]
) -> list[Opening]:
    """The ``unlisted`` with the titles that are set as theirs and those of ``openings`` are.

    For issues without contents only.
    """
    told = sorted([*openings, *unlisted], key=lambda one: one.start)
    if survey.section_level or len(told) < _FEWEST:
        return list(unlisted)
    taken = {at for one in told for at in used_units(one)}
    found = _under_signs(survey, told, taken) or _below_blanks(survey, told, taken)
    made = [Opening(at, [at]) for at in found]
    return sorted([*unlisted, *made], key=lambda one: one.start)


def _under_signs(survey: Survey, told: Sequence[Opening], taken: Collection[int]) -> list[int]:
    """The heads under the same signs as all titles, where headings are bold or under more signs."""
    units = survey.units
    levels = {units[one.title[0]].markup_level for one in told}
    signed = sum(_is_signed(survey, one) for one in told)
    level = max(levels)
    if len(levels) > 1 or not level or signed < _FEWEST:
        return []
    free = [at for at in range(1, len(units) - 1) if at not in taken and survey.may_be_title(at)]
    lower = any(units[at].markup_level > level or units[at].strong for at in free)
    found = [at for at in free if units[at].markup_level == level and survey.prose_follows(at + 1)]
    return found if lower and len(found) <= len(told) else []


def _below_blanks(survey: Survey, told: Sequence[Opening], taken: Collection[int]) -> list[int]:
    """What stands below a blank line right over its text, where the titles alone do."""
    if not blanks_are_rare(survey.units):
        return []
    below = [one for one in told if one.start and survey.units[one.start].first not in survey.tops]
    close = sum(not _is_apart(survey, one.start, one.title[-1]) for one in below)
    if close > _LOST:
        return []
    heads = [
        at
        for at in range(1, len(survey.units) - 1)
        if at not in taken and (survey.may_be_title(at) or _is_postscript(survey, at))
    ]
    free = [at for at in heads if _tells(survey, at + 1)]
    found = [at for at in free if _is_apart(survey, at, at) and _ends_above(survey, at)]
    sure = below and not close and len(found) <= len(told)
    if not sure and not _FEWEST <= len(found) <= len(told) + _LOST:
        return []
    if any(_is_flush(survey, at) for at in heads):
        return found
    if not sure:
        return []
    # A text has no heading that is the only one.
    starts = [one.start for one in told]
    places = [sum(start < at for start in starts) for at in found]
    return found if len(told) >= _SEVERAL and len(set(places)) == len(places) else []


def _is_signed(survey: Survey, opening: Opening) -> bool:
    """True for a title with a byline below it, be it below a subtitle."""
    first = opening.title[-1] + 1
    below = range(first, min(first + _BELOW_TITLE, len(survey.units)))
    return any((one := survey.byline(at)) is not None and one.certainty >= SIGNED for at in below)


def _is_apart(survey: Survey, start: int, last: int) -> bool:
    """True for the lines of a title with a blank line above and none below; the head of a page tells nothing."""
    units = survey.units
    below = last + 1 >= len(units) or not units[last + 1].gap
    return units[start].gap and below and units[start].first not in survey.tops


def _is_postscript(survey: Survey, at: int) -> bool:
    """True for 编后 over the last words of an issue, which is the name of a box elsewhere."""
    last = len(survey.units) - at <= _LAST_WORDS
    return last and _POSTSCRIPT.match(squeeze(survey.units[at].text)) is not None


def _tells(survey: Survey, at: int) -> bool:
    """True for a paragraph, or a question."""
    text = survey.units[at].text
    return ASKS_OR_ANSWERS.match(text) is not None or (
        width(text) >= _PROSE and ends_sentence(text)
    )


def _ends_above(survey: Survey, at: int) -> bool:
    """True below the end of a text, be it who signs it or a line of verse."""
    above = survey.units[at - 1].text
    return above[-1] != "：" and (ends_sentence(above) or width(above) <= _SIGNATURE)


def _is_flush(survey: Survey, at: int) -> bool:
    """True for a heading close below a whole text; its own may have lost its end."""
    unit, above, below = (survey.units[index] for index in (at, at - 1, at + 1))
    told = width(below.text) >= _PROSE or ASKS_OR_ANSWERS.match(below.text) is not None
    return not unit.gap and told and ends_sentence(above.text)
