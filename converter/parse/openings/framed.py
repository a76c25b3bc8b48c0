"""Articles below names of sections in points, ·人物·, that the contents do not list or have lost.

A magazine that prints the name of each section so, over its first title, prints nothing else
in that form: where it stands below the end of a text, and above what may be a title, an article
opens. The contents need not have it, nor be there at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.parse.boxes import box_start
from converter.parse.kinds import is_credit
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey

_NAME = re.compile(rf"^(?P<mark>[·•・])\s*[{HAN}](?:\s*[{HAN}]){{1,7}}\s*(?P=mark)$")
_OVER, _ALONE = 2, 3
"""So many such names over titles that are listed are a convention, and so many without contents."""
_NEAR = 3
"""Units below a name among which the title stands that is listed."""
_SIGNED = 0.75
"""How sure a byline must be below a title over which a known section stands."""
_RIGHT, _SIGNATURE = 3.0, 16
"""Em of blanks before who signs, and of a signature."""


def open_framed(
    survey: Survey, openings: Sequence[Opening], refused: Collection[int]
) -> Iterator[Opening]:
    """The openings below such names, beside the listed ``openings``; none at the units ``refused``."""
    names = [at for at in range(len(survey.units) - 1) if _is_name(survey, at)]
    if not names:
        return
    titles = {at for opening in openings for at in opening.title}
    over = {at for at in names if not titles.isdisjoint(range(at + 1, at + 1 + _NEAR))}
    listed = bool(survey.contents.entries)
    several = len({survey.keys[at] for at in names})
    if len(over) < _OVER if listed else several < _ALONE:
        return
    seen = {survey.keys[at] for at in over}
    for at in names:
        if at in over or at in titles or at + 1 in refused or not _closes(survey, at):
            continue
        title = _title_below(survey, at + 1, titles)
        if title and (_is_signed(survey, title[-1] + 1) or survey.keys[at] not in seen):
            seen.add(survey.keys[at])
            yield Opening(at, title, kickers=[at])


def _is_name(survey: Survey, at: int) -> bool:
    """True for ·人物· on a line of its own, and not for ·消息· over the news of a box."""
    unit = survey.units[at]
    return (
        len(unit.text) <= _SIGNATURE
        and _NAME.match(unit.text) is not None
        and box_start(unit, survey.profile) is None
    )


def _closes(survey: Survey, at: int) -> bool:
    """True if what stands above a unit is at its end: a sentence, a signature, a remark."""
    if not at:
        return True
    before = survey.units[at - 1]
    return (
        ends_sentence(before.text)
        or before.text[-1] in "）)〕］"
        or before.indent >= _RIGHT
        or width(before.text) <= _SIGNATURE
        or is_credit(before.text)
    )


def _title_below(survey: Survey, at: int, titles: Collection[int]) -> list[int]:
    """The lines of the title that begins at a unit, with a text below it; [] if none does."""
    units = survey.units
    if at in titles or not survey.may_be_title(at):
        return []
    title = [at]
    second = at + 1
    if second < len(units) and not units[second].gap and _is_second(survey, second):
        title.append(second)
    below = title[-1] + 1
    if below < len(units) and SUBTITLE.match(units[below].text):
        below += 1
    return title if survey.prose_follows(below) else []


def _is_second(survey: Survey, at: int) -> bool:
    """True for the second line of a title, which no blank line parts from the first."""
    reading = survey.byline(at)
    signs = reading is not None and reading.certainty >= _SIGNED
    return survey.may_be_title(at) and not signs and not SUBTITLE.match(survey.units[at].text)


def _is_signed(survey: Survey, at: int) -> bool:
    """True if a byline stands at a unit, or below the subtitle at it."""
    units = survey.units
    if at < len(units) and SUBTITLE.match(units[at].text):
        at += 1
    reading = survey.byline(at) if at < len(units) else None
    return (
        reading is not None
        and bool(reading.authors)
        and reading.certainty >= _SIGNED
        and len(squeeze(units[at].text)) > 1
    )
