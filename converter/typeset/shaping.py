"""Shapes a text box with Pango and draws it with adjusted glyphs.

WeasyPrint writes what lies between two glyphs as a whole number of thousandths of an em, cut
off and not rounded. So every advance is kept here as the whole number that will stand in the
PDF, and glyphs are handed over with widths that come out as just that number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from math import trunc
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import (
    FROM_UNITS,
    TO_UNITS,
    ffi,
    gobject,
    pango,
    unicode_to_char_p,
)
from weasyprint.text.fonts import font_features

from converter.typeset import characters as kind
from converter.typeset.spacing import Ink

_GLYPH = ffi.sizeof("PangoGlyphInfo") // 4
_SAFE = 0.3  # thousandths: keeps a width on the right side of the number it is cut off to
_NO_GLYPH = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY; unknown characters have the bit above
_PROBE = "一“”‘’—…·"
PROPORTIONAL = b"pwid 1"
"""Narrow quotation marks in a Chinese face."""
UNTIED = b"liga 0,clig 0,dlig 0"
"""No ligatures: for letter-spaced text (CSS Text 3, §8.2)."""

try:
    ffi.cdef("PangoAttribute * pango_attr_family_new (const char *family);")
    _family_attribute = pango.pango_attr_family_new
except Exception:  # noqa: BLE001  # pragma: no cover  (another binding: faces stay as CSS has them)
    _family_attribute = None
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


@dataclass(slots=True)
class Faces:
    """What a style's faces do with the signs that Chinese and Latin share."""

    han_family: bytes
    foreign: frozenset[str]
    """Shared signs that the style takes from another face than Han."""
    wide: frozenset[str]
    """Shared signs that have a full-width glyph in the style's Han face."""


@dataclass(slots=True)
class Override:
    """A stretch of a text, in bytes, set in another face or with other OpenType features."""

    first: int
    last: int
    family: bytes | None = None
    features: bytes = b""


def em_of(style: Any) -> int:
    """The em of a style in Pango units, as WeasyPrint hands it to Pango."""
    return int(style["font_size"] * TO_UNITS)


