"""A paragraph in progress: the pieces it was cut into and what interrupted it."""

from __future__ import annotations

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import HAN, ends_sentence, squeeze, unclosed, unopened, width
from converter.memo import per_issue
from converter.model import Block, Box, Mark, MarkKind, Paragraph, Role
from converter.parse.context import Context
from converter.parse.fact_lines import tells_facts
from converter.parse.farewells import is_farewell, opens_farewell
from converter.parse.headings import CHOICES, numbering, run_in_series
from converter.parse.heal import ends_with_name, is_bracketed
from converter.parse.inline import Piece, respaced, with_marks
from converter.values import dataclass, field

_FEW = 100
"""So many pieces back, a paragraph tells nothing of how it goes on."""
_LONGEST_SAID = 60
"""Characters of a sentence that somebody says."""
_SAID = re.compile(
    rf"^[{HAN}《\d][^“”‘’「」：:。！？]{{3,{_LONGEST_SAID}}}[。！？，]”(?![，。、；：])[^“”。！？]{{0,30}}?[说說道讲講问問答喊叫笑叹嘆念][^”]{{0,30}}"
)
_FIRST_SENTENCE = re.compile(r"^[^。！？]{2,60}?[。！？](?=.)")


@dataclass(slots=True, eq=False, repr=False)
class OpenParagraph:
    """Collects pieces until the paragraph is known to be complete."""

    id: str
    role: Role
    pieces: list[Piece] = field(default_factory=list)
    speaker_end: int = 0
    label_end: int = 0
    after: list[Block] = field(default_factory=list)
    """Blocks that interrupted it, to follow it in reading order."""
    offsets: list[int] = field(default_factory=list)
    _above: tuple[int, Piece | None, str] = (0, None, "")
    """How many pieces stood above the last when it was told, the first of them, their text."""

    @property
    def raw(self) -> str:
        """The text so far, as raw as its pieces.

        It is asked for at every unit: what was told is only added to. No piece but the first
        and the last ever changes.
        """
        pieces = self.pieces
        if len(pieces) == 1:  # as most are
            return pieces[0].text.strip()
        if not pieces:
            return ""
        count, first, text = self._above
        if first is not pieces[0]:
            count, text = 0, ""
        if count < len(pieces) - 1:
            text += "".join(piece.text.strip() for piece in pieces[count:-1])
            self._above = (len(pieces) - 1, pieces[0], text)
        return text + pieces[-1].text.strip()

    def tail(self, size: int) -> str:
        """The last ``size`` characters of the text so far, of its last few pieces at most."""
        parts: list[str] = []
        left = size
        for piece in reversed(self.pieces[-_FEW:]):
            parts.append(piece.text.strip())
            left -= len(parts[-1])
            if left <= 0:
                break
        return "".join(reversed(parts))[-size:]

    @property
    def last(self) -> str:
        """The text of the last piece."""
        return self.pieces[-1].text if self.pieces else ""

    def interrupt(self, block: Block) -> None:
        """Note a block that stands in the middle of the paragraph, or right after it."""
        self.after.append(block)
        self.offsets.append(len(self.pieces))

    def below(self) -> list[Block]:
        """The blocks right below what stands there so far."""
        return self.after if self.offsets and self.offsets[-1] == len(self.pieces) else []

    def is_cut_by_block(self) -> bool:
        """True if a block stands in its midst, above the last piece."""
        return any(0 < offset < len(self.pieces) for offset in self.offsets)

    def shorten(self, count: int) -> str:
        """Take ``count`` characters off the end and return them."""
        piece = self.pieces[-1]
        text = piece.text.rstrip()
        cut = text[len(text) - count :]
        self.pieces[-1] = piece._replace(text=text[: len(text) - count])
        return cut

    def open_quotation(self, context: Context) -> None:
        """Put back the mark that OCR has lost before the words with which the paragraph begins.

        雨天也得唱。”老人说，“台下还有人呢。”: one sentence, the mark that closes it, who says it, and
        all other marks in pairs.
        """
        raw = self.raw
        hit = _SAID.match(raw) if "”" in raw[: _LONGEST_SAID + 2] else None
        if hit is None or unopened(raw) != "”" or unclosed(raw):
            return
        first = self.pieces[0]
        self.pieces[0] = first._replace(text=f"“{first.text.lstrip()}")
        context.ledger.put_back(first.first, "“")

    def close(self, context: Context) -> list[Block]:
        """The finished paragraph and the blocks that belong after it."""
        if self.role in _BLANKS_TELL and len(self.pieces) == 1:
            whole = _with_bracket(_with_names_whole(self.pieces[0]), context)
            text = context.ledger.text([whole], blanks=True)
        else:
            text = context.ledger.text(self.pieces)
        marks: list[Mark] = []
        title = _title_end(self.pieces[0].text, text.value)
        if title:
            text = respaced(text, title, "\u3000")
            marks.append(Mark(MarkKind.RUN_IN, 0, title))
        elif self.speaker_end:
            marks.append(Mark(MarkKind.SPEAKER, 0, min(self.speaker_end, len(text.value))))
        elif self.label_end:
            marks.append(Mark(MarkKind.LABEL, 0, min(self.label_end, len(text.value))))
        else:
            end = run_in_end(text.value)
            if end:
                marks.append(Mark(MarkKind.RUN_IN, 0, end))
        spans = tuple(Span(piece.first, piece.last) for piece in self.pieces)
        paragraph = Paragraph(with_marks(text, *marks), self.role, spans, self.id)
        seams = [0] + [mark.start for mark in text.marks if mark.kind is MarkKind.SEAM] + [-1]
        blocks: list[Block] = [paragraph]
        for block, count in zip(self.after, self.offsets, strict=True):
            offset = seams[count] if 0 < count < len(self.pieces) else -1
            blocks.append(anchored(block, self.id, offset))
        return blocks


