"""How wide the frame of each mark is, and what lies between two characters of a line.

clreq §3.1.6 "Punctuation Width Adjustment" and its subsections, §3.2.4 for the quarter em
between Han and Latin, §3.4 "Line Adjustment" for what a line may give and take and in which
order; GB/T 15834-2011 §5.1.10 (a mark at the end of a line takes half an em).

All amounts are thousandths of the em of the text that the character stands in.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import Literal

from converter.typeset import characters as kind
from converter.values import NamedTuple, dataclass, field

Convention = Literal["hans", "tw", "hk"]
Style = Literal["full", "kaiming", "half"]
Side = Literal["left", "right"]

EM, HALF, QUARTER, EIGHTH = 1000, 500, 250, 125
_THIRD = 333
_OVERHANG = 20  # a face's half-em mark may stick out by so much: 《 of many faces does
_CLEAR = 40  # white that stays beside a mark centred in its em
_FULL_WIDTH = 900  # narrower glyphs are not full-width marks, whatever their code point

_SENTENCE = frozenset(kind.STOP + kind.EXCLAIM)
_INNER = frozenset(kind.PAUSE + kind.COLON)


class Ink(NamedTuple):
    """The glyph of a mark: its advance and the left and right end of its ink."""

    advance: int
    left: int
    right: int


class Tier(IntEnum):
    """What gives way first when a line is too long (clreq §3.4.2.1), in this order."""

    WORD = 0
    DOT = 1
    BRACKET = 2
    PAUSE = 3
    LATIN = 4
    STOP = 5


@dataclass(slots=True)
class Frame:
    """One mark, and what its house style and its neighbours do to the white on its sides.

    ``left`` and ``right`` are added to (negative: taken from) the glyph's own white.
    ``pad_left`` and ``pad_right`` say how much of that fills a narrow glyph up to one em.
    """

    kind: str
    ink: Ink
    convention: Convention
    pad_left: int = 0
    pad_right: int = 0
    left: int = 0
    right: int = 0

    @property
    def centred(self) -> bool:
        """True where the point stands in the middle of its em (Taiwan, Hong Kong)."""
        return self.convention != "hans" and self.kind in kind.POINTS

    def floor(self, side: Side) -> int:
        """The least that ``left`` or ``right`` may become: half an em for the whole mark."""
        if side == "left":
            pad, blank, present = self.pad_left, self.ink.left, self.left
        else:
            pad, blank, present = self.pad_right, self.ink.advance - self.ink.right, self.right
        if self.kind == kind.DOT or self.centred:
            return min(present, max(pad - QUARTER, _CLEAR - blank))
        if (side == "left") != (self.kind == kind.OPEN):
            return present  # the side of what a bracket encloses or a point follows
        return min(present, max(pad - HALF, -blank - _OVERHANG))

    def take(self, side: Side, want: int) -> int:
        """Take so much white from one side, or what it has; returns what was taken."""
        if side == "left":
            taken = min(want, self.left - self.floor(side))
            self.left -= taken
        else:
            taken = min(want, self.right - self.floor(side))
            self.right -= taken
        return taken


@dataclass(slots=True)
class Spaces:
    """What lies between the characters of a paragraph, sparse, by index.

    ``before``/``after`` belong to the mark itself (they move with it), ``between`` to the gap
    after the character of that index. ``head``/``tail`` replace ``before``/``after`` where the
    mark is first or last in its line. ``shrink`` lists (gap, amount, part) by tier, part one
    of ``"after"`` (the mark before the gap), ``"before"`` (the mark after it), ``"between"``.
    ``grow`` lists what word spaces and Han–Latin gaps can take before all gaps must.
    """

    before: dict[int, int] = field(default_factory=dict)
    after: dict[int, int] = field(default_factory=dict)
    between: dict[int, int] = field(default_factory=dict)
    head: dict[int, int] = field(default_factory=dict)
    tail: dict[int, int] = field(default_factory=dict)
    shrink: dict[Tier, list[tuple[int, int, str]]] = field(default_factory=dict)
    grow_words: list[tuple[int, int]] = field(default_factory=list)
    grow_latin: list[tuple[int, int]] = field(default_factory=list)

    def give(self, tier: Tier, gap: int, amount: int, part: str) -> None:
        """Note that a gap can shrink by so much."""
        if amount > 0:
            self.shrink.setdefault(tier, []).append((gap, amount, part))


def is_framed(one: str, ink: Ink) -> bool:
    """True for a mark with a full-width glyph, or one that is set as if it had it (“ ·)."""
    return ink.advance >= _FULL_WIDTH or one in {kind.DOT, kind.DASH}


def frame_of(found: str, ink: Ink, convention: Convention, style: Style, *, shared: bool) -> Frame:
    """The frame of a mark that stands alone, in the house style.

    ``shared`` says that the character is one that Latin has too (“ ‘ · …), so that a narrow
    glyph is set in a whole em: to the side of the quoted text, or in the middle.
    全角式 (full): every mark one em. 开明式 (kaiming): 。！？ one em, all others half.
    半角式 (half): every mark half an em.
    """
    frame = Frame(found, ink, convention)
    lacking = EM - ink.advance
    if lacking > 0 and shared:
        if found == kind.OPEN:
            frame.pad_left = lacking
        elif found == kind.CLOSE:
            frame.pad_right = lacking
        else:
            frame.pad_left = lacking // 2
            frame.pad_right = lacking - lacking // 2
        frame.left, frame.right = frame.pad_left, frame.pad_right
    narrow = style == "half" or (style == "kaiming" and found not in _SENTENCE)
    if narrow and found in kind.MARKS:
        frame.left, frame.right = frame.floor("left"), frame.floor("right")
    return frame


def tighten(one: Frame, other: Frame, style: Style) -> None:
    """Take half an em from two marks that follow each other: 2 em become 1.5 (clreq §3.1.6.2).

    The white goes where the brackets stay close to what they enclose. A point centred in its
    em does not stick to the word before it: of 。」 each gives what is on its right.
    """
    if style != "full":
        _tighten_narrow(one, other)
        return
    steps: tuple[tuple[Frame, Side, int], ...]
    if other.kind == kind.OPEN and (one.kind in {kind.OPEN, kind.DOT} or one.centred):
        steps = ((other, "left", HALF),)
    elif one.kind in {kind.OPEN, kind.DOT}:
        return
    elif one.centred and other.centred:
        steps = (
            *((one, "right", HALF), (other, "left", HALF)),
            *((one, "left", HALF), (other, "right", HALF)),
        )
    elif one.centred:
        steps = ((one, "right", HALF), (other, "right", QUARTER), (one, "left", HALF))
    else:
        steps = ((one, "right", HALF),)
    want = HALF
    for frame, side, most in steps:
        want -= frame.take(side, min(want, most))


def _tighten_narrow(one: Frame, other: Frame) -> None:
    """开明式: the pause of 。” comes after the closing mark, not before it."""
    if one.kind in _SENTENCE and (other.kind in kind.POINTS or other.kind == kind.CLOSE):
        one.take("right", HALF)
        if other.kind == kind.CLOSE:
            other.right = other.pad_right
    elif one.kind == kind.CLOSE:
        one.take("right", HALF)


def spaces_of(frames: Mapping[int, Frame], style: Style) -> Spaces:
    """Put all marks of a paragraph in their places.

    ``frames`` by index; neighbours are marks whose indices follow each other.
    """
    found = Spaces()
    previous: Frame | None = None
    last = -2
    for index, frame in frames.items():
        if frame.kind == kind.DASH:
            found.head[index] = found.tail[index] = 0
        elif frame.kind == kind.OPEN:
            found.head[index] = frame.floor("left")
        elif frame.kind in kind.MARKS:
            found.tail[index] = frame.right if frame.centred else frame.floor("right")
    for index, frame in frames.items():
        if previous is not None and last == index - 1 and _is_mark(frame):
            tighten(previous, frame, style)
        previous, last = (frame if _is_mark(frame) else None), index
    for index, frame in frames.items():
        if frame.left:
            found.before[index] = frame.left
        if frame.right:
            found.after[index] = frame.right
        tier = _tier(frame)
        if tier is None:
            continue
        # What two marks share has been narrowed once and stays at that.
        if not _is_mark(frames.get(index - 1)):
            found.give(tier, index - 1, frame.left - frame.floor("left"), "before")
        if not _is_mark(frames.get(index + 1)):
            found.give(tier, index, frame.right - frame.floor("right"), "after")
    return found


def _is_mark(frame: Frame | None) -> bool:
    return frame is not None and frame.kind in kind.MARKS


def _tier(frame: Frame) -> Tier | None:
    if frame.kind == kind.DOT:
        return Tier.DOT
    if frame.kind in {kind.OPEN, kind.CLOSE}:
        return Tier.BRACKET
    if frame.kind in _INNER:
        return Tier.PAUSE
    if frame.kind in _SENTENCE and not (frame.centred and frame.kind == kind.EXCLAIM):
        return Tier.STOP
    return None  # ！ ？ of Taiwan and Hong Kong always take one em (clreq §3.1.6.1); — …


def latin_room() -> tuple[int, int, int]:
    """The Han–Latin space: its natural width, what it can lose, what it can gain.

    clreq §3.4: a quarter em, down to an eighth, up to a third ("numerous typesetting styles
    practically only allow expansion up to 1/3 em").
    """
    return QUARTER, QUARTER - EIGHTH, _THIRD - QUARTER


def word_room(width: int) -> tuple[int, int]:
    """What a Latin word space of that width can lose (to 1/4 em) and gain (to 1/2 em)."""
    return max(0, width - QUARTER), max(0, HALF - width)
