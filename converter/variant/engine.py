"""OpenCC with our dictionaries in front of its own, and with a memory of what it guessed.

OpenCC replaces a character that stands in no phrase by its commonest counterpart. To
learn where it did so, our dictionary maps each one-to-many character to a private-use
character of its own, which OpenCC carries through; here it becomes the default form and
its place is noted. A term of the regional vocabulary travels the same way, so that the
text keeps its length until its marks have been moved.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from converter import __version__
from converter import patterns as re
from converter.kept import cache_folder
from converter.values import NamedTuple
from converter.variant.compiled import BUNDLED, FAST, PACKED, is_ours, stamp_of
from converter.variant.editions import PATHS, Path
from converter.variant.tables import DATA, DEFAULTS, HELD, TERMS, read_table

if TYPE_CHECKING:
    from opencc import OpenCC

_WAYS = "opencc-ways"
"""The folder of the user's cache with the ways that were loaded."""
PRIVATE = re.compile("[\U000f0000-\U000fffff\ud800-\udfff]")
"""What a text must not contain when it is handed to the engine: hold it back.

The characters that stand for something here, and halves of surrogate pairs, which a model
may hold ("\\ud800" in JSON) but no UTF-8.
"""
_SURROGATES = re.compile("([\ud800-\udfff]+)")
_BETWEEN = "\n"
"""Stands in no word of a dictionary."""
_CODE = b"\xf3"
"""What the characters of plane 15 begin with in UTF-8, and of those after them none."""


class Character(NamedTuple):
    """A one-to-many character: its default form first, then the others."""

    source: str
    forms: tuple[str, ...]

    def led_by(self, form: str) -> Character:
        """The same character with another of its forms in front, where it has that form."""
        if form not in self.forms or form == self.forms[0]:
            return self
        return self._replace(forms=(form, *(other for other in self.forms if other != form)))


class Guess(NamedTuple):
    """A default that was used at ``offset`` of the text."""

    offset: int
    character: Character


class Term(NamedTuple):
    """A term of the vocabulary that was used at ``offset`` of the text."""

    offset: int
    source: str
    target: str
    about: str = ""
    """The topic without which the word keeps its plain form (程序 is 程式 of a computer alone)."""


class Converted(NamedTuple):
    """A converted text of the same length, the guesses in it, the terms still to be put in."""

    text: str
    guesses: tuple[Guess, ...] = ()
    terms: tuple[Term, ...] = ()