class PlainLayout(line_break.Layout):  # type: ignore[misc]
    """A WeasyPrint layout without the attributes for letter and word spacing.

    The composition sets those spaces itself.
    """

    def set_text(self, text: str, justify: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Set the text as it is."""
        self.text = text
        pointer, _ = unicode_to_char_p(text)
        pango.pango_layout_set_text(self.layout, pointer, -1)

    def override(self, overrides: list[Override]) -> None:
        """Set other faces or forms for parts of the text."""
        style = self.style
        attributes = pango.pango_attr_list_new()
        features = font_features(
            style["font_kerning"],
            style["font_variant_ligatures"],
            style["font_variant_position"],
            style["font_variant_caps"],
            style["font_variant_numeric"],
            style["font_variant_alternates"],
            style["font_variant_east_asian"],
            style["font_feature_settings"],
        )
        whole = [f"{key} {value}" for key, value in features.items()]
        if whole:
            attribute = pango.pango_attr_font_features_new(",".join(whole).encode())
            pango.pango_attr_list_insert(attributes, attribute)
        for one in overrides:
            if one.family is None:
                text = b",".join([*(part.encode() for part in whole), one.features])
                attribute = pango.pango_attr_font_features_new(text)
            else:
                attribute = _family_attribute(one.family)
            attribute.start_index, attribute.end_index = one.first, one.last
            pango.pango_attr_list_change(attributes, attribute)
        pango.pango_layout_set_attributes(self.layout, attributes)
        pango.pango_attr_list_unref(attributes)


def byte_starts(text: str) -> list[int]:
    """The byte index of each character in UTF-8, and of the end."""
    if text.isascii():
        return list(range(len(text) + 1))
    return [0, *accumulate(len(char.encode()) for char in text)]


def _runs(line: Any) -> Any:
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data
        run = run.next


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
    for run in _runs(line):
        _read_run(run, index_of, em, shaped)
    return shaped


def _read_run(run: Any, index_of: Mapping[int, int] | None, em: int, shaped: Shaped) -> None:
    item, glyphs = run.item, run.glyphs
    count = glyphs.num_glyphs
    if item.analysis.level % 2:
        shaped.opaque = True
        shaped.glyphs = None
    numbers = memoryview(ffi.buffer(glyphs.glyphs, count * _GLYPH * 4)).cast("i")
    widths = numbers[1::_GLYPH].tolist()
    offset = item.offset
    clusters = ffi.unpack(glyphs.log_clusters, count)
    advances = shaped.advances
    if any(numbers[2::_GLYPH].tolist()) or any(numbers[3::_GLYPH].tolist()):
        shaped.glyphs = None  # moved by the font: marks on letters
    if shaped.glyphs is not None:
        font = gobject.g_object_ref(item.analysis.font) if _referable else None
        if font is None:
            shaped.glyphs = None
        else:
            first = offset // 3 if index_of is None else index_of[offset]
            shaped.faces.append((first, ffi.gc(font, gobject.g_object_unref)))
    if index_of is None and count == item.num_chars and widths.count(em) == count:
        first = offset // 3
        advances[first : first + count] = [1000] * count
        if shaped.glyphs is not None:
            shaped.glyphs[first : first + count] = numbers[0::_GLYPH].tolist()
        return
    drawn = shaped.glyphs
    known: dict[tuple[int, int, int], tuple[int, int]] = {}
    previous = -1
    for number, (cluster, width) in enumerate(zip(clusters, widths, strict=True)):
        place = offset + cluster
        index = place // 3 if index_of is None else index_of[place]
        if index == previous:
            shaped.clustered.add(index)
            shaped.glyphs = None
        previous = index
        if drawn is not None:
            drawn[index] = numbers[number * _GLYPH]
        if width == em:
            advances[index] += 1000
            continue
        key = numbers[number * _GLYPH], width, numbers[number * _GLYPH + 2]
        pair = known.get(key)
        if pair is None:
            pair = known[key] = _written(item.analysis.font, *key, em)
        advances[index] += pair[0]
        if key[0] >= _NO_GLYPH or key[0] < 0:
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


def ink_of(char: str, style: Any, overrides: list[Override] | None = None) -> Ink:
    """Advance and ink of a single character's glyph, in thousandths of an em."""
    layout = PlainLayout(style)
    layout.set_text(char)
    if overrides:
        layout.override(overrides)
    line = pango.pango_layout_get_line_readonly(layout.layout, 0)
    ink, logical = ffi.new("PangoRectangle *"), ffi.new("PangoRectangle *")
    pango.pango_layout_line_get_extents(line, ink, logical)
    em = em_of(style)
    left = round(ink.x * 1000 / em)
    return Ink(round(logical.width * 1000 / em), left, left + round(ink.width * 1000 / em))


def faces_of(style: Any) -> Faces:
    """Which face a style takes for Han and for the signs that Chinese and Latin share."""
    families: dict[str, bytes] = {}
    for char in _PROBE:
        layout = PlainLayout(style)
        layout.set_text(char)
        line = pango.pango_layout_get_line_readonly(layout.layout, 0)
        for run in _runs(line):
            description = pango.pango_font_describe_with_absolute_size(run.item.analysis.font)
            families[char] = ffi.string(pango.pango_font_description_get_family(description))
            pango.pango_font_description_free(description)
    han = families.pop("一", b"")
    foreign = frozenset(char for char, family in families.items() if family != han)
    overrides = {char: [Override(0, 3, han)] if char in foreign else None for char in families}
    if _family_attribute is None or not han:
        overrides, foreign = dict.fromkeys(families), frozenset()
    wide = frozenset(
        char for char, other in overrides.items() if ink_of(char, style, other).advance >= 900
    )
    return Faces(han, foreign, wide)


@dataclass(slots=True)
class Placed:
    """A stretch of a shaped text on a line: its glyphs and what is added to their advances.

    Characters ``start`` to ``start + len(advances)`` of ``shaped``; ``changes`` by character of
    the stretch, ``shift`` how far its first glyph moves, all in thousandths of the ``em`` (that
    is in Pango units). ``kinds`` are those of the shaped text.
    """

    shaped: Shaped
    start: int
    advances: list[int]
    changes: dict[int, int]
    shift: int
    em: int
    kinds: str

    def units(self) -> tuple[dict[int, int], dict[int, int], int]:
        """Glyph widths, what is added to the last glyph of a cluster, and the shift for Pango."""
        shaped, start, em, shift = self.shaped, self.start, self.em, self.shift
        changes = dict(self.changes)
        if shift:
            changes[0] = changes.get(0, 0) + shift
        widths: dict[int, int] = {}
        added: dict[int, int] = {}
        for index, change in changes.items():
            if not change and not (index == 0 and shift):
                continue
            if start + index in shaped.clustered or shaped.opaque:
                added[index] = width_in_units(0, change, 0, 0, em)
                continue
            own_shift = shift if index == 0 else 0
            kerned = shaped.kerned.get(start + index, 0)
            widths[index] = width_in_units(self.advances[index], change, own_shift, kerned, em)
        for index in self._held():
            if index not in widths:
                kerned = shaped.kerned.get(start + index, 0)
                widths[index] = width_in_units(self.advances[index], 0, 0, kerned, em)
        return widths, added, round(shift * em / 1024)

    def _held(self) -> Iterator[int]:
        """Digits and signs of a part of a text, which keep their width.

        They belong to the script of their neighbours; cut off from those they may get other
        glyphs of slightly other width when Pango shapes the part anew.
        """
        shaped, start = self.shaped, self.start
        if len(self.advances) >= len(self.kinds) or shaped.opaque:
            return
        for index, advance in enumerate(self.advances):
            place = start + index
            if advance in {0, 1000} and self.kinds[place] != kind.DASH:
                continue
            if self.kinds[place] == kind.ALPHA or place in shaped.fixed:
                continue
            if advance and place not in shaped.clustered:
                yield index


class ComposedLayout(PlainLayout):
    """Stands in for WeasyPrint's layout of a text box on a composed line.

    While ``drawing`` is at work, Pango's own layout is made only for what that cannot draw.
    """

    patient = 0
    """How many blocks of ``drawing`` are at work."""

    def __init__(
        self,
        text: str,
        style: Any,
        placed: Placed,
        overrides: list[Override] | None,
        max_width: float | None,
    ) -> None:
        self.text = self._composed = text
        self.placed = placed
        self._overrides = overrides
        self.max_width = max_width
        self.justification_spacing = 0
        self.first_line_direction = 0
        self.ascent = self.underline_position = self.strikethrough_position = None
        self._asleep: Any = None
        if style["text_decoration_line"] != "none":
            self.setup(style)
            super().deactivate()

    @property
    def is_simple(self) -> bool:
        """True if the glyphs of the measured text can be drawn as they are."""
        return self.placed.shaped.glyphs is not None and self.text == self._composed

    def reactivate(self, style: Any) -> None:
        """Be ready to make the Pango layout again, for drawing."""
        self._asleep = style
        if not self.patient:
            self.wake()

    def wake(self) -> None:
        """Make it."""
        if self._asleep is not None:
            style, self._asleep = self._asleep, None
            self.setup(style)
            self.set_text(self.text)
            if self._overrides:
                self.override(self._overrides)

    def deactivate(self) -> None:
        """Let the Pango layout go, if there is one."""
        if self._asleep is None:
            super().deactivate()
        self._asleep = None

    def get_first_line(self) -> tuple[Any, int | None]:
        """The shaped line with the composition's widths put into its glyphs."""
        self.wake()
        line, index = super().get_first_line()
        if self.text == self._composed:
            widths, added, shift = self.placed.units()
            if widths or added:
                _adjust(line, self.text, widths, added, shift)
        return line, index


def _adjust(
    line: Any,
    text: str,
    widths: dict[int, int],
    added: dict[int, int],
    shift: int,
) -> None:
    uniform = len(text.encode()) == 3 * len(text)
    index_of = None if uniform else {b: i for i, b in enumerate(byte_starts(text)[:-1])}
    for run in _runs(line):
        item, glyphs = run.item, run.glyphs
        count, offset = glyphs.num_glyphs, item.offset
        clusters = ffi.unpack(glyphs.log_clusters, count)
        numbers = memoryview(ffi.buffer(glyphs.glyphs, count * _GLYPH * 4)).cast("i")
        if shift and offset == 0 and count and clusters[0] == 0:
            numbers[2] += shift
        for number in range(count):
            cluster = clusters[number]
            if number + 1 < count and clusters[number + 1] == cluster:
                continue  # the last glyph of a cluster carries its width
            place = offset + cluster
            index = place // 3 if index_of is None else index_of[place]
            if index in widths:
                numbers[number * _GLYPH + 1] = widths[index]
            elif index in added:
                numbers[number * _GLYPH + 1] += added[index]


def width_in_units(advance: int, change: int, shift: int, kerned: int, em: int) -> int:
    """The glyph width in Pango units that WeasyPrint writes as ``advance + change``.

    All but ``em`` in thousandths; ``kerned`` is what the glyph's own kerning took off.
    """
    written = kerned + shift - change
    bias = _SAFE if written < 0 else -_SAFE if written > 0 else 0.0
    return round((advance + change + bias) * em / 1000)
