"""Which faces are installed, and which characters of an issue they lack.

fontconfig is asked directly: it keeps the character set of every font in its cache, so
that no font file is opened.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from ctypes import POINTER, byref, c_char_p, c_int, c_uint32, c_void_p
from functools import cache

from converter import patterns as re
from converter.diagnostics import Diagnostic

_FAMILY, _CHARSET = b"family", b"charset"
_SHOWN = 20
_NAME = re.compile(r"\"([^\"]+)\"|'([^']+)'|([\w ]+)")

# What no font need have: blanks, joiners, variation selectors.
_INVISIBLE = frozenset("\t\n\r \u00a0\u00ad\u200b\u200c\u200d\u2060\ufeff\u3000") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}


class Face:
    """An installed face as fontconfig found it for a family."""

    def __init__(self, wanted: str, family: str, charset: int, library: ctypes.CDLL) -> None:
        self.wanted = wanted
        self.family = family
        self._charset = charset
        self._has = library.FcCharSetHasChar

    @property
    def installed(self) -> bool:
        """False where another family stands in."""
        return self.family.casefold() == self.wanted.casefold()

    def lacks(self, characters: Iterable[str]) -> list[str]:
        """The characters that the face does not have."""
        has, charset = self._has, self._charset
        return [one for one in characters if not has(charset, ord(one))]


@cache
def _library() -> ctypes.CDLL | None:
    for name in ("libfontconfig.so.1", "libfontconfig.so", "libfontconfig.1.dylib"):
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        library.FcPatternCreate.restype = c_void_p
        library.FcPatternAddString.argtypes = [c_void_p, c_char_p, c_char_p]
        library.FcConfigSubstitute.argtypes = [c_void_p, c_void_p, c_int]
        library.FcDefaultSubstitute.argtypes = [c_void_p]
        library.FcFontMatch.argtypes = [c_void_p, c_void_p, POINTER(c_int)]
        library.FcFontMatch.restype = c_void_p
        library.FcPatternGetString.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_char_p)]
        library.FcPatternGetCharSet.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_void_p)]
        library.FcPatternDestroy.argtypes = [c_void_p]
        library.FcCharSetHasChar.argtypes = [c_void_p, c_uint32]
        library.FcCharSetHasChar.restype = c_int
        library.FcCharSetCreate.restype = c_void_p
        library.FcCharSetAddChar.argtypes = [c_void_p, c_uint32]
        library.FcPatternAddCharSet.argtypes = [c_void_p, c_char_p, c_void_p]
        library.FcCharSetDestroy.argtypes = [c_void_p]
        return library
    return None


def face(family: str, with_characters: str = "") -> Face | None:
    """The face that fontconfig gives for a family (or for some characters); ``None`` without it."""
    library = _library()
    if library is None:
        return None
    pattern = library.FcPatternCreate()
    library.FcPatternAddString(pattern, _FAMILY, family.encode())
    if with_characters:
        charset = library.FcCharSetCreate()
        for one in with_characters:
            library.FcCharSetAddChar(charset, ord(one))
        library.FcPatternAddCharSet(pattern, _CHARSET, charset)
        library.FcCharSetDestroy(charset)
    library.FcConfigSubstitute(None, pattern, 0)
    library.FcDefaultSubstitute(pattern)
    result = c_int()
    match = library.FcFontMatch(None, pattern, byref(result))
    library.FcPatternDestroy(pattern)
    if not match:
        return None
    names = [_string(library, match, index) for index in range(4)]
    name = next((one for one in names if one.casefold() == family.casefold()), names[0])
    charset_found = c_void_p()
    library.FcPatternGetCharSet(match, _CHARSET, 0, byref(charset_found))
    # The match is kept: the face's character set belongs to it, and there are but a few.
    return Face(family, name, charset_found.value or 0, library)


def _string(library: ctypes.CDLL, pattern: int, index: int) -> str:
    value = c_char_p()
    if library.FcPatternGetString(pattern, _FAMILY, index, byref(value)) != 0 or not value.value:
        return ""
    return value.value.decode("utf-8", "replace")


def families(value: str) -> list[str]:
    """The families of a ``font-family`` list."""
    found = []
    for part in value.split(","):
        match = _NAME.search(part.strip())
        if match:
            found.append(next(group for group in match.groups() if group).strip())
    return found


def check_faces(stacks: dict[str, set[str]]) -> tuple[Diagnostic, ...]:
    """What the faces of an edition cannot set.

    ``stacks`` maps a ``font-family`` list to the characters that are set in it. Speaks of
    faces that are not installed, of characters that fall back to another face, and of
    characters that no installed font has.
    """
    made: list[Diagnostic] = []
    missing: set[str] = set()
    absent: dict[str, str] = {}
    for stack, characters in stacks.items():
        faces = [found for name in families(stack) if (found := face(name)) is not None]
        if not faces:
            continue
        there = [one for one in faces if one.installed]
        if not there:
            absent[faces[0].wanted] = faces[0].family
        own = there[0] if there else faces[0]
        rest = sorted(own.lacks(characters - _INVISIBLE))
        for other in there[1:]:
            rest = other.lacks(rest)
        by_substitute: dict[str, list[str]] = {}
        for one in rest:
            substitute = face(own.wanted, one)
            if substitute is None or substitute.lacks(one):
                missing.add(one)
            else:
                by_substitute.setdefault(substitute.family, []).append(one)
        made += [
            Diagnostic.of(
                "PDF002",
                count=len(ones),
                face=own.wanted,
                substitute=name,
                characters=listed(ones),
            )
            for name, ones in sorted(by_substitute.items())
        ]
    if missing:
        made.append(Diagnostic.of("PDF003", count=len(missing), characters=listed(sorted(missing))))
    first = [
        Diagnostic.of("PDF001", face=name, substitute=substitute)
        for name, substitute in sorted(absent.items())
    ]
    return (*first, *made)


def listed(characters: list[str]) -> str:
    """Characters with their code points, the first twenty."""
    shown = " ".join(
        f"{one} (U+{ord(one):04X})" if one.isprintable() else f"U+{ord(one):04X}"
        for one in characters[:_SHOWN]
    )
    return shown + (" …" if len(characters) > _SHOWN else "")
