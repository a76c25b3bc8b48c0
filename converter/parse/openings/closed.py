"""Titles below who edited or wrote the article above, in issues without contents.

（编辑：某某） or （儿科　某某） below one text after the other ends each of them, so that what stands
below is a title, be it signed or not. Where all those are bold, whatever else is bold so is one
as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.byline import read_byline
from converter.parse.kinds import is_credit, is_editors_note, is_salutation, labelled
from converter.parse.letters.signers import is_placed
from converter.parse.openings.counted_titles import without_counted
from converter.parse.openings.opening import SUBTITLE
from converter.parse.openings.own_pieces import EDITED
from converter.parse.openings.poem_titles import are_short, names_poems
from converter.parse.openings.signers import SIGNED
from converter.parse.openings.survey import Survey
from converter.parse.rolls import tells_of_meeting
from converter.parse.speaker_labels import speaker_label
from converter.segment import Unit

_QUESTION = re.compile(r"^(?:[问問]|Q)\s*[：:]\s*\S")
_FEWEST = 2
"""So many texts that end so are no chance."""
_BELOW = 5
"""Units below a title among which its text begins: a subtitle, who signs, a note."""
_TEXT, _LONGEST = 16, 48
"""The least em of a text's first paragraph, and the most of a title."""


def closed_titles(survey: Survey) -> frozenset[int]:
    """The units that are titles because an article ends above them, where no contents tell titles."""
    closes = [at for at in range(len(survey.units)) if _closes(survey, at)]
    if len(closes) < _FEWEST:
        closes = _signed_ends(survey)
    if len(closes) < _FEWEST:
        return frozenset()
    opened = [at + 1 for at in closes if at + 1 < len(survey.units)]
    found = {at for at in opened if _heads(survey, at)}
    if len(found) * 3 < len(opened) * 2:
        return frozenset()
    if _opens(survey, 0):
        found.add(0)
    return without_counted(survey, _without_lower(survey, found | _alike(survey, found)))


def _without_lower(survey: Survey, found: set[int]) -> set[int]:
    """The titles without those under more # than the titles of those who surely sign below them."""
    units = survey.units
    levels = Counter(
        units[at].markup_level
        for at in range(len(units) - 1)
        if units[at].markup_level and survey.is_signed(at + 1, SIGNED)
    )
    level, count = levels.most_common(1)[0] if levels else (0, 0)
    if count < _FEWEST:
        return found
    return {at for at in found if units[at].markup_level <= level}


def heads_below_subtitle(units: Sequence[Unit], at: int) -> bool:
    """True below ——某某记 for an editor's note, for who planned a talk or when it was, or for its first question.

    That was a subtitle.

    No heading has one, nor has a quotation with its source such a line below it.
    """
    if not SUBTITLE.match(units[at - 1].text):
        return False
    text = units[at].text
    if _TALK.search(units[at - 1].text) and ends_sentence(text) and text[-1] in "？?":
        return speaker_label(text) is not None  # 《某刊》：……？
    return is_editors_note(text) or _PLANNED.match(text) is not None or tells_of_meeting([text])


_TALK = re.compile("[访訪谈談聊]|[对對][话話]")
_PLANNED = re.compile(r"^(?:策划|策劃|主持人?|统筹|統籌|记录|記錄|整理)\s*[：:/／|｜]\s*\S.{1,30}$")


def _closes(survey: Survey, at: int) -> bool:
    """True for the line that tells who edited a text, below the text."""
    text = survey.units[at].text
    return at > 1 and EDITED.match(text) is not None and is_credit(text)


def _signed_ends(survey: Survey) -> list[int]:
    """The lines in brackets that tell who wrote the text above, and those of their form beside them."""
    places = [at for at in range(2, len(survey.units)) if _is_framed(survey.units[at].text)]
    framed = [at for at in places if _is_below_text(survey, at)]
    signed = [at for at in framed if _names_author(survey.units[at].text)]
    last = len(survey.units) - 1
    if not signed:
        return []
    behind = [at for at in range(2, last) if _is_signed_behind(survey, at)]
    parted = [at for at in framed if _PARTED.search(survey.units[at].text)]
    if len(signed) + len(behind) < _FEWEST and len(parted) < _FEWEST:
        return []
    closes = [at for at in framed if at in signed or at == last or _heads(survey, at + 1)]
    return closes + behind


