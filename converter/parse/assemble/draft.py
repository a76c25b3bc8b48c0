"""The article as far as it is written, and whether what is open goes on below."""

from __future__ import annotations

import math

from converter import patterns as re
from converter.clean.dashes import CLAUSE_STARTS, ONE_BY_ONE
from converter.clean.lone_dashes import NAME as DASHES
from converter.diagnostics import Span
from converter.hanzi import HAN, ends_sentence, is_han, unclosed, width
from converter.model import Block, Change, Role
from converter.parse.assemble.formulas import is_formula, meets_equation
from converter.parse.assemble.unmarked_ends import Ends
from converter.parse.assemble.written import halves_of
from converter.parse.context import Context
from converter.parse.cut_colons import is_cut_behind_colon
from converter.parse.geometry import INDENT
from converter.parse.headings import numbering
from converter.parse.heal import (
    CLOSED_BELOW,
    COLON,
    NO_START,
    NO_STOP,
    QUOTED,
    SERIES,
    Decision,
    decide,
    explains_overleaf,
)
from converter.parse.inline import Piece
from converter.parse.kinds import REFERENCE_ITEM, is_foreign, labelled
from converter.parse.paragraph import OpenParagraph, complete
from converter.parse.tables import is_figure
from converter.segment import Unit, runs_over
from converter.segment.units import printed_width
from converter.segment.units.starts import needed

_LOOSE_DASH = re.compile(
    rf"^(?:一一(?={CLAUSE_STARTS})|一一(?![一{ONE_BY_ONE}])|—(?!—)|--|－－|──)(?=[{HAN}])"
)
_QUOTATION = re.compile(r"^(?:“[^“”]{2,}”|「[^「」]{2,}」)$")
ONE_LINERS = (Role.CREDIT, Role.SALUTATION, Role.SIGNATURE, Role.KEYWORDS, Role.FUNDING)
"""Paragraphs that end with their line."""
_ROOM = 4.5
"""So many em of a line no printer leaves empty."""
_SHORT, _STRAY = 1.1, 0.6
"""By so many em, and more with each line, strays the last line of a text that a page cuts."""
_REMEMBERED = 1500
"""So many characters of a paragraph tell whether it goes on."""


_SAID_ALONE = re.compile("^(?:“[^“”]{6,36}[。！？]”|「[^「」]{6,36}[。！？]」)$")
"""“你把伞丢了，雨还是会下。” between paragraphs, where nobody says whose words these are."""


