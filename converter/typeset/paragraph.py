"""From a stream of text boxes to the numbers that lines are made of.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import ffi

from converter import patterns as re
from converter.typeset import characters as kind
from converter.typeset import spacing
from converter.typeset.breaks import ALLOWED, FORCED, NEVER, opportunities
from converter.typeset.lines import Filler, Line, Measures
from converter.typeset.shaping import Faces, Override, em_of, faces_of, ink_of, shape
from converter.typeset.spacing import Convention, Ink, Spaces, Style, Tier
from converter.typeset.stream import Node, Piece, Walk

_FRAMED = re.compile(f"[{re.escape(''.join(sorted(kind.MARKS)))}{kind.DASH}]")
_SHARED = re.compile("[“”‘’…—·]")
_H_A = re.compile(
    f"(?<={kind.HAN})(?=[{kind.ALPHA}{kind.DIGIT}{kind.CURRENCY}])"
    f"|(?<=[{kind.ALPHA}{kind.DIGIT}{kind.UNIT}])(?={kind.HAN})"
)
_H_S_A = re.compile(
    f"(?<={kind.HAN}){kind.SPACE}(?=[{kind.ALPHA}{kind.DIGIT}{kind.CURRENCY}])"
    f"|(?<=[{kind.ALPHA}{kind.DIGIT}{kind.UNIT}]){kind.SPACE}(?={kind.HAN})"
)
_SPACES = re.compile(f"[{kind.SPACE}{kind.TIED}]")
_UNSTRETCHED = re.compile("——|……|⋯⋯|.(?=[～〜％‰℃℉／ー])|[～〜／](?=.)", re.DOTALL)
_TO_BITS = str.maketrans(
    {one: "1" if one in kind.FULL else "0" for one in "HW()mkpxdetfIADyUPbqQvSNJCZhBT"}
)
_LEADER = "-"  # a kind that takes no part in spacing


@dataclass(slots=True)
class Settings:
    """What the composition was asked for."""

    convention: Convention | None
    style: Style
    autospace: bool
    titles: frozenset[str] = frozenset()
    """Tags, and classes with a dot, of what is balanced as a title."""


class FontBook:
    """What is known of the faces of each style: shared signs, ink of marks."""

    def __init__(self) -> None:
        self._faces: dict[str, Faces] = {}
        self._inks: dict[tuple[str, str], Ink] = {}
        self._hyphens: dict[str, int] = {}

    @staticmethod
    def key(style: Any) -> str:
        """What the faces of a style depend on."""
        found: str = line_break._font_style_cache_key(style)  # noqa: SLF001
        return found

    def faces(self, key: str, style: Any) -> Faces:
        """The faces of a style."""
        found = self._faces.get(key)
        if found is None:
            found = self._faces[key] = faces_of(style)
        return found

    def ink(self, key: str, char: str, style: Any, overrides: list[Override] | None) -> Ink:
        """The advance and ink of a mark."""
        found = self._inks.get((key, char))
        if found is None:
            found = self._inks[key, char] = ink_of(char, style, overrides)
        return found


@dataclass(slots=True, eq=False)
class Paragraph:
    """A line box's content, measured and ready to be cut into lines."""

    walk: Walk
    kinds: str
    spaces: Spaces
    measures: Measures
    filler: Filler
    leading: dict[int, float]
    """Width of the left edges of boxes that open before an index, in pixels."""
    trailing: dict[int, float]
    plans: dict[int, tuple[Line, float, float]] = field(default_factory=dict)
    """Planned lines by start, with the widths of the line and of those after it."""
    block_width: float = 0.0
    sparse: list[int] = field(default_factory=list)
    """Gaps that something changes on every line, in order."""
    _ratios: _Ratios | None = None

    def ratio(self, index: int) -> float:
        """The em of the character by the em of the paragraph."""
        if self._ratios is None:
            self._ratios = _Ratios(self.walk.pieces)
        return self._ratios.of(index)

    @property
    def root(self) -> Node:
        """The line box."""
        return self.walk.root

    def is_current(self, line_box: Any, block_width: float, *, goes_on: bool = False) -> bool:
        """True while the boxes are those that were measured.

        Those of a paragraph that ``goes_on`` after the line made last have been looked at.
        """
        walk = self.walk
        if goes_on and walk.root.box is line_box and block_width == self.block_width:
            return True
        if walk.root.box is not line_box and walk.root.boxes_seen is not line_box.children:
            return False
        if block_width != self.block_width and (walk.edges or walk.objects):
            return False
        walk.root.box = line_box
        return all(node.box.children is node.boxes_seen for node in walk.nodes) and all(
            piece.box.text is piece.text for piece in walk.pieces
        )


