"""Assembles one article: headings, healed paragraphs, boxes, turns, notes, in reading order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from converter.clean.rules import ONE_BY_ONE
from converter.diagnostics import Span
from converter.hanzi import CIRCLED, HAN, dice, ends_sentence, is_han, key, squeeze, unopened, width
from converter.model import (
    Attribution,
    Block,
    Box,
    Change,
    Figure,
    Heading,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Text,
    Verse,
)
from converter.parse.boxes import (
    BoxStart,
    attribution_text,
    box_extent,
    box_start,
    decided_extent,
    decided_start,
    is_attribution,
    is_source,
)
from converter.parse.byline import read_byline
from converter.parse.context import Context, piece_of, span_of, spans_of
from converter.parse.headings import (
    Neighbourhood,
    Numbering,
    continuation,
    is_heading_text,
    levels,
    numbering,
    plain_heading,
)
from converter.parse.heal import NO_START, decide, is_short_item
from converter.parse.inline import Piece, tidy
from converter.parse.kinds import (
    REFERENCE_ITEM,
    Labelled,
    Speakers,
    is_date_line,
    is_reference_head,
    is_roll,
    is_salutation,
    labelled,
    note_role,
    standalone_note,
)
from converter.parse.paragraph import OpenParagraph, complete
from converter.parse.shapes import is_document_number
from converter.parse.tables import is_caption, is_figure, is_row, read_columns, read_table
from converter.segment import Unit, runs_over
from converter.segment.units import is_verse

_FRONT_ROLES = (Role.ABSTRACT, Role.KEYWORDS, Role.EDITOR_NOTE, Role.STANDFIRST, Role.FUNDING)
_BACK_ROLES = (Role.BIOGRAPHY, Role.CREDIT, Role.REFERENCE, Role.FUNDING)
_NOTE_START = re.compile(
    rf"^(?P<marker>[{CIRCLED}]|注\s*[①-⑳\d]{{1,2}}\s*[：:]|\*{{1,3}}|※)\s*(?P<rest>\S.*)$"
)
_READER = re.compile(r"(?:^|\s)(?:读者|讀者|网友|網友)\s*\S|^@\S")
_READER_NAMED = re.compile(r"(?:^|\s)(?:读者|讀者|网友|網友)\s+\S{2,8}$")
_LOOSE_DASH = re.compile(rf"^(?:一一(?![一{ONE_BY_ONE}])|—(?!—)|--|－－|──)(?=[{HAN}])")
_ONE_LINERS = (Role.CREDIT, Role.SALUTATION, Role.SIGNATURE, Role.KEYWORDS, Role.FUNDING)
_LIST_KINDS = frozenset(("arabic", "arabic-paren", "circled", "letter", "ordinal"))


@dataclass(slots=True)
class Body:
    """The blocks of an article, sorted into what leads in, what it says, and what follows."""

    front: list[Block] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    back: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


class Assembler:
    """Walks the units of one article once and builds its blocks."""

    def __init__(
        self,
        units: Sequence[Unit],
        context: Context,
        prefix: str,
        authors: Sequence[str] = (),
        house: str = "",
    ) -> None:
        self.units = units = _without_stray_rules(units, context)
        self.context = context
        self.prefix = prefix
        self.count = 0
        self.out: list[Block] = []
        self.headings: list[tuple[int, str]] = []
        self.notes: list[Note] = []
        self.open: OpenParagraph | None = None
        self.last_unit: Unit | None = None
        self.role = Role.BODY
        self.pending_role: Role | None = None
        self.references = False
        self.letter = False
        """Between the address of a letter and its signature."""
        self.numbers = [numbering(unit.text) for unit in units]
        self.starts = [self._start(unit) for unit in units]
        self._find_closed_boxes()
        self.speakers = Speakers(
            (unit.text for unit in units),
            (*context.profile.interviewers, *([house, f"《{house}》"] if house else [])),
            authors,
        )
        turns = [self.speakers.turn(unit.text) is not None for unit in units]
        self.quotes = _pull_quotes(units, self.starts, turns)
        self.run_in_kinds = self._run_in_kinds()
        self.heading_kinds = self._heading_kinds()

    def build(self) -> Body:
        """All blocks of the article."""
        at = 0
        while at < len(self.units):
            at = self._step(at)
        self._close()
        self._finish_headings()
        return self._sort()

    # -- one step ---------------------------------------------------------------

    def _start(self, unit: Unit) -> BoxStart | None:
        """The beginning of a box, as the editor or else the text says."""
        decided = self.context.decisions.boxes.get(unit.first)
        if decided is False:
            return None
        found = box_start(unit, self.context.profile)
        return decided_start(unit) if decided and found is None else found

    def _find_closed_boxes(self) -> None:
        """A short line, a paragraph and its source after it are a box, whatever its name.

        法条速递 is in no list of names; 摘自…… after one whole paragraph tells.
        """
        for at, unit in enumerate(self.units[:-2]):
            body, mark = self.units[at + 1], self.units[at + 2]
            if (
                self.starts[at] is None
                and self.numbers[at] is None
                and 2 <= width(unit.text) <= 8
                and unit.text[-1] not in "，。；：、？！…”』」）"
                and is_source(mark.text)
                and width(body.text) >= 24
                and ends_sentence(body.text)
                and self.starts[at + 1] is None
                and self.context.decisions.boxes.get(unit.first) is None
                and unit.first not in self.context.decisions.headings
                and (
                    not at
                    or ends_sentence(self.units[at - 1].text)
                    or width(self.units[at - 1].text) > 24
                )
            ):
                self.starts[at] = BoxStart(squeeze(unit.text), "", own_line=True)

    def _decided(self, at: int) -> int:
        """Take a unit as an editor has decided; the index after it, 0 if nobody has."""
        unit = self.units[at]
        level = self.context.decisions.headings.get(unit.first)
        if level:
            return self._add_heading(at, at + 1, f"level-{level}")
        if self.open is not None and self.context.joins.get(
            (self.open.pieces[-1].last, unit.first)
        ):
            self._continue(unit)
            return at + 1
        return 0

    def _leads_in(self, text: str) -> bool:
        """True for 编者的话：…… before the first word of an article, which is no box."""
        label = labelled(text)
        return (
            label is not None
            and label.role is Role.EDITOR_NOTE
            and label.end > 0
            and self.open is None
            and not self.out
        )

    def _step(self, at: int) -> int:
        decided = self._decided(at)
        if decided:
            return decided
        unit = self.units[at]
        text = unit.text
        start = self.starts[at]
        if start is not None and not self._leads_in(text):
            return self._box(at, start)
        quoted = self._quoted(at)
        if quoted:
            return quoted
        if is_row(text):
            found = read_table(self.units, at, self.context, None)
            if found is not None:
                self._interrupt(found.table)
                return found.end
        columns = read_columns(self.units, at, self.context)
        if columns is not None and not self._mid_sentence():
            self._interrupt(columns.table)
            return columns.end
        if is_caption(text) and at + 1 < len(self.units) and is_row(self.units[at + 1].text):
            found = read_table(self.units, at + 1, self.context, unit)
            if found is not None:
                self._interrupt(found.table)
                return found.end
        if is_figure(text) and not self._carries_on(unit):
            self._interrupt(Figure(self._text(unit, blanks=True), (span_of(unit),), self._id()))
            return at + 1
        if is_caption(text) and not self._carries_on(unit):
            self._interrupt(Figure(self._text(unit, blanks=True), (span_of(unit),), self._id()))
            return at + 1
        if at in self.quotes:
            return self._pull_quote(at)
        note = self._note(at)
        if note:
            return note
        if (
            is_attribution(text)
            and text.startswith("——")
            and not (self._mid_sentence() and ends_sentence(text))
        ):
            return self._attribution(at)
        end = self._verse(at)
        if end:
            return end
        return self._prose(at)

    def _prose(self, at: int) -> int:
        unit = self.units[at]
        turn = self.speakers.turn(unit.text)
        if turn is not None:
            self._close()
            self.role = Role.QUESTION if turn.asks else Role.ANSWER
            self._begin(unit, self.role).speaker_end = len(squeeze(unit.text[: turn.end]))
            return at + 1
        label = labelled(unit.text)
        if label is not None and (
            label.role not in (Role.CREDIT, Role.BIOGRAPHY) or label.end or not self._mid_sentence()
        ):
            self._labelled(unit, label)
            return at + 1
        if standalone_note(unit.text) and not self._mid_sentence() and at + 1 < len(self.units):
            self._close()
            self.pending_role = note_role(unit.text)
            self.out.append(
                Paragraph(self._text(unit), self.pending_role, (span_of(unit),), self._id())
            )
            return at + 1
        if is_document_number(unit.text) and not self.out and self.open is None:
            self._new_paragraph(at)
            return at + 1
        goes_on = unit.opens is False and self._carries_on(unit)
        taken = 0 if goes_on else self._heading(at)
        if taken:
            return taken
        if goes_on or self._carries_on(unit):
            self._continue(unit)
            return at + 1
        self._new_paragraph(at)
        return at + 1

    def _new_paragraph(self, at: int) -> None:
        unit = self.units[at]
        role = self.role
        if self.pending_role is not None:
            role, self.pending_role = self.pending_role, None
        elif self.references and REFERENCE_ITEM.match(unit.text):
            role = Role.REFERENCE
        elif is_document_number(unit.text):
            role = Role.CREDIT
        elif is_salutation(unit.text):
            role = Role.SALUTATION
        elif self._is_signature(at):
            role = Role.SIGNATURE
        elif role is Role.BODY and self._is_list_item(at):
            role = Role.LIST_ITEM
        if role in (Role.SALUTATION, Role.SIGNATURE):
            self.letter = role is Role.SALUTATION
        self._close()
        self._begin(unit, role)

    def _labelled(self, unit: Unit, label: Labelled) -> None:
        self._close()
        if label.role is Role.REFERENCE:
            self.references = True
        made = self._begin(unit, label.role)
        made.label_end = len(tidy(unit.text[: label.end])) if label.end else 0

    # -- paragraphs ---------------------------------------------------------------

    def _begin(self, unit: Unit, role: Role) -> OpenParagraph:
        made = OpenParagraph(self._id(), role)
        made.pieces.append(piece_of(unit, page=self.context.pages.get(unit.first, "")))
        self.open = made
        self.last_unit = unit
        return made

    def _mid_sentence(self) -> bool:
        if self.open is None or self.open.role in _ONE_LINERS:
            return False
        if self.open.role is Role.BIOGRAPHY and not is_han(self.open.last.rstrip()[-1:] or "。"):
            return False
        return not complete(self.open.last)

    def _carries_on(self, unit: Unit) -> bool:
        """True if the open paragraph goes on in this unit."""
        if self.open is None or self.open.role in _ONE_LINERS:
            return False
        if self.references and REFERENCE_ITEM.match(unit.text):
            return False
        if len(self.open.pieces) == 1 and is_short_item(self.open.raw):
            return False
        place = (self.open.pieces[-1].last, unit.first)
        forced = self.context.joins.get(place)
        if forced is None and _asks_on(self.open, unit):
            forced = True
        if forced is None and unit.opens is not None:
            forced = self._by_indent(unit)
        if forced is None and self.last_unit is not None and ends_sentence(self.open.last):
            forced = runs_over(self.last_unit, unit)
        if forced is not None:
            return forced
        return decide(self.open.raw[-1500:], unit.text, self.context.evidence).join

    def _by_indent(self, unit: Unit) -> bool | None:
        """What the first-line indent says: with it a paragraph begins, without it one goes on."""
        assert self.open is not None  # noqa: S101  (only called by _carries_on)
        place = (self.open.pieces[-1].last, unit.first)
        if unit.opens and unit.text[0] not in NO_START:
            self.context.joins[place] = False
            return False
        running = self.open.role in (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
        return True if unit.opens is False and running else None

    def _continue(self, unit: Unit) -> None:
        assert self.open is not None  # noqa: S101  (only called after _carries_on)
        made = decide(self.open.raw[-1500:], unit.text, self.context.evidence)
        if made.cut:
            lost = self.open.shorten(made.cut)
            line = self.open.pieces[-1].last
            self.context.ledger.drop(line, lost, "duplicate")
            self.context.ledger.doubt(
                "HEA001", Span(line, unit.first) if unit.first > line else line, text=lost
            )
        elif made.doubt == "doubled":
            line = self.open.pieces[-1].last
            self.context.ledger.doubt(
                "HEA002", Span(line, max(line, unit.first)), char=unit.text[:1]
            )
        text = self._with_dash(unit)
        self.open.pieces.append(piece_of(unit, text, page=self.context.pages.get(unit.first, "")))
        self.last_unit = unit

    def _with_dash(self, unit: Unit) -> str:
        """The text of a piece whose dash was misread: 补上了 | 一一果然 is 补上了 | ——果然.

        A line may begin with 一 or with a single dash by right; not in mid-sentence after
        a word (GB/T 15834-2011 §4.10: a dash is two em and does not divide).
        """
        assert self.open is not None  # noqa: S101  (only called by _continue)
        hit = _LOOSE_DASH.match(unit.text)
        if hit is None or not is_han(self.open.last.rstrip()[-1:] or "。"):
            return unit.text
        self.context.ledger.changes.append(Change(unit.first, 0, hit[0], "——", "dashes"))
        return "——" + unit.text[hit.end() :]

    def _close(self) -> None:
        if self.open is None:
            return
        made, self.open = self.open, None
        if made.role in (Role.BODY, Role.ANSWER, Role.QUESTION) and _breaks_off(made.raw):
            self.context.ledger.doubt("HEA003", made.pieces[-1].last, end=made.raw[-12:])
        self.out += made.close(self.context)

    def _interrupt(self, block: Block) -> None:
        """A block that may stand in the middle of a paragraph waits until that is whole."""
        if self.open is not None:
            self.open.interrupt(block)
        else:
            self.out.append(block)

    def _is_list_item(self, at: int) -> bool:
        number = self.numbers[at]
        return (
            number is not None and number.kind in _LIST_KINDS and width(self.units[at].text) <= 80
        )

    def _is_signature(self, at: int) -> bool:
        text = self.units[at].text
        if width(text) > 24 or self._mid_sentence():
            return False
        if is_date_line(text):
            return True
        rest = self.units[at + 1 : at + 3]
        if rest and is_date_line(rest[0].text) and width(text) <= 16 and text[-1] not in "，。：":
            return True
        if self.open is None or not ends_sentence(self.open.last):
            return False
        ends = not rest or is_salutation(rest[0].text)
        if self.letter and ends and width(text) <= 16 and text[-1] not in "，。：；、？！":
            return True  # the last line of a letter: another begins, or nothing follows
        if not self.units[at].gap:
            return False
        if _READER_NAMED.search(text):
            return True
        # A reader's name under a letter, the next letter or the end after it.
        named = read_byline(text)
        return (named is not None or _READER.search(text) is not None) and (
            not rest
            or (
                not self.speakers.names
                and self._number_at(at + 1) is None
                and width(rest[0].text) <= 24
            )
        )

    # -- headings -----------------------------------------------------------------

    def _run_in_kinds(self) -> dict[str, int]:
        """How often each kind of number opens a paragraph and not a heading."""
        counts: dict[str, int] = {}
        for unit, number in zip(self.units, self.numbers, strict=True):
            if number is not None and "。" in unit.text[:-1]:
                counts[number.kind] = counts.get(number.kind, 0) + 1
        return counts

    def _heading_kinds(self) -> dict[str, int]:
        """How often each kind of number opens what may be a heading."""
        counts: dict[str, int] = {}
        for unit, number in zip(self.units, self.numbers, strict=True):
            if number is not None and is_heading_text(unit.text):
                counts[number.kind] = counts.get(number.kind, 0) + 1
        return counts

    def _heading(self, at: int) -> int:
        """Take a heading; the index after it, 0 if the unit is none."""
        unit, number = self.units[at], self.numbers[at]
        if self.context.decisions.headings.get(unit.first) == 0:
            return 0
        if is_reference_head(unit.text) and not self._mid_sentence():
            self.references = True
            return self._add_heading(at, at + 1, "references")
        marked = unit.markup_level or unit.strong
        if number is not None and is_heading_text(unit.text) and not marked:
            if (
                self._breaks_sentence(at, number)
                or self._cut_run_in(at, number)
                or self._listed(at, number)
            ):
                return 0
            end = self._heading_end(at)
            return self._add_heading(at, end, number.kind)
        if self._cut_run_in_markup(unit):
            return 0
        if unit.markup_level or (unit.strong and self._may_be_bold_heading(unit)):
            end = self._heading_end(at) if number else at + 1
            return self._add_heading(at, end, number.kind if number else "plain")
        if number is None and self._is_plain_heading(at):
            return self._add_heading(at, at + 1, "plain")
        return 0

    def _cut_run_in_markup(self, unit: Unit) -> bool:
        """## （八）……。旗: text that breaks off after a run-in heading, and no heading."""
        return unit.markup_level > 0 and "。" in unit.text[:-1] and not ends_sentence(unit.text)

    def _may_be_bold_heading(self, unit: Unit) -> bool:
        """A bold line that is short and no sentence."""
        return (
            width(unit.text) <= 40 and unit.text[-1] not in "。；，、" and not self._mid_sentence()
        )

    def _breaks_sentence(self, at: int, number: Numbering) -> bool:
        """一、 in the middle of a broken sentence is an item, unless it opens a section."""
        if not self._mid_sentence() or self.open is None:
            return False
        return number.kind in _LIST_KINDS or width(self.units[at].text) > 40

    def _listed(self, at: int, number: Numbering) -> bool:
        """Short numbered lines in a row are a list, and so are those after a colon."""
        if number.kind not in _LIST_KINDS:
            return False
        following = self._number_at(at + 1)
        previous = self._number_at(at - 1)
        if (
            following is not None
            and following.kind == number.kind
            and following.value == number.value + 1
        ):
            return True
        if (
            previous is not None
            and previous.kind == number.kind
            and previous.value == number.value - 1
        ):
            return True
        return self.references or width(self.units[at].text) > 40

    def _number_at(self, at: int) -> Numbering | None:
        return self.numbers[at] if 0 <= at < len(self.units) else None

    def _cut_run_in(self, at: int, number: Numbering) -> bool:
        """（三）……新 | 局面。……: the first line of a run-in paragraph cut by the page."""
        if at + 1 >= len(self.units):
            return False
        unit, following = self.units[at], self.units[at + 1]
        weight = continuation(unit.text, following.text, self.context.trigrams)
        if self.run_in_kinds.get(number.kind, 0) > 0:
            weight += 0.3
        if following.text[0] in "，。；：、！？）”》":
            weight += 1.0
        if self._number_at(at + 1) is not None or self.starts[at + 1] is not None:
            weight -= 1.0
        if following.opens or not self._fills_line(unit):
            weight -= 0.5  # what the page cuts fills its line
        # One of them is the unit itself.
        if self.heading_kinds.get(number.kind, 0) > 1 and not self.run_in_kinds.get(number.kind):
            weight -= 0.4
        return weight >= 0.5

    def _fills_line(self, unit: Unit) -> bool:
        """True if a unit may be whole printed lines, or nobody knows how long they are."""
        measure = self.context.measure
        if not measure:
            return True
        size = width(unit.text)
        return any(
            abs(size + indent - max(1, round((size + indent) / measure)) * measure) <= 1.8
            for indent in (0.0, 2.0)
        )

    def _heading_end(self, at: int) -> int:
        """The end of a heading that was broken over two lines or pages."""
        unit = self.units[at]
        if at + 2 >= len(self.units) or width(unit.text) < 12:
            return at + 1
        following, after = self.units[at + 1], self.units[at + 2]
        if following.first in self.context.decisions.headings:
            return at + 1
        text = following.text
        if (
            width(text) > 24
            or self.numbers[at + 1] is not None
            or self.starts[at + 1] is not None
            or ends_sentence(text)
            or text[-1] in "，、；："
            or "。" in text
            or is_row(text)
            or is_attribution(text)
            or self.speakers.turn(text)
            or labelled(text)
        ):
            return at + 1
        if (
            width(after.text) < 24
            and self.numbers[at + 2] is None
            and not ends_sentence(after.text)
        ):
            return at + 1
        joined = continuation(text, after.text, self.context.trigrams)
        return at + 2 if joined < 0.3 else at + 1

    def _is_plain_heading(self, at: int) -> bool:
        following = self.units[at + 1] if at + 1 < len(self.units) else None
        if (
            not self._mid_sentence()
            and width(self.units[at].text) <= 12
            and self._stanza_end(at + 1)
        ):
            return self.units[at].text[-1] not in "，。；：、"
        if following is None or self._mid_sentence() or self._within_question(at):
            return False
        if self.references or self.pending_role is not None or is_salutation(self.units[at].text):
            return False
        if self._is_signature(at) or is_roll(self.units[at].text):
            return False
        score = plain_heading(
            self.units[at],
            Neighbourhood(
                before=self.open.last if self.open and self.open.role not in _ONE_LINERS else "",
                after=following,
                after_is_turn=self.speakers.turn(following.text) is not None,
                trigrams=self.context.trigrams,
                measure=self.context.measure,
            ),
        )
        return score >= 0.5

    def _within_question(self, at: int) -> bool:
        """True between the words of who asks and those of who answers: no heading there."""
        if self.open is None or self.open.role is not Role.QUESTION:
            return False
        turn = self.speakers.turn(self.units[at + 1].text) if at + 1 < len(self.units) else None
        return turn is not None and not turn.asks

    def _add_heading(self, at: int, end: int, kind: str) -> int:
        self._close()
        units = self.units[at:end]
        pieces = [piece_of(unit, page=self.context.pages.get(unit.first, "")) for unit in units]
        text = self.context.ledger.text(pieces, blanks=True)
        text = heading_blanks(text)
        self.headings.append((len(self.out), kind))
        self.out.append(Heading(text, 1, spans_of(units), self._id()))
        if (
            kind.startswith(("plain", "cn", "chapter", "level-"))
            and kind != "cn-paren"
            and self.role in (Role.QUESTION, Role.ANSWER)
        ):
            self.role = Role.BODY
        return end

    def _finish_headings(self) -> None:
        kinds = [kind for _, kind in self.headings if not kind.startswith("level-")]
        level = levels(
            [kind for kind in kinds if kind != "references"], self.context.profile.headings
        )
        for index, kind in self.headings:
            block = self.out[index]
            if isinstance(block, Heading):
                found = int(kind[6:]) if kind.startswith("level-") else level.get(kind, 1)
                self.out[index] = Heading(block.text, found, block.spans, block.id)

    # -- what interrupts ------------------------------------------------------------

    def _stops(self, start: int) -> frozenset[int]:
        """Units after a box that cannot be part of it."""
        found = set()
        for index in range(start + 1, min(len(self.units), start + 16)):
            text, number = self.units[index].text, self.numbers[index]
            if (
                self.starts[index] is not None
                or self.speakers.turn(text) is not None
                or (
                    number is not None
                    and number.kind in ("cn", "chapter", "part", "cn-paren")
                    and is_heading_text(text)
                )
                or (
                    (label := labelled(text)) is not None
                    and label.role in (Role.BIOGRAPHY, Role.CREDIT)
                )
            ):
                found.add(index)
        return frozenset(found)

    def _box(self, at: int, start: BoxStart) -> int:
        first = self.units[at]
        last = self.context.decisions.box_ends.get(first.first) or self._quoted_to(at)
        if last is not None:
            extent = decided_extent(self.units, at, start, last)
        else:
            extent = box_extent(
                self.units,
                at,
                start,
                self._stops(at),
                tail=self.open.raw[-80:] if self.open and self._mid_sentence() else "",
                trigrams=self.context.trigrams,
            )
        own = self._id()
        title = None
        if extent.title is not None:
            title = (
                self.context.ledger.text([piece_of(first, start.rest)], blanks=True)
                if extent.title == at
                else self._text(self.units[extent.title], blanks=True)
            )
        label_text = first.text[: len(first.text) - len(start.rest)] if start.rest else first.text
        self.context.ledger.drop(first.first, _without(label_text, start.label), "label-mark")
        blocks = self._box_blocks(at, start, extent.body)
        attribution = None
        if extent.attribution:
            units = [self.units[i] for i in extent.attribution]
            pieces = [piece_of(unit) for unit in units]
            bare = attribution_text(units[0].text)
            self.context.ledger.drop(units[0].first, _without(units[0].text, bare), "dash")
            pieces[0] = piece_of(units[0], bare)
            attribution = Attribution(
                self.context.ledger.text(pieces, blanks=True), spans_of(units)
            )
        else:
            self.context.ledger.doubt("BOX001", span_of(first), label=start.label)
        box = Box(
            start.label,
            title,
            blocks,
            attribution,
            "",
            -1,
            spans_of(self.units[at : extent.end]),
            own,
        )
        if not blocks:
            self.context.ledger.doubt("BOX002", span_of(first), label=start.label)
        if self.open is None and self.out and isinstance(self.out[-1], Paragraph):
            anchor = self.out[-1].id
            box = Box(
                box.label, box.title, box.blocks, box.attribution, anchor, -1, box.spans, box.id
            )
        self._interrupt(box)
        return extent.end

    def _quoted(self, at: int) -> int:
        """Lines that the OCR set apart and that have no label: a pull quote, if so few."""
        if not self.units[at].quoted:
            return 0
        last = self._quoted_to(at) or self.units[at].last
        end = at
        while end < len(self.units) and self.units[end].last <= last:
            end += 1
        mark = end - 1 if end - at > 1 and is_attribution(self.units[end - 1].text) else end
        texts = self.units[at:mark]
        if len(texts) > 3 or sum(width(unit.text) for unit in texts) > 200:
            return 0
        attribution = None
        if mark < end:
            unit = self.units[mark]
            bare = attribution_text(unit.text)
            self.context.ledger.drop(unit.first, _without(unit.text, bare), "dash")
            text = self.context.ledger.text([piece_of(unit, bare)], blanks=True)
            attribution = Attribution(text, (span_of(unit),))
        self._interrupt(
            PullQuote(
                tuple(self._text(unit) for unit in texts),
                attribution,
                spans_of(self.units[at:end]),
                self._id(),
            )
        )
        return end

    def _quoted_to(self, at: int) -> int | None:
        """The last line of a box that the OCR marked from its first line to its last."""
        end = at
        while end < len(self.units) and self.units[end].quoted:
            end += 1
        return self.units[end - 1].last if end > at + 1 else None

    def _box_blocks(self, at: int, start: BoxStart, body: tuple[int, ...]) -> tuple[Block, ...]:
        """The text of a box: its paragraphs, healed like those of the article."""
        groups: list[list[Piece]] = []
        for index in body:
            unit = self.units[index]
            text = start.rest if index == at else unit.text
            if groups and self._joined_in_box(groups[-1], unit, text):
                groups[-1].append(piece_of(unit, text))
            else:
                groups.append([piece_of(unit, text)])
        blocks: list[Block] = []
        for pieces in groups:
            spans = tuple(Span(piece.first, piece.last) for piece in pieces)
            blocks.append(Paragraph(self.context.ledger.text(pieces), Role.BODY, spans, self._id()))
        return tuple(blocks)

    def _joined_in_box(self, pieces: list[Piece], unit: Unit, text: str) -> bool:
        forced = self.context.joins.get((pieces[-1].last, unit.first))
        if forced is not None:
            return forced
        return decide("".join(piece.text for piece in pieces), text, self.context.evidence).join

    def _pull_quote(self, at: int) -> int:
        unit = self.units[at]
        text = self._text(unit)
        self._interrupt(PullQuote((text,), None, (span_of(unit),), self._id()))
        return at + 1

    def _attribution(self, at: int) -> int:
        """——某某 after a quotation that is no box: it belongs to the paragraph above."""
        unit = self.units[at]
        self._close()
        self._begin(unit, Role.SIGNATURE)
        self._close()
        return at + 1

    def _note(self, at: int) -> int:
        """A footnote at the foot of its page: its mark stands in the text before it."""
        unit = self.units[at]
        hit = _NOTE_START.match(unit.text)
        if hit is None:
            return 0
        marker = squeeze(hit["marker"]).removeprefix("注").rstrip("：:")
        following = self._number_at(at + 1)
        interrupts = (
            self._mid_sentence()
            and marker[0] in CIRCLED
            and (following is None or self._follows_as_note(marker, at))
        )
        if not (interrupts or self._is_next_note(marker, at) or self._is_marked(marker, at)):
            return 0
        number = len(self.notes) + 1
        end = at + 1
        pieces = [piece_of(unit, hit["rest"])]
        while (
            end < len(self.units)
            and not self.units[end].gap
            and not ends_sentence(self.units[end - 1].text)
            and self.numbers[end] is None
            and not _NOTE_START.match(self.units[end].text)
        ):
            pieces.append(piece_of(self.units[end]))
            end += 1
        spans = spans_of(self.units[at:end])
        lost = unit.text[: len(unit.text) - len(hit["rest"])]
        self.context.ledger.drop(unit.first, _without(lost, marker), "label-mark")
        self.notes.append(
            Note(f"{self.prefix}-n{number:02d}", marker, self.context.ledger.text(pieces), spans)
        )
        return end

    def _follows_as_note(self, marker: str, at: int) -> bool:
        """True if the next unit is the note after this one: ① and then ②."""
        text = self.units[at + 1].text
        return text[0] in CIRCLED and CIRCLED.index(text[0]) == CIRCLED.index(marker[0]) + 1

    def _is_next_note(self, marker: str, at: int) -> bool:
        """True if note ② ended right above this ③."""
        if not self.notes or marker[0] not in CIRCLED or not at:
            return False
        previous = self.notes[-1]
        return (
            previous.spans[-1].last == self.units[at - 1].last
            and previous.marker[0] in CIRCLED
            and CIRCLED.index(marker[0]) == CIRCLED.index(previous.marker[0]) + 1
        )

    def _is_marked(self, marker: str, at: int) -> bool:
        """True if the marker stands inside an earlier text, after a word or a full stop."""
        pattern = re.compile(
            rf"(?<=[{HAN}。，；：”》）%％℃a-zA-Z\d]){re.escape(marker)}(?!\s*$)|(?<=[。”》）]){re.escape(marker)}$"
        )
        seen = sum(1 for note in self.notes if note.marker == marker)
        found = 0
        for index in range(at - 1, max(-1, at - 400), -1):
            text = self.units[index].text
            if _NOTE_START.match(text) and text.startswith(marker):
                continue
            found += len(pattern.findall(text))
            if found > seen:
                return True
        return False

    def _verse(self, at: int) -> int:
        """Lines of verse: a block of short lines without a number or a speaker."""
        end = 0 if self._mid_sentence() else self._stanza_end(at)
        if not end:
            return 0
        group = self.units[at:end]
        self._close()
        lines = tuple(self._text(unit, blanks=True) for unit in group)
        self.out.append(Verse(lines, spans_of(group), self._id()))
        return end

    def _stanza_end(self, at: int) -> int:
        """The end of the stanza that begins at a unit, 0 if none does."""
        end = at
        while (
            end < len(self.units)
            and width(self.units[end].text) <= 24
            and (end == at or not self.units[end].gap)
        ):
            end += 1
        group = self.units[at:end]
        least = 2 if self.out and isinstance(self.out[-1], Verse) else 3
        if len(group) < least or any(unit.wrapped for unit in group):
            return 0
        if any(
            self.starts[i]
            or self.numbers[i]
            or labelled(self.units[i].text)
            or self.speakers.turn(self.units[i].text)
            or is_attribution(self.units[i].text)
            for i in range(at, end)
        ):
            return 0
        if len(group) == 2:
            return end if all(width(unit.text) <= 16 for unit in group) else 0
        return end if is_verse([unit.lines[0] for unit in group]) else 0

    # -- small things -----------------------------------------------------------------

    def _id(self) -> str:
        self.count += 1
        return f"{self.prefix}-b{self.count:03d}"

    def _text(self, unit: Unit, *, blanks: bool = False) -> Text:
        return self.context.ledger.text([piece_of(unit)], blanks=blanks)

    def _sort(self) -> Body:
        """Lead-in before the first body block, biography and references after the last."""
        blocks = self.out
        first = 0
        while first < len(blocks) and _role(blocks[first]) in _FRONT_ROLES:
            first += 1
        last = len(blocks)
        while last > first and (
            _role(blocks[last - 1]) in _BACK_ROLES or self._is_reference_heading(last - 1)
        ):
            last -= 1
        return Body(list(blocks[:first]), list(blocks[first:last]), list(blocks[last:]), self.notes)

    def _is_reference_heading(self, index: int) -> bool:
        block = self.out[index]
        return isinstance(block, Heading) and is_reference_head(block.text.value)


