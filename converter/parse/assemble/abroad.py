"""What stands in English about an article: its title, its authors and their houses."""

from __future__ import annotations

from converter.model import Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.headings import HeadingReader
from converter.parse.assemble.roles import FRONT_ROLES
from converter.parse.assemble.survey import Survey
from converter.parse.kinds import NOTED, REFERENCE_ITEM, is_foreign, labelled
from converter.segment.units import SIGNED_ABROAD

_FOREIGN_HEAD = 5
"""The most lines of an English head."""
_FOREIGN_TITLE = 4
"""The least words of an English title that has no abstract below it."""


class ForeignReader:
    """Takes the English titles, authors and houses that stand over abstracts, and below articles."""

    def __init__(
        self, survey: Survey, draft: Draft, headings: HeadingReader, *, gathered: bool
    ) -> None:
        self.survey = survey
        self.draft = draft
        self.headings = headings
        self.gathered = gathered
        """The English abstracts of other articles are all that stands here."""

    def take(self, at: int) -> int:
        """Take the English title, the authors and their houses over an English abstract.

        Right below the Chinese ones they stand over the Chinese abstract; below that and the
        keywords no abstract of their own may follow.
        """
        units = self.survey.units
        end = at
        while end < len(units) and end - at < _FOREIGN_HEAD and _heads_abroad(units[end].text):
            end += 1
        if end == at:
            return 0
        if self.gathered:
            return self._take_gathered(at, end)
        titled = len(units[at].text.split()) >= _FOREIGN_TITLE
        ends = at > 0 and all(NOTED.match(unit.text) for unit in units[end:])
        if titled and (ends or self._only_leads_in()):
            return self._take_foreign(at, end)  # once more, at the end of the article
        label = labelled(units[end].text) if end < len(units) else None
        if label is None or label.role is not Role.ABSTRACT:
            return 0
        if not is_foreign(units[end].text) and not self.draft.empty:
            return 0
        return self._take_foreign(at, end)

    def _take_gathered(self, at: int, end: int) -> int:
        """Take the English title of one article of several, a heading, and who wrote that."""
        self.headings.add(at, at + 1, "plain")
        for unit in self.survey.units[at + 1 : end]:
            self.draft.single(unit, Role.BODY, blanks=True)
        return end

    def _only_leads_in(self) -> bool:
        """True while no more than an abstract and what goes with it stands above."""
        above = (*self.draft.blocks, *([self.draft.open] if self.draft.open else ()))
        roles = [getattr(block, "role", None) for block in above]
        return Role.KEYWORDS in roles and all(role in FRONT_ROLES for role in roles)

    def _take_foreign(self, at: int, end: int) -> int:
        for unit in self.survey.units[at:end]:
            self.draft.single(unit, Role.PARALLEL_TITLE, blanks=True)
        return end


def _heads_abroad(text: str) -> bool:
    """True for a foreign line that is neither a cited work nor labelled, nor a sentence."""
    return (
        is_foreign(text)
        and (text[-1] != "." or SIGNED_ABROAD.match(text) is not None)
        and REFERENCE_ITEM.match(text) is None
        and labelled(text) is None
    )