def measure(walk: Walk, settings: Settings, book: FontBook, block_width: float) -> Paragraph:
    """Shape and measure a stream."""
    text = walk.text
    found = kind.kinds(text)
    if _SHARED.search(text):
        found = _settle(walk, text, found)
    keys = [book.key(piece.style) for piece in walk.pieces]
    for piece, key in zip(walk.pieces, keys, strict=True):
        _shape(piece, found, book, key)
    spaces = spacing.spaces_of(_frames(walk, found, settings, book, keys), settings.style)
    _add_word_and_latin_spaces(walk, text, found, spaces, autospace=settings.autospace)
    if any(piece.shaped.opaque for piece in walk.pieces):
        _leave_alone([piece for piece in walk.pieces if piece.shaped.opaque], spaces)
    for items in spaces.shrink.values():
        items.sort()
    spaces.grow_words.sort()
    spaces.grow_latin.sort()
    flags = _flags(walk, text, found)
    leading: dict[int, float] = {}
    trailing: dict[int, float] = {}
    for edge in walk.edges:
        if edge.leading:
            leading[edge.index] = leading.get(edge.index, 0.0) + edge.leading
        else:
            trailing[edge.index - 1] = trailing.get(edge.index - 1, 0.0) + edge.trailing
    measures = _measures(walk, text, found, spaces, flags, leading, trailing)
    paragraph = Paragraph(walk, found, spaces, measures, Filler(measures), leading, trailing)
    paragraph.block_width = block_width
    gaps = {gap for items in spaces.shrink.values() for gap, _, _ in items}
    gaps.update(spaces.after, spaces.between, (index - 1 for index in spaces.before))
    gaps.update(gap for gap, _ in _chain(spaces.grow_words, spaces.grow_latin))
    paragraph.sparse = sorted(gap for gap in gaps if gap >= 0)
    return paragraph


def _settle(walk: Walk, text: str, found: str) -> str:
    """Kinds with shared signs settled; in a foreign language they are all Latin."""
    found = kind.settle_shared(text, found)
    for piece in walk.pieces:
        if piece.chinese or not _SHARED.search(piece.text):
            continue
        own = "".join(
            kind.LATIN_FORM.get(char, one)
            for char, one in zip(piece.text, found[piece.start : piece.end], strict=True)
        )
        found = found[: piece.start] + own + found[piece.end :]
    return found


def _shape(piece: Piece, found: str, book: FontBook, key: str) -> None:
    text = piece.text
    if _SHARED.search(text):
        faces = book.faces(key, piece.style)
        for match in _SHARED.finditer(text):
            index, char = match.start(), match.group()
            chinese = found[piece.start + index] == kind.AMBIGUOUS[char]
            if chinese and char in faces.foreign:
                piece.overrides[index] = faces.han_family
            elif not chinese and char not in faces.foreign and char in faces.wide:
                piece.overrides[index] = None
    if kind.NEWLINE in found[piece.start : piece.end]:
        text = re.sub("[\n\r\f\v]", " ", text)
        text = text.replace("\u0085", "\u00a0").replace("\u2028", "\u200b")
        text = text.replace("\u2029", "\u200b")
    piece.shaped = shape(text, piece.style, piece.overrides_in(0, len(text)))
    if text is not piece.text:
        for index, one in enumerate(found[piece.start : piece.end]):
            if one == kind.NEWLINE:
                piece.shaped.advances[index] = 0