def _without_stray_rules(units: Sequence[Unit], context: Context) -> list[Unit]:
    """Take out the lone dashes that OCR puts before a table."""
    kept = []
    for index, unit in enumerate(units):
        following = units[index + 1] if index + 1 < len(units) else None
        if (
            re.fullmatch(r"[-–—:\s]{1,8}", unit.text)
            and following is not None
            and is_row(following.text)
        ):
            context.ledger.drop(unit.first, unit.text, "table-rule")
        else:
            kept.append(unit)
    return kept


def _asks_on(paragraph: OpenParagraph, unit: Unit) -> bool:
    """我们注意到…… | 这背后有哪些考虑？: a question is no question before its question mark."""
    return (
        paragraph.role is Role.QUESTION
        and paragraph.speaker_end > 0
        and unit.text.rstrip().endswith(("？", "?"))
        and not re.search("[？?]", paragraph.raw)
    )


def _role(block: Block) -> Role | None:
    return block.role if isinstance(block, Paragraph) else None


def _without(text: str, part: str) -> str:
    """What is left of ``text`` when the characters of ``part`` are taken out in order."""
    rest = list(squeeze(part))
    left = []
    for char in squeeze(text):
        if rest and char == rest[0]:
            rest.pop(0)
        else:
            left.append(char)
    return "".join(left)