class Draft(Ends):
    """Takes the blocks of an article one after the other, and joins what the page cut."""

    def __init__(
        self, prefix: str, context: Context, *, blocks: bool = False, apart: bool = False
    ) -> None:
        super().__init__(prefix, context)
        self.as_blocks = blocks
        """Hard-wrapped paragraphs begin with a full line, which tells nothing of a page break."""
        self.apart = apart
        """What somebody says begins a paragraph below 他说：."""
        self.references = False
        """The list of references has begun."""
        self._asked = ("", 0, "", "")
        self._decided = decide("", "")
        self._end: tuple[Piece, Role, Block | None] | None = None
        self._breaks_off = False
        """What was last said of the end of what is open, and of which."""

    def mid_sentence(self) -> bool:
        """True if the open paragraph breaks off in the middle of a sentence.

        Nearly all readers ask for it at every unit.
        """
        paragraph, blocks = self.open, self.blocks
        if paragraph is None:
            return False
        asked = (paragraph.pieces[-1], paragraph.role, blocks[-1] if blocks else None)
        if asked != self._end:
            self._end, self._breaks_off = asked, self._is_broken(paragraph)
        return self._breaks_off

    def _is_broken(self, paragraph: OpenParagraph) -> bool:
        if paragraph.role in ONE_LINERS or self.ends_unmarked():
            return False
        if complete(paragraph.last) and not self._is_cut_behind_colon(paragraph):
            return False
        if self.context.uncut:
            return False
        if self.ends_item():
            return False
        last = paragraph.last.rstrip()[-1:]
        return paragraph.role is not Role.BIOGRAPHY or is_han(last or "。")

    def _is_cut_behind_colon(self, paragraph: OpenParagraph) -> bool:
        above, last = self.last_unit, paragraph.last.rstrip()
        return above is not None and last.endswith("：") and is_cut_behind_colon(above)

    # -- going on -----------------------------------------------------------------

    def joined_by_decision(self, unit: Unit) -> bool:
        """True if an editor or the page has joined a unit to the open paragraph."""
        return self.open is not None and bool(self.context.joins.get(_place(self.open, unit)))

    def carries_on(self, unit: Unit) -> bool:
        """True if the open paragraph goes on in this unit."""
        if self.open is None or self.open.role in ONE_LINERS:
            return False
        told = self._told_by_kind(self.open, unit)
        if told is None:
            told = self._told_in_print(self.open, unit)
        return self._told_in_words(self.open, unit) if told is None else told

    def _told_by_kind(self, above: OpenParagraph, unit: Unit) -> bool | None:
        """What the kinds of the two say: items, facts, formulas and the like; None for nothing."""
        if unit.bullet or (self.references and REFERENCE_ITEM.match(unit.text)):
            return False
        if self.ends_unmarked() or self.parts_items(unit):
            return False
        told = self._told_by_role(above, unit)
        if told is not None:
            return told
        if is_formula(unit.text) or is_formula(above.last):
            return False
        if unit.gap and meets_equation(unit.text, above):
            return False
        if above.last.startswith(("☞", "☛", "👉")):
            return False  # a hand that points elsewhere
        # What stands flush below an item that breaks off carries it on.
        cut = unit.opens is False and not ends_sentence(above.last)
        alike = len(above.pieces) == 1 and _lists_alike(above.raw, unit.text)
        return False if not cut and (self.ends_item() or alike) else None

    def _told_by_role(self, above: OpenParagraph, unit: Unit) -> bool | None:
        """What an abstract, the word on an author or a reference says; None for nothing."""
        if above.role is Role.ABSTRACT and self._goes_on_abroad(unit):
            return True
        if above.role not in (Role.BIOGRAPHY, Role.REFERENCE):
            return None
        last = above.last.rstrip()
        if above.role is Role.BIOGRAPHY:
            if _REACHED.search(last):
                return False  # …… 沂川 199021, which ends who somebody is
            if _PLACED.match(above.raw) and unit.gap:
                return last[-1:] in tuple("，、；")
            if last[-1:] in tuple("》」』"):
                return unit.text[0] in "《、，" and ends_sentence(
                    unit.text
                )  # ……著有《一文钱的来历》
        if above.role is Role.REFERENCE and last[-1:] in tuple("：:，,"):
            return True  # the place of a publisher: 云川： | 某某出版社，2019.
        return None

    def _told_in_print(self, above: OpenParagraph, unit: Unit) -> bool | None:
        """What an editor, numbers, indents and the lengths of lines say; None for nothing."""
        forced = self.context.joins.get(_place(above, unit))
        if forced is not None:
            return forced
        if _asks_on(above, unit):
            return True
        if self._counts_on(above, unit):
            return False
        if unit.opens is not None and (told := self._by_indent(above, unit)) is not None:
            return told
        if self.last_unit is not None and _may_be_over(above.last):
            over = runs_over(self.last_unit, unit, self.context.measure)
            if over is not None and not (over and self.as_blocks):
                return over
        if above.last.rstrip().endswith("：") and unit.gap and _ends_early(self.last_unit):
            return False
        return False if self._breaks_short(unit) else None

    def _told_in_words(self, above: OpenParagraph, unit: Unit) -> bool:
        """What the words on both sides of the gap say, where nothing else tells."""
        made = self._decision(above, unit)
        if made.reason == QUOTED and (self._sets_apart(unit) or self._stops_short()):
            return False
        if made.reason == CLOSED_BELOW and self._is_within_page(unit):
            return False  # OCR has lost the mark that closes what is quoted
        if made.reason == COLON and self._is_overleaf(unit):
            return explains_overleaf(above.tail(_REMEMBERED), unit.text)
        if made.reason == NO_STOP and not made.cut and self._ends_clause(unit):
            return False
        if made.reason == NO_STOP and self.context.uncut and unit.gap:
            return False
        if made.reason == NO_STOP and self.context.uncut_within and self._is_within_page(unit):
            return above.last.rstrip()[-1:] in "，、"
        return made.join and not (made.reason == SERIES and self._stops_short())

    def _ends_clause(self, unit: Unit) -> bool:
        """True for ……； above a blank line, where no page breaks: each clause is a paragraph of its own.

        A page ends so now and then, but then its last line is full, and a running head or a
        folio follows where others have one. Clauses behind a sentence are none of such a row.
        """
        above = self.last_unit
        if self.open is None or above is None or above.wrapped or unit.wrapped or not unit.gap:
            return False
        text = self.open.raw.rstrip()
        if text[-1:] not in tuple("；;") or _SENTENCE_ENDS.search(text) or unclosed(text):
            return False
        within = bool(self.context.furniture) and unit.first == above.last + 2
        return within or self._stops_short()

    def _breaks_short(self, unit: Unit) -> bool:
        """True for a printed line that had room for what the next one begins with: a paragraph ends there.

        Full lines beside it tell its column; short ones in a row may be verse, or stand within a frame.
        """
        above = self.last_unit
        if above is None or not self.context.measure or unit.gap or unit.first != above.last + 1:
            return False
        full = [line for one in (above, unit) if one.wrapped for line in one.lines[:-1]]
        if not full:
            return False
        size = width(above.lines[-1].text.strip()) + needed(unit.text)
        return size < max(width(line.text.strip()) for line in full) - _ROOM

    def _goes_on_abroad(self, unit: Unit) -> bool:
        """True for the next sentence of an abstract in English, which has one paragraph, overleaf."""
        if self.open is None or not (is_foreign(self.open.raw) and is_foreign(unit.text)):
            return False
        return unit.text[-1] == "." and labelled(unit.text) is None and self._is_overleaf(unit)

    def _counts_on(self, above: OpenParagraph, unit: Unit) -> bool:
        """True for （二）……。 below （一）……。: the next of some numbered paragraphs, be it without an indent."""
        if unit.text[0] != "（" or not above.raw.startswith("（") or not ends_sentence(above.last):
            return False
        one, other = numbering(above.raw), numbering(unit.text)
        if one is None or other is None or not one.kind == other.kind == "cn-paren":
            return False
        return one.value + 1 == other.value

    def _is_overleaf(self, unit: Unit) -> bool:
        """True if a page breaks between the open paragraph and a unit, as its head or folio tells."""
        above = self.last_unit
        return above is not None and self.context.page_breaks(above.last, unit.first)

    def _is_within_page(self, unit: Unit) -> bool:
        """True for what a blank line alone parts, where running heads or folios tell the pages."""
        above = self.last_unit
        if above is None or above.wrapped or unit.wrapped or not self.context.furniture:
            return False
        fed = unit.lines[0].text.startswith("\f")
        return unit.gap and not fed and unit.first == above.last + 2

    def _sets_apart(self, unit: Unit) -> bool:
        """True for “……” alone below a blank line within a page: what somebody said, set apart.

        Where running heads and folios tell the pages, such a line is not at the edge of one. So
        is all that somebody says where it is the manner of the article.
        """
        above = self.last_unit
        whole = _QUOTATION.match(unit.text) is not None and self.context.furniture
        if not (whole or self.apart) or above is None or above.wrapped:
            return False
        return unit.gap and unit.first == above.last + 2

    def _stops_short(self) -> bool:
        """True if the last line of the open paragraph is far from full, as no page cuts it.

        四要…… after 三要…… may be a paragraph of its own all the same.
        """
        measure = self.context.measure
        if self.last_unit is not None and self.last_unit.wrapped:
            return _ends_early(self.last_unit)
        if self.open is None or not measure or self.open.is_cut_by_block():
            return False  # beside a box its lines may be shorter
        size = width(self.open.last.strip()) + (INDENT if len(self.open.pieces) == 1 else 0.0)
        rest = abs(size - max(1, round(size / measure)) * measure)
        return rest > _SHORT + _STRAY * math.sqrt(size / measure)

    def _decision(self, paragraph: OpenParagraph, unit: Unit) -> Decision:
        """What the words on both sides of a gap say; first it is asked for, then followed."""
        asked = (paragraph.id, len(paragraph.pieces), paragraph.last, unit.text)
        if asked != self._asked:
            before = paragraph.tail(_REMEMBERED)
            self._asked, self._decided = asked, decide(before, unit.text, self.context.trigrams)
        return self._decided

    def _by_indent(self, paragraph: OpenParagraph, unit: Unit) -> bool | None:
        """What the first-line indent says: with it a paragraph begins, without it one goes on."""
        if unit.opens and unit.text[0] not in NO_START:
            self.context.joins[_place(paragraph, unit)] = False
            return False
        running = paragraph.role in (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
        if unit.opens is not False or not running:
            return None
        apart = unit.gap and ends_sentence(paragraph.last)  # what is set apart has no indent either
        if apart and self._has_ended(unit):
            return None
        return not (apart and (is_figure(unit.text) or _SAID_ALONE.match(unit.text)))

    def _has_ended(self, unit: Unit) -> bool:
        """True if the last of the printed lines above had room for what is set below a blank line.

        Beside a box the lines of a column are shorter, and where the lines are few they tell no column.
        """
        above = self.last_unit
        if above is None or self.open is None or self.open.is_cut_by_block() or not above.wrapped:
            return False
        *full, last = map(printed_width, above.lines)
        return last + needed(unit.text) < max(full) - _ROOM

    def go_on(self, unit: Unit) -> None:
        """Carry on the open paragraph, which there must be, in a unit."""
        assert self.open is not None  # noqa: S101  (only called after carries_on)
        ledger, line = self.context.ledger, self.open.pieces[-1].last
        made = self._decision(self.open, unit)
        if made.cut:
            lost = self.open.shorten(made.cut)
            ledger.drop(line, lost, "duplicate")
            ledger.doubt("HEA001", Span(line, unit.first) if unit.first > line else line, text=lost)
        elif made.doubt == "doubled":
            ledger.doubt("HEA002", Span(line, max(line, unit.first)), char=unit.text[:1])
        first, *rest = halves_of(unit) or [unit]
        self.open.pieces.append(self.piece(first, self._with_dash(self.open, first)))
        self.open.pieces += map(self.piece, rest)
        self.last_unit = unit

    def _with_dash(self, paragraph: OpenParagraph, unit: Unit) -> str:
        """The text of a piece whose dash was misread: 补上了 | 一一果然 is 补上了 | ——果然.

        A line may begin with 一 or with a single dash by right; not in mid-sentence after
        a word (GB/T 15834-2011 §4.10: a dash is two em and does not divide).
        """
        hit = None if DASHES in self.context.ledger.without else _LOOSE_DASH.match(unit.text)
        last = paragraph.last.rstrip()[-1:] or "。"
        if hit is None or not is_han(last) or (hit[0][0] == "一" and last in _BEFORE_ONE):
            return unit.text
        self.context.ledger.changes.append(Change(unit.first, 0, hit[0], "——", DASHES))
        return "——" + unit.text[hit.end() :]


_BEFORE_ONE = frozenset("唯惟第统統逐单單专專之万萬合划劃同")
"""唯 | 一一次: what makes a word with 一, which is no half of a dash there."""
_PLACED = re.compile(r"^[【（(]?\s*(?:作者)?(?:工作)?[单單]位\s*[】：:]")
"""作者单位：199301　某某医院心内科, which has no mark at its end."""
_REACHED = re.compile(r"(?<!\d)\d{6}$|@[\w-]+(?:\.[\w-]+)+$", re.ASCII)
"""A postcode, or an address in the network."""


def _ends_early(unit: Unit | None) -> bool:
    """True for printed lines of which the last fills no half of its column: no page cut it."""
    if unit is None or not unit.wrapped:
        return False
    *full, last = (width(line.text.strip()) for line in unit.lines)
    return last <= max(full) / 2


_WHO = re.compile(rf"^(?P<label>[{HAN}]{{3,10}})[：:]\s*\S")
_SHARED = 2
"""The least characters that two labels end with alike."""


_SENTENCE_ENDS = re.compile("[。！？]")


def _lists_alike(text: str, after: str) -> bool:
    """一审合议庭成员：…… above 二审合议庭成员：……: two lists of names, neither with a full stop."""
    one, other = _WHO.match(text), _WHO.match(after)
    if one is None or other is None or one["label"] == other["label"] or "。" in text:
        return False
    return one["label"][-_SHARED:] == other["label"][-_SHARED:]


def _may_be_over(text: str) -> bool:
    """True for the end of a sentence, and for 他有两样家当：, behind which as well a paragraph may begin."""
    return ends_sentence(text) or text.rstrip().endswith("：")


def _place(paragraph: OpenParagraph, unit: Unit) -> tuple[int, int]:
    """The lines on both sides of the gap between a paragraph and a unit."""
    return paragraph.pieces[-1].last, unit.first


def _asks_on(paragraph: OpenParagraph, unit: Unit) -> bool:
    """我们注意到…… | 这背后有哪些考虑？: a question is no question before its question mark."""
    return (
        paragraph.role is Role.QUESTION
        and paragraph.speaker_end > 0
        and unit.text.rstrip().endswith(("？", "?"))
        and not re.search("[？?]", paragraph.raw)
    )
