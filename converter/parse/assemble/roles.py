"""What part a paragraph plays: who speaks, a letter's address and signature, an item."""

from __future__ import annotations

from converter import patterns as re
from converter.hanzi import width
from converter.model import Role
from converter.names import is_name
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.survey import LIST_KINDS, Survey
from converter.parse.kinds import REFERENCE_ITEM, is_addressed, is_salutation, tells_day
from converter.parse.letters import is_reply, is_reply_of_house
from converter.parse.paragraph import complete
from converter.parse.shapes import is_document_number

FRONT_ROLES = (Role.ABSTRACT, Role.KEYWORDS, Role.EDITOR_NOTE, Role.STANDFIRST, Role.FUNDING)
"""What leads in, before the first word of the text."""
_SPEAKING = (Role.QUESTION, Role.ANSWER)
_ASIDE = re.compile(
    r"^（[^（）]+）$|^(?:【[^【】]{1,6}】|[\[〔][^\[\]〔〕]{1,6}[\]〕])\s*\S|^(?:总评|總評|简评|簡評|评析|評析|点评|點評|课后反思|教后反思|教学反思|设计意图)[：:]"
)
"""（众笑，鼓掌。） and 【评】……: what nobody says, between the turns of a talk."""


_SAID = re.compile("“[^”]*”|「[^」]*」")


_ITEM = 80
"""Em of the longest item of a list."""


class Roles:
    """Gives each new paragraph its role, by what it is and by what stood before it."""

    def __init__(self, survey: Survey, draft: Draft) -> None:
        self.survey = survey
        self.draft = draft
        self.current = Role.BODY
        """The role of plain paragraphs: after a question or an answer, more of it."""
        self.pending: Role | None = None
        """The role of the next paragraph, which a line of its own has announced."""
        self.letters = False
        """A letter stands above, which the editors may answer: 编者：……."""
        self._item: tuple[str, int] = ("", 0)
        """The number of the last item of a list."""
        self._long: tuple[str, int] = ("", 0)
        """The number of the last paragraph that is too long for an item, or stands below such a one."""

    def take(self, at: int) -> Role:
        """The role of a new paragraph that begins at a unit."""
        text = self.survey.units[at].text
        if self.pending is not None:
            role, self.pending = self.pending, None
            return role
        if self.draft.references and REFERENCE_ITEM.match(text):
            return Role.REFERENCE
        if is_document_number(text) or (self.draft.unbegun and tells_day(text)):
            return Role.CREDIT
        if is_salutation(text) or at in self.survey.addressed:
            self.letters = True
            return Role.SALUTATION
        if self.is_signature(at):
            return Role.SIGNATURE
        self.letters = self.letters or is_addressed(text)
        if self.letters and text.startswith(("编者", "編者")) and is_reply(text):
            return Role.EDITOR_NOTE
        signed = not self.survey.signatures.isdisjoint((at - 1, at - 2))
        if (self.letters or signed) and is_reply_of_house(text):
            return Role.EDITOR_NOTE
        if self.current in _SPEAKING and _ASIDE.match(text):
            return Role.BODY
        if self.current in _SPEAKING and self._tells_of_speaker(text):
            self.current = Role.BODY
        if self.current is Role.BODY and self._is_list_item(at):
            return Role.LIST_ITEM
        return self.current

    def _tells_of_speaker(self, text: str) -> bool:
        """True for 某某喝了一口水，推开直播间的门。 in a talk with 某某: the reporter tells of it again.

        Nobody speaks so of himself or of who sits beside him, but with 我, or in words that he quotes.
        """
        told = _SAID.sub("", text)
        return "我" not in told and any(
            name in told for name in self.survey.speakers.names if is_name(name)
        )

    def begin_section(self) -> None:
        """After a heading nobody speaks any more."""
        if self.current in _SPEAKING:
            self.current = Role.BODY

    def _is_list_item(self, at: int) -> bool:
        """True for a bullet and a short numbered line, not for 1.定岗。…… that a page has cut short.

        Behind an item that has the number before it, the last one may be cut as well.
        """
        number, text = self.survey.numbers[at], self.survey.units[at].text
        if self.survey.units[at].bullet:
            return True
        if number is None or number.kind not in LIST_KINDS:
            return False
        if width(text) > _ITEM or self._long == (number.kind, number.value - 1):
            self._long = number.kind, number.value
            return False
        goes_on = self._item == (number.kind, number.value - 1)
        if not goes_on and not complete(text) and "。" in text:
            return False
        self._item = number.kind, number.value
        return True

    def is_signature(self, at: int) -> bool:
        """True for the date or the name under an article or a letter."""
        return at in self.survey.signatures and not self.draft.mid_sentence()
