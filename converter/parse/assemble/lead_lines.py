"""What tells of an article over its first paragraph, without a full stop.

八十岁的人每天吃六种药，其中一种可以不吃, on a line of its own below who wrote it: where each paragraph
is a line, no page ends there, and nothing is set into the first words of a text.
"""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, unclosed, width
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.seam import begins_with_term, cuts_figure
from converter.parse.usage import joins

_SHORTEST, _LONGEST = 14, 44
"""Em of such a line."""
_PARAGRAPH = 24
"""The least em of the paragraph below."""
_GOES_ON = re.compile("[地得和与及在把被将让对从向为是有说道问答]$")
_JOINED = 1.0
"""How surely the paragraph below would carry it on."""


def tells_of_article(survey: Survey, draft: Draft, at: int) -> bool:
    """True for one line between blank lines that opens an article, and which nothing carries on."""
    units = survey.units
    if not draft.empty or at or len(units) <= 2 or survey.wrapped:
        return False
    unit, below = units[at], units[at + 1]
    text = unit.text
    marked = unit.bullet or unit.quoted or unit.caption or survey.numbers[at] is not None
    if marked or not (unit.gap and below.gap) or not _SHORTEST <= width(text) <= _LONGEST:
        return False
    if not is_han(text[-1]) or "。" in text or unclosed(text) or _GOES_ON.search(text):
        return False
    if survey.starts[at + 1] or at + 1 in survey.quotes or at + 1 in survey.cells:
        return False
    whole = width(below.text) >= _PARAGRAPH and ends_sentence(below.text)
    if not whole or survey.speakers.turn(text) or draft.context.page_breaks(unit.last, below.first):
        return False
    if cuts_figure(text, below.text) or begins_with_term(below.text):
        return False
    if draft.context.joins.get((unit.last, below.first)):
        return False
    return below.first == unit.last + 2 and joins(text, below.text) < _JOINED
