"""Titles that OCR has garbled in the contents: told by who signs them, and by their place.

The entries above and below have been found by their titles, so that the article stands between
those; there one piece alone is signed as the entry says, or begins or ends with the words of an
entry that has lost its authors with the other line of its title. Of a title on several lines the
last may be found, and what stands above it is as long as what is left of the entry.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.hanzi import ends_sentence, key, squeeze, width
from converter.names import is_body, is_latin_name, is_name
from converter.parse.contents import RawEntry
from converter.parse.openings.opening import SUBTITLE, Opening
from converter.parse.openings.survey import Survey

_RUN = 3
"""So many entries in a row may be unknown to the body."""
_BYLINE, _SURE, _LIKELY = 64, 0.95, 0.6
"""Em of a byline, how sure one is with the names that the contents give, and one below a title that they have."""
_LINES = 2
"""Lines of a title above its last."""


def fill_gaps(
    survey: Survey, openings: Sequence[Opening], refused: Collection[int]
) -> list[Opening]:
    """The openings of entries without an article that are signed so between those of their neighbours."""
    found = {opening.entry: opening for opening in openings}
    entries = survey.contents.entries
    made: list[Opening] = []
    missing: list[int] = []
    for entry in range(len(entries) + 1):
        if entry < len(entries) and entry not in found:
            missing.append(entry)
            continue
        if 0 < len(missing) <= _RUN:
            above, below = found.get(missing[0] - 1), found.get(entry)
            start = above.title[-1] + 1 if above is not None else 0
            end = below.start if below is not None else len(survey.units)
            made += _between(survey, missing, range(start, end), refused)
        missing = []
    taken = {at for opening in openings for at in opening.title}
    return [opening for opening in made if taken.isdisjoint(opening.title)]


def _between(
    survey: Survey, missing: Sequence[int], places: range, refused: Collection[int]
) -> list[Opening]:
    """The openings of some entries among the units between those of their neighbours."""
    made: list[Opening] = []
    for entry in missing:
        reading = next(iter(survey.contents.entries[entry].readings()), ((), ()))
        signed = [
            title
            for at in places
            if (title := _title_over(survey, at, reading[1]) or _longer(survey, at, reading))
            and not any(one in refused for one in title)
        ]
        if len(signed) == 1:
            made.append(Opening(signed[0][0], signed[0], entry, reading))
            places = range(signed[0][-1] + 1, places.stop)
    return made


def _title_over(survey: Survey, at: int, authors: Sequence[str]) -> list[int]:
    """The units of a title above a byline that names nobody but some authors; [] for none."""
    text = survey.units[at].text
    if len(text) > _BYLINE or not authors or not all(map(_is_author, authors)):
        return []
    if not all(name in squeeze(text) for name in authors):
        return []
    reading = survey.byline(at, known=frozenset(authors))
    if reading is None or reading.certainty < _SURE or not survey.prose_follows(at + 1):
        return []
    above = at - 1
    while above > 0 and SUBTITLE.match(survey.units[above].text):
        above -= 1
    if above < 0 or not survey.may_be_title(above):
        return []
    title = [above]
    while len(title) <= _LINES and not survey.units[title[0]].gap and title[0] > 0:
        if not survey.may_be_title(title[0] - 1):
            break
        title.insert(0, title[0] - 1)
    before = survey.units[title[0] - 1] if title[0] else None
    closed = before is None or before.short or ends_sentence(before.text)
    return title if closed and width(survey.units[above].text) > 2 else []


def _longer(survey: Survey, at: int, reading: tuple[Sequence[str], Sequence[str]]) -> list[int]:
    """The unit of a signed title of which an entry without authors has the first words or the last; [] for none."""
    name = key("".join(reading[0]))
    if reading[1] or len(name) < _LEAST or len(survey.keys[at]) < len(name) + _LEAST:
        return []
    words = survey.units[at].text.split()
    cuts = range(1, len(words))
    parts = (part for cut in cuts for part in (words[:cut], words[cut:]))
    if not any(key("".join(part)) == name for part in parts):
        return []
    signed = survey.may_be_title(at) and survey.is_signed(at + 1, _LIKELY)
    return [at] if signed and survey.prose_follows(at + 2) else []


def _is_author(name: str) -> bool:
    return is_name(name) or is_body(name) or is_latin_name(name)


def add_first_lines(survey: Survey, openings: Sequence[Opening]) -> None:
    """Give openings the first lines of their titles that the contents have, but garbled.

    They stand in the entry beside the rest of the title, or look like an entry of their own above
    it, with its page.
    """
    taken = {at for opening in openings for at in opening.title}
    found = {opening.entry for opening in openings}
    for opening in openings:
        first = opening.title[0] - 1
        if first < 0 or first in taken or not survey.may_be_title(first):
            continue
        before = survey.units[first - 1] if first else None
        if before is not None and not (before.short or ends_sentence(before.text)):
            continue
        printed, entries = survey.keys[first], survey.contents.entries
        own = entries[opening.entry]
        lines = _left_beside(own, "".join(survey.keys[at] for at in opening.title))
        if _stands_below(survey, opening, lines[:1]):
            continue
        # Who signs behind a title may be as long as a line above it: of verse, or a section's name.
        if _is_misread(lines[:1], printed) and not _names(lines[0], opening.reading[1]):
            own.texts = lines
        elif opening.entry - 1 not in found and opening.entry and not own.page:
            above = entries[opening.entry - 1]
            if not above.page or above.authors_text or not _is_misread(above.texts, printed):
                continue
            lines = [*above.texts, *opening.reading[0]]
            own.texts, own.page, own.printed_page = lines, above.page, above.printed_page
            own.lines = [*above.lines, *own.lines]
            above.texts = []
        else:
            continue
        opening.title.insert(0, first)
        opening.start = min(opening.start, first)
        opening.reading = (tuple(lines), opening.reading[1])


def _names(line: str, authors: Sequence[str]) -> bool:
    """True if a line of an entry is where one of its authors has been read: 小满主持."""
    return any(key(name) in key(line) for name in authors)


def _stands_below(survey: Survey, opening: Opening, left: Sequence[str]) -> bool:
    """True if words of an entry are not garbled: the body has them below the title, as who signs."""
    below = range(opening.title[-1] + 1, min(len(survey.units), opening.title[-1] + 1 + _BELOW))
    names = {survey.keys[at] for at in below}
    return any(key(word) in names for line in left for word in (line, *line.split()))


_BELOW = 3
"""Units below the first line of a title: the second, perhaps, and who signs."""


def _is_misread(lines: Sequence[str], printed: str) -> bool:
    """True for lines with others than the characters of one of the body, but as many, more or less."""
    name = key("".join(lines))
    return len(name) >= _LEAST and name != printed and abs(len(name) - len(printed)) <= 1


def _left_beside(entry: RawEntry, title: str) -> list[str]:
    """The words of an entry beside those of a title, and these; [] if it has not both."""
    words = " ".join(entry.texts).split()[:_WORDS]
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if key("".join(words[start:end])) == title:
                left = words[:start] or words[end:]
                return [" ".join(left), " ".join(words[start:end])] if left else []
    return []


_WORDS, _LEAST = 8, 4
"""Words of an entry, and the fewest characters of a first line."""
