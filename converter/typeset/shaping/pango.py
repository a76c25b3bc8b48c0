"""Pango's layouts of texts, in WeasyPrint's styles and without WeasyPrint's spacing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango, unicode_to_char_p
from weasyprint.text.fonts import font_features

from converter.values import dataclass

PROPORTIONAL = b"pwid 1"
"""Narrow quotation marks in a Chinese face."""


UNTIED = b"liga 0,clig 0,dlig 0"
"""No ligatures: for letter-spaced text (CSS Text 3, §8.2)."""


try:
    ffi.cdef("PangoAttribute * pango_attr_family_new (const char *family);")
    _family_attribute = pango.pango_attr_family_new
except Exception:  # noqa: BLE001  # pragma: no cover  (another binding: faces stay as CSS has them)
    _family_attribute = None
FAMILIES = _family_attribute is not None
"""True if a part of a text can be set in another face."""


GLYPH = ffi.sizeof("PangoGlyphInfo") // 4


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


def runs_of(line: Any) -> Iterator[Any]:
    """The runs of glyphs of a line."""
    run = line.runs[0] if line.runs != ffi.NULL else ffi.NULL
    while run != ffi.NULL:
        yield run.data
        run = run.next
