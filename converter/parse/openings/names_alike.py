"""Names of sections over titles, set as those are over the titles beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import width
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import LIKELY, Survey
from converter.parse.openings.under_names import is_below_section
from converter.parse.section_names import is_common_section, is_short_name
from converter.values import NamedTuple

_FEWEST = 2
"""So many names over titles that are listed show how they are set."""
_NAME, _CLOSE = 8, 6
"""The most em of a name of a section, and of one that no blank line parts from its title."""


class _Setting(NamedTuple):
    """How the name of a section stands over a title."""

    apart: bool
    """A blank line stands above it."""
    off: bool
    """A blank line stands below it."""
    level: int
    """How many # the OCR puts before it."""


def part_as_listed(survey: Survey, openings: Sequence[Opening], told: Sequence[Opening]) -> None:
    """Take the first lines of titles for names of sections where these stand so over other titles.

    ``told`` are the articles that the contents list. Over the first of each section most of them
    have its name, so that an article which has lost its entry has one, too.
    """
    several = [one for one in openings if len(one.title) > 1 and not one.kickers]
    if not several:
        return
    first = _first_of_sections(survey, told)
    above = [one.title[0] - 1 for one in first if one.title[0]]
    named = [at for at in above if survey.is_section[at]]
    if len(named) * 3 >= len(first) * 2:
        _part(survey, several, named)


def part_as_others(survey: Survey, openings: Sequence[Opening]) -> None:
    """The same where no contents list anything, and names of sections stand over other titles.

    专题．老街屋 is a common name with the theme of the section behind it.
    """
    several = [one for one in openings if len(one.title) > 1 and not one.kickers]
    for opening in several:
        text = survey.units[opening.title[0]].text
        if (hit := _THEMED.match(text)) and is_common_section(hit["name"]):
            opening.kickers.append(opening.title.pop(0))
    named = [one.kickers[-1] for one in openings if one.kickers]
    if len(named) >= _FEWEST:
        for opening in openings:
            _move_below(survey, opening)
    left = [one for one in several if len(one.title) > 1 and not one.kickers]
    if len(left) <= len(named):
        _part(survey, left, [at for at in named if any(at + 1 == one.title[0] for one in openings)])


def _part(survey: Survey, openings: Sequence[Opening], named: Sequence[int]) -> None:
    """Take the first lines of the titles off that are set as most of the names of sections are."""
    if len(named) < _FEWEST:
        return
    settings = Counter(_setting(survey, at) for at in named if at)
    common = settings.most_common(1)[0][0]
    most = _NAME if common.off else _CLOSE
    sizes = {width(survey.units[at].text) for at in named}
    for opening in openings:
        if is_below_section(survey.units, opening.title[0]):
            continue
        name, title = (survey.units[at] for at in opening.title[:2])
        own = _setting(survey, opening.title[0])
        # What stands apart from the text above is a name no less than what does not.
        alike = own == common or (not common.apart and own == common._replace(apart=True))
        size = width(name.text)
        one_size = sizes == {size} and size <= most and not name.wrapped
        if alike and (one_size or size <= min(most, width(title.text) - 1)):
            opening.kickers.append(opening.title.pop(0))


def _move_below(survey: Survey, opening: Opening) -> None:
    """Take a few words that were the title for the name of a section, over a title that is signed."""
    at = opening.title[0]
    units = survey.units
    if len(opening.title) > 1 or opening.kickers or opening.bylines or at + 3 >= len(units):
        return
    if opening.subtitle:
        return  # the words below are no title
    if not is_short_name(units[at].text) or survey.byline(at + 1) is not None:
        return
    if (
        survey.is_signed(at + 2, LIKELY)
        and survey.may_be_title(at + 1)
        and survey.prose_follows(at + 3)
    ):
        opening.kickers, opening.title = [at], [at + 1]


_THEMED = re.compile(r"^(?P<name>[\u4e00-\u9fff]{2,4})\s*[．·・：:｜|]\s*[\u4e00-\u9fff]{2,8}$")


def _first_of_sections(survey: Survey, told: Sequence[Opening]) -> list[Opening]:
    """The first article of each section of the contents."""
    found: dict[int, Opening] = {}
    for one in sorted(told, key=lambda one: one.start):
        if (section := survey.section_at(one.entry)) >= 0:
            found.setdefault(section, one)
    return list(found.values())


def _setting(survey: Survey, at: int) -> _Setting:
    """How the name at a unit is set."""
    units = survey.units
    return _Setting(units[at].gap, units[at + 1].gap, units[at].markup_level)
