"""OpenCC with our dictionaries in front of its own, and with a memory of what it guessed.

OpenCC replaces a character that stands in no phrase by its commonest counterpart. To
learn where it did so, our dictionary maps each one-to-many character to a private-use
character of its own, which OpenCC carries through; here it becomes the default form and
its place is noted. A term of the regional vocabulary travels the same way, so that the
text keeps its length until its marks have been moved.
"""

from __future__ import annotations

import json
import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any

from converter.variant.editions import PATHS, Path

if TYPE_CHECKING:
    from opencc import OpenCC

DATA = FilePath(__file__).resolve().parent / "data"

HELD = "\U000f0000"
"""Stands for a character that must not reach OpenCC."""
_REST = "\U000f0001"
"""Stands for the second and further characters of a vocabulary term."""
_DEFAULTS = 0xF1000
_TERMS = 0xF2000
PRIVATE = re.compile("[\U000f0000-\U000fffff\ud800-\udfff]")
"""What a text must not contain when it is handed to the engine: hold it back.

The characters that stand for something here, and halves of surrogate pairs, which a model
may hold ("\\ud800" in JSON) but no UTF-8.
"""
_SURROGATES = re.compile("([\ud800-\udfff]+)")
_CODED = re.compile("[\U000f1000-\U000fffff]")


@dataclass(frozen=True, slots=True)
class Character:
    """A one-to-many character: its default form first, then the others."""

    source: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A default that was used at ``offset`` of the text."""

    offset: int
    character: Character


@dataclass(frozen=True, slots=True)
class Term:
    """A term of the vocabulary that was used at ``offset`` of the text."""

    offset: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Converted:
    """A converted text of the same length, the guesses in it, the terms still to be put in."""

    text: str
    guesses: tuple[Guess, ...] = ()
    terms: tuple[Term, ...] = ()


def read_table(name: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The rows of one of our dictionaries: OpenCC's text format, with comments (``#``)."""
    if not name:
        return ()
    rows = []
    for line in (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            source, _, targets = line.partition("\t")
            rows.append((source, tuple(targets.split(" "))))
    return tuple(rows)


class Engine:
    """A way of conversion, loaded. Get it from :func:`engine_for`."""

    def __init__(self, path: Path, *, vocabulary: bool, house: bool) -> None:
        self.path = path
        pairs = read_table(path.house) if house else ()
        self._house = str.maketrans({source: targets[0] for source, targets in pairs})
        rows = read_table(path.characters)
        self._characters = tuple(Character(source, forms) for source, forms in rows)
        terms = read_table(path.vocabulary) if vocabulary else ()
        self._terms = tuple((source, targets[0]) for source, targets in terms)
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
        local = self._converter.convert("".join(forms)).translate(self._house)
        return dict(zip(forms, local, strict=True))

    def local_form(self, standard: str) -> str:
        """A character of OpenCC's standard as the edition writes it."""
        return self._local.get(standard, standard)

    def _load(self) -> OpenCC:
        """Write the configuration to a folder of its own, load it, remove the folder."""
        import opencc

        share = FilePath(opencc.__file__).parent / "clib" / "share" / "opencc"
        with tempfile.TemporaryDirectory(prefix="fukan-opencc-") as folder:
            config = FilePath(folder) / "config.json"
            own = self._write_own(FilePath(folder))
            config.write_text(json.dumps(self._config(share, own)), encoding="utf-8")
            return opencc.OpenCC(str(config))

    def _write_own(self, folder: FilePath) -> dict[str, FilePath]:
        """The dictionaries that OpenCC carries through as private-use characters."""
        tables: dict[str, list[str]] = {}
        codes = {c.source: chr(_DEFAULTS + index) for index, c in enumerate(self._characters)}
        if codes:
            tables["characters"] = [f"{source}\t{code}" for source, code in codes.items()]
        for source, targets in read_table(self.path.undecided):
            left = "".join(codes.get(character, character) for character in targets[0])
            tables.setdefault("undecided", []).append(f"{source}\t{left}")
        for index, (source, _) in enumerate(self._terms):
            coded = chr(_TERMS + index) + _REST * (len(source) - 1)
            tables.setdefault("terms", []).append(f"{source}\t{coded}")
        files = {}
        for name, rows in tables.items():
            files[name] = folder / f"{name}.txt"
            files[name].write_text("\n".join(rows) + "\n", encoding="utf-8")
        return files

    def _config(self, share: FilePath, own: dict[str, FilePath]) -> dict[str, Any]:
        """The configuration: our phrases compete with OpenCC's for the longest match.

        Of two of the same length the one that is named first wins.
        """

        def packed(name: str) -> dict[str, str]:
            return {"type": "ocd2", "file": str(share / f"{name}.ocd2")}

        def text(path: FilePath) -> dict[str, str]:
            return {"type": "text", "file": str(path)}

        def group(policy: str, dicts: list[Any]) -> dict[str, Any]:
            return {"type": "group", "match_policy": policy, "dicts": dicts}

        path = self.path
        phrases = [text(own["undecided"])] if "undecided" in own else []
        phrases += [text(DATA / f"{name}.txt") for name in reversed(path.phrases)]
        phrases += [packed(name) for name in path.segmentation]
        region = [text(DATA / f"{path.region_phrases}.txt")] if path.region_phrases else []
        guesses = [text(own["characters"])] if "characters" in own else []
        terms = [text(own["terms"])] if "terms" in own else []
        steps = [[packed(name) for name in step] for step in path.chain]
        steps[path.phrase_step][:0] = [group("union", phrases), *guesses] if phrases else guesses
        steps[0][:0] = region
        chain = [group("union", terms)] if terms else []
        chain += [group("short_circuit", step) for step in steps]
        made: dict[str, Any] = {
            "name": f"fukan {path.key}",
            "normalization": [{"dict": packed("CJK_Compatibility_Ideographs")}],
            "conversion_chain": [{"dict": step} for step in chain],
        }
        if terms or region:  # what these match must not cross the borders of the phrases
            words = group("union", [*terms, *region, *phrases])
            made["segmentation"] = {"type": "mmseg", "dict": words}
        return made

    def convert(self, text: str) -> Converted:
        """Convert a text that holds no private-use character of plane 15 but :data:`HELD`."""
        try:
            raw = self._converter.convert(text)
        except UnicodeEncodeError:  # half a surrogate pair, where nobody held it back
            return self._in_pieces(text)
        if len(raw) != len(text):  # a dictionary of OpenCC that changes the length
            raw = "".join(self._one(character) for character in text)
        if self._house:
            raw = raw.translate(self._house)
        guesses: list[Guess] = []
        terms: list[Term] = []

        def decode(match: re.Match[str]) -> str:
            code = ord(match[0])
            if code >= _TERMS:
                source, target = self._terms[code - _TERMS]
                terms.append(Term(match.start(), source, target))
                return HELD
            character = self._characters[code - _DEFAULTS]
            if len(character.forms) > 1:
                guesses.append(Guess(match.start(), character))
            return character.forms[0]

        out = _CODED.sub(decode, raw)
        return Converted(out, tuple(guesses), tuple(terms))

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
            terms += [Term(at + term.offset, term.source, term.target) for term in made.terms]
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
