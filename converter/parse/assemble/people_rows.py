"""Lines that list people: who takes part in a talk, who was elected, who gave how much."""

from __future__ import annotations

from converter.model import Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import Survey
from converter.parse.led import as_roll, named_end, rows_end, with_rolls_whole
from converter.parse.rolls import (
    is_guest,
    is_roll,
    is_roll_head,
    is_roll_name,
    opens_roll,
    roll_end,
    takes_part,
)

_LEAST_ROLL = 3
"""A head and two names."""


class PeopleReader:
    """Takes the lines that list people: who takes part in a talk, who was elected or gave something."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft

    def take_rows(self, at: int) -> int:
        """Take names with what goes with each: 某某 …… 5万元, of which none breaks a sentence off."""
        end = 0 if self.draft.mid_sentence() else rows_end(self.survey.units, at)
        for unit in self.survey.units[at:end]:
            self.draft.single(unit, Role.LIST_ITEM, blanks=True)
        return end or self._take_names(at)

    def _take_names(self, at: int) -> int:
        """Take 会长：某某 with others below it, and 某某　某某　某某: those elected or honoured."""
        signed = at in self.survey.signatures
        end = 0 if signed or self.draft.mid_sentence() else named_end(self.survey.units, at)
        for unit in with_rolls_whole(self.survey.units[at:end]):
            self.draft.single(unit._replace(text=as_roll(unit.text)), Role.LIST_ITEM, blanks=True)
        return end

    def take_roll(self, at: int) -> int:
        """Take who takes part in a talk: 与谈人, and below it a name and an office on each line."""
        units = self.survey.units
        if end := self._guests_to(at):
            for unit in units[at:end]:
                self.draft.single(unit, Role.CREDIT, blanks=True)
            return end
        if self.draft.mid_sentence():
            return 0
        if takes_part(units[at].text):
            self.draft.single(units[at], Role.CREDIT, blanks=True)
            return at + 1
        end = self._roll_to(at)
        for unit in units[at:end]:
            self.draft.single(unit, Role.CREDIT, blanks=True)
        return end if end > at else 0

    def _roll_to(self, at: int) -> int:
        """Where the names and offices of those who take part end that begin at a unit."""
        units, speaks = self.survey.units, self.survey.speakers.names
        if end := roll_end((units[i].text for i in range(at, len(units))), speaks):
            return at + end
        opens = opens_roll(units[at].text, speaks)
        if not opens and not is_roll_head(units[at].text):
            return at
        end = at + 1
        while end < len(units) and (is_roll_name(units[end].text) or is_guest(units[end].text)):
            end += 1
        return end if opens or end - at >= _LEAST_ROLL else at

    def _guests_to(self, at: int) -> int:
        """Where those end who take part, each with an office on a line, 0 if none begins at a unit.

        They stand below 嘉宾：张三（教授）, or open the text, above which that stands.
        """
        units, end = self.survey.units, at
        while end < len(units) and is_guest(units[end].text):
            end += 1
        if end == at or not (is_roll(units[at - 1].text) if at else end - at > 1):
            return 0
        return end
