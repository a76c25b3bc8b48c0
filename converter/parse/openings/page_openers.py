"""Titles at the tops of pages, which little else tells, in issues without contents.

An article begins on a new page more often than not. A title there, below a text that is whole,
needs less than one within a page: somebody who signs in a form that tells little, an editor's
note, a subtitle, a question and its answer.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, SHAPES, ends_sentence, squeeze, width
from converter.model import Author
from converter.names import is_body, is_workplace
from converter.parse.byline import BylineReading
from converter.parse.kinds import is_editors_note
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.own_pieces import PROSE, is_prose
from converter.parse.openings.signers import SIGNED
from converter.parse.openings.survey import Survey
from converter.parse.openings.told_subtitles import subtitle_lines
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
    return _opens_alone(survey, at) or _opens_on_lines(survey, at)


def _opens_alone(survey: Survey, at: int) -> Opening | None:
    """The article with a title on one line, and right below that what tells it."""
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


def _opens_on_lines(survey: Survey, at: int) -> Opening | None:
    """The article with several short lines at the top of a page, of which the last ones tell what they are.

    Somebody signs below them, or the last of them is a subtitle by its words. What somebody signs is
    one as well where the text above is not at its end: that goes on at the foot of the page.
    """
    units = survey.units
    if at == 0 or units[at].first not in survey.tops or not survey.may_be_title(at):
        return None
    below = next((one for one in range(at, at + _HEAD) if not _is_line(survey, one)), at)
    title = list(range(at, below))
    # A blank line parts the names of sections and of columns from titles.
    if len(title) < _LINES or any(units[one].gap for one in title[1:]):
        return None
    if below >= len(units) or not _begins_text(survey, below):
        return None
    signed = _signer(survey, title)
    if signed is not None:
        title.pop()
    subtitle = subtitle_lines([units[one].text for one in title])
    whole = _heads_page(survey, at) and subtitle > 0
    if not (signed or whole) or not all(map(survey.may_be_title, title)):
        return None
    bylines = [(below - 1, signed)] if signed is not None else []
    cut = len(title) - subtitle
    return Opening(at, title[:cut], subtitle=title[cut:], bylines=bylines)


def _signer(survey: Survey, head: Sequence[int]) -> BylineReading | None:
    """Who signs on the last line of a head, ``None`` where nobody seems to."""
    reading = survey.byline(head[-1])
    text = squeeze(survey.units[head[-1]].text)
    # ■ stands before the names of boxes as well.
    needed = _LEAST if text[0] not in SHAPES else SIGNED
    if reading is not None and reading.certainty >= needed and reading.authors:
        return reading
    if is_body(text) or is_workplace(text) or _TEAM.search(text):
        return BylineReading((Author(text, is_body=True),), _LEAST)
    # A pen name, below a title and its subtitle.
    lines = [survey.units[at].text for at in head[:-1]]
    if _PEN_NAME.match(text) and len(lines) >= _LINES and subtitle_lines(lines):
        return BylineReading((Author(text),), _LEAST)
    return None


def _is_line(survey: Survey, at: int) -> bool:
    """True for a line of a title, or of who signs."""
    if at >= len(survey.units):
        return False
    unit = survey.units[at]
    return (
        unit.short
        and not unit.wrapped
        and width(unit.text) <= _TITLE
        and not is_editors_note(unit.text)
    )


_HEAD, _LINES = 6, 2
"""So many lines has no head of an article, and so many at least one whose last line tells what it is."""
_PEN_NAME = re.compile(rf"^[{HAN}]{{2,3}}$")
_TEAM = re.compile(
    r"(?:[编編][写寫纂]|[评評][论論]|[写寫创創]作|指[挥揮]|[报報][道导導]|[采採][访訪]|[学學][习習]|革命|研究|[调調][查研]|大?批判)小?[组組]$"
)


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