def _breaks_off(text: str) -> bool:
    """True for a paragraph that stops in the middle of a sentence."""
    plain = text.rstrip()
    return width(plain) > 24 and not ends_sentence(plain) and plain[-1] not in "：；”）》」』—"


def heading_blanks(text: Text) -> Text:
    """Take blanks out of a heading that are a broken line and no pause.

    A heading whose clauses are parted by punctuation has no use for a blank, nor has one
    with less than four characters on a side of it.
    """
    value = text.value
    if " " not in value or (text.marks and any(m.kind.value in ("sub", "sup") for m in text.marks)):
        return text
    body = re.sub(
        r"^(?:[一二三四五六七八九十]{1,3}[、.．]\s*|\d[\d.]{0,6}(?:[、.．]\s*|\s+)|（.{1,3}）\s*)",
        "",
        value,
    )
    parts = [part for part in body.split(" ") if part]
    lead = value[: len(value) - len(body)].strip()
    marked = any(mark in body for mark in "，、：——")
    if marked or len(parts) > 3 or min((width(part) for part in parts), default=0) < 4:
        body = tidy(body)
    glue = " " if lead[-1:].isdigit() and re.match(r"[^\d]", body[:1] or "x") else ""
    joined = f"{lead}{glue}{body}" if lead else body
    if any(mark.end for mark in text.marks):
        return text
    return Text(joined, text.marks)


