"""A typeface cut down to some characters, under a name of its own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from converter.epub.cover.faces import Face
from converter.values import NamedTuple

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

_FEATURES = ["vert", "vrt2", "halt", "vhal", "chws", "vchw"]
"""Upright forms for vertical lines, and half-width marks for ``text-spacing-trim``."""

_COPYRIGHT, _FAMILY, _STYLE, _FULL, _POSTSCRIPT, _LICENCE, _LICENCE_URL = 0, 1, 2, 4, 6, 13, 14
_KEPT_NAMES = [_COPYRIGHT, _FAMILY, _STYLE, _FULL, 5, _POSTSCRIPT, 7, 8, _LICENCE, _LICENCE_URL]
_OPEN = ("open font license", "scripts.sil.org/ofl", "openfontlicense.org")
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Zs"})
_INSTALLABLE = 0
"""OpenType, OS/2 fsType: may be embedded without restriction."""


class Cut(NamedTuple):
    """A font file. ``missing`` are the characters that the typeface does not have."""

    data: bytes
    suffix: str
    missing: str
    copyright: str


def _names(font: TTFont, number: int) -> Iterator[str]:
    for record in font["name"].names:
        if record.nameID == number:
            yield record.toUnicode(errors="replace")


def _is_open(font: TTFont) -> bool:
    told = " ".join([*_names(font, _LICENCE), *_names(font, _LICENCE_URL)]).lower()
    return font["OS/2"].fsType == _INSTALLABLE and any(mark in told for mark in _OPEN)


def _rename(font: TTFont, family: str, style: str) -> None:
    """Our own name: a subset must not carry a reserved one (OFL 1.1, condition 3)."""
    postscript = f"{family.replace(' ', '')}-{style}"
    new = {
        _FAMILY: family,
        _STYLE: style,
        _FULL: f"{family} {style}",
        _POSTSCRIPT: postscript,
    }
    table = font["name"]
    # English alone: names in other languages would still be the typeface's own.
    table.names = [one for one in table.names if one.platformID == 3 and one.langID == 0x409]
    for record in table.names:
        if record.nameID in new:
            record.string = new[record.nameID]
    if "CFF " in font:
        program = font["CFF "].cff
        program.fontNames = [postscript]
        for name, value in (("FullName", new[_FULL]), ("FamilyName", family)):
            if hasattr(program.topDictIndex[0], name):
                setattr(program.topDictIndex[0], name, value)


def cut(face: Face, characters: str, family: str, *, bold: bool) -> Cut | None:
    """The face with nothing but ``characters``; ``None`` for one that may not be passed on."""
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with face.path.open("rb") as file:
            # Without new bounds it takes a third of the time; the whole font's hold as well.
            font = TTFont(
                file, fontNumber=face.index, lazy=True, recalcBBoxes=False, recalcTimestamp=False
            )
            return _cut(font, characters, family, "Bold" if bold else "Regular")
    except (OSError, TTLibError, KeyError):
        return None  # no font that can be read


def _is_seen(char: str) -> bool:
    """Not a blank, a control character or a variation selector, which need no glyph."""
    selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
    return not selector and unicodedata.category(char) not in _UNSEEN


def _cut(font: TTFont, characters: str, family: str, style: str) -> Cut | None:
    from fontTools.subset import Options, Subsetter

    if not _is_open(font):
        return None
    covered = font.getBestCmap()
    missing = "".join(c for c in characters if ord(c) not in covered and _is_seen(c))
    options = Options(
        layout_features=_FEATURES,
        name_IDs=_KEPT_NAMES,
        hinting=False,  # no screen of a reader today needs it for Han
        desubroutinize=True,
        notdef_outline=True,
        recalc_timestamp=False,
    )
    options.drop_tables += ["BASE", "DSIG", "meta"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(char) for char in characters if ord(char) in covered])
    subsetter.subset(font)
    _rename(font, family, style)
    copyright_notice = "\n".join(dict.fromkeys(_names(font, _COPYRIGHT)))
    buffer = BytesIO()
    font.save(buffer)
    suffix = "otf" if "CFF " in font else "ttf"
    return Cut(buffer.getvalue(), suffix, missing, copyright_notice)
