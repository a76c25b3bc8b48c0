"""What is written of an article: finished blocks, and the paragraph still open."""

from __future__ import annotations

from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, unclosed, width
from converter.model import Block, Paragraph, Role, Table, Text
from converter.parse.context import Context, piece_of, span_of
from converter.parse.inline import Piece
from converter.parse.items import item_form
from converter.parse.paragraph import OpenParagraph
from converter.segment import Unit


def halves_of(unit: Unit) -> list[Unit]:
    """The lines of a unit that has been put together, if blank ones part all of them; else []."""
    if unit.wrapped or len(unit.lines) == 1:
        return []
    lines = [line for line in unit.lines if not line.blank]
    apart = all(one.number + 1 < two.number for one, two in pairwise(lines))
    if not apart or "".join(line.text.strip() for line in lines) != unit.text:
        return []
    return [unit._replace(lines=(line,), text=line.text.strip()) for line in lines]


class Written:
    """Holds the blocks that are whole, and the paragraph that is open, and adds to them."""

    def __init__(self, prefix: str, context: Context) -> None:
        self.prefix = prefix
        self.context = context
        self.blocks: list[Block] = []
        self.open: OpenParagraph | None = None
        self.last_unit: Unit | None = None
        """The one that the open paragraph ends with."""
        self._quotes = False
        """The paragraph above leaves a quotation open, which this one goes on with."""
        self._count = 0

    @property
    def empty(self) -> bool:
        """True before the first word of the article."""
        return self.open is None and not self.blocks

    @property
    def unbegun(self) -> bool:
        """True before its text: nothing stands there but facts, 时间：…… and the like."""
        if len(self.blocks) > _FACTS:
            return False
        texts = [block.text.value for block in self.blocks if isinstance(block, Paragraph)]
        if self.open is not None:
            texts.append(self.open.raw)
        whole = len(texts) == len(self.blocks) + (self.open is not None)
        return whole and len(texts) <= _FACTS and all(map(is_labelled, texts))

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

    def pieces(self, unit: Unit) -> list[Piece]:
        """The same, with the halves of a sentence apart that a blank line parts."""
        return [self.piece(half) for half in halves_of(unit) or [unit]]

    def begin(self, unit: Unit, role: Role) -> OpenParagraph:
        """Close the open paragraph and open another."""
        self.close()
        made = OpenParagraph(self.new_id(), role)
        made.pieces += self.pieces(unit)
        self.open = made
        self.last_unit = unit
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


def is_labelled(text: str) -> bool:
    """True for 时间：…… and the like, a fact under a label."""
    return width(text) <= _LABELLED and item_form(text) == "label"


_FACTS = 6
_LABELLED = 40
"""Em of a fact under a label, such as 时间：……, that ends with its line."""


def _breaks_off(text: str) -> bool:
    """True for a paragraph that stops in the middle of a sentence."""
    plain = text.rstrip()
    if ends_sentence(plain) or plain[-1:] in "：；”）》」』—" or width(plain) <= 24:
        return False
    return _SAID_BY.search(plain) is None


_SAID_BY = re.compile(r"[。！？…”]\s*——[^。！？—]{2,40}$")
"""……是安静。——图书馆管理员某某: who says that."""
