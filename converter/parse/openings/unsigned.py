"""Titles that nobody signs, told by what stands right below them: an editor's note, a letter."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, squeeze, width
from converter.model import Role
from converter.parse.kinds import is_salutation, labelled
from converter.parse.openings.own_pieces import PROSE, OwnPieces
from converter.parse.openings.survey import Survey
from converter.parse.section_names import is_common_section

_LETTER = re.compile(
    r"(?:[一两兩二三四五六]封(?:家|来|來|回|公开|公開)?信|[来來家回]信|的信|^致[^，。]{2,12}|^[^，。]{0,4}信箱|[来來](?:信|函)(?:照登|选登|選登|摘登|摘编|摘編)|更正)$"
)
"""给楼上的一封信, 一封来信, 致邻居, 读者信箱: what a letter is called that is an article."""


_LETTERS = re.compile(
    r"^\W?(?:(?:读者|讀者)?(?:投[书書]|[来來](?:信|函)|信箱|[书書]信|之[声聲])|家[书書])\W?$"
)
"""投书 and 读者来信, over the title of a letter."""


def tells_itself(survey: Survey, own: OwnPieces, at: int) -> bool:
    """True for a column, a preface and a letter, which nobody signs above their text."""
    told = own.is_genre(at) or own.is_preface(at) or own.is_answered(at)
    return told or is_unsigned(survey, own, at)


def is_unsigned(survey: Survey, own: OwnPieces, at: int) -> bool:
    """True for a title over 编者按：……, or one that calls itself a letter over who is addressed.

    Each stands at the head of an article and hardly anywhere within one. No contents tell.
    """
    units = survey.units
    if at + 2 >= len(units) or not (own.ends_above(at) and survey.may_be_title(at)):
        return False
    below, after = units[at + 1].text, units[at + 2].text
    if at and is_salutation(below) and _LETTERS.match(squeeze(units[at - 1].text)):
        return width(after) >= PROSE
    if _LETTER.search(units[at].text):
        if is_salutation(below):
            return width(after) >= PROSE
        if is_salutation(after) and survey.may_be_title(at + 1):
            return units[at].gap  # 会员来信 over the title of the first
    label = labelled(below)
    note = label is not None and label.role is Role.EDITOR_NOTE and label.end > 0
    if note and is_common_section(units[at].text) and survey.may_be_title(at + 2):
        return False  # on all that stands in the section
    return note and units[at + 1].gap and ends_sentence(below) and width(below) >= PROSE
