"""Articles of which the contents have no more than the names of their sections.

OCR has lost their entries, and what is left of them looks like entries without a page.
"""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Sequence

from converter.hanzi import key, width
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey


def find_below_names(survey: Survey, openings: Sequence[Opening]) -> None:
    """Open articles at their titles of which the contents have no more than the sections' names.

    Of 人物 / 箱子打开就是舞台 …… 9 OCR has lost the entry, and what is left looks like one without
    a page. The body has the title below the name, and a byline and text below that.
    """
    entries = survey.contents.entries
    paged = sum(bool(entry.page) for entry in entries)
    sectioned = survey.has_sections_over(opening.title[0] for opening in openings)
    told = paged * 2 > len(entries) and sectioned
    taken = {at for opening in openings for at in opening.title}
    subtitles = _subtitles(survey)
    lost = _Lost(survey, openings)
    for opening in openings:
        entry = entries[opening.entry]
        subtitled = any(SUBTITLE.match(text) for text in entry.texts[1:])
        at = opening.title[-1] + 1
        if len(opening.title) > 1:
            continue
        if lost.tells(opening) and (title := lost.title_below(at, taken)):
            opening.kickers, opening.title = opening.title, title
            continue
        if subtitled and (found := _above_subtitle(survey, opening, subtitles, taken)):
            opening.kickers = opening.title if found == at else []
            opening.title, opening.start = [found], min((found, *opening.kickers))
            continue
        if (entry.page and not subtitled) or at in taken or not told:
            continue
        longest = _NAME if opening.reading[1] or entry.page else _THEME
        if width(survey.units[at - 1].text) <= longest and _is_signed_title(
            survey, at, opening.reading[1]
        ):
            opening.kickers, opening.title = opening.title, [at]


def _subtitles(survey: Survey) -> dict[str, list[int]]:
    """The units with the subtitles of the body, by the keys of these."""
    found: dict[str, list[int]] = {}
    for at, unit in enumerate(survey.units):
        if len(unit.text) <= _SUBTITLE and SUBTITLE.match(unit.text):
            found.setdefault(survey.keys[at], []).append(at)
    return found


def _above_subtitle(
    survey: Survey, opening: Opening, subtitles: Mapping[str, list[int]], taken: Container[int]
) -> int:
    """The title above the subtitle that the contents have under the name of a section, 0 for none.

    What the opening takes for its title is that name, wherever it stands. ``subtitles`` are those
    of the body, of which ``taken`` are the titles that the contents list.
    """
    listed = [text for text in opening.reading[0][1:] if SUBTITLE.match(text)]
    found = subtitles.get(key(listed[0]), []) if listed else []
    if len(found) != 1 or width(survey.units[opening.title[0]].text) > _THEME:
        return 0
    at = found[0] - 1
    lost = at > 0 and at not in taken and survey.may_be_title(at)
    return at if lost and not _is_signed_title(survey, opening.title[0], ()) else 0


_SUBTITLE, _THEME = 60, 10
"""Characters of a subtitle, and em of the name of a section with its theme."""
_NAME = 6
"""The most em of the name of a section."""


def _is_signed_title(survey: Survey, at: int, authors: Collection[str]) -> bool:
    """True for a title between blank lines, with a byline and text below it, over a subtitle perhaps.

    Whom the contents name the byline names.
    """
    units = survey.units
    if at + 2 >= len(units) or not (units[at].gap and survey.may_be_title(at)):
        return False
    signed = at + 1 + (SUBTITLE.match(units[at + 1].text) is not None)
    reading = survey.byline(signed) if signed < len(units) else None
    if reading is None or not reading.authors or reading.certainty < _NAMED:
        return False
    return survey.prose_follows(signed + 1) and {one.name for one in reading.authors}.issuperset(
        authors
    )


_NAMED = 0.75
"""How sure a byline must be that is nothing but a name."""


class _Lost:
    """Tells what is left of entries whose titles and pages OCR has lost, be they as many as the others."""

    def __init__(self, survey: Survey, openings: Sequence[Opening]) -> None:
        self._survey = survey
        whole = [one.title[0] for one in openings if self._is_whole(one)]
        self._told = len(whole) >= _FEWEST
        named = [at for at in whole if at and survey.is_section[at - 1]]
        self._named = len(named) >= _FEWEST and len(named) * 3 >= len(whole) * 2
        """Whether names of sections stand over the titles of whole entries."""

    def _is_whole(self, opening: Opening) -> bool:
        entry = self._survey.contents.entries[opening.entry]
        return bool(entry.page or opening.reading[1])

    def tells(self, opening: Opening) -> bool:
        """True for a few words with neither page nor author, where other entries have one of these."""
        entry = self._survey.contents.entries[opening.entry]
        return (
            self._told
            and not self._is_whole(opening)
            and len(entry.texts) == 1
            and width(entry.texts[0]) <= _THEME
        )

    def title_below(self, at: int, taken: Container[int]) -> list[int]:
        """The lines of the title below such a name, none where it is the title.

        Who signs below tells a title; where nobody does, it stands below a name as the others
        do, which this name does not.
        """
        survey = self._survey
        title = [at]
        while len(title) < _LINES and self._goes_on(title[-1] + 1):
            title.append(title[-1] + 1)
        if at in taken or at + 1 >= len(survey.units) or not survey.may_be_title(at):
            return []
        signed = title[-1] + 1
        signed += (
            signed < len(survey.units) and SUBTITLE.match(survey.units[signed].text) is not None
        )
        if signed + 1 < len(survey.units) and self._is_signed(signed):
            return title
        below_name = at > 1 and survey.is_section[at - 2]
        prose = survey.prose_follows(at + 1)
        return [at] if self._named and prose and not below_name else []

    def _goes_on(self, at: int) -> bool:
        """True for a further line of a title."""
        survey = self._survey
        line = at + 1 < len(survey.units) and not survey.units[at].gap and survey.may_be_title(at)
        return line and SUBTITLE.match(survey.units[at].text) is None and not self._is_signed(at)

    def _is_signed(self, at: int) -> bool:
        reading = self._survey.byline(at)
        if reading is None or reading.certainty < _NAMED or not reading.authors:
            return False
        return self._survey.prose_follows(at + 1)


_FEWEST, _LINES = 2, 3
"""So many whole entries show what the others have lost; the most lines of a title."""
