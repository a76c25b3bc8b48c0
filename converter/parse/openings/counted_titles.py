"""Titles that count the pieces below them: 审务简讯三则, 牙龈出血是上火吗　等四则.

Nobody signs above such pieces, each of which may have its own title and author, or be a question
with its answer. They are no articles of their own.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, key, number, squeeze, width
from converter.parse.items import ASKS_OR_ANSWERS
from converter.parse.kinds import is_editors_note, is_salutation
from converter.parse.openings.opening import Opening
from converter.parse.openings.own_pieces import PROSE, OwnPieces
from converter.parse.openings.poem_titles import names_poems
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section

_COUNTS = re.compile(
    r"(?P<others>等)?[（(]?(?P<count>[一二两兩三四五六七八九十]|[2-9])[则則题題封][）)]?$"
)
_ALONE = re.compile(r"^[（(][一二两兩三四五六七八九十2-9][则則题題封][）)]$")
_LONGEST = 40
"""The most em of such a title."""
_QUESTION = 8
"""The least em of a question with its mark."""
_PIECE = 8
"""The most units of a piece."""
_CLOSES = re.compile(r"^[（(][^（()）。；：！？]{2,30}[）)]$")
"""（某地　某某）, at the end of a piece."""


def pieces_of(text: str) -> int:
    """How many pieces a title counts; 0 for any other, and for poems."""
    hit = _counted(text)
    return (number(hit["count"].translate(_TWO)) or int(hit["count"])) if hit else 0


def _counted(text: str) -> re.Match[str] | None:
    """What counts the pieces at the end of a title."""
    hit = _COUNTS.search(squeeze(text)) if width(text) <= _LONGEST else None
    return None if hit is None or names_poems(text) or hit.start() == 0 else hit


_TWO = str.maketrans("两兩", "二二")


def counted_opening(survey: Survey, own: OwnPieces, at: int) -> Opening | None:
    """The article whose title at a unit counts its pieces, the first of which stands right below.

    等四则 tells so by itself; 三则 does so at the top of a page, over a question, or over as many
    pieces with their authors.
    """
    units = survey.units
    if at + 2 >= len(units) or not survey.may_be_title(at):
        return None
    if not (own.ends_above(at) or is_common_section(units[at - 1].text)):
        return None
    last = at + (_ALONE.match(squeeze(units[at + 1].text)) is not None)
    text = "".join(unit.text for unit in units[at : last + 1])
    hit = _counted(text)
    first = last + 1
    first += first < len(units) and is_editors_note(units[first].text)
    if hit is None or first + 1 >= len(units) or not _begins_piece(survey, first):
        return None
    sure = hit["others"] is not None or units[at].first in survey.tops or _asks(units[first].text)
    if not sure and _closed_below(survey, first) < pieces_of(text):
        return None
    return Opening(at, list(range(at, last + 1)))


def without_counted(survey: Survey, found: Collection[int]) -> frozenset[int]:
    """The titles ``found`` without those of the pieces that a title above them counts.

    What the editors have chosen from what was sent, as they say above it, is as many as there are.
    """
    left = sorted(found)
    for at in range(len(survey.units) - 2):
        count = pieces_of(survey.units[at].text)
        first = at + 1
        noted = is_editors_note(survey.units[first].text)
        if noted and not count and _CHOSEN.search(survey.units[first].text):
            count = len(left)
        if not count or not survey.may_be_title(at):
            continue
        first += noted
        if first + 1 < len(survey.units) and _begins_piece(survey, first):
            own = _pieces(survey, left, first, count)
            left = [one for one in left if one not in own]
    return frozenset(left)


_CHOSEN = re.compile("来稿|來稿|来信|來信|选登|選登|选刊|選刊|摘登|应征|應徵")


def _pieces(survey: Survey, titles: Sequence[int], first: int, count: int) -> list[int]:
    """The titles of the pieces below the first of so many, one close below the other.

    Each piece is closed by who wrote it.
    """
    found: list[int] = []
    above = first
    for at in titles:
        near = at - above <= _PIECE and _closed_below(survey, at)
        if at > above and len(found) + 1 < count and near:
            found.append(at)
            above = at
    return found


def _begins_piece(survey: Survey, at: int) -> bool:
    """True for the title of a piece over its text, or for its question."""
    units = survey.units
    if _asks(units[at].text) or is_salutation(units[at].text):
        return True
    below = units[at + 1].text if at + 1 < len(units) else ""
    told = ends_sentence(below) and width(below) >= PROSE
    told = told or _asks(below) or is_salutation(below)
    return survey.may_be_title(at) and bool(key(units[at].text)) and told


def _asks(text: str) -> bool:
    """True for 问：……."""
    return ASKS_OR_ANSWERS.match(text) is not None and width(text) >= _QUESTION


def _closed_below(survey: Survey, at: int) -> int:
    """How many pieces from a unit on close with （某某） or （某地　某某）."""
    found, last = 0, at
    for index in range(at, len(survey.units)):
        if index - last > _PIECE:
            break
        if _CLOSES.match(survey.units[index].text) and ends_sentence(survey.units[index - 1].text):
            found, last = found + 1, index
    return found
