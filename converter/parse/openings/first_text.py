"""The article above the first whose title anything tells, where no contents list any.

What stands there is text with a title over it: nothing comes before the first article but what
the cover says, which has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, width
from converter.parse.openings.opening import Opening
from converter.parse.openings.own_pieces import FRAMED
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section
from converter.segment import Unit

_PARAGRAPH, _PARAGRAPHS, _TEXT = 36, 2, 160
"""The least em of a paragraph, how many an article has at least, and its least em."""
_BELOW, _SHORT = 3, 40
"""The most units between the title and the text, and the most em of each."""
_QUOTED = 2
"""The most sentences above a title that the cover says, or a pull quote."""
_SIGNED = 0.7
"""How sure a byline is above a title."""
_TITLE = 4
"""The least em of a title that nothing else tells."""


def first_text(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The opening of a text above all ``openings``, none where there is no text."""
    if survey.contents.entries or not openings:
        return []
    end = min(one.start for one in openings)
    for at in range(end - 1):
        if not _is_title(survey, at):
            continue
        if sum(ends_sentence(unit.text) for unit in survey.units[:at]) > _QUOTED:
            return []  # of an article whose head is lost
        text = _text_below(survey.units[at + 1 : end])
        if text is not None:
            return [Opening(at, [at])] if _is_article(text) else []
    return []


def _is_title(survey: Survey, at: int) -> bool:
    """True for what may be a title, and is no name of a section or of who signs."""
    text = survey.units[at].text
    if not (survey.may_be_title(at) and (survey.units[at].gap or at)):
        return False
    reading = survey.byline(at)
    if reading is not None and reading.authors and reading.certainty >= _SIGNED:
        return False
    if ends_sentence(text) or FRAMED.match(text):
        return False
    return width(text) >= _TITLE and not is_common_section(text)


def _text_below(units: Sequence[Unit]) -> Sequence[Unit] | None:
    """The text right below a title, its subtitle and who signs."""
    for count, unit in enumerate(units[: _BELOW + 1]):
        if width(unit.text) >= _PARAGRAPH and ends_sentence(unit.text):
            return units[count:]
        if width(unit.text) > _SHORT or ends_sentence(unit.text) or is_common_section(unit.text):
            return None
    return None


def _is_article(units: Sequence[Unit]) -> bool:
    """True for several paragraphs with as much to say as an article has."""
    told = [width(unit.text) for unit in units if ends_sentence(unit.text)]
    return sum(size >= _PARAGRAPH for size in told) >= _PARAGRAPHS and sum(told) >= _TEXT
