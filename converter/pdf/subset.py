"""Smaller and quicker font subsets for CID-keyed CFF fonts, which all Noto CJK faces are.

WeasyPrint keeps the glyph numbers of the whole font: a face of which 300 glyphs are used is
embedded with 63,000 empty ones, 800 KB before compression, cut down in two passes. A
CID-keyed font needs no such thing: the numbers in the text are CIDs, and the font's own
charset maps them to glyphs (ISO 32000-1 §9.7.4.2). So the unused glyphs go, and what is
embedded is the bare CFF program, /CIDFontType0C, which every reader and RIP knows.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_DROPPED = (b"BASE", b"DSIG", b"GPOS", b"GSUB", b"JSTF", b"VORG", b"vhea", b"vmtx")


@contextmanager
def small_subsets() -> Iterator[None]:
    """Cut CID-keyed fonts down to what is used while a PDF is made inside the block."""
    from weasyprint.pdf import fonts
    from weasyprint.text.ffi import ffi

    stock_subset, stock_ffi = fonts.Font._harfbuzz_subset, fonts.ffi  # noqa: SLF001

    def subset(font: Any, to_unicode: dict[int, str], hinting: bool) -> None:  # noqa: FBT001
        data = None
        if "CFF " in font.tables and not font.missing:
            data = _cut_down(font, sorted(to_unicode))
        if data is not None and is_cid_keyed(table(data, b"CFF ")):
            font.file_content = data
        else:
            stock_subset(font, to_unicode, hinting)

    class OpenArrays:
        """cffi parses C for every array length it has not met; an open array is parsed once."""

        def __getattr__(self, name: str) -> Any:
            return getattr(ffi, name)

        @staticmethod
        def new(kind: str, *values: Any) -> Any:
            if values and kind.startswith("hb_codepoint_t["):
                kind = "hb_codepoint_t[]"
            return ffi.new(kind, *values)

    fonts.Font._harfbuzz_subset, fonts.ffi = subset, OpenArrays()  # noqa: SLF001
    try:
        yield
    finally:
        fonts.Font._harfbuzz_subset, fonts.ffi = stock_subset, stock_ffi  # noqa: SLF001


def _cut_down(font: Any, glyphs: list[int]) -> bytes | None:
    """The font with nothing but ``glyphs``, renumbered; ``None`` where HarfBuzz cannot."""
    from weasyprint.pdf.fonts import get_hb_object_data
    from weasyprint.text.ffi import ffi, harfbuzz, harfbuzz_subset

    wish = ffi.gc(
        harfbuzz_subset.hb_subset_input_create_or_fail(),
        harfbuzz_subset.hb_subset_input_destroy,
    )
    kept = harfbuzz_subset.hb_subset_input_glyph_set(wish)
    harfbuzz.hb_set_add_sorted_array(kept, ffi.new("hb_codepoint_t[]", glyphs), len(glyphs))
    harfbuzz_subset.hb_subset_input_set_flags(
        wish,
        harfbuzz_subset.HB_SUBSET_FLAGS_NO_HINTING | harfbuzz_subset.HB_SUBSET_FLAGS_DESUBROUTINIZE,
    )
    dropped = harfbuzz_subset.hb_subset_input_set(
        wish, harfbuzz_subset.HB_SUBSET_SETS_DROP_TABLE_TAG
    )
    tags = sorted(harfbuzz.hb_tag_from_string(tag, -1) for tag in _DROPPED)
    harfbuzz.hb_set_add_sorted_array(dropped, ffi.new("hb_codepoint_t[]", tags), len(tags))
    face = harfbuzz_subset.hb_subset_or_fail(font.hb_face, wish)
    if not face:
        return None
    data = get_hb_object_data(ffi.gc(face, harfbuzz.hb_face_destroy))
    return bytes(data) if data else None


def table(font: bytes, tag: bytes) -> bytes:
    """A table of an OpenType font, or nothing if it has no such table."""
    for index in range(struct.unpack(">H", font[4:6])[0]):
        at = 12 + 16 * index
        name, _, offset, length = struct.unpack(">4sLLL", font[at : at + 16])
        if name == tag:
            return font[offset : offset + length]
    return b""


def is_cid_keyed(cff: bytes) -> bool:
    """True if the Top DICT of a CFF font begins with ROS (Adobe Technical Note 5176, §18)."""
    if len(cff) < 4:
        return False
    at = cff[2]
    for skip in (True, False):  # the Name INDEX, then the Top DICT INDEX
        count, size = struct.unpack(">HB", cff[at : at + 3])
        offsets = at + 3
        data = offsets + (count + 1) * size - 1
        if skip:
            last = int.from_bytes(cff[offsets + count * size : offsets + (count + 1) * size], "big")
            at = data + last
        else:
            first = data + int.from_bytes(cff[offsets : offsets + size], "big")
            # Three numbers of up to five bytes each stand before the operator 12 30.
            return b"\x0c\x1e" in cff[first : first + 17]
    return False


def bare_cff(pdf: Any) -> None:
    """Embed CID-keyed OpenType fonts as what they hold: a bare CFF program."""
    import pydyf

    bare: set[bytes] = set()
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream) and thing.extra.get("Subtype") == "/OpenType":
            cff = table(thing.stream[0], b"CFF ")
            if is_cid_keyed(cff):
                thing.stream = [cff]
                thing.extra["Subtype"] = "/CIDFontType0C"
                bare.add(thing.reference)
    descriptors = {
        thing.reference
        for thing in pdf.objects
        if isinstance(thing, pydyf.Dictionary) and thing.get("FontFile3") in bare
    }
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Dictionary) and thing.get("FontDescriptor") in descriptors:
            # Table 117: the map is for TrueType programs; a charset needs none.
            thing.pop("CIDToGIDMap", None)
