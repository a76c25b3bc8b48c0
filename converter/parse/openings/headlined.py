"""Openings of newspapers, whose headlines have been found among the lines."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import squeeze
from converter.model import Author
from converter.parse.byline import BylineReading
from converter.parse.headlines import Headline
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey


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