_LONGEST_QUOTE = 600
"""Characters of a pull quote; some journals set a whole paragraph large before an article."""


def _pull_quotes(
    units: Sequence[Unit], starts: Sequence[BoxStart | None], turns: Sequence[bool]
) -> frozenset[int]:
    """Units that say again, word for word or nearly so, what the article says elsewhere."""
    grams: Counter[str] = Counter()
    names = [key(unit.text) for unit in units]
    for name in names:
        parts = zip(name, name[1:], name[2:], name[3:], name[4:], strict=False)
        grams.update(map("".join, parts))
    where: Mapping[str, Sequence[int]] = {}
    found = set()
    for index, (unit, name) in enumerate(zip(units, names, strict=True)):
        if not 10 <= len(name) <= _LONGEST_QUOTE or starts[index] is not None or turns[index]:
            continue
        if is_attribution(unit.text) or unopened(unit.text):
            continue
        if len(name) > 60 and not ends_sentence(unit.text):
            continue
        if _goes_with_before(units, index):
            continue
        if numbering(unit.text) is not None or (len(name) < 18 and not _stands_alone(units, index)):
            continue
        own = Counter(name[i : i + 5] for i in range(len(name) - 4))
        again = sum(count for gram, count in own.items() if grams[gram] > count)
        needed = 0.85 if len(name) >= 18 else 1.0
        if again < needed * own.total():
            continue
        where = where or _places(names)
        if _elsewhere(names, where, index, needed) and _begins_clause(units, index):
            found.add(index)
    return frozenset(_one_of_two(units, names, found))


