"""Paragraphs that a label tells: 摘要：……, 基金项目：……, and their kin."""

from __future__ import annotations

from converter.hanzi import width
from converter.model import Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.inline import tidy
from converter.parse.kinds import (
    REFERENCE_ITEM,
    Labelled,
    is_credit,
    is_worked_by,
    labelled,
    tells_who_answers,
)
from converter.parse.paragraph import complete
from converter.segment import Unit

_FOOT_ROLES = (Role.FUNDING, Role.BIOGRAPHY, Role.CREDIT)
"""What stands at the foot of an article's first page, where it may cut a sentence."""
_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER)
_STARRED = 6
"""From so many em on what stands behind a star is the note on the article."""
_FOOT_LINE = 48
"""The most em of a labelled line at the foot of a page that has no full stop: 收稿日期：……."""
_LAST = 48
"""Em that no line reaches below the text of an article, but for who made the page and the like."""


class LabelledReader:
    """Takes what a label before it tells: 摘要：……, and what stands at the foot of a page.

    ``stars``: the title and the names of the authors call by so many stars for notes there.
    """

    def __init__(self, survey: Survey, draft: Draft, stars: int) -> None:
        self.survey = survey
        self.draft = draft
        self.stars = stars

    def take(self, at: int) -> int:
        """Take 摘要：…… and its kin."""
        unit = self.survey.units[at]
        label = labelled(unit.text)
        if self.stars and unit.text[0] in "*＊※†" and width(unit.text) >= _STARRED:
            self.stars -= 1
            said = label is not None and label.role in _FOOT_ROLES
            self.draft.set_below(unit, label.role if said and label else Role.FUNDING, 0)
            return at + 1
        if label is None and at in self.survey.biographies and not self.draft.mid_sentence():
            label = Labelled(Role.BIOGRAPHY, 0)
        if label is None and is_worked_by(unit.text) and not self.draft.empty:
            label = Labelled(Role.CREDIT, 0)
        if label is None and tells_who_answers(unit.text) and not self.draft.mid_sentence():
            self.draft.single(unit, Role.CREDIT)
            return at + 1
        if label is None or not self._stands_free(label, unit):
            return 0
        if label.end == len(unit.text) and at in self.survey.series:
            return 0  # 【关键词】 over its words, as 【案情】 and 【裁判】 are over theirs
        if label.role is Role.REFERENCE:
            self.draft.references = True
        size = len(tidy(unit.text[: label.end].replace("**", ""))) if label.end else 0
        whole = complete(unit.text) or (label.end and width(unit.text) <= _FOOT_LINE)
        foot = label.role in _FOOT_ROLES
        below = (foot or label.role is Role.KEYWORDS) and self._ends_page(at)
        if below or (foot and whole and self.draft.mid_sentence()):
            self.draft.set_below(unit, label.role, size)
        else:
            self.draft.begin(unit, label.role).label_end = size
        return at + 1

    def _ends_page(self, at: int) -> bool:
        """True if nothing stands below a unit on its page but others at the foot of the page.

        What breaks off above no more than a few lines is no foot: the article ends overleaf.
        """
        units = self.survey.units
        if not complete(units[at].text) and all(width(one.text) < _LAST for one in units[at + 1 :]):
            return False
        if self.draft.open is None or self.draft.open.role not in (*_RUNNING, Role.REFERENCE):
            return False
        for unit in self.survey.units[at + 1 :]:
            if unit.first in self.draft.context.tops:
                return True
            label = labelled(unit.text)
            foot = label is not None and label.role in (*_FOOT_ROLES, Role.KEYWORDS)
            if not foot and REFERENCE_ITEM.match(unit.text) is None:
                return False
        return False

    def _stands_free(self, label: Labelled, unit: Unit) -> bool:
        """False for a credit or biography without a label in the middle of a sentence."""
        return (
            label.role not in (Role.CREDIT, Role.BIOGRAPHY)
            or bool(label.end)
            or is_credit(unit.text)
            or not self.draft.mid_sentence()
        )
