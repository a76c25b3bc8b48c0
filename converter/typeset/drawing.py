"""Draws composed lines from the glyphs that were measured.

WeasyPrint lets Pango shape every line a second time when it draws it, and asks cffi for every
glyph. The glyphs of a composed line are known, and so are their places: what is written comes
to the same bytes. Lines with anything but plain glyphs in them are left to WeasyPrint.
Imported only when a document is drawn (it needs WeasyPrint).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import RLock
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango

from converter.typeset.shaping import ComposedLayout

_INVISIBLE = 1e-6  # of a font size, as WeasyPrint has it
_BLIND = 14802  # older versions of Pango do not tell the size of a font (issue 530 of Pango)

_Known = dict[int, tuple[str, int]]
"""Glyph → its code as it is written, and its own width in thousandths."""


_lock = RLock()
_stock: list[Callable[..., list[Any]]] = []


@contextmanager
def drawing() -> Iterator[None]:
    """Draw composed lines the short way inside the block."""
    from weasyprint.draw import text

    with _lock:
        if not ComposedLayout.patient:
            _stock.append(text.draw_first_line)
            text.draw_first_line = _Drawer(text.draw_first_line).draw_first_line
        ComposedLayout.patient += 1
    try:
        yield
    finally:
        with _lock:
            ComposedLayout.patient -= 1
            if not ComposedLayout.patient:
                text.draw_first_line = _stock.pop()


class _Drawer:
    """Draws lines of the documents written inside a block."""

    def __init__(self, stock: Callable[..., list[Any]]) -> None:
        self._stock = stock
        self._fonts: dict[tuple[int, int], tuple[Any, float, _Known]] = {}

    def draw_first_line(
        self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any
    ) -> list[Any]:
        """Stands in for the function of ``weasyprint.draw.text``."""
        layout = textbox.pango_layout
        if not isinstance(layout, ComposedLayout):
            return self._stock(stream, textbox, text_overflow, block_ellipsis, matrix)
        simple = text_overflow != "ellipsis" and block_ellipsis == "none" and layout.is_simple
        if simple and textbox.text == layout.text and textbox.style["font_size"] > _INVISIBLE:
            if not layout.text.strip():
                return []
            runs = self._runs(stream, layout)
            if runs is not None:
                stream.set_text_matrix(*matrix.values)
                self._show(stream, layout, runs)
                return []
        layout.wake()
        return self._stock(stream, textbox, text_overflow, block_ellipsis, matrix)

    def _runs(
        self, stream: Any, layout: ComposedLayout
    ) -> list[tuple[int, int, tuple[Any, float, _Known]]] | None:
        """The stretches of one font: first and last character, font, size, known glyphs."""
        placed = layout.placed
        faces, start = placed.shaped.faces, placed.start
        end = start + len(placed.advances)
        found = []
        number = bisect_right(faces, start, key=lambda face: face[0]) - 1
        while number < len(faces) and faces[number][0] < end:
            first = max(start, faces[number][0])
            last = min(end, faces[number + 1][0]) if number + 1 < len(faces) else end
            font = self._font(stream, faces[number][1])
            if font is None:
                return None
            if first < last:
                found.append((first - start, last - start, font))
            number += 1
        return found

    def _font(self, stream: Any, face: Any) -> tuple[Any, float, _Known] | None:
        # The fonts that a document embeds are its own.
        key = id(stream._fonts), int(ffi.cast("uintptr_t", face))  # noqa: SLF001
        known = self._fonts.get(key)
        if known is None:
            if pango.pango_version() < _BLIND:
                return None
            font, size = stream.add_font(face)
            if font.png or font.svg or font.colr or font.bitmap:
                return None
            known = self._fonts[key] = (font, size, {})
        return known

    def _show(
        self,
        stream: Any,
        layout: ComposedLayout,
        runs: list[tuple[int, int, tuple[Any, float, _Known]]],
    ) -> None:
        placed = layout.placed
        glyphs = placed.shaped.glyphs
        assert glyphs is not None  # noqa: S101  (is_simple has looked)
        advances, changes, start = placed.advances, placed.changes, placed.start
        head = f"{-placed.shift}" if placed.shift else ""
        for first, last, (font, size, known) in runs:
            stream.set_font_size(font.hash, size)
            parts = [head, "<"]
            head = ""
            for index in range(first, last):
                glyph = glyphs[start + index]
                change = changes.get(index, 0)
                if glyph < 0:  # the second half of ——
                    if change:
                        parts.append(f">{-change}<")
                    continue
                pair = known.get(glyph)
                if pair is None:
                    pair = known[glyph] = _learn(
                        font, size, glyph, placed.shaped.faces, stream, layout, index
                    )
                kerning = pair[1] - advances[index] - change
                parts.append(f"{pair[0]}>{kerning}<" if kerning else pair[0])
            parts.append(">")
            stream.show_text("".join(parts).replace("<>", ""))


def _learn(
    font: Any,
    size: float,
    glyph: int,
    faces: list[tuple[int, Any]],
    stream: Any,
    layout: ComposedLayout,
    index: int,
) -> tuple[str, int]:
    """Enter a glyph that the font has not had so far, as WeasyPrint does."""
    placed = layout.placed
    if glyph not in font.to_unicode:
        glyphs, start = placed.shaped.glyphs or [], placed.start
        last = index + 1
        while last < len(placed.advances) and glyphs[start + last] < 0:
            last += 1
        font.to_unicode[glyph] = layout.text[index:last]
    if glyph not in font.widths:
        number = bisect_right(faces, placed.start + index, key=lambda face: face[0]) - 1
        pango.pango_font_get_glyph_extents(
            faces[number][1], glyph, stream.ink_rect, stream.logical_rect
        )
        width = stream.logical_rect.width * 1000 * FROM_UNITS / size
        font.widths[glyph] = round(width)
    return f"{glyph:04x}", font.widths[glyph]
