"""One walk over the units of an article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter.hanzi import ends_sentence, squeeze, width
from converter.model import Block, Heading, Note, Paragraph, Role
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.headings import HeadingReader
from converter.parse.assemble.insets import InsetReader
from converter.parse.assemble.introduced import sets_quotations_apart
from converter.parse.assemble.notes import NoteReader
from converter.parse.assemble.pictures import FigureReader
from converter.parse.assemble.placing import placed
from converter.parse.assemble.quotes import QuoteReader
from converter.parse.assemble.roles import Roles
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.table_reader import TableReader
from converter.parse.assemble.verse import VerseReader
from converter.parse.boxes import is_attribution
from converter.parse.context import Context
from converter.parse.inline import tidy
from converter.parse.kinds import (
    NOTED,
    REFERENCE_ITEM,
    Labelled,
    gathers_abstracts,
    is_back_head,
    is_credit,
    is_foreign,
    is_reference_head,
    is_worked_by,
    labelled,
    note_role,
    standalone_note,
)
from converter.parse.led import as_roll, heads_index, named_end, rows_end, with_rolls_whole
from converter.parse.paragraph import complete
from converter.parse.rolls import (
    is_guest,
    is_roll,
    is_roll_head,
    is_roll_name,
    opens_roll,
    roll_end,
    takes_part,
)
from converter.parse.run_ins import with_even_run_ins
from converter.parse.shapes import is_document_number
from converter.segment import Unit, set_as_blocks
from converter.segment.units import SIGNED_ABROAD, are_code
from converter.values import NamedTuple

_FRONT_ROLES = (Role.ABSTRACT, Role.KEYWORDS, Role.EDITOR_NOTE, Role.STANDFIRST, Role.FUNDING)
_FOOT_ROLES = (Role.FUNDING, Role.BIOGRAPHY, Role.CREDIT)
_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER)
_STARRED = 6
"""From so many em on what stands behind a star is the note on the article."""
_FOOT_LINE = 48
"""The most em of a labelled line at the foot of a page that has no full stop: 收稿日期：……."""
"""What stands at the foot of an article's first page, where it may cut a sentence."""
_LAST = 48
"""Em that no line reaches below the text of an article, but for who made the page and the like."""
_LISTING = 3
"""So many lines make a program."""
_LEAST_ROLL = 3
"""A head and two names."""
_FOREIGN_HEAD = 5
"""The most lines of an English head."""
_FOREIGN_TITLE = 4
"""The least words of an English title that has no abstract below it."""
_SOURCE_LINE = 40
"""Em of a line that goes on with who said something, and where."""
_BACK_ROLES = (Role.BIOGRAPHY, Role.CREDIT, Role.REFERENCE, Role.FUNDING, Role.PARALLEL_TITLE)


class Body(NamedTuple):
    """The blocks of an article, sorted into what leads in, what it says, and what follows."""

    front: list[Block]
    blocks: list[Block]
    back: list[Block]
    notes: list[Note]


