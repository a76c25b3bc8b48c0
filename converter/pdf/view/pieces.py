"""The blocks of an article as pieces: each with its place, its classes and its notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import ceil

from converter.model import (
    Block,
    Box,
    Figure,
    Heading,
    Mark,
    MarkKind,
    Note,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Verse,
)
from converter.model.walk import block_texts
from converter.pdf.placement import (
    Placement,
    Room,
    inset_lines,
    lines_beside,
    lines_to_sink,
    place,
    text_lines,
)
from converter.pdf.view.quotes import apart, ended, pull_classes
from converter.pdf.view.tables import CellView, table_view
from converter.pdf.view.text import em_width
from converter.render import inline
from converter.render.captions import with_em
from converter.render.citations import Within
from converter.render.facts import facts
from converter.render.inline import xml_text
from converter.render.language import foreign_language
from converter.render.letters import wishes
from converter.render.sources import table_notes
from converter.values import NamedTuple, replace

_PULL_SCALE, _PULL_PADDING = 1.33, (4, 2)
"""The size of a pull quote in the text by that of the body, and the ems of white beside it:
less in one of two columns, whose lines are short as they are."""
_LEAVE = 8
"""Characters of what leads to the wish of a letter and is no paragraph of it."""
_TEXT = frozenset({Role.BODY, Role.QUESTION, Role.ANSWER})
"""What a heading stands over."""
_BESIDE = 1.5
"""So many lines beside an inset may be empty for the sake of a caption."""
_STANZA = 8
"""Verse of no more lines is not divided over pages."""
_SHORT_CAPTION = 120
"""Characters of a caption of a few lines, which are balanced."""
_WHOLE_SHARE = 0.7
"""A box that fills less of a page is not divided either."""


class Piece(NamedTuple):
    """A block and how it is set.

    ``inner`` are the blocks of a box, or what a paragraph calls to the foot of its page:
    boxes, and the origins of an article. A ``refuge`` is where an inset goes if there is no
    room beside its paragraph, unless the ``below`` lines of text that follow it let it sink to
    the foot of a page.
    ``level`` is a heading's, 0 for one inside a box, which is not in the outline; ``lang`` is
    the language of a paragraph that is not Chinese. ``ems`` is the width of a poem.
    """

    kind: str
    block: Block
    classes: str = ""
    placement: str = ""
    inner: tuple[Piece, ...] = ()
    head: tuple[tuple[CellView, ...], ...] = ()
    rows: tuple[tuple[CellView, ...], ...] = ()
    level: int = 0
    lang: str = ""
    below: int = 0
    ems: int = 0


class Notes:
    """The footnotes of an article, each set where it is first referred to, and its sources."""

    def __init__(self, article: str, notes: Iterable[Note]) -> None:
        self._article = article
        self._cited: set[str] = set()
        self._by_id = {note.id: note for note in notes}
        self._placed: set[str] = set()

    def open(self, mark: Mark) -> tuple[str, str]:
        """The tags around a note's mark; the note itself goes to the foot of the page."""
        note = self._by_id.get(mark.target)
        if note is None or note.id in self._placed:
            return ('<sup class="ref">', "</sup>")
        self._placed.add(note.id)
        marker = xml_text(note.marker)
        return (
            '<sup class="ref">',
            f'</sup><span class="note" data-marker="{marker}">{inline(note.text)}</span>',
        )

    def cite(self, mark: Mark) -> tuple[str, str]:
        """The tags of a link from the number of a source to the source, or back."""
        there, own = f"{self._article}-{mark.target}", ""
        if isinstance(mark.target, Within) and mark.target.opposite not in self._cited:
            self._cited.add(mark.target.opposite)
            own = f' id="{xml_text(f"{self._article}-{mark.target.opposite}")}"'
        return (f'<a href="#{xml_text(there)}"{own}>', "</a>")


def referred_notes(blocks: Iterable[Block]) -> set[str]:
    """The notes whose marks stand where a note can be hung: not in titles or pull quotes."""
    return {
        mark.target
        for block in blocks
        if not isinstance(block, PullQuote)
        for text in block_texts(block)
        for mark in text.marks
        if mark.kind is MarkKind.NOTE_REF
    }


def flow(blocks: Sequence[Block], room: Room, *, boxed: bool = False) -> tuple[Piece, ...]:
    """The blocks as pieces, each box where the reader meets it.

    An inset comes before the paragraph it belongs to, so that the paragraph flows past it;
    a box for the foot of the page hangs on its paragraph.
    """
    pieces: list[Piece] = []
    places: dict[str, int] = {}
    after_heading = False
    blocks = _turns_kept(blocks if boxed else _text_first(apart(ended(blocks))))
    wished = wishes(blocks)
    stated = dict.fromkeys(facts(blocks), "fact") | dict.fromkeys(wished, "wish")
    stated |= {at - 1: "leave" for at in wished if _is_short(blocks[at - 1])}
    stated |= dict.fromkeys(table_notes(blocks), "table-note spans")
    for index, block in enumerate(blocks):
        if isinstance(block, Box):
            _add_box(pieces, places, blocks, index, room)
        else:
            if block.id:
                places[block.id] = len(pieces)
            # Before the next heading, too, a page may end.
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            ends = isinstance(following, Heading)
            piece = _piece(block, room, after_heading=after_heading and not ends, boxed=boxed)
            if index in stated:
                piece = piece._replace(classes=f"{piece.classes} {stated[index]}".strip())
            pieces.append(piece)
        after_heading = isinstance(block, Heading)
    return tuple(_captions_placed(pieces, room))


