"""The abstracts in English that a journal gathers at its end, under a title of their own.

They tell of all its articles, and belong to none: ABSTRACTS, Abstracts of Main Papers, which the
contents call 英文摘要 if they list them.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import squeeze
from converter.parse.kinds import gathers_abstracts, is_foreign
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey
from converter.segment import Unit

_TITLE = re.compile(
    r"^\W*(?:(?:Main|Major|Selected|English)\s+)?Abstracts?(?:\s+of\s+[A-Za-z ]{4,40}|\s+in\s+English)?\W*$"
    r"|^(?:本期)?(?:主要)?(?:论文|論文|文章)?英文(?:内容|內容)?(?:摘要|提要|目[录次錄](?:[与和及與]?(?:摘要|提要))?)$",
    re.IGNORECASE,
)


def open_abstracts(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The opening of the abstracts at the end of the issue, if they are gathered there.

    If one of the ``openings`` is theirs, the first title below is none of its own, and who wrote
    that is not who wrote all.
    """
    units = survey.units
    for opening in openings:
        if _begins(units, opening.title[-1]):
            opening.end = opening.title[-1] + 1
            opening.foreign, opening.bylines = [], []
    taken = {index for opening in openings for index in opening.title}
    at = next((at for at in range(1, len(units)) if at not in taken and _begins(units, at)), 0)
    if not at:
        return []
    entry = _entry(survey, {opening.entry for opening in openings})
    if entry >= 0:
        survey.contents.entries[entry].section = -1  # they are no piece of the last one
    texts = tuple(survey.contents.entries[entry].texts) if entry >= 0 else ()
    return [Opening(at, [at], entry, (texts, ()), end=at + 1)]


def _begins(units: Sequence[Unit], at: int) -> bool:
    """True for the title of the abstracts, over those of several articles."""
    return titles_abstracts(units[at].text) and gathers_abstracts(
        unit.text for unit in units[at + 1 :]
    )


def titles_abstracts(text: str) -> bool:
    """True for ABSTRACTS and 英文摘要, by either of which the contents may call them."""
    return len(text) <= _LONGEST and _TITLE.match(_plain(text)) is not None


_LONGEST = 60
"""Characters of the longest title."""


def _plain(text: str) -> str:
    """英 文 摘 要 without its blanks; English keeps them."""
    return text.strip() if is_foreign(text) else squeeze(text)


def _entry(survey: Survey, listed: Collection[int]) -> int:
    """The entry of the contents that lists them, -1 if none does."""
    entries = enumerate(survey.contents.entries)
    names = (
        (number, _plain("".join(one.texts))) for number, one in entries if number not in listed
    )
    return next((number for number, name in names if _TITLE.match(name)), -1)
