"""What part a paragraph plays: who speaks, a letter's address and signature, an item."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.model import Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import LIST_KINDS, Survey
from converter.parse.byline import read_byline
from converter.parse.kinds import REFERENCE_ITEM, is_date_line, is_salutation
from converter.parse.shapes import is_document_number

_READER = re.compile(r"(?:^|\s)(?:读者|讀者|网友|網友)\s*\S|^@\S")
_READER_NAMED = re.compile(r"(?:^|\s)(?:读者|讀者|网友|網友)\s+\S{2,8}$")


class Roles:
    """Gives each new paragraph its role, by what it is and by what stood before it."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.current = Role.BODY
        """The role of plain paragraphs: after a question or an answer, more of it."""
        self.pending: Role | None = None
        """The role of the next paragraph, which a line of its own has announced."""
        self._letter = False
        """Between the address of a letter and its signature."""

    def take(self, at: int) -> Role:
        """The role of a new paragraph that begins at a unit."""
        role = self._role(at)
        if role in (Role.SALUTATION, Role.SIGNATURE):
            self._letter = role is Role.SALUTATION
        return role

    def _role(self, at: int) -> Role:
        text = self.survey.units[at].text
        if self.pending is not None:
            role, self.pending = self.pending, None
            return role
        if self.draft.references and REFERENCE_ITEM.match(text):
            return Role.REFERENCE
        if is_document_number(text):
            return Role.CREDIT
        if is_salutation(text):
            return Role.SALUTATION
        if self.is_signature(at):
            return Role.SIGNATURE
        if self.current is Role.BODY and self._is_list_item(at):
            return Role.LIST_ITEM
        return self.current

    def begin_section(self) -> None:
        """After a heading nobody speaks any more."""
        if self.current in (Role.QUESTION, Role.ANSWER):
            self.current = Role.BODY

    def _is_list_item(self, at: int) -> bool:
        number = self.survey.numbers[at]
        return (
            number is not None
            and number.kind in LIST_KINDS
            and width(self.survey.units[at].text) <= 80
        )

    def is_signature(self, at: int) -> bool:
        """True for the date or the name under an article or a letter."""
        units, paragraph = self.survey.units, self.draft.open
        text = units[at].text
        if width(text) > 24 or self.draft.mid_sentence():
            return False
        if is_date_line(text):
            return True
        rest = units[at + 1 : at + 3]
        if rest and is_date_line(rest[0].text) and width(text) <= 16 and text[-1] not in "，。：":
            return True
        if paragraph is None or not ends_sentence(paragraph.last):
            return False
        ends = not rest or is_salutation(rest[0].text)
        if self._letter and ends and width(text) <= 16 and text[-1] not in "，。：；、？！":
            return True  # the last line of a letter: another begins, or nothing follows
        return units[at].gap and self._is_reader(at)

    def _is_reader(self, at: int) -> bool:
        """True for a reader's name under a letter, the next letter or the end after it."""
        text = self.survey.units[at].text
        if _READER_NAMED.search(text):
            return True
        if read_byline(text) is None and _READER.search(text) is None:
            return False
        following = self.survey.after(at)
        return following is None or (
            not self.survey.speakers.names
            and self.survey.number(at + 1) is None
            and width(following.text) <= 24
        )