class Engine:
    """A way of conversion, loaded. Get it from :func:`engine_for`."""

    def __init__(self, path: Path, *, vocabulary: bool, house: bool) -> None:
        self.path = path
        self._in_house = house and bool(path.house)
        self._in_region = vocabulary
        rows = read_table(path.characters)
        self._characters = tuple(Character(source, forms) for source, forms in rows)
        terms = read_table(path.vocabulary) if vocabulary else ()
        self._terms = tuple((source, target, "".join(topic)) for source, (target, *topic) in terms)
        self._converter = self._load()
        self._local = self._regional()
        self._characters = tuple(
            Character(c.source, tuple(dict.fromkeys(self.local_form(form) for form in c.forms)))
            for c in self._characters
        )

    def _regional(self) -> dict[str, str]:
        """How the region writes the forms of the one-to-many characters (裏 → 裡).

        A form that is a Simplified character too (后, 里) is the same everywhere, and
        must not be sent through the conversion, which would take it for the other one.
        """
        sources = {character.source for character in self._characters}
        forms = sorted({f for c in self._characters for f in c.forms} - sources)
        local = self._converter.convert("".join(forms))
        return dict(zip(forms, local, strict=True))

    def local_form(self, standard: str) -> str:
        """A character of OpenCC's standard as the edition writes it."""
        return self._local.get(standard, standard)

    def _load(self) -> OpenCC:
        """The way that was kept, or one that is written for the occasion."""
        import opencc

        clib = FilePath(opencc.__file__).parent / "clib"
        kept = (_WAYS, f"{self._key(clib, opencc.__version__)}.zip")
        with suppress(RuntimeError):  # there is no place for it, or it is damaged
            path = cache_folder().joinpath(*kept)
            if is_ours(path):
                return opencc.OpenCC(BUNDLED, resource_zip=str(path))
        from converter.variant.ways import Way

        characters = [character.source for character in self._characters]
        terms = [source for source, *_ in self._terms]
        return Way(self.path, characters, terms, house=self._in_house).made(clib, kept)

    def _key(self, clib: FilePath, version: str) -> str:
        """What tells the configuration of this way from any other."""
        path = self.path
        names = [*path.segmentation, *(name for step in path.chain for name in step)]
        theirs = [clib / "share" / "opencc" / f"{name}{PACKED}" for name in names]
        ours = [*path.phrases, path.characters, path.undecided, path.dropped, path.region_phrases]
        ours += [path.house] * self._in_house + [path.vocabulary] * self._in_region
        files = [DATA / f"{name}.txt" for name in ours if name]
        files += [FilePath(__file__).with_name(f"{name}.py") for name in ("ways", "compiled")]
        told = (FAST, __version__, version, path.key, str(DATA), str(clib))
        return stamp_of([*theirs, *files], told)

    def ahead(self, texts: Iterable[str]) -> dict[str, str]:
        """What OpenCC makes of texts, for :meth:`convert`: one call for all takes two thirds.

        A text may be missing from it.
        """
        asked = [text for text in dict.fromkeys(texts) if _BETWEEN not in text]
        with suppress(UnicodeEncodeError):
            made = self._converter.convert(_BETWEEN.join(asked)).split(_BETWEEN)
            if len(made) == len(asked):
                return dict(zip(asked, made, strict=True))
        return {}

    def convert(self, text: str, made: str | None = None) -> Converted:
        """Convert a text that holds no private-use character of plane 15 but :data:`HELD`.

        ``made`` is what :meth:`ahead` has for it.
        """
        try:
            raw = self._converter.convert(text) if made is None else made
        except UnicodeEncodeError:  # half a surrogate pair, where nobody held it back
            return self._in_pieces(text)
        if len(raw) != len(text):  # a dictionary of OpenCC that changes the length
            raw = "".join(self._one(character) for character in text)
        return self._decoded(raw)

    def _decoded(self, raw: str) -> Converted:
        """What OpenCC made of a text, with the defaults in place of their codes.

        All codes begin with one byte in UTF-8, which no other character has: they are found
        ten times as fast as by a class of characters.
        """
        data = raw.encode()
        at = data.find(_CODE)
        if at < 0:
            return Converted(raw)
        parts: list[str] = []
        guesses: list[Guess] = []
        terms: list[Term] = []
        offset = last = 0
        while at >= 0:
            parts.append(data[last:at].decode())
            offset += len(parts[-1])
            last = at + 4
            made = data[at:last].decode()
            code = ord(made)
            if code >= TERMS:
                terms.append(Term(offset, *self._terms[code - TERMS]))
                made = HELD
            elif code >= DEFAULTS:
                character = self._characters[code - DEFAULTS]
                made = character.forms[0]
                if len(character.forms) > 1:
                    guesses.append(Guess(offset, character))
            parts.append(made)
            offset += 1
            at = data.find(_CODE, last)
        parts.append(data[last:].decode())
        return Converted("".join(parts), tuple(guesses), tuple(terms))

    def _in_pieces(self, text: str) -> Converted:
        """Convert what stands between characters that no UTF-8 can hold."""
        parts: list[str] = []
        guesses: list[Guess] = []
        terms: list[Term] = []
        at = 0
        for piece in _SURROGATES.split(text):
            made = Converted(piece) if _SURROGATES.match(piece) else self.convert(piece)
            parts.append(made.text)
            guesses += [Guess(at + guess.offset, guess.character) for guess in made.guesses]
            terms += [term._replace(offset=at + term.offset) for term in made.terms]
            at += len(piece)
        return Converted("".join(parts), tuple(guesses), tuple(terms))

    def _one(self, character: str) -> str:
        made = self._converter.convert(character)
        return made if len(made) == 1 else character

    def is_neutral(self, text: str) -> bool:
        """True if no character of a text is Simplified alone (云 and 后 are not, 这 is)."""
        known = {
            character.source
            for character in self._characters
            if character.source in character.forms
        }
        return all(c in known or c == self.plain(c) for c in text)

    def plain(self, text: str) -> str:
        """A text converted without memory; terms of the vocabulary are put in."""
        out = self.convert(text)
        made = out.text
        for term in reversed(out.terms):
            end = term.offset + len(term.source)
            made = made[: term.offset] + term.target + made[end:]
        return made


def engine_for(key: str, *, vocabulary: bool = False, house: bool = True) -> Engine:
    """The engine of a way; loaded once per process."""
    return _loaded(key, vocabulary=vocabulary and bool(PATHS[key].vocabulary), house=house)


@cache
def _loaded(key: str, *, vocabulary: bool, house: bool) -> Engine:
    return Engine(PATHS[key], vocabulary=vocabulary, house=house)