def _frames(
    walk: Walk, found: str, settings: Settings, book: FontBook, keys: list[str]
) -> dict[int, spacing.Frame]:
    frames: dict[int, spacing.Frame] = {}
    for piece, key in zip(walk.pieces, keys, strict=True):
        if piece.shaped.opaque or piece.leader:
            continue
        convention = settings.convention or convention_of(piece.style)
        for match in _FRAMED.finditer(found, piece.start, piece.end):
            index = match.start()
            own = index - piece.start
            char = piece.text[own]
            ink = book.ink(key, char, piece.style, _alone(piece, own))
            shared = char in kind.AMBIGUOUS
            if found[index] == kind.DASH:
                # —— may be one glyph of 2 em, at its first half.
                advance = piece.shaped.advances[own]
                if advance == 0 or advance >= spacing.EM:
                    continue
                ink = Ink(advance, 0, advance)
            elif not spacing.is_framed(found[index], ink) and not shared:
                continue
            frames[index] = spacing.frame_of(
                found[index], ink, convention, settings.style, shared=shared
            )
    return frames


def _alone(piece: Piece, index: int) -> list[Override] | None:
    if index not in piece.overrides:
        return None
    size = len(piece.text[index].encode())
    return [Override(0, size, piece.overrides[index])]


def convention_of(style: Any) -> Convention:
    """The punctuation convention of a language tag: zh-Hant-HK, zh-TW, zh-Hans."""
    tag = (style["lang"] or "").lower()
    if "hk" in tag or "-mo" in tag:
        return "hk"
    if "hant" in tag or "tw" in tag:
        return "tw"
    return "hans"


def _spacing_kinds(walk: Walk, found: str) -> str:
    """Kinds for the Han–Latin space: raised text is what it follows, leaders are nothing."""
    if kind.MARK in found:
        found = re.sub(f"(?<=(.)){kind.MARK}+", lambda match: match[1] * len(match[0]), found)
    changed = found
    for piece in walk.pieces:
        if piece.leader:
            changed = changed[: piece.start] + _LEADER * len(piece.text) + changed[piece.end :]
        elif piece.raised:
            before = changed[piece.start - 1] if piece.start else _LEADER
            one = kind.ALPHA if before in {kind.ALPHA, kind.DIGIT} else _LEADER
            changed = changed[: piece.start] + one * len(piece.text) + changed[piece.end :]
    return changed


def _add_word_and_latin_spaces(
    walk: Walk, text: str, found: str, spaces: Spaces, *, autospace: bool
) -> None:
    kinds = _spacing_kinds(walk, found)
    width, loses, gains = spacing.latin_room()
    owner = _Owner(walk.pieces)
    between = spaces.between
    if autospace:
        for match in _H_A.finditer(kinds):
            gap = match.start() - 1
            share = owner.han_share(gap, kinds)
            between[gap] = round(width * share)
            spaces.give(Tier.LATIN, gap, round(loses * share), "between")
            spaces.grow_latin.append((gap, round(gains * share)))
    latin = {m.start() for m in _H_S_A.finditer(kinds)} if autospace else set()
    for match in _SPACES.finditer(kinds):
        gap = match.start()
        piece = owner.of(gap)
        if piece is None or text[gap] not in " \u00a0" or piece.leader:
            continue
        natural = piece.shaped.advances[gap - piece.start]
        if gap in latin:
            # The space that the text has there is the Han–Latin space, not one more.
            between[gap] = between.get(gap, 0) + width - natural
            spaces.give(Tier.LATIN, gap, loses, "between")
            spaces.grow_latin.append((gap, gains))
            continue
        if piece.word_spacing:
            between[gap] = between.get(gap, 0) + piece.word_spacing
        loses_word, gains_word = spacing.word_room(natural + piece.word_spacing)
        spaces.give(Tier.WORD, gap, loses_word, "between")
        spaces.grow_words.append((gap, gains_word))
    for piece in walk.pieces:
        if piece.letter_spacing:
            _space_letters(piece, found, between)


