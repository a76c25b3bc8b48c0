"""Titles at the tops of pages, which little else tells, in issues without contents.

An article begins on a new page more often than not. A title there, below a text that is whole,
needs less than one within a page: somebody who signs in a form that tells little, an editor's
note, a subtitle, a question and its answer.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.model import Author
from converter.parse.byline import BylineReading
from converter.parse.kinds import is_editors_note
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.own_pieces import PROSE, is_prose
from converter.parse.openings.survey import Survey
from converter.parse.rolls import tells_of_meeting
from converter.parse.section_names import is_common_section

_LEAST = 0.6
"""How sure who signs must be: a name behind where somebody works, or a house."""
_SPACED = re.compile(rf"^[{HAN}][ \u3000]+[{HAN}](?:[ \u3000]*[{HAN}])?$")
"""木 子: a name that begins with no surname."""
_DESK = re.compile(rf"^[{HAN}]{{2,6}}(?:[部科室处處组組社馆館站]|小组|小組)$")
"""宣教部: a part of the house that no list has."""
_ASKS, _ANSWERS = re.compile("^[问問][：:]"), re.compile("^答[：:]")
_TITLE, _SECTION = 40, 16
"""The most em of a title and of the name of a section above it."""
_SHORT = 24
"""Em up to which a line above is no text: the end of a verse, or who signs one."""


def opens_page(survey: Survey, at: int) -> Opening | None:
    """The article whose title stands at the top of a page, or right below its section there."""
    units = survey.units
    if at + 2 >= len(units) or not survey.may_be_title(at) or width(units[at].text) > _TITLE:
        return None
    if not (_heads_page(survey, at) or _is_below_head(survey, at)):
        return None
    below = units[at + 1].text
    reading = survey.byline(at + 1)
    if reading is not None and reading.certainty >= _LEAST and reading.authors:
        return Opening(at, [at], bylines=[(at + 1, reading)]) if is_prose(survey, at + 2) else None
    if _SPACED.match(below):
        named = BylineReading((Author(squeeze(below)),), _LEAST)
        return Opening(at, [at], bylines=[(at + 1, named)]) if is_prose(survey, at + 2) else None
    if tells_of_meeting([below]):
        return Opening(at, [at])
    if _DESK.match(squeeze(below)) and _begins_text(survey, at + 2):
        house = BylineReading((Author(squeeze(below), is_body=True),), _LEAST)
        return Opening(at, [at], bylines=[(at + 1, house)])
    told = is_prose(survey, at + 2) or is_prose(survey, at + 3)
    subtitle = SUBTITLE.match(below) is not None and told
    noted = is_editors_note(below) and width(below) >= PROSE
    if subtitle or noted or (_ASKS.match(below) and _ANSWERS.match(units[at + 2].text)):
        return Opening(at, [at])
    return None


def _heads_page(survey: Survey, at: int) -> bool:
    """True at the top of a page, where the text above is at its end."""
    if survey.units[at].first not in survey.tops:
        return False
    above = survey.units[at - 1].text if at else "。"
    return ends_sentence(above) or above[-1] in "）)】〕" or width(above) < _SHORT


def _is_below_head(survey: Survey, at: int) -> bool:
    """True below the name of a section at the top of a page, or below one that many magazines have."""
    above = survey.units[at - 1].text if at > 1 else ""
    if not above or width(above) > _SECTION or ends_sentence(above):
        return False
    return _heads_page(survey, at - 1) or (survey.units[at].gap and is_common_section(above))


def _begins_text(survey: Survey, at: int) -> bool:
    """True for a paragraph of text, an editor's note or a question."""
    text = survey.units[at].text
    return is_prose(survey, at) or is_editors_note(text) or _ASKS.match(text) is not None
