"""A canvas of few colours, and Chinese lines set on it.

The picture is drawn in shades of a few inks on flat grounds: each ground has a ramp of
three indices from the ground to its ink, so that drawing a text in the last index gives
the shades of its edges by itself. Twelve colours make a PNG of a quarter of the size that
a JPEG of the same cover has, without the noise that JPEG puts around letters.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from converter.epub.cover.faces import Face
from converter.epub.cover.png import png
from converter.values import NamedTuple

if TYPE_CHECKING:
    from PIL.ImageFont import FreeTypeFont

SHADES = 3

Colour = tuple[int, int, int]

OPENING = "《（「『【〔〈“‘"
CLOSING = "》）」』】〕〉”’，。、；：？！"
_NO_START = frozenset(CLOSING + "…—·％%")
_NO_END = frozenset(OPENING)


@cache
def _font(face: Face, size: int) -> FreeTypeFont:
    from PIL import ImageFont

    # The basic layout does not load the shaping tables of a font of 65,000 glyphs.
    return ImageFont.truetype(
        str(face.path), size, index=face.index, layout_engine=ImageFont.Layout.BASIC
    )


class Type(NamedTuple):
    """A face in a size (pixels), with extra space between characters (pixels)."""

    face: Face
    size: int
    tracking: float = 0.0

    def advances(self, text: str) -> list[float]:
        """How far each character moves the pen.

        clreq §3.1.6: marks side by side share their blank halves, and a mark at the end of
        the line gives its half away; Han and Latin stand a quarter em apart (clreq §3.2.2).
        """
        font = _font(self.face, self.size)
        out: list[float] = []
        for number, char in enumerate(text):
            following = text[number + 1 : number + 2]
            width = font.getlength(char)
            ends_blank = char in CLOSING and (not following or following in OPENING + CLOSING)
            if ends_blank or (char in OPENING and following in _NO_END):
                width -= self.size / 2
            if (_is_latin(char) and _is_han(following)) or (_is_han(char) and _is_latin(following)):
                width += self.size / 4
            out.append(width + (self.tracking if following else 0))
        return out

    def width(self, text: str) -> float:
        """The width of a line, its first opening mark hung out."""
        return sum(self.advances(text)) - self.hang(text)

    def hang(self, text: str) -> float:
        """The blank half of an opening mark that starts the line."""
        return self.size / 2 if text[:1] and text[0] in OPENING else 0.0


def _is_latin(char: str) -> bool:
    return char < "\u2e80" and char.isalnum()


def _is_han(char: str) -> bool:
    return char >= "\u2e80" and char.isalnum()


class Canvas:
    """The picture. ``ramps`` are (ground, ink) pairs, at most four of them."""

    def __init__(self, width: int, height: int, ramps: tuple[tuple[Colour, Colour], ...]) -> None:
        from PIL import Image, ImageDraw

        self.ramps = ramps
        self.image: Image.Image = Image.new("L", (width, height), 0)
        self._draw = ImageDraw.Draw(self.image)

    def ground(self, ramp: int, box: tuple[int, int, int, int]) -> None:
        """Lay the ground of a ramp."""
        self.image.paste(ramp * SHADES, box)

    def block(self, ramp: int, box: tuple[int, int, int, int]) -> None:
        """A block or a rule of the ramp's ink."""
        self.image.paste(ramp * SHADES + SHADES - 1, box)

    def line(self, ramp: int, at: tuple[float, float], text: str, style: Type) -> float:
        """Set a line, its baseline at ``at``; gives the x where it ends."""
        font = _font(style.face, style.size)
        x = at[0] - style.hang(text)
        for char, advance in zip(text, style.advances(text), strict=True):
            self._draw.text(
                (round(x), at[1]), char, fill=ramp * SHADES + SHADES - 1, font=font, anchor="ls"
            )
            x += advance
        return x

    def png(self) -> bytes:
        """The picture as a PNG of twelve colours that says it is sRGB."""
        palette = bytearray()
        for ground, ink in self.ramps:
            for shade in range(SHADES):
                palette += bytes(
                    round(a + (b - a) * shade / (SHADES - 1))
                    for a, b in zip(ground, ink, strict=True)
                )
        return png(self.image, bytes(palette))


def broken(text: str, style: Type, width: float) -> list[str]:
    """A text as lines of at most ``width``, about equally long, with no mark out of place."""
    total = style.width(text)
    if total <= width or len(text) < 2:
        return [text]
    count = int(total // width) + 1
    lines: list[str] = []
    rest = text
    while count > 1 and rest:
        aim = style.width(rest) / count
        cut = _cut(rest, style, aim)
        lines.append(rest[:cut].strip())
        rest = rest[cut:].strip()
        count -= 1
    return [line for line in (*lines, rest) if line]


def _cut(text: str, style: Type, aim: float) -> int:
    """Where to break nearest to ``aim``; a blank near by is the best place."""
    best, score = len(text), float("inf")
    sums, total = [0.0], 0.0
    for advance in style.advances(text):
        total += advance
        sums.append(total)
    for cut in range(1, len(text)):
        before, after = text[cut - 1], text[cut]
        if after in _NO_START or before in _NO_END or (_is_latin(before) and _is_latin(after)):
            continue
        bonus = 2.5 * style.size if after in " 　" or before in "，：；、 　" else 0.0
        distance = abs(sums[cut] - aim) - bonus
        if distance < score:
            best, score = cut, distance
    return best