class Assembler:
    """Walks the units of one article once and builds its blocks.

    ``prefix`` begins the identifiers of the blocks. ``authors`` of the article and
    ``house``, the name of the magazine, are known as speakers; its ``title`` may tell that
    it is several poems. ``stars``: the title and the names of the authors call by so many stars
    for notes at the foot of the page.
    """

    def __init__(
        self,
        units: Sequence[Unit],
        context: Context,
        prefix: str,
        authors: Sequence[str] = (),
        house: str = "",
        title: str = "",
        *,
        stars: int = 0,
    ) -> None:
        self.survey = Survey(units, context, authors, house, title)
        apart = sets_quotations_apart(self.survey.units)
        self.draft = Draft(prefix, context, blocks=set_as_blocks(self.survey.units), apart=apart)
        self.roles = Roles(self.survey, self.draft)
        self.verse = VerseReader(self.survey, self.draft)
        self.headings = HeadingReader(self.survey, self.draft, self.roles, self.verse)
        self.notes = NoteReader(self.survey, self.draft)
        self.quotes = QuoteReader(self.survey, self.draft)
        self.tables = TableReader(self.survey, self.draft)
        self.insets = InsetReader(self.survey, self.draft, self.notes)
        self.figures = FigureReader(self.survey, self.draft)
        self.gathered = gathers_abstracts(unit.text for unit in self.survey.units)
        """The English abstracts of other articles are all that stands here."""
        self.stars = stars
        # The surer a reader is of what it takes, the earlier it is asked.
        # Each of several abstracts may say its title again, which is no pull quote.
        first = (self._take_foreign_head,) if self.gathered else ()
        self.readers = (
            *first,
            self._take_decided,
            self._take_listing,
            self.insets.take_box,
            self.quotes.take_quoted,
            self.quotes.take_in_marks,
            self.quotes.take_said,
            self.insets.take_side_story,
            self.tables.take,
            self.tables.take_note,
            self.figures.take_figure,
            self.quotes.take_repeated,
            self.quotes.take_set_large,
            self.quotes.take_below_credit,
            self.notes.take,
            self.notes.take_call,
            self._take_attribution,
            self._take_fact,
            self._take_roll,
            self._take_code,
            self._take_back_head,
            self._take_index_head,
            self._take_rows,
            self.verse.take,
            self._take_turn,
            self._take_bare_question,
            self._take_foreign_head,
            self._take_labelled,
            self._take_announcement,
            self.insets.take_unnamed,
            self._take_prose,
        )

    def build(self) -> Body:
        """All blocks of the article."""
        at = 0
        while at < len(self.survey.units):
            at = next(end for read in self.readers if (end := read(at)))
        self.draft.close()
        self.headings.finish()
        return self._sort()

    # Each gives the index after what it took, 0 if the unit is nothing of its kind.

    def _take_decided(self, at: int) -> int:
        """Take a unit as an editor has decided, or a box above it."""
        unit = self.survey.units[at]
        if at in self.survey.taken:
            return at + 1
        level = self.draft.context.decisions.headings.get(unit.first)
        if level:
            return self.headings.add(at, at + 1, f"level-{level}")
        if self.draft.joined_by_decision(unit):
            self.draft.go_on(unit)
            return at + 1
        return 0

    def _take_attribution(self, at: int) -> int:
        """——某某 after a quotation that is no box: it belongs to the paragraph above."""
        text = self.survey.units[at].text
        if not (is_attribution(text) and text.startswith("——")):
            return 0
        if self.draft.mid_sentence() and ends_sentence(text):
            return 0
        if self._dashed(at - 1) or self._dashed(at + 1):
            # ——量三次，锉一次； and others like it, one below the other
            self.draft.single(self.survey.units[at], Role.LIST_ITEM)
            return at + 1
        self.draft.begin(self.survey.units[at], Role.SIGNATURE)
        end = at + 1
        while self._attributes_on(end):
            self.draft.go_on(self.survey.units[end])
            end += 1
        self.draft.close()
        return end

    def _attributes_on(self, at: int) -> bool:
        """True for the second line of ——某某（某地教授）， and where it was said."""
        units = self.survey.units
        if at == len(units) or units[at].gap or width(units[at].text) > _SOURCE_LINE:
            return False
        above, text = units[at - 1].text, units[at].text
        unclosed = above.count("（") > above.count("）") and "）" in text
        return (above[-1] in "，、" or unclosed) and not ends_sentence(text)

    def _dashed(self, at: int) -> bool:
        """True for a unit that begins with a dash and ends with a mark, as who said it does not."""
        units = self.survey.units
        return (
            0 <= at < len(units)
            and units[at].text.startswith("——")
            and units[at].text[-1] in "；;。！？"
        )

    def _take_fact(self, at: int) -> int:
        """Take a fact about the work of which a review speaks."""
        if at not in self.survey.facts or at in self.survey.series:
            return 0
        self.draft.single(self.survey.units[at], Role.CREDIT, blanks=True)
        return at + 1

    def _take_rows(self, at: int) -> int:
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

    def _take_listing(self, at: int) -> int:
        """Take a line between the fences of a program."""
        unit = self.survey.units[at]
        if not unit.code:
            return 0
        self.draft.single(unit, Role.BODY, blanks=True)
        return at + 1

    def _take_code(self, at: int) -> int:
        """Take the lines of a program, of which each stands by itself."""
        units, end = self.survey.units, at + 1
        while end < len(units) and are_code(units[end - 1].text, units[end].text):
            end += 1
        if end - at < _LISTING or self.draft.mid_sentence():
            return 0
        for unit in units[at:end]:
            self.draft.single(unit, Role.BODY, blanks=True)
        return end

    def _take_index_head(self, at: int) -> int:
        """Take the section over the entries of a year's index."""
        units = self.survey.units
        return self.headings.add(at, at + 1, "plain") if heads_index(units, at) else 0

    def _take_roll(self, at: int) -> int:
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
        while end < len(units) and is_roll_name(units[end].text):
            end += 1
        return end if opens or end - at >= _LEAST_ROLL else at

    def _take_back_head(self, at: int) -> int:
        """Take 致谢 and its kin over a paragraph."""
        text, following = self.survey.units[at].text, self.survey.after(at)
        if not is_back_head(text) or self.draft.mid_sentence() or following is None:
            return 0
        if not ends_sentence(following.text) or self.survey.starts[at] is not None:
            return 0
        return self.headings.add(at, at + 1, "plain")

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

    def _take_turn(self, at: int) -> int:
        """Take what somebody says in an interview."""
        unit = self.survey.units[at]
        turn = self.survey.speakers.turn(unit.text)
        if turn is None:
            return 0
        self.roles.current = Role.QUESTION if turn.asks else Role.ANSWER
        made = self.draft.begin(unit, self.roles.current)
        if turn.start:
            made.pieces[0] = self.draft.piece(unit, unit.text[turn.start :])
            self.draft.context.ledger.drop(unit.first, unit.text[: turn.start], "list-mark")
        made.speaker_end = len(squeeze(unit.text[turn.start : turn.end]))
        return at + 1

    def _take_bare_question(self, at: int) -> int:
        """Take what is asked without the asker's name, below one answer and above the next.

        Others asked with it: a heading stands above a question then.
        """
        units, turn = self.survey.units, self.survey.speakers.turn
        if self.roles.current is not Role.ANSWER or units[at].text[-1] not in "？?":
            return 0
        below = turn(units[at + 1].text) if at + 1 < len(units) else None
        if below is None or below.asks or self.draft.mid_sentence() or units[at].markup_level:
            return 0
        if at <= self._first_asked:
            return 0
        self.roles.current = Role.QUESTION
        self.draft.begin(units[at], Role.QUESTION)
        return at + 1

    @cached_property
    def _first_asked(self) -> int:
        """Where somebody asks by name for the first time, the number of units if nobody does."""
        units, turn = self.survey.units, self.survey.speakers.turn
        asked = (at for at, unit in enumerate(units) if (one := turn(unit.text)) and one.asks)
        return next(asked, len(units))

    def _take_foreign_head(self, at: int) -> int:
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
        return Role.KEYWORDS in roles and all(role in _FRONT_ROLES for role in roles)

    def _take_foreign(self, at: int, end: int) -> int:
        for unit in self.survey.units[at:end]:
            self.draft.single(unit, Role.PARALLEL_TITLE, blanks=True)
        return end

    def _take_labelled(self, at: int) -> int:
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
        if self.draft.open is None or self.draft.open.role not in (
            *_RUNNING,
            Role.REFERENCE,
        ):
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

    def _take_announcement(self, at: int) -> int:
        """Take a line that says what the next paragraph is: 编者按."""
        unit = self.survey.units[at]
        if (
            not standalone_note(unit.text)
            or self.draft.mid_sentence()
            or self.survey.after(at) is None
        ):
            return 0
        self.roles.pending = note_role(unit.text)
        self.draft.single(unit, self.roles.pending)
        return at + 1

    def _take_prose(self, at: int) -> int:
        """Take a heading, or a unit that goes on with a paragraph or begins one."""
        unit = self.survey.units[at]
        if at in self.survey.series and (taken := self.headings.take(at)):
            return taken
        if at in self.survey.dated:
            return self._take_dated(at)
        if not (is_document_number(unit.text) and self.draft.empty):
            goes_on = unit.opens is False and self.draft.carries_on(unit)
            taken = 0 if goes_on else self.headings.take(at)
            if taken:
                return taken
            if goes_on or self.draft.carries_on(unit):
                self.draft.go_on(unit)
                return at + 1
        self.draft.begin(unit, self.roles.take(at))
        return at + 1

    def _take_dated(self, at: int) -> int:
        """Take an entry of a calendar, which ends like the one before it."""
        self.draft.begin(self.survey.units[at], Role.LIST_ITEM)
        if at - 1 in self.survey.dated and at + 1 not in self.survey.dated:
            before, after = self.survey.units[at - 1].text, self.survey.after(at)
            if after is not None and after.gap and not ends_sentence(before):
                self.draft.close()  # 5月6日，澜州，年会（会员参加）: none of them is a sentence
        return at + 1

    # -- the whole ----------------------------------------------------------------

    def _sort(self) -> Body:
        """Lead-in before the first body block, biography and references after the last."""
        blocks = placed(with_even_run_ins(self.draft.blocks))
        first = 0
        while first < len(blocks) and _role(blocks[first]) in _FRONT_ROLES:
            first += 1
        last = len(blocks)
        while last > first and (
            _role(blocks[last - 1]) in _BACK_ROLES or _heads_references(blocks[last - 1])
        ):
            last -= 1
        return Body(blocks[:first], blocks[first:last], blocks[last:], self.notes.notes)


def _heads_abroad(text: str) -> bool:
    """True for a foreign line that is neither a cited work nor labelled, nor a sentence."""
    return (
        is_foreign(text)
        and (text[-1] != "." or SIGNED_ABROAD.match(text) is not None)
        and REFERENCE_ITEM.match(text) is None
        and labelled(text) is None
    )


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _heads_references(block: Block) -> bool:
    return isinstance(block, Heading) and is_reference_head(block.text.value)
