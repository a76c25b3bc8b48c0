"""Subtitles in bold below titles that are headings, which the contents have behind the title on its line.

标题　副题 in the contents, # 标题 and **副题** in the body, as every title is a heading there: the second
is a line of another kind, and no second line of the title.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.segment import Unit

_ALL = 3
"""So many titles that are headings are all of an issue's by no chance."""


def part_marked_subtitles(survey: Survey, openings: Sequence[Opening]) -> None:
    """Part the subtitles from the titles, in the entries of the contents as well."""
    units = survey.units
    listed = [one for one in openings if one.entry >= 0 and one.title]
    marked = sum(bool(units[one.title[0]].markup_level) for one in listed)
    if marked < _ALL or marked < len(listed):
        return
    for opening in listed:
        if opening.subtitle or not _has_bold_line(units, opening.title):
            continue
        title, subtitle = (units[at].text.strip() for at in opening.title)
        entry = survey.contents.entries[opening.entry]
        parts = [part for text in entry.texts for part in text.split("\u3000") if part.strip()]
        if [key(part) for part in parts] != [key(title), key(subtitle)]:
            continue
        entry.texts = [part.strip() for part in parts]
        opening.reading = ((entry.texts[0],), opening.reading[1])
        opening.title, opening.subtitle = opening.title[:1], opening.title[1:]


def _has_bold_line(units: Sequence[Unit], title: Sequence[int]) -> bool:
    """True for two lines of which the first is a heading, and the second no more than bold."""
    if len(title) != _LINES or title[1] != title[0] + 1:
        return False
    first, second = (units[at] for at in title)
    return second.strong and not second.markup_level and first.text.rstrip()[-1:] not in "，、："


_LINES = 2
"""A title, and its subtitle."""
