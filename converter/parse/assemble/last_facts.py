"""人均：18元 below the text of a box: the last facts in it, which are no headings of the article."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import HAN
from converter.parse.assemble.survey import Survey
from converter.parse.kinds import is_credit, labelled
from converter.parse.paragraph import complete

_LABELLED = re.compile(rf"^[{HAN}]{{2,6}}[：:]\s*\S")
_FACT = re.compile(rf"^[{HAN}]{{2,6}}[：:](?=\D*\d)[^。！？：]{{2,20}}$")
"""最佳季节：3月至5月: what it is, and a figure."""


def facts_below(survey: Survey, last: int) -> int:
    """The end of the facts below the ``last`` unit of the text of a box, the unit below that if there are none.

    Where more lines with labels follow that tell no figure, all of them are a list of their own.
    """
    units, end = survey.units, last + 1
    if not complete(units[last].text):
        return end
    while end < len(units) and _is_fact(survey, end):
        end += 1
    more = end < len(units) and _LABELLED.match(units[end].text) is not None
    return last + 1 if more else end


def _is_fact(survey: Survey, at: int) -> bool:
    text = survey.units[at].text.strip()
    told = survey.starts[at] or survey.numbers[at] or at in survey.series
    if told or _FACT.match(text) is None or is_credit(text) or labelled(text) is not None:
        return False
    return survey.speakers.turn(text) is None
