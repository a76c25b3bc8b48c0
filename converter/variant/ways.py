"""A way of conversion written out for OpenCC: a configuration and the dictionaries in it.

What is made is kept (:mod:`~converter.variant.compiled`), so that few runs need this module.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path as FilePath
from typing import Any

import opencc
from opencc import OpenCC

from converter.kept import keep
from converter.variant.compiled import FAST, PACKED, bundle, one_of
from converter.variant.editions import Path
from converter.variant.tables import DATA, DEFAULTS, REST, TERMS, read_table, words_of

_KEPT = 16
"""So many ways are kept."""


class _NotPackedError(Exception):
    """One dictionary could not be made of several."""


Tables = dict[str, list[str]]
"""Rows of dictionaries by name."""


def _written(folder: FilePath, name: str, rows: Sequence[str]) -> FilePath:
    file = folder / f"{name}.txt"
    file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    return file


Files = Sequence[FilePath]
Pack = Callable[[Files, Sequence[Files], Files], FilePath | None]
"""Makes one packed dictionary of several, with what steps to come make of it; or nothing.

Its terms come before, and are found within the words of all.
"""


def _dictionary(path: FilePath) -> dict[str, Any]:
    """A dictionary as a configuration of OpenCC names it."""
    form = path.suffix.removeprefix(".") if path.suffix in {FAST, PACKED} else "text"
    return {"type": form, "file": str(path)}


def _nest(policy: str, dicts: list[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "group", "match_policy": policy, "dicts": dicts}


def _group(policy: str, paths: Sequence[FilePath]) -> dict[str, Any]:
    return _nest(policy, [_dictionary(path) for path in paths])


class Way:
    """A way to be written out: the characters it leaves undecided, its terms, its house style."""

    def __init__(
        self, path: Path, characters: Sequence[str], terms: Sequence[str], *, house: bool
    ) -> None:
        self.path = path
        self.characters = characters
        self.terms = terms
        self.house = house

    def made(self, clib: FilePath, kept: tuple[str, str]) -> OpenCC:
        """Write the configuration to a folder of its own, load it, remove the folder.

        ``clib`` is the folder of OpenCC's own files, ``kept`` the name by which the user's
        cache folder keeps the way.
        """
        version = opencc.__version__
        dropped = words_of(self.path.dropped)
        with tempfile.TemporaryDirectory(prefix="fukan-opencc-") as name:
            folder = FilePath(name)
            config = folder / "config.json"
            own = {name: _written(folder, name, rows) for name, rows in self._tables().items()}

            for place in (None, folder):  # what was kept may be damaged: then it is made

                def pack(
                    paths: Files,
                    then: Sequence[Files],
                    terms: Files,
                    place: FilePath | None = place,
                ) -> FilePath | None:
                    return one_of(paths, clib, version, dropped, place, then, terms)

                with suppress(_NotPackedError, RuntimeError):
                    made = self._config(clib, own, pack)
                    config.write_text(json.dumps(made), encoding="utf-8")
                    converter = opencc.OpenCC(str(config))
                    keep(bundle(made), *kept, most=_KEPT)
                    return converter
            if dropped:
                own["dropped"] = _written(folder, "dropped", self._undecided_drops(dropped))
            config.write_text(json.dumps(self._config(clib, own, None)), encoding="utf-8")
            return opencc.OpenCC(str(config))

    def _codes(self) -> dict[str, str]:
        return {source: chr(DEFAULTS + index) for index, source in enumerate(self.characters)}

    def _tables(self) -> Tables:
        """The dictionaries that OpenCC carries through as private-use characters."""
        tables: Tables = {}
        codes = self._codes()
        if codes:
            tables["characters"] = [f"{source}\t{code}" for source, code in codes.items()]
        for source, targets in read_table(self.path.undecided):
            left = "".join(codes.get(character, character) for character in targets[0])
            tables.setdefault("undecided", []).append(f"{source}\t{left}")
        for index, source in enumerate(self.terms):
            coded = chr(TERMS + index) + REST * (len(source) - 1)
            tables.setdefault("terms", []).append(f"{source}\t{coded}")
        return tables

    def _undecided_drops(self, dropped: Sequence[str]) -> list[str]:
        """What should be dropped, left undecided: for a group, which cannot be without it."""
        plain = opencc.OpenCC("s2t")
        codes = self._codes()
        return [
            f"{word}\t{''.join(codes.get(c) or plain.convert(c) for c in word)}" for word in dropped
        ]

    def _config(
        self, clib: FilePath, own: dict[str, FilePath], pack: Pack | None
    ) -> dict[str, Any]:
        """The configuration: our phrases compete with OpenCC's for the longest match.

        Of two of the same length the one that is named first wins. ``pack`` makes one
        dictionary of several, and of the steps after them too where they come first; without
        it they stay a group, and what is to be dropped from OpenCC's phrases is at least left
        undecided.
        """
        path = self.path

        def one(paths: Files, then: Sequence[Files] = (), terms: Files = ()) -> FilePath | None:
            whole = pack(paths, then, terms) if pack else None
            if pack and whole is None:
                raise _NotPackedError
            return whole

        def packed(names: Sequence[str]) -> list[FilePath]:
            return [clib / "share" / "opencc" / f"{name}.ocd2" for name in names]

        def written(*names: str) -> list[FilePath]:
            return [own[name] for name in names if name in own]

        phrases = written("undecided") if pack else written("undecided", "dropped")
        phrases += [DATA / f"{name}.txt" for name in reversed(path.phrases)]
        phrases += packed(path.segmentation)
        region = [DATA / f"{path.region_phrases}.txt"] if path.region_phrases else []
        terms = written("terms")
        last = [[DATA / f"{path.house}.txt"]] if self.house else []
        steps = [_group("short_circuit", each) for each in [*map(packed, path.chain), *last]]
        if phrases:
            at = path.phrase_step
            characters = [*written("characters"), *packed(path.chain[at])]
            then = [] if at else [*map(packed, path.chain[1:]), *last]
            before = [] if at or region else terms
            whole = one([*phrases, *characters], then, before)
            terms = [] if whole and before else terms
            parts = [_group("union", phrases), *map(_dictionary, characters)]
            steps[at] = _nest("short_circuit", parts)
            if whole:
                steps[at : at + 1 + len(then)] = [_dictionary(whole)]
        if region:
            steps[0] = _nest("short_circuit", [*map(_dictionary, region), steps[0]])
        if terms:
            packed_terms = one(terms)
            steps = [_dictionary(packed_terms or terms[0]), *steps]
        made: dict[str, Any] = {
            "name": f"fukan {path.key}",
            "normalization": [{"dict": _dictionary(*packed(["CJK_Compatibility_Ideographs"]))}],
            "conversion_chain": [{"dict": step} for step in steps],
        }
        if terms or region:  # what these match must not cross the borders of the phrases
            words = [*terms, *region, *phrases]
            whole = one(words)
            found = _dictionary(whole) if whole else _group("union", words)
            made["segmentation"] = {"type": "mmseg", "dict": found}
        return made
