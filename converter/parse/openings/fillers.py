"""Fillers (补白): small pieces at the foot of a page, whose author stands at their end.

骆驼的“防沙设备” …… （石头）: what closes with another author in brackets than the article
above it is an article of its own, from the nearest title on.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, squeeze, width
from converter.model import Author
from converter.names import is_name
from converter.parse.byline import BylineReading
from converter.parse.openings.opening import Opening
from converter.parse.openings.survey import Survey

_SIGNED = re.compile(
    rf"^[（(]\s*(?P<name>[{HAN}·]{{1,4}}(?:\s+[{HAN}]){{0,3}}?)\s*(?P<work>辑|輯|编译|編譯|编|編|摘编?|译|譯|文|整理|供稿)?\s*[）)]$"
)
_REMARK = re.compile(
    r"[删刪]|[节節]|[续續]|完|[资資]料|本刊|[选選摘]自|[图圖]$|原[载載]|化名|[连連][载載]|\s[校審审]$|[审審]?校$"
)
_LONGEST = 14
"""Paragraphs of a filler."""


def add_fillers(survey: Survey, openings: Sequence[Opening]) -> list[Opening]:
    """The openings, with those of fillers among them and the authors at the ends of others."""
    found: list[Opening] = []
    for index, opening in enumerate(openings):
        found.append(opening)
        end = openings[index + 1].start if index + 1 < len(openings) else len(survey.units)
        last = end - 1
        reading = _read(survey.units[last].text) if last >= opening.end else None
        if reading is None:
            continue
        signed = {author.name for _, one in opening.bylines for author in one.authors}
        signed.update(opening.reading[1])
        name = reading.authors[0].name
        if not opening.bylines and (name in signed or _is_only(survey, opening.end, last)):
            opening.bylines.append((last, reading))
        elif signed and name not in signed and (title := _title(survey, opening.end, last)):
            found.append(Opening(title, [title], bylines=[(last, reading)], end=title + 1))
    return found


def _is_only(survey: Survey, first: int, last: int) -> bool:
    """True if nobody else signs a part of what stands above the end of an article."""
    return not any(_read(unit.text) for unit in survey.units[first:last])


def _read(text: str) -> BylineReading | None:
    """A name in brackets as a byline; ``None`` for any other remark."""
    hit = _SIGNED.match(text) if len(text) <= 16 else None
    if hit is None or _REMARK.search(hit["name"]):
        return None
    name = squeeze(hit["name"])
    # Only names are printed with blanks between their characters: （石　头）.
    spaced = 2 <= len(name) <= 4 and name != hit["name"].strip()
    return BylineReading((Author(name, ""),), 0.9) if spaced or is_name(name) else None


def _title(survey: Survey, first: int, last: int) -> int:
    """The nearest title above the end of a filler, 0 if there is none with whole text below."""
    for at in range(last - 2, max(first, last - _LONGEST), -1):
        unit = survey.units[at]
        if width(unit.text) > 24 or not survey.may_be_title(at):
            continue
        before = survey.units[at - 1].text
        return at if ends_sentence(before) and ends_sentence(survey.units[last - 1].text) else 0
    return 0
