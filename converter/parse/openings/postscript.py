"""What the editors say last in an issue: 编后, which nobody signs and its contents need not list."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.parse.openings.opening import Opening
from converter.parse.openings.own_pieces import is_prose
from converter.parse.openings.signers import CENTRED
from converter.parse.openings.survey import Survey

_NAME = re.compile(
    "^(?:[编編][后後余餘](?:[记記]|小[记記]|[语語]|[话話])?|[编編]余[随隨隨]?[笔筆])$"
)
_LAST_WORDS = 16
"""The most units of them, with their name and what else ends an issue."""
_SURELY, _SEVERAL = 3, 2
"""Characters of a name that nothing else has, and paragraphs below one that may be that of a box."""
_SIGNATURE = 16
"""The most em of who signs the article above."""


def postscript(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The opening of the last words below all ``openings``, none if there are no such words.

    Elsewhere 编后 is what they say to the article above it.
    """
    units = survey.units
    last = max((one.title[-1] for one in openings), default=-1)
    for at in range(len(units) - 2, max(last, len(units) - 1 - _LAST_WORDS, 0), -1):
        if len(units[at].text) > _NAME_LINE or _NAME.match(squeeze(units[at].text)) is None:
            continue
        sure = len(squeeze(units[at].text)) >= _SURELY and not units[at].quoted
        if not (sure or _stands_apart(survey, at)):
            return []
        if is_prose(survey, at + 1):
            return [Opening(at, [at])]
        named = survey.may_be_title(at + 1) and units[at + 1].gap and is_prose(survey, at + 2)
        return [Opening(at, [at + 1], kickers=[at])] if named else []
    return []


_NAME_LINE = 12


def _stands_apart(survey: Survey, at: int) -> bool:
    """True below the end of a text, and a blank line, the end of a page or in the middle of its line.

    Close below a text it is that of a box, unless it stands over several paragraphs, as far as the
    issue goes.
    """
    unit, above = survey.units[at], survey.units[at - 1].text
    ended = ends_sentence(above) or above[-1] in "）)】〕" or width(above) <= _SIGNATURE
    below = range(at + 1, len(survey.units))
    rest = len(below) >= _SEVERAL and all(is_prose(survey, one) for one in below)
    return ended and (unit.gap or unit.indent >= CENTRED or unit.first in survey.tops or rest)
