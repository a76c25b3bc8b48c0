"""A text box shaped by Pango: advances as they will stand in the PDF."""

from __future__ import annotations

from collections.abc import Mapping
from math import trunc
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS, ffi, gobject, pango

from converter.typeset.shaping.pango import (
    GLYPH,
    Override,
    PlainLayout,
    byte_starts,
    em_of,
    runs_of,
)
from converter.values import dataclass, field

_NO_GLYPH = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY; unknown characters have the bit above


try:
    ffi.cdef("void * g_object_ref (void *object);")
    _referable = bool(gobject.g_object_ref)
except Exception:  # noqa: BLE001  # pragma: no cover  (the same: lines are drawn the long way)
    _referable = False


@dataclass(slots=True)
class Shaped:
    """A shaped text: advances in thousandths of its em, as they will stand in the PDF.

    ``kerned`` tells for a character by how much kerning changed its glyph; ``fixed`` are those
    without a glyph of a font, whose width must not be touched; ``clustered`` those with more
    than one glyph. ``opaque`` is true for text whose glyphs do not follow each other as its
    characters do (right to left).
    ``height`` and ``baseline`` are in pixels.
    """

    advances: list[int]
    height: float
    baseline: float
    opaque: bool = False
    kerned: dict[int, int] = field(default_factory=dict)
    fixed: set[int] = field(default_factory=set)
    clustered: set[int] = field(default_factory=set)
    glyphs: list[int] | None = None
    faces: list[tuple[int, Any]] = field(default_factory=list)


def shape(text: str, style: Any, overrides: list[Override] | None = None) -> Shaped:
    """Shape a text (no line feeds) in a WeasyPrint style."""
    layout = PlainLayout(style)
    layout.set_text(text)
    if overrides:
        layout.override(overrides)
    line = pango.pango_layout_get_line_readonly(layout.layout, 0)
    extents = ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(line, ffi.NULL, extents)
    baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
    size = len(text)
    shaped = Shaped([0] * size, extents.height * FROM_UNITS, baseline, glyphs=[-1] * size)
    em = em_of(style)
    uniform = len(text.encode()) == 3 * size
    index_of = None if uniform else {b: i for i, b in enumerate(byte_starts(text)[:-1])}
    for run in runs_of(line):
        _read_run(run, index_of, em, shaped)
    return shaped


def _read_run(run: Any, index_of: Mapping[int, int] | None, em: int, shaped: Shaped) -> None:
    item, glyphs = run.item, run.glyphs
    count = glyphs.num_glyphs
    if item.analysis.level % 2:
        shaped.opaque = True
        shaped.glyphs = None
    numbers = memoryview(ffi.buffer(glyphs.glyphs, count * GLYPH * 4)).cast("i")
    widths = numbers[1::GLYPH].tolist()
    offset = item.offset
    clusters = ffi.unpack(glyphs.log_clusters, count)
    if any(numbers[2::GLYPH].tolist()) or any(numbers[3::GLYPH].tolist()):
        shaped.glyphs = None  # moved by the font: marks on letters
    if shaped.glyphs is not None:
        _keep_font(item, offset // 3 if index_of is None else index_of[offset], shaped)
    if index_of is None and count == item.num_chars and widths.count(em) == count:
        first = offset // 3
        shaped.advances[first : first + count] = [1000] * count
        if shaped.glyphs is not None:
            shaped.glyphs[first : first + count] = numbers[0::GLYPH].tolist()
        return
    places = [offset + cluster for cluster in clusters]
    indexes = [place // 3 if index_of is None else index_of[place] for place in places]
    _read_glyphs(numbers, indexes, item.analysis.font, em, shaped)


def _keep_font(item: Any, first: int, shaped: Shaped) -> None:
    """Hold the font of a run, which begins with the character ``first``, for drawing."""
    font = gobject.g_object_ref(item.analysis.font) if _referable else None
    if font is None:
        shaped.glyphs = None
    else:
        shaped.faces.append((first, ffi.gc(font, gobject.g_object_unref)))


def _read_glyphs(
    numbers: memoryview[int], indexes: list[int], font: Any, em: int, shaped: Shaped
) -> None:
    """Add up the glyphs of each character, of which ``indexes`` tell whose they are."""
    advances, drawn = shaped.advances, shaped.glyphs
    known: dict[tuple[int, int, int], tuple[int, int]] = {}
    previous = -1
    for number, index in enumerate(indexes):
        glyph, width, x_offset = numbers[number * GLYPH : number * GLYPH + 3].tolist()
        if index == previous:
            shaped.clustered.add(index)
            shaped.glyphs = None
        previous = index
        if drawn is not None:
            drawn[index] = glyph
        if width == em:
            advances[index] += 1000
            continue
        pair = known.get((glyph, width, x_offset))
        if pair is None:
            pair = known[glyph, width, x_offset] = _written(font, glyph, width, x_offset, em)
        advances[index] += pair[0]
        if glyph >= _NO_GLYPH or glyph < 0:
            shaped.fixed.add(index)
            shaped.glyphs = None
        if pair[1]:
            shaped.kerned[index] = shaped.kerned.get(index, 0) + pair[1]


def _written(font: Any, glyph: int, width: int, x_offset: int, em: int) -> tuple[int, int]:
    """The advance that the PDF will have for a glyph, and how far its kerning goes."""
    if glyph >= _NO_GLYPH or glyph < 0:
        return round(width * 1000 / em), 0
    logical = ffi.new("PangoRectangle *")
    pango.pango_font_get_glyph_extents(font, glyph, ffi.NULL, logical)
    own = round(logical.width * 1000 / em)
    shift = x_offset * TO_UNITS / em
    moved = trunc(own + shift - width * 1000 / em)
    return round(own + shift - moved), moved