def _leave_alone(opaque: list[Piece], spaces: Spaces) -> None:
    """Take out what was planned inside text whose glyphs are not in the order of characters."""

    def outside(gap: int) -> bool:
        return not any(piece.start <= gap < piece.end - 1 for piece in opaque)

    spaces.between = {gap: amount for gap, amount in spaces.between.items() if outside(gap)}
    for tier, items in spaces.shrink.items():
        spaces.shrink[tier] = [item for item in items if outside(item[0])]
    spaces.grow_words = [item for item in spaces.grow_words if outside(item[0])]
    spaces.grow_latin = [item for item in spaces.grow_latin if outside(item[0])]


def _space_letters(piece: Piece, found: str, between: dict[int, int]) -> None:
    text, start, last = piece.text, piece.start, piece.end - 1
    for index in range(start, piece.end):
        following = found[index + 1] if index < last else ""
        if following in kind.INVISIBLE:
            continue  # it stays with what it belongs to
        if (
            following == found[index] == kind.DASH
            and text[index - start] == text[index + 1 - start]
        ):
            continue
        between[index] = between.get(index, 0) + piece.letter_spacing


class _Owner:
    """Finds the text box of an index; indices mostly ascend."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._last = 0

    def of(self, index: int) -> Piece | None:
        pieces = self._pieces
        if not pieces:
            return None
        at = self._last
        if index < pieces[at].start:
            at = 0
        while at + 1 < len(pieces) and pieces[at].end <= index:
            at += 1
        self._last = at
        found = pieces[at]
        return found if found.start <= index < found.end else None

    def han_share(self, gap: int, kinds: str) -> float:
        """The em of the Han side of a gap, by the em of the character before the gap."""
        before, after = self.of(gap), self.of(gap + 1)
        if before is None or after is None or before is after or kinds[gap] == kind.HAN:
            return 1.0
        return after.em / before.em


def _flags(walk: Walk, text: str, found: str) -> bytearray:
    style = walk.root.box.style

    def uax14(whole: str) -> list[bool]:
        attributes = line_break.get_log_attrs(whole, style["lang"])
        numbers = memoryview(ffi.buffer(attributes)).cast("I").tolist()
        return [bool(number & 1) for number in numbers]

    flags = opportunities(text, found, uax14)
    for index in walk.ties:
        if flags[index] != FORCED:
            flags[index] = NEVER
    for piece in walk.pieces:
        if piece.wraps and not piece.raised and not piece.leader:
            continue
        for index in range(piece.start + 1, piece.end):
            if flags[index] != FORCED:
                flags[index] = NEVER
        if piece.raised and piece.start and flags[piece.start] != FORCED:
            flags[piece.start] = NEVER  # an annotation mark stays with what it annotates
        if piece.leader:
            if piece.start:
                flags[piece.start] = ALLOWED
            if piece.end < len(text):
                flags[piece.end] = NEVER
    return flags


def _measures(
    walk: Walk,
    text: str,
    found: str,
    spaces: Spaces,
    flags: bytearray,
    leading: Mapping[int, float],
    trailing: Mapping[int, float],
) -> Measures:
    size = len(text)
    unit = walk.base_em / 1_024_000  # pixels in a thousandth of the paragraph's em
    steps: list[float] = [0.0] * size
    for piece in walk.pieces:
        if piece.ratio == 1:
            steps[piece.start : piece.end] = piece.shaped.advances
        else:
            ratio = piece.ratio
            steps[piece.start : piece.end] = [a * ratio for a in piece.shaped.advances]
    for index, width in walk.objects.items():
        steps[index] = width / unit
    close = list(steps)
    ratios = _Ratios(walk.pieces)
    for index, amount in spaces.after.items():
        steps[index] += amount * ratios.of(index)
        if index not in spaces.tail:
            close[index] += amount * ratios.of(index)
    for index, amount in spaces.between.items():
        steps[index] += amount * ratios.of(index)
    head: dict[int, float] = {}
    for index, amount in spaces.before.items():
        if index:
            steps[index - 1] += amount * ratios.of(index)
        head[index] = amount * ratios.of(index)
    for index, amount in spaces.head.items():
        head[index] = amount * ratios.of(index)
    for index, amount in spaces.tail.items():
        close[index] += amount * ratios.of(index)
    for index, pixels in leading.items():
        if index:
            steps[index - 1] += pixels / unit
        head[index] = head.get(index, 0.0) + pixels / unit
    for index, pixels in trailing.items():
        if index >= 0:
            steps[index] += pixels / unit
            close[index] += pixels / unit
    origin = [0.0, *accumulate(steps)]
    shrink, grow = _room(size, spaces, ratios)
    gaps = [0, *accumulate(_stretching(walk, text, found, spaces))]
    measures = Measures(found, flags, origin, head, close, shrink, grow, gaps)
    if kind.SHY in found:
        measures.hyphen = _hyphen_width(walk)
    return measures


class _Ratios:
    """The em of the text box at an index, by the em of the paragraph."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._plain = all(piece.ratio == 1 for piece in pieces)
        self._owner = _Owner(pieces)

    def of(self, index: int) -> float:
        if self._plain:
            return 1.0
        piece = self._owner.of(index)
        return piece.ratio if piece is not None else 1.0


