"""Openings of newspapers, whose headlines have been found among the lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from converter.hanzi import dice, key, squeeze
from converter.model import Author
from converter.parse.byline import BylineReading
from converter.parse.contents import RawContents
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.segment import Pages, Unit

if TYPE_CHECKING:
    from converter.parse.headlines import Headline

_LIKE = 0.5
"""So alike (:func:`~converter.hanzi.dice`) are two ways to say what one article is about."""


def match_teasers(
    openings: Sequence[Opening], units: Sequence[Unit], contents: RawContents, pages: Pages
) -> None:
    """Match entries of 导读 with articles on their pages whose headlines say it in other words."""
    matched = {opening.entry for opening in openings}
    on_page: defaultdict[int, list[Opening]] = defaultdict(list)
    for opening in openings:
        head = pages.at(units[opening.start].first) if opening.entry < 0 else None
        if head is not None:
            on_page[head.page].append(opening)
    for number, entry in enumerate(contents.entries):
        if number in matched or not entry.page.isdecimal():
            continue
        name = key("".join(entry.texts))
        near = [one for one in on_page[int(entry.page)][:_MOST] if one.entry < 0]
        scores = [max(_likeness(opening, units, name)) for opening in near]
        best = max(scores, default=0.0)
        if best >= _LIKE:
            opening = near[scores.index(best)]
            opening.entry, opening.reading = number, (tuple(entry.texts), ())


_MOST = 40
"""Articles of a page."""


def _likeness(opening: Opening, units: Sequence[Unit], name: str) -> list[float]:
    """How alike the lines of a headline, and all of them together, are to a text."""
    lines = [key(units[at].text) for at in (*opening.overline, *opening.title, *opening.subtitle)]
    return [dice(line, name) for line in (*lines, "".join(lines))]


def open_headlines(
    survey: Survey, headlines: Sequence[Headline], openings: Sequence[Opening], refused: set[int]
) -> list[Opening]:
    """The articles that headlines open, beside ``openings`` of the contents.

    Those keep their titles and are told what stands about them.
    """
    place = {unit.first: at for at, unit in enumerate(survey.units)}
    listed = {at: opening for opening in openings for at in opening.title}
    found = []
    for headline in headlines:
        over, title, under = (
            [place[number] for number in part if number in place]
            for part in (headline.overline, headline.title, headline.subtitle)
        )
        lines = [*over, *title, *under]
        if not title or refused.intersection(title):
            continue
        known = next((listed[at] for at in lines if at in listed), None)
        if known is None:
            known = Opening(lines[0], title, overline=over, subtitle=under)
            found.append(known)
        elif set(known.title) <= set(lines):
            known.overline = [at for at in lines if at < known.title[0]]
            known.subtitle = [at for at in lines if at > known.title[-1]]
            known.start = lines[0]
        if headline.pen_name in place and not known.bylines:
            at = place[headline.pen_name]
            name = Author(squeeze(survey.units[at].text))
            known.bylines.append((at, BylineReading((name,), 0.7)))
    return found