def _one_of_two(units: Sequence[Unit], names: Sequence[str], found: set[int]) -> set[int]:
    """Of two units that say the same, one is the quotation and the other the text."""
    left = set(found)
    ordered = sorted(found)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if {one, other} <= left and dice(names[one], names[other]) >= 0.9:
                less = min((one, other), key=lambda at: (_quotes_likely(units, at), at))
                left.discard(less)
    return left


def _quotes_likely(units: Sequence[Unit], at: int) -> int:
    """How much the place of a unit speaks for a pull quote: it interrupts, or fills no section."""
    unit = units[at]
    before = units[at - 1] if at else None
    after = units[at + 1] if at + 1 < len(units) else None
    score = -3 if unit.opens else 0
    score -= 0 if ends_sentence(unit.text) else 1
    if before is not None and width(before.text) > 24 and not ends_sentence(before.text):
        score += 2
    headed = before is not None and numbering(before.text) is not None
    ends = after is None or (numbering(after.text) is not None and is_heading_text(after.text))
    if headed and ends:
        score -= 2
    return score


def _goes_with_before(units: Sequence[Unit], index: int) -> bool:
    """True if a unit carries on the broken sentence before it, which nothing after it does."""
    before = units[index - 1].text.rstrip() if index else "。"
    if complete(before) or (not is_han(before[-1:] or "。") and before[-1:] not in "，、"):
        return False
    after = units[index + 1].text if index + 1 < len(units) else ""
    if (
        not after
        or numbering(after) is not None
        or (width(after) < 24 and not ends_sentence(after))
    ):
        return True
    joint = before[-3:] + units[index].text[:4]
    return any(joint in unit.text for unit in units)