_TITLED_ITEM = re.compile(
    r"^\s*(?P<title>[●■◆▲★◎□○◇▶►※]\s*[^\s，。；：、！？（）][^，。；：！？]{5,28}?)[ \u3000]+(?=[^\s，。；：]{2,}[，。；：（])"
)
"""●某局开办示范班　5月12日，……: the title of a short report, and a blank."""


def _title_end(raw: str, value: str) -> int:
    """Where the title of an item ends in its text, 0 if a blank parts none from what it reports."""
    hit = _TITLED_ITEM.match(raw)
    if hit is None or not ends_sentence(raw) or width(hit["title"]) < _LEAST_TITLE:
        return 0
    left = len(squeeze(hit["title"]))
    for at, char in enumerate(value):
        if not left:
            return at
        left -= not char.isspace()
    return 0


_LEAST_TITLE = 7
"""Em of the shortest title of a report, with its mark."""
_BLANKS_TELL = (Role.CREDIT, Role.SIGNATURE)
"""责任编辑：某某　版式：某某, 北山　某某　5月3日: what is parted by blanks alone."""
_DATE_BLANKS = re.compile("(?<=\\d)[ \u3000]+(?=[年月日])|(?<=[年月])[ \u3000]+(?=\\d)")
_LETTERSPACED = re.compile(rf"(?<![{HAN}])[{HAN}](?:[ \u3000]+[{HAN}]){{1,3}}(?![{HAN}])")


def _with_names_whole(piece: Piece) -> Piece:
    """责任编辑　某 某: of the blanks of a credit those within a name or a date say nothing."""
    text = _DATE_BLANKS.sub("", piece.text)
    return piece._replace(text=_LETTERSPACED.sub(lambda hit: squeeze(hit[0]), text))


def _with_bracket(piece: Piece, context: Context) -> Piece:
    """（图片由某某提供: a credit that OCR has robbed of the bracket at its end gets it back."""
    if piece.text[:1] != "（" or unclosed(piece.text) != "（":
        return piece
    context.ledger.put_back(piece.last, "）")
    return piece._replace(text=piece.text.rstrip() + "）")


def anchored(block: Block, paragraph: str, offset: int) -> Block:
    """A box with its anchor; other blocks as they are."""
    if not isinstance(block, Box):
        return block
    return Box(
        block.label,
        block.title,
        block.blocks,
        block.attribution,
        paragraph,
        offset,
        block.spans,
        block.id,
    )


def run_in_end(text: str) -> int:
    """Where a run-in heading ends: after the first sentence of a numbered paragraph, 0 if none."""
    hit = _FIRST_SENTENCE.match(text)
    if hit is None:
        return 0
    number = numbering(text)
    if number is not None and number.kind in (
        "cn",
        "cn-paren",
        "arabic",
        "arabic-paren",
        "ordinal",
        "part",
    ):
        return hit.end() if width(hit[0]) <= 48 else 0
    if run_in_series(text):
        return hit.end() if width(hit[0]) <= 36 else 0
    return 0


_BLANK = re.compile("（[ \u3000]*）$")
"""（　　）, which the reader is to fill."""


@per_issue(65536)
def complete(text: str) -> bool:
    """True if a paragraph may end here."""
    plain = text.rstrip()
    if ends_sentence(plain) or plain.endswith(("：", "；", "——")) or is_bracketed(plain):
        return True
    if plain[-1:] == "）" and _BLANK.search(plain):
        return True
    if ends_with_name(plain):
        return True
    if tells_facts(plain):
        return True
    return is_farewell(plain) or opens_farewell(plain) or CHOICES.match(plain) is not None