def _room(size: int, spaces: Spaces, ratios: _Ratios) -> tuple[list[float], list[float]]:
    """Prefix sums over gaps of what can be taken out, and of what the first two steps add."""
    shrink, grow = [0.0] * (size + 1), [0.0] * (size + 1)
    for items in spaces.shrink.values():
        for gap, amount, part in items:
            if gap >= 0:
                shrink[gap + 1] += amount * ratios.of(gap + 1 if part == "before" else gap)
    for pairs in (spaces.grow_words, spaces.grow_latin):
        for gap, amount in pairs:
            grow[gap + 1] += amount * ratios.of(gap)
    return list(accumulate(shrink)), list(accumulate(grow))


def _stretching(walk: Walk, text: str, found: str, spaces: Spaces) -> bytearray:
    """For each gap whether it stretches when all else is used up (clreq §3.4.2.2)."""
    size = len(text)
    if size < 2:
        return bytearray(size)
    bits = found.translate(_TO_BITS).encode()
    both = int.from_bytes(bits[:-1], "big") & int.from_bytes(bits[1:], "big")
    stretching = bytearray(both.to_bytes(size - 1, "big").translate(_ONE_BIT))
    stretching.append(0)
    for match in _UNSTRETCHED.finditer(text):
        stretching[match.start()] = 0
    for gap, _ in _chain(spaces.grow_words, spaces.grow_latin):
        stretching[gap] = 1
    for piece in walk.pieces:
        if piece.raised or piece.shaped.opaque or piece.leader:
            first = max(0, piece.start - 1) if piece.raised else piece.start
            for gap in range(first, piece.end - 1):
                stretching[gap] = 0
    return stretching


_ONE_BIT = bytes(code & 1 for code in range(256))


def _chain(*lists: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    for one in lists:
        yield from one


def _hyphen_width(walk: Walk) -> float:
    """The width of the hyphen that a soft hyphen becomes, for the first text box that has one."""
    for piece in walk.pieces:
        if "\u00ad" in piece.text:
            hyphen = piece.style["hyphenate_character"]
            advances = shape(hyphen, piece.style).advances
            return sum(advances) * em_of(piece.style) / walk.base_em
    return 0.0
