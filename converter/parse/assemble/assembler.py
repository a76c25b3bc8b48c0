"""One walk over the units of an article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from converter.hanzi import ends_sentence, squeeze, width
from converter.model import Block, Heading, Note, Paragraph, Role
from converter.parse.assemble.abroad import ForeignReader
from converter.parse.assemble.box_blocks import BoxBlocks
from converter.parse.assemble.draft import Draft
from converter.parse.assemble.headings import HeadingReader
from converter.parse.assemble.insets import InsetReader
from converter.parse.assemble.introduced import sets_quotations_apart
from converter.parse.assemble.labelled_lines import LabelledReader
from converter.parse.assemble.lead_lines import tells_of_article
from converter.parse.assemble.notes import NoteReader
from converter.parse.assemble.people_rows import PeopleReader
from converter.parse.assemble.pictures import FigureReader
from converter.parse.assemble.placing import placed
from converter.parse.assemble.quotes import QuoteReader
from converter.parse.assemble.roles import FRONT_ROLES, Roles
from converter.parse.assemble.side_stories import SideStoryReader
from converter.parse.assemble.survey import Survey
from converter.parse.assemble.table_reader import TableReader
from converter.parse.assemble.unnamed_boxes import UnnamedBoxReader
from converter.parse.assemble.verse import VerseReader
from converter.parse.boxes import is_attribution
from converter.parse.context import Context
from converter.parse.kinds import (
    gathers_abstracts,
    is_back_head,
    is_reference_head,
    note_role,
    standalone_note,
)
from converter.parse.led import heads_index
from converter.parse.letters import with_letters_alike
from converter.parse.rolls import tells_of_meeting, tells_who_met
from converter.parse.run_ins import with_even_run_ins
from converter.parse.shapes import is_document_number
from converter.segment import Unit, set_as_blocks
from converter.segment.units import are_code
from converter.values import NamedTuple

_LISTING = 3
"""So many lines make a program."""
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
        boxes = BoxBlocks(self.survey, self.draft, self.notes)
        self.insets = InsetReader(self.survey, self.draft, boxes)
        self.stories = SideStoryReader(self.survey, self.draft, boxes)
        self.unnamed = UnnamedBoxReader(self.survey, self.draft, boxes)
        self.figures = FigureReader(self.survey, self.draft)
        self.people = PeopleReader(self.survey, self.draft)
        gathered = gathers_abstracts(unit.text for unit in self.survey.units)
        self.abroad = ForeignReader(self.survey, self.draft, self.headings, gathered=gathered)
        self.labelled = LabelledReader(self.survey, self.draft, stars)
        self.readers = self._in_order(gathered=gathered)

    def _in_order(self, *, gathered: bool) -> tuple[Callable[[int], int], ...]:
        """The readers: the surer one is of what it takes, the earlier it is asked."""
        # Each of several abstracts may say its title again, which is no pull quote.
        first = (self.abroad.take,) if gathered else ()
        return (
            *first,
            self._take_decided,
            self._take_bold_question,
            self._take_listing,
            self.insets.take_box,
            self.quotes.take_quoted,
            self.quotes.take_in_marks,
            self.quotes.take_said,
            self.stories.take,
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
            self.people.take_roll,
            self._take_meeting,
            self._take_code,
            self._take_back_head,
            self._take_index_head,
            self.people.take_rows,
            self.verse.take,
            self._take_turn,
            self._take_bare_question,
            self.abroad.take,
            self.labelled.take,
            self._take_announcement,
            self.unnamed.take,
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

    def _take_meeting(self, at: int) -> int:
        """Take a fact of a meeting in a row with when it was and who took part, each on a line of its own."""
        units = self.survey.units
        if "：" not in units[at].text or units[at].wrapped or ends_sentence(units[at].text):
            return 0
        if not tells_of_meeting(units[one].text for one in range(at, -1, -1)):
            return 0
        if not (
            tells_who_met(units[one].text for one in range(at, len(units)))
            or tells_who_met(units[one].text for one in range(at, -1, -1))
        ):
            return 0  # 时间：……, 地点：…… and 费用：…… of what is to come
        self.draft.single(units[at], Role.BODY, blanks=True)
        return at + 1

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

    def _take_back_head(self, at: int) -> int:
        """Take 致谢 and its kin over a paragraph."""
        text, following = self.survey.units[at].text, self.survey.after(at)
        if not is_back_head(text) or self.draft.mid_sentence() or following is None:
            return 0
        if not ends_sentence(following.text) or self.survey.starts[at] is not None:
            return 0
        return self.headings.add(at, at + 1, "plain")

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

    def _take_bold_question(self, at: int) -> int:
        """Take what is asked in bold type, without who asks; what is below it answers."""
        if at not in self._bold_questions:
            return 0
        self.draft.begin(self.survey.units[at], Role.QUESTION)
        self.draft.close()
        self.roles.current = Role.ANSWER
        return at + 1

    @cached_property
    def _bold_questions(self) -> frozenset[int]:
        """The questions in bold type, where nobody who speaks is named."""
        units = self.survey.units
        if self.survey.speakers.names or not any(unit.strong for unit in units):
            return frozenset()
        from converter.parse.assemble.bold_questions import bold_questions  # few talks have them

        return bold_questions(units)

    @cached_property
    def _first_asked(self) -> int:
        """Where somebody asks by name for the first time, the number of units if nobody does."""
        units, turn = self.survey.units, self.survey.speakers.turn
        asked = (at for at, unit in enumerate(units) if (one := turn(unit.text)) and one.asks)
        return next(asked, len(units))

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
            if tells_of_article(self.survey, self.draft, at):
                self.draft.single(unit, Role.STANDFIRST)
                return at + 1
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
        blocks = placed(with_letters_alike(with_even_run_ins(self.draft.blocks)))
        first = 0
        while first < len(blocks) and _role(blocks[first]) in FRONT_ROLES:
            first += 1
        last = len(blocks)
        while last > first and (
            _role(blocks[last - 1]) in _BACK_ROLES or _heads_references(blocks[last - 1])
        ):
            last -= 1
        return Body(blocks[:first], blocks[first:last], blocks[last:], self.notes.notes)


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _heads_references(block: Block) -> bool:
    return isinstance(block, Heading) and is_reference_head(block.text.value)
