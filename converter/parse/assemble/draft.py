"""The article as far as it is written: finished blocks, and the paragraph still open."""

from __future__ import annotations

import math

from converter import patterns as re
from converter.clean.dashes import CLAUSE_STARTS, ONE_BY_ONE
from converter.diagnostics import Span
from converter.hanzi import HAN, ends_sentence, is_han, unclosed, width
from converter.model import Block, Change, Paragraph, Role, Table, Text
from converter.parse.context import Context, piece_of, span_of
from converter.parse.geometry import INDENT
from converter.parse.headings import ends_row, numbering
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
    is_short_item,
)
from converter.parse.inline import Piece
from converter.parse.items import item_form
from converter.parse.kinds import REFERENCE_ITEM, is_foreign, labelled
from converter.parse.paragraph import OpenParagraph, complete
from converter.parse.rolls import is_roll
from converter.segment import Unit, runs_over
from converter.segment.units import is_days, is_fact
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


class Draft:
    """Takes the blocks of an article one after the other, and joins what the page cut."""

    def __init__(
        self, prefix: str, context: Context, *, blocks: bool = False, apart: bool = False
    ) -> None:
        self.prefix = prefix
        self.context = context
        self.as_blocks = blocks
        """Hard-wrapped paragraphs begin with a full line, which tells nothing of a page break."""
        self.apart = apart
        """What somebody says begins a paragraph below 他说：."""
        self.blocks: list[Block] = []
        self.open: OpenParagraph | None = None
        self.references = False
        """The list of references has begun."""
        self._quotes = False
        """The paragraph above leaves a quotation open, which this one goes on with."""
        self._last_unit: Unit | None = None
        self._count = 0
        self._asked = ("", 0, "", "")
        self._decided = decide("", "")
        self._end: tuple[Piece, Role, Block | None] | None = None
        self._breaks_off = False
        """What was last said of the end of what is open, and of which."""

    @property
    def empty(self) -> bool:
        """True before the first word of the article."""
        return self.open is None and not self.blocks

    @property
    def unbegun(self) -> bool:
        """True before its text: nothing stands there but facts, 时间：…… and the like."""
        texts = [block.text.value for block in self.blocks if isinstance(block, Paragraph)]
        if self.open is not None:
            texts.append(self.open.raw)
        whole = len(texts) == len(self.blocks) + (self.open is not None)
        return whole and len(texts) <= _FACTS and all(map(_is_labelled, texts))

    def new_id(self) -> str:
        """The identifier of the next block."""
        self._count += 1
        return f"{self.prefix}-b{self._count:03d}"

    def text(self, unit: Unit, *, blanks: bool = False) -> Text:
        """The text of a single unit."""
        if unit.code:  # a program means what it says
            return Text(" ".join(unit.text.split()))
        return self.context.ledger.text([piece_of(unit)], blanks=blanks)

    def piece(self, unit: Unit, text: str | None = None) -> Piece:
        """A unit of running text, with the printed page that begins at it."""
        return piece_of(unit, text, page=self.context.pages.get(unit.first, ""))

    # -- the open paragraph -------------------------------------------------------

    def begin(self, unit: Unit, role: Role) -> OpenParagraph:
        """Close the open paragraph and open another."""
        self.close()
        made = OpenParagraph(self.new_id(), role)
        made.pieces.append(self.piece(unit))
        self.open = made
        self._last_unit = unit
        return made

    def close(self) -> None:
        """Finish the open paragraph, if there is one."""
        if self.open is None:
            return
        made, self.open = self.open, None
        raw = made.raw
        if made.role in (Role.BODY, Role.ANSWER, Role.QUESTION) and _breaks_off(raw):
            self.context.ledger.doubt("HEA003", made.pieces[-1].last, end=raw[-12:])
        if made.role is Role.BODY and not self._quotes:
            made.open_quotation(self.context)
        self._quotes = "“" in unclosed(made.raw) if "“" in made.raw else False
        self.blocks += made.close(self.context)

    def single(self, unit: Unit, role: Role, *, blanks: bool = False) -> None:
        """Add a paragraph of one unit that is whole; its ``blanks`` may part names."""
        self.close()
        text = self.text(unit, blanks=blanks)
        self.blocks.append(Paragraph(text, role, (span_of(unit),), self.new_id()))

    def set_below(self, unit: Unit, role: Role, label_end: int) -> None:
        """Add a whole paragraph, with a label perhaps, that interrupts a sentence."""
        made = OpenParagraph(self.new_id(), role, label_end=label_end)
        made.pieces.append(self.piece(unit))
        for block in made.close(self.context):
            self.interrupt(block)

    def interrupt(self, block: Block) -> None:
        """A block that may stand in the middle of a paragraph waits until that is whole."""
        if self.open is not None:
            self.open.interrupt(block)
        else:
            self.blocks.append(block)

    def last_table(self) -> Table | None:
        """The table right above, with nothing of the text below it yet."""
        beside = self.blocks if self.open is None else self.open.below()
        return beside[-1] if beside and isinstance(beside[-1], Table) else None

    def put_for_last(self, block: Block) -> None:
        """Put a block in the place of the one right above, which it goes on with."""
        (self.blocks if self.open is None else self.open.after)[-1] = block

    def closed_by_credit(self) -> bool:
        """True below who edited the article, with which it ends."""
        before = self.open or (self.blocks[-1] if self.blocks else None)
        return getattr(before, "role", None) is Role.CREDIT

    @property
    def talks(self) -> bool:
        """True within what somebody asks or answers."""
        return self.open is not None and self.open.role in (Role.ANSWER, Role.QUESTION)

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
        if paragraph.role in ONE_LINERS or complete(paragraph.last) or self._ends_unmarked():
            return False
        if self.context.uncut:
            return False
        if self.ends_item():
            return False
        last = paragraph.last.rstrip()[-1:]
        return paragraph.role is not Role.BIOGRAPHY or is_han(last or "。")

    # -- going on -----------------------------------------------------------------

    def joined_by_decision(self, unit: Unit) -> bool:
        """True if an editor or the page has joined a unit to the open paragraph."""
        return self.open is not None and bool(self.context.joins.get(_place(self.open, unit)))

    def carries_on(self, unit: Unit) -> bool:
        """True if the open paragraph goes on in this unit."""
        if self.open is None or self.open.role in ONE_LINERS:
            return False
        if unit.bullet or (self.references and REFERENCE_ITEM.match(unit.text)):
            return False
        if self._ends_unmarked() or self._ends_item(unit):
            return False
        if self.open.role is Role.ABSTRACT and self._goes_on_abroad(unit):
            return True
        if self.open.role is Role.BIOGRAPHY and _REACHED.search(self.open.last.rstrip()):
            return False  # …… 沂川 199021, which ends who somebody is
        if self.open.role is Role.BIOGRAPHY and _PLACED.match(self.open.raw) and unit.gap:
            return self.open.last.rstrip()[-1:] in tuple("，、；")
        if self.open.role is Role.BIOGRAPHY and self.open.last.rstrip()[-1:] in tuple("》」』"):
            return unit.text[0] in "《、，" and ends_sentence(unit.text)  # ……著有《一文钱的来历》
        if self.open.role is Role.REFERENCE and self.open.last.rstrip()[-1:] in tuple("：:，,"):
            return True  # the place of a publisher: 云川： | 某某出版社，2019.
        if _is_formula(unit.text) or _is_formula(self.open.last):
            return False
        if unit.gap and self._meets_equation(unit.text, self.open):
            return False
        if self.open.last.startswith(("☞", "☛", "👉")):
            return False  # a hand that points elsewhere
        # What stands flush below an item that breaks off carries it on.
        cut = unit.opens is False and not ends_sentence(self.open.last)
        alike = len(self.open.pieces) == 1 and _lists_alike(self.open.raw, unit.text)
        if not cut and (self.ends_item() or alike):
            return False
        forced = self.context.joins.get(_place(self.open, unit))
        if forced is None and _asks_on(self.open, unit):
            forced = True
        if forced is None and self._counts_on(self.open, unit):
            return False
        if forced is None and unit.opens is not None:
            forced = self._by_indent(self.open, unit)
        if forced is None and self._last_unit is not None and ends_sentence(self.open.last):
            over = runs_over(self._last_unit, unit, self.context.measure)
            forced = None if over and self.as_blocks else over
        if forced is None and self.open.last.rstrip().endswith("：") and unit.gap:
            forced = False if _ends_early(self._last_unit) else None
        if forced is not None:
            return forced
        if self._breaks_short(unit):
            return False
        made = self._decision(self.open, unit)
        if made.reason == QUOTED and (self._sets_apart(unit) or self._stops_short()):
            return False
        if made.reason == CLOSED_BELOW and self._is_within_page(unit):
            return False  # OCR has lost the mark that closes what is quoted
        if made.reason == COLON and self._is_overleaf(unit):
            return explains_overleaf(self.open.tail(_REMEMBERED), unit.text)
        if made.reason == NO_STOP and not made.cut and self._ends_clause(unit):
            return False
        if made.reason == NO_STOP and self.context.uncut and unit.gap:
            return False
        if made.reason == NO_STOP and self.context.uncut_within and self._is_within_page(unit):
            return self.open.last.rstrip()[-1:] in "，、"
        return made.join and not (made.reason == SERIES and self._stops_short())

    def _ends_clause(self, unit: Unit) -> bool:
        """True for ……； above a blank line, where no page breaks: each clause is a paragraph of its own.

        A page ends so now and then, but then its last line is full, and a running head or a
        folio follows where others have one. Clauses behind a sentence are none of such a row.
        """
        above = self._last_unit
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
        above = self._last_unit
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

    def _tells_fact(self) -> bool:
        """True for 时间：2019年6月3日 on a line of its own: nothing goes on behind it.

        Nor does anything behind 10月24—26日, and where the meeting is.
        """
        if self.open is None or len(self.open.pieces) > 1:
            return False
        before = self.blocks[-1] if self.blocks else None
        above = before.text.value if isinstance(before, Paragraph) else ""
        place = is_days(above or "-") and width(self.open.raw) <= MEETING
        if place or is_days(self.open.raw.strip()):
            return True
        if self.context.measure:
            return False
        text = self.open.raw.strip()
        return width(text) <= _FACT and is_fact(text) and text[-1] not in "，、；"

    def is_stub(self) -> bool:
        """True for a few characters without a mark: the first line of a cut paragraph is full."""
        above = self._last_unit
        if self.open is None or above is None or above.wrapped or len(self.open.pieces) > 1:
            return False
        text = self.open.raw.strip()
        return (
            self.open.role is Role.BODY
            and above.opens is None
            and not self.context.measure
            and width(text) <= _STUB
            and re.fullmatch(rf"[{HAN}]{{2,}}", text) is not None  # one is an initial
        )

    def _ends_item(self, unit: Unit) -> bool:
        """True for ……； above a short line that no blank line parts from it: each is one of a list."""
        above = self._last_unit
        if above is None or self.context.measure or above.text[-1] not in "；;":
            return False
        if unit.gap or above.wrapped or unit.wrapped:
            return False
        near = unit.first == above.last + 1 and self.open is not None and len(self.open.pieces) == 1
        return near and max(width(above.text), width(unit.text)) <= _ITEM

    def _meets_equation(self, text: str, above: OpenParagraph) -> bool:
        """True for τ=ρgRJ below ……按下式计算：, and for what stands below such a line."""
        if len(above.pieces) == 1 and _EQUATION.match(above.last.strip()):
            return True
        told = above.last.rstrip()
        return (told[-1:] == "：" or ends_sentence(told)) and _EQUATION.match(text) is not None

    def _is_overleaf(self, unit: Unit) -> bool:
        """True if a page breaks between the open paragraph and a unit, as its head or folio tells."""
        above = self._last_unit
        return above is not None and self.context.page_breaks(above.last, unit.first)

    def _is_within_page(self, unit: Unit) -> bool:
        """True for what a blank line alone parts, where running heads or folios tell the pages."""
        above = self._last_unit
        if above is None or above.wrapped or unit.wrapped or not self.context.furniture:
            return False
        fed = unit.lines[0].text.startswith("\f")
        return unit.gap and not fed and unit.first == above.last + 2

    def _sets_apart(self, unit: Unit) -> bool:
        """True for “……” alone below a blank line within a page: what somebody said, set apart.

        Where running heads and folios tell the pages, such a line is not at the edge of one. So
        is all that somebody says where it is the manner of the article.
        """
        above = self._last_unit
        whole = _QUOTATION.match(unit.text) is not None and self.context.furniture
        if not (whole or self.apart) or above is None or above.wrapped:
            return False
        return unit.gap and unit.first == above.last + 2

    def _stops_short(self) -> bool:
        """True if the last line of the open paragraph is far from full, as no page cuts it.

        四要…… after 三要…… may be a paragraph of its own all the same.
        """
        measure = self.context.measure
        if self._last_unit is not None and self._last_unit.wrapped:
            return _ends_early(self._last_unit)
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

    def ends_item(self) -> bool:
        """True behind ●香油, an item that needs no mark at its end."""
        return self.open is not None and len(self.open.pieces) == 1 and is_short_item(self.open.raw)

    def ends_bare(self) -> bool:
        """True if the items of a list, of which one is open, end without any mark."""
        before = self.blocks[-1] if self.blocks else None
        if self.open is None or not _is_bare(self.open.last) or not isinstance(before, Paragraph):
            return False
        text = before.text.value
        if not _is_bare(text):
            return False
        dot = self.open.raw[:1]
        dotted = dot in _DOTS and text[:1] == dot and width(self.open.raw) <= _DOTTED
        listed = self.open.role is before.role is Role.LIST_ITEM
        return listed or (dotted and len(self.open.pieces) == 1) or self.ends_labelled()

    def ends_labelled(self) -> bool:
        """True below 地点：南河埠头 and 时间：清晨, on a line each and without any mark at their ends."""
        before = self.blocks[-1] if self.blocks else None
        if self.open is None or not isinstance(before, Paragraph):
            return False
        pair = (before.text.value, self.open.raw)
        return self.open.role is before.role and all(
            _is_bare(text) and _is_labelled(text) for text in pair
        )

    def _ends_unmarked(self) -> bool:
        """True where what is open has no mark at its end, and is over all the same."""
        row = self.open is not None and ends_row(self.open.raw)
        return row or self.ends_bare() or self._ends_roll() or self.is_stub() or self._tells_fact()

    def _ends_roll(self) -> bool:
        """True behind 与谈：张三（教授） 李四（作家）, which ends without any mark, too."""
        if self.open is None or self.open.last.rstrip()[-1:] not in _BRACKETS:
            return False
        return is_roll(self.open.raw)

    def _by_indent(self, paragraph: OpenParagraph, unit: Unit) -> bool | None:
        """What the first-line indent says: with it a paragraph begins, without it one goes on."""
        if unit.opens and unit.text[0] not in NO_START:
            self.context.joins[_place(paragraph, unit)] = False
            return False
        running = paragraph.role in (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
        return True if unit.opens is False and running else None

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
        self.open.pieces.append(self.piece(unit, self._with_dash(self.open, unit)))
        self._last_unit = unit

    def _with_dash(self, paragraph: OpenParagraph, unit: Unit) -> str:
        """The text of a piece whose dash was misread: 补上了 | 一一果然 is 补上了 | ——果然.

        A line may begin with 一 or with a single dash by right; not in mid-sentence after
        a word (GB/T 15834-2011 §4.10: a dash is two em and does not divide).
        """
        hit = _LOOSE_DASH.match(unit.text)
        last = paragraph.last.rstrip()[-1:] or "。"
        if hit is None or not is_han(last) or (hit[0][0] == "一" and last in _BEFORE_ONE):
            return unit.text
        self.context.ledger.changes.append(Change(unit.first, 0, hit[0], "——", "dashes"))
        return "——" + unit.text[hit.end() :]


_BEFORE_ONE = frozenset("唯惟第统統逐单單专專之万萬合划劃同")
"""唯 | 一一次: what makes a word with 一, which is no half of a dash there."""
_PLACED = re.compile(r"^[【（(]?\s*(?:作者)?(?:工作)?[单單]位\s*[】：:]")
"""作者单位：199301　某某医院心内科, which has no mark at its end."""
_REACHED = re.compile(r"(?<!\d)\d{6}$|@[\w-]+(?:\.[\w-]+)+$", re.ASCII)
"""A postcode, or an address in the network."""
_FORMULA = re.compile(r"^\$[^$]{3,}\$\s*[，。,.；;]?\s*[（(]\s*\d{1,2}(?:[.\-]\d{1,2})?\s*[）)]$")


_EQUATION = re.compile(
    r"^(?=.{3,60}$)[^\W\d_\u3400-\u9fff][^\s\u3400-\u9fff，。；：！？]{0,11}\s*[=＝≈≤≥]\s*[^\u3400-\u9fff，。；！？]+[，。]?(?:\s*[（(]\d{1,2}(?:[.\-]\d{1,2})?[）)])?$"
)
"""I = 0.31h + 1.7d　（1）: a letter, what it is equal to, and no word."""


_DOSES = re.compile(
    rf"^(?:[{HAN}]{{1,6}}\s?[\d.]{{1,4}}\s?(?:g|克|钱|錢|两|ml|毫升|枚|片|粒)[\s\u3000，、]*){{3,}}$"
)
"""沙参15g　麦冬15g　生地12g: what a prescription has."""
_MOVES = re.compile(r"^\d{1,3}[.．]\s?[A-Za-z][\w+#=.\-?! ]*\d[\w+#=.\-?! ]*$")
"""1.Ra5+ Kd6 2.Rb6+ Kc7: the moves of a game."""


def _is_formula(text: str) -> bool:
    """True for a formula on a line of its own, with its number perhaps: $E=mc^2$ (1)."""
    if (text[:1].isdecimal() and _MOVES.match(text)) or _DOSES.match(text):
        return True
    return text[:1] == "$" and (text.startswith("$$") or _FORMULA.match(text.strip()) is not None)


def _ends_early(unit: Unit | None) -> bool:
    """True for printed lines of which the last fills no half of its column: no page cut it."""
    if unit is None or not unit.wrapped:
        return False
    *full, last = (width(line.text.strip()) for line in unit.lines)
    return last <= max(full) / 2


def _is_bare(text: str) -> bool:
    return text.rstrip()[-1:].isalnum()


def _is_labelled(text: str) -> bool:
    return width(text) <= _LABELLED and item_form(text) == "label"


_DOTS = frozenset("•●■◆▪◎○□▲△★☆")
_DOTTED = 80
"""Em of an item that no page has cut, as far as those of its list tell."""
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


_BRACKETS = ("）", ")")
_FACTS = 6
MEETING = 16
"""The most em of where a meeting is."""
_LABELLED = 40
"""Em of a fact under a label, such as 时间：……, that ends with its line."""


def _place(paragraph: OpenParagraph, unit: Unit) -> tuple[int, int]:
    """The lines on both sides of the gap between a paragraph and a unit."""
    return paragraph.pieces[-1].last, unit.first


_STUB = 6
_FACT = 20
_ITEM = 36
"""Em of an item of a list on one line."""


def _asks_on(paragraph: OpenParagraph, unit: Unit) -> bool:
    """我们注意到…… | 这背后有哪些考虑？: a question is no question before its question mark."""
    return (
        paragraph.role is Role.QUESTION
        and paragraph.speaker_end > 0
        and unit.text.rstrip().endswith(("？", "?"))
        and not re.search("[？?]", paragraph.raw)
    )


def _breaks_off(text: str) -> bool:
    """True for a paragraph that stops in the middle of a sentence."""
    plain = text.rstrip()
    return not ends_sentence(plain) and plain[-1:] not in "：；”）》」』—" and width(plain) > 24
