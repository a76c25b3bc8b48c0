"""Which face a style takes for a sign, and the ink of a mark."""

from __future__ import annotations

from typing import Any

from weasyprint.text.ffi import ffi, pango

from converter.typeset.shaping.pango import FAMILIES, Override, PlainLayout, em_of, runs_of
from converter.typeset.spacing import Ink
from converter.values import dataclass

_PROBE = "一“”‘’—…·"


@dataclass(slots=True)
class Faces:
    """What a style's faces do with the signs that Chinese and Latin share."""

    han_family: bytes
    foreign: frozenset[str]
    """Shared signs that the style takes from another face than Han."""
    wide: frozenset[str]
    """Shared signs that have a full-width glyph in the style's Han face."""


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
        for run in runs_of(line):
            description = pango.pango_font_describe_with_absolute_size(run.item.analysis.font)
            families[char] = ffi.string(pango.pango_font_description_get_family(description))
            pango.pango_font_description_free(description)
    han = families.pop("一", b"")
    foreign = frozenset(char for char, family in families.items() if family != han)
    overrides = {char: [Override(0, 3, han)] if char in foreign else None for char in families}
    if not FAMILIES or not han:
        overrides, foreign = dict.fromkeys(families), frozenset()
    wide = frozenset(
        char for char, other in overrides.items() if ink_of(char, style, other).advance >= 900
    )
    return Faces(han, foreign, wide)