def _is_signed_behind(survey: Survey, at: int) -> bool:
    """True for ……吃饭了。（某某） over a title: the last line was full, and who signs stands behind it.

    One paragraph alone that is signed so is a piece of news.
    """
    hit = _BEHIND.search(survey.units[at].text)
    if hit is None or not ends_sentence(survey.units[at - 1].text):
        return False
    return _names_author(hit["name"]) and _opens(survey, at + 1)


def _is_framed(text: str) -> bool:
    """True for a short line in brackets."""
    return _FRAMED.match(text) is not None and labelled(text) is None


def _is_below_text(survey: Survey, at: int) -> bool:
    """True below a whole text, and for an author below one that has lost its end, over a title."""
    above = survey.units[at - 1].text
    if ends_sentence(above):
        return True
    lost = width(above) >= _TEXT and _names_author(survey.units[at].text)
    return lost and at + 1 < len(survey.units) and _heads(survey, at + 1)


def _names_author(text: str) -> bool:
    """True for （儿科　某某）, and for several with where they work."""
    if is_placed(text):
        return True
    reading = read_byline(text.strip("（()） \u3000"))
    return reading is not None and bool(reading.authors) and reading.certainty >= _LIKELY


_PARTED = re.compile(rf"[{HAN}][ \u3000]+[{HAN}]{{2}}")
"""Where somebody works, and the name."""
_FRAMED = re.compile(r"^[（(][^（()）。，；：！？《》]{2,30}[）)]$")
_BEHIND = re.compile(r"[。！？”…](?P<name>[（(][^（()）。，；：！？《》]{2,16}[）)])$")
_LIKELY = 0.6


def _opens(survey: Survey, at: int) -> bool:
    """True for what may be a title, over a text; 问与答：…… over a question is one, and no box."""
    if at + 1 >= len(survey.units):
        return False
    asks = _QUESTION.match(survey.units[at + 1].text) and not ends_sentence(survey.units[at].text)
    if not (survey.may_be_title(at) or asks) or width(survey.units[at].text) > _LONGEST:
        return False
    below = survey.units[at + 1 : at + 1 + _BELOW]
    return any(ends_sentence(unit.text) and width(unit.text) >= _TEXT for unit in below)


def _alike(survey: Survey, found: set[int]) -> set[int]:
    """The other bold lines, where most are titles that have been told."""
    units = survey.units
    if not found or not all(units[at].strong for at in found):
        return set()
    strong = {at for at in range(len(units)) if units[at].strong and _heads(survey, at)}
    others = {at for at in strong - found if units[at].gap and _ends_above(survey, at)}
    return others if others == strong - found and len(found) * 2 > len(strong) else set()


def _heads(survey: Survey, at: int) -> bool:
    """True for what may be a title, over a text or verse."""
    return _opens(survey, at) or _heads_verse(survey, at)


def _heads_verse(survey: Survey, at: int) -> bool:
    """True for what may be a title, over who signs and short lines that end no sentence, or for 诗二首."""
    if names_poems(survey.units[at].text) and survey.may_be_title(at):
        return are_short(survey.units[at + 1 : at + 1 + _BELOW], _BELOW)
    lines = survey.units[at + 2 : at + 2 + _STANZA]
    short = are_short(lines, _STANZA) and survey.may_be_title(at)
    return short and not any(ends_sentence(line.text) for line in lines)


_STANZA = 3
"""Lines of verse below who signs."""


def _ends_above(survey: Survey, at: int) -> bool:
    """True below a whole text, a signature or a note to a letter."""
    above = survey.units[at - 1].text
    whole = ends_sentence(above) or width(above) <= _TEXT or labelled(above) is not None
    return whole and not is_salutation(above)