def _begins_clause(units: Sequence[Unit], index: int) -> bool:
    """True if what is said again begins a clause where it is said first.

    A repetition from the middle of a clause is chance, and no pull quote. Where nothing
    begins alike, a character was misread, which is no reason to doubt.
    """
    head = units[index].text.lstrip("“「『")[:8]
    inside = False
    for other, unit in enumerate(units):
        at = unit.text.find(head) if other != index else -1
        if at == 0 or (at > 0 and not is_han(unit.text[at - 1])):
            return True
        inside = inside or at > 0
    return not inside


def _stands_alone(units: Sequence[Unit], index: int) -> bool:
    """True for a whole sentence between whole sentences."""
    before = units[index - 1].text if index else "。"
    if not units[index].gap or (index + 1 < len(units) and not units[index + 1].gap):
        return False
    return ends_sentence(units[index].text) and ends_sentence(before)


def _places(names: Sequence[str]) -> dict[str, list[int]]:
    """In which units each gram of four characters stands."""
    where: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        for gram in {name[i : i + 4] for i in range(len(name) - 3)}:
            where.setdefault(gram, []).append(number)
    return where


def _elsewhere(
    names: Sequence[str], where: Mapping[str, Sequence[int]], index: int, needed: float
) -> bool:
    """True if one other unit, or two neighbours joined, hold nearly all of a unit's text.

    ``where`` is what :func:`_places` tells.
    """
    name = names[index]
    own = {name[i : i + 4] for i in range(len(name) - 3)}
    # So many may be missing, or stand where two neighbours meet; one more cannot.
    spare = int((1 - needed) * len(own)) + 3 + 1
    rarest = sorted(own, key=lambda gram: (len(where[gram]), gram))[:spare]
    others = {number - back for gram in rarest for number in where[gram] for back in (0, 1)}
    for other in sorted(others):
        if other < 0 or index in (other, other + 1):
            continue
        text = names[other] + (names[other + 1] if other + 1 < len(names) else "")
        # Two pieces may hold as much as the quotation; one has to hold more, or all of it.
        if len(text) < 0.9 * len(name) or (len(name) < 60 and len(text) <= len(name)):
            continue
        if len(name) < 60 and len(names[other]) < len(name) and other > index:
            continue
        hits = sum(1 for gram in own if gram in text)
        if hits >= needed * len(own):
            return True
    return False
