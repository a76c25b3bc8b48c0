"""The faces of a paragraph's texts: which glyph a shared sign takes, the ink of marks.

Imported only while a document is composed (it needs WeasyPrint).
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break

from converter import patterns as re
from converter.typeset import characters as kind
from converter.typeset import spacing
from converter.typeset.shaping import Faces, Override, faces_of, ink_of, shape
from converter.typeset.spacing import Convention, Ink, Style
from converter.typeset.stream import Piece, Walk
from converter.values import dataclass

_FRAMED = re.compile(f"[{re.escape(''.join(sorted(kind.MARKS)))}{kind.DASH}]")


_LED = re.compile("(?:—{1,2}|[●○■□◆◇▲△★☆※◎▪▶]) ?(?=[（《〈「『【〔“‘])")
"""What leads a paragraph in, such as a source or an item: it stands close to what it leads in."""


SHARED = re.compile("[“”‘’…—·]")


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


def settle(walk: Walk, text: str, found: str) -> str:
    """Kinds with shared signs settled; in a foreign language they are all Latin."""
    found = kind.settle_shared(text, found)
    for piece in walk.pieces:
        if piece.chinese or not SHARED.search(piece.text):
            continue
        own = "".join(
            kind.LATIN_FORM.get(char, one)
            for char, one in zip(piece.text, found[piece.start : piece.end], strict=True)
        )
        found = found[: piece.start] + own + found[piece.end :]
    return found


def shape_piece(piece: Piece, found: str, book: FontBook, key: str) -> None:
    """Shape a text box, with each shared sign in the face that its use asks for."""
    text = piece.text
    if SHARED.search(text):
        faces = book.faces(key, piece.style)
        for match in SHARED.finditer(text):
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


def frames_of(
    walk: Walk, found: str, settings: Settings, book: FontBook, keys: list[str]
) -> dict[int, spacing.Frame]:
    """The frames of marks by their indexes: how wide, and on which side blank."""
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
    led = _LED.match(walk.text)
    if led and led.end() in frames:
        opening = frames[led.end()]
        opening.left = opening.floor("left")
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
