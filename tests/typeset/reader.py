"""Reads back from a finished PDF where every glyph stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph: its text, origin and own width in points, type size, face, and the page."""

    text: str
    x: float
    y: float
    width: float
    size: float
    font: str
    page: int

    @property
    def right(self) -> float:
        return self.x + self.width


@dataclass(slots=True)
class Line:
    """The glyphs of one baseline, from left to right."""

    glyphs: list[Glyph] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def steps(self) -> Iterator[tuple[Glyph, Glyph, float]]:
        """Neighbours, and from origin to origin in ems of the first."""
        for one, other in zip(self.glyphs, self.glyphs[1:], strict=False):
            yield one, other, (other.x - one.x) / one.size


def _times(a: Matrix, b: Matrix) -> Matrix:
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


class _Font:
    """A composite font: widths and the text of its glyph codes."""

    def __init__(self, font: Any) -> None:
        descendant = font.DescendantFonts[0]
        self.name = str(descendant.BaseFont).split("+", 1)[-1]
        self.widths: dict[int, float] = {}
        items: list[Any] = list(descendant.W)
        while items:
            first = int(items.pop(0))
            following = items.pop(0)
            if isinstance(following, pikepdf.Array):
                for offset, width in enumerate(following):
                    self.widths[first + offset] = float(width)
            else:
                same = float(items.pop(0))
                for code in range(first, int(following) + 1):
                    self.widths[code] = same
        self.texts: dict[int, str] = {}
        cmap = font.ToUnicode.read_bytes().decode("ascii", "replace")
        for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
            for code, text in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", block):
                self.texts[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")


class Reader:
    """A PDF made by WeasyPrint."""

    def __init__(self, pdf: bytes) -> None:
        self._pdf = pikepdf.open(BytesIO(pdf))
        self._fonts: dict[tuple[int, int], _Font] = {}

    @cached_property
    def glyphs(self) -> list[Glyph]:
        """All glyphs in the order of drawing; y grows downwards from the top of the page."""
        return [
            glyph
            for number, page in enumerate(self._pdf.pages)
            for glyph in self._page(number, page)
        ]

    def _font(self, resources: Any, name: str) -> _Font:
        font = resources.Font[name]
        key = font.objgen
        if key not in self._fonts:
            self._fonts[key] = _Font(font)
        return self._fonts[key]

    def _page(self, number: int, page: pikepdf.Page) -> Iterator[Glyph]:
        height = float(page.mediabox[3])
        stack: list[Matrix] = []
        ctm, text, size, font, rise = _IDENTITY, _IDENTITY, 0.0, None, 0.0
        instructions: list[Any] = list(pikepdf.parse_content_stream(page))
        for operands, operator in instructions:
            match str(operator):
                case "q":
                    stack.append(ctm)
                case "Q":
                    ctm = stack.pop()
                case "cm":
                    ctm = _times(_matrix(operands), ctm)
                case "BT":
                    text = _IDENTITY
                case "Tm":
                    text = _matrix(operands)
                case "Tf":
                    font, size = self._font(page.resources, str(operands[0])), float(operands[1])
                case "Ts":
                    rise = float(operands[0])
                case "TJ" | "Tj":
                    assert font is not None
                    shown = operands[0] if str(operator) == "TJ" else [operands[0]]
                    for item in shown:
                        if isinstance(item, pikepdf.String):
                            for code in _codes(bytes(item)):
                                width = font.widths.get(code, 1000.0) / 1000 * size
                                at = _times((1, 0, 0, 1, 0, rise), _times(text, ctm))
                                scale = abs(_times(text, ctm)[0])
                                yield Glyph(
                                    font.texts.get(code, "�"), at[4], height - at[5],
                                    width * scale, size * scale, font.name, number,
                                )  # fmt: skip
                                text = _times((1, 0, 0, 1, width, 0), text)
                        else:
                            text = _times((1, 0, 0, 1, -float(item) / 1000 * size, 0), text)
                case _:
                    pass

    def lines(self, left: float = 0.0, right: float = 1e9, pitch: float = 18) -> list[Line]:
        """Glyphs between two edges by page and line of the grid, from left to right.

        Raised and lowered text goes with its line; ``pitch`` is the distance of baselines.
        """
        glyphs = [g for g in self.glyphs if left <= g.x < right and g.text.strip()]
        phase, _ = Counter(round(g.y % pitch, 1) for g in glyphs).most_common(1)[0]
        rows: dict[tuple[int, int], list[Glyph]] = {}
        for glyph in glyphs:
            rows.setdefault((glyph.page, round((glyph.y - phase) / pitch)), []).append(glyph)
        return [Line(sorted(rows[key], key=lambda g: g.x)) for key in sorted(rows)]


def _codes(data: bytes) -> Iterable[int]:
    return (int.from_bytes(data[i : i + 2], "big") for i in range(0, len(data), 2))


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f