def at_the_foot(
    origins: Sequence[Paragraph], *parts: tuple[Piece, ...]
) -> tuple[tuple[Piece, ...], ...]:
    """The parts of an article, the first of its paragraphs with what stands below them all."""
    if not origins:
        return parts
    note = Piece("origins", origins[0], inner=tuple(Piece("paragraph", one) for one in origins))
    made = list(parts)
    for number, part in enumerate(made):
        for at, piece in enumerate(part):
            if piece.kind == "paragraph":
                first = piece._replace(inner=(note, *piece.inner))
                made[number] = (*part[:at], first, *part[at + 1 :])
                return tuple(made)
    return (*made[:-1], (*made[-1], *note.inner))


def as_poem(pieces: tuple[Piece, ...], room: Room) -> tuple[Piece, ...]:
    """What is verse throughout, all of it as wide as its longest line.

    It stands in the middle, as the title above it does.
    """
    verses = [piece.block for piece in pieces if isinstance(piece.block, Verse)]
    widest = max((em_width(line.value) for verse in verses for line in verse.lines), default=0)
    ems = ceil(widest) + 1
    if not verses or len(verses) < len(pieces) or ems > room.measure:
        return pieces
    return tuple(
        piece._replace(classes=f"{piece.classes} poem".strip(), ems=ems) for piece in pieces
    )


