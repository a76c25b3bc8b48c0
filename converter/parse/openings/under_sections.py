"""Articles under the names of sections, where no contents list them and nothing else tells them.

Where some articles stand each under the name of its section, set in one way, what else is set
so is an article too: under a common name of sections, or one of theirs, right over its text; or
with a short line between, which is a pen name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, key, squeeze, width
from converter.model import Author
from converter.parse.boxes import box_start
from converter.parse.byline import BylineReading
from converter.parse.kinds import labelled
from converter.parse.openings.opening import Opening, used_units
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section, is_short_name

_FEWEST = 2
"""So many articles under names of sections show how these are set."""
_PROSE = 16
"""The least em of the first paragraph of an article."""
_PEN_NAME = re.compile(rf"^[{HAN}](?:\s?[{HAN}]){{1,3}}$")
_SURE = 0.6
"""How sure a pen name is that only its place tells."""


def under_sections(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The openings with those that stand under names of sections as some of them do."""
    units = survey.units
    headed = [
        one for one in openings if len(one.kickers) == 1 and one.kickers[0] + 1 == one.title[0]
    ]
    settings = Counter((units[one.kickers[0]].gap, units[one.title[0]].gap) for one in headed)
    if len(headed) < _FEWEST:
        return list(openings)
    setting = settings.most_common(1)[0][0]
    names = frozenset(key(units[one.kickers[0]].text) for one in headed)
    taken = {at for one in openings for at in used_units(one)}
    found = list(openings)
    for at in range(len(units) - 2):
        if at in taken or at + 1 in taken or (units[at].gap, units[at + 1].gap) != setting:
            continue
        made = _opening(survey, at, names)
        if made is not None:
            found.append(made)
            taken.update(used_units(made))
    return sorted(found, key=lambda one: one.start)


def _opening(survey: Survey, at: int, names: frozenset[str]) -> Opening | None:
    """The article whose section's name may stand at a unit."""
    if not (_may_name(survey, at) and survey.may_be_title(at + 1)):
        return None
    signs = at + 3 < len(survey.units) and _PEN_NAME.match(survey.units[at + 2].text) is not None
    if signs and not survey.units[at + 2].gap and _tells(survey, at + 3):
        name = squeeze(survey.units[at + 2].text)
        reading = BylineReading((Author(name),), _SURE)
        return Opening(at, [at + 1], bylines=[(at + 2, reading)], kickers=[at])
    text = survey.units[at].text
    known = is_common_section(text) or key(text) in names
    return Opening(at, [at + 1], kickers=[at]) if known and _tells(survey, at + 2) else None


def _may_name(survey: Survey, at: int) -> bool:
    """True for a few words below the end of a text, which name no box."""
    unit = survey.units[at]
    if not is_common_section(unit.text):
        if not is_short_name(unit.text):
            return False
        if not (survey.may_be_title(at) or survey.is_section[at]):
            return False
    above = survey.units[at - 1].text if at else "。"
    ended = ends_sentence(above) or above[-1] in "）)" or labelled(above) is not None
    return ended and box_start(unit, survey.profile) is None


def _tells(survey: Survey, at: int) -> bool:
    """True if a paragraph stands at a unit."""
    text = survey.units[at].text
    return width(text) >= _PROSE and ends_sentence(text)