def _text_first(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with no box between a heading and the text below it, but after its beginning.

    There it belongs to that paragraph, or to the answer, if that is a question.
    """
    made = list(blocks)
    for at, heading in enumerate(made):
        first = at + 1
        while first < len(made) and isinstance(made[first], Box):
            first += 1
        if not isinstance(heading, Heading) or first == at + 1:
            continue
        texts = _with_answer(made[first : first + 2])
        if texts:
            boxes = (one for one in made[at + 1 : first] if isinstance(one, Box))
            moved = (replace(box, anchor=texts[-1].id) for box in boxes)
            made[at + 1 : first + len(texts)] = [*texts, *moved]
    return made


def _with_answer(blocks: Sequence[Block]) -> list[Paragraph]:
    """The first of the blocks, if it is text; with the answer, if it is a question."""
    texts = [one for one in blocks if isinstance(one, Paragraph) and one.role in _TEXT]
    if not texts or texts[0] is not blocks[0]:
        return []
    asked = len(texts) > 1 and texts[0].role is Role.QUESTION and texts[1].role is Role.ANSWER
    return texts[: 1 + asked]


def _turns_kept(blocks: Sequence[Block]) -> Sequence[Block]:
    """The blocks with what stands between a question and its answer after the answer.

    A question may be signed: a box below that belongs to the answer. So with what stands
    between words that lead in to a quotation (……写着：) and what they quote; a box alone belongs
    to those words and has its place by them.
    """
    kept: list[Block] = []
    between: list[Block] = []
    before: Block | None = None
    for block in blocks:
        if before is not None and isinstance(block, _parted_by(before)):
            between.append(block)
            continue
        if between:
            if _goes_on(before, block):
                kept += (block, *(_anchored(one, kept[-1], block) for one in between))
            else:
                kept += (*between, block)
            between = []
            before = None
        else:
            kept.append(block)
            before = before if _signs_question(before, block) else block
    return (*kept, *between)


def _signs_question(before: Block | None, block: Block) -> bool:
    """True of （上渡 林汀） below a question, which still awaits its answer."""
    asked = isinstance(before, Paragraph) and before.role is Role.QUESTION
    return asked and isinstance(block, Paragraph) and block.role is Role.SIGNATURE


def _anchored(block: Block, above: Block, text: Block) -> Block:
    """A box that hangs on who signs above it, hung on the text instead."""
    signed = isinstance(above, Paragraph) and above.role is Role.SIGNATURE
    if isinstance(block, Box) and signed and block.anchor == above.id:
        return replace(block, anchor=text.id)
    return block


def _parted_by(block: Block) -> tuple[type[Block], ...]:
    """What must not stand between a paragraph and what it asks for."""
    if not isinstance(block, Paragraph):
        return ()
    if block.role is Role.QUESTION:
        return (Box, Figure, PullQuote)
    leads_in = block.role is Role.BODY and block.text.value.endswith("：")
    return (Figure, PullQuote) if leads_in else ()


def _goes_on(before: Block | None, block: Block) -> bool:
    """Whether a block is what the paragraph before it asks for: the answer, the quotation."""
    if isinstance(before, Paragraph) and before.role is Role.QUESTION:
        return isinstance(block, Paragraph) and block.role is Role.ANSWER
    return isinstance(block, Verse) or (isinstance(block, Paragraph) and block.role is Role.BODY)


def _add_box(
    pieces: list[Piece], places: dict[str, int], blocks: Sequence[Block], index: int, room: Room
) -> None:
    box = blocks[index]
    assert isinstance(box, Box)  # noqa: S101  (the caller has looked)
    anchor = next((one for one in blocks[:index] if box.anchor and one.id == box.anchor), None)
    at = places.get(anchor.id) if anchor is not None else None
    busy = _busy(pieces, at, room)
    placement = place(box, anchor if at is not None else None, blocks[index + 1 :], room, busy)
    piece = Piece(
        "box",
        box,
        placement=_box_classes(placement, box, room),
        inner=flow(box.blocks, room, boxed=True),
    )
    if placement == "inset" and anchor is not None and at is not None:
        piece = piece._replace(below=lines_to_sink(box, anchor, blocks[index + 1 :], room))
        pieces.insert(at, piece)
        pieces.append(piece._replace(kind="refuge"))
        for name, spot in places.items():
            places[name] = spot + (spot >= at)
    elif placement == "bottom" and at is not None:
        pieces[at] = pieces[at]._replace(inner=(*pieces[at].inner, piece))
    else:
        pieces.append(piece)


def _busy(pieces: Sequence[Piece], at: int | None, room: Room) -> float:
    """How many lines of the piece at ``at`` an inset before it still stands beside."""
    left = 0.0
    for piece in pieces[:at]:
        if piece.kind == "box" and piece.placement.startswith("inset"):
            left += inset_lines(piece.block) + 1 if isinstance(piece.block, Box) else 0
        elif piece.kind != "refuge":
            left = max(0.0, left - lines_beside(piece.block, room))
    return left


def _captions_placed(pieces: list[Piece], room: Room) -> list[Piece]:
    """The pieces with captions clear of insets and of the white above a heading.

    A caption stands below an inset, and leaves the lines beside it empty: where there are
    several, the next paragraph takes them.
    """
    at = 0
    while at < len(pieces):
        below = at + 1
        while below < len(pieces) and pieces[below].kind == "refuge":
            below += 1
        if pieces[at].kind == "figure" and below < len(pieces):
            following = pieces[below]
            text = following.kind == "paragraph" and following.classes in {"", "short"}
            if text and _busy(pieces, at, room) > _BESIDE:
                pieces.insert(below, pieces.pop(at))
                continue
            if following.kind in {"heading", "pull-quote"}:
                classes = f"{pieces[at].classes} parting".strip()
                pieces[at] = pieces[at]._replace(classes=classes)
        at += 1
    return pieces


def _box_classes(placement: Placement, box: Box, room: Room) -> str:
    if placement != "own":
        return f"{placement} snap"
    length = sum(len(text.value) for text in block_texts(box))
    whole = length < room.measure * room.lines * _WHOLE_SHARE
    return "own snap whole" if whole else "own snap"


def _is_short(block: Block) -> bool:
    """True for 此致 on a line of its own: it stays with the last words of the letter."""
    return isinstance(block, Paragraph) and len(block.text.value.strip()) <= _LEAVE


def _piece(block: Block, room: Room, *, after_heading: bool, boxed: bool) -> Piece:
    match block:
        case Paragraph():
            classes = [] if block.role is Role.BODY else [block.role.value]
            if after_heading and text_lines(len(block.text.value), room.measure) == 1:
                classes.append("short")
            if block.role is Role.PARALLEL_TITLE and block.text.value[:1].islower():
                classes.append("goes-on")
            lang = foreign_language(block.text.value)
            return Piece("paragraph", block, classes=" ".join(classes), lang=lang)
        case Heading():
            return Piece("heading", block, level=0 if boxed else min(max(block.level, 1), 3))
        case PullQuote():
            ems = room.measure / _PULL_SCALE - _PULL_PADDING[room.columns > 1]
            return Piece(
                "pull-quote", block, classes=pull_classes(block, room.measure if boxed else ems)
            )
        case Table():
            # Of a box beside the text the measure is not known here.
            head, rows, names = table_view(block, 0 if boxed else room.measure * room.columns)
            block = replace(block, caption=block.caption and with_em(block.caption))
            return Piece("table", block, classes=names, head=head, rows=rows)
        case Figure():
            block = replace(block, caption=with_em(block.caption))
            return Piece(block.type, block, classes=_other_classes(block, boxed=boxed))
        case _:
            return Piece(block.type, block, classes=_other_classes(block, boxed=boxed))


def _other_classes(block: Block, *, boxed: bool) -> str:
    if isinstance(block, Verse):
        return "whole" if len(block.lines) <= _STANZA else ""
    if isinstance(block, Figure) and not boxed:
        return "snap balanced" if len(block.caption.value) <= _SHORT_CAPTION else "snap"
    return ""
