"""Our own tables: dictionaries of words, lists of them, and what stands for a character."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from converter.values import NamedTuple

DATA = Path(__file__).resolve().parent / "data"

HELD = "\U000f0000"
"""Stands for a character that must not reach OpenCC."""
REST = "\U000f0001"
"""Stands for the second and further characters of a vocabulary term."""
DEFAULTS = 0xF1000
"""From here on a code point stands for a one-to-many character that no phrase decided."""
TERMS = 0xF2000
"""From here on one stands for a term of the vocabulary."""


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


def words_of(name: str) -> tuple[str, ...]:
    """The words of one of our lists: parted by spaces, with comments (``#``)."""
    if not name:
        return ()
    lines = (DATA / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(word for line in lines if not line.startswith("#") for word in line.split())


class NameRules(NamedTuple):
    """The table of names: family names, given names, what goes with a family name in words.

    ``before`` are characters that precede it there, ``after`` words that follow it.
    """

    surnames: dict[str, str]
    given: dict[str, str]
    before: dict[str, frozenset[str]]
    after: dict[str, tuple[str, ...]]


@cache
def name_rules() -> NameRules:
    """The rules as they stand in ``data/names.txt``."""
    tables: dict[str, dict[str, str]] = {"surname": {}, "given": {}, "before": {}, "after": {}}
    for line in (DATA / "names.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, character, what = line.split("\t")
            tables[kind][character] = what
    before = {name: frozenset(chars) for name, chars in tables["before"].items()}
    after = {name: tuple(words.split(" ")) for name, words in tables["after"].items()}
    return NameRules(tables["surname"], tables["given"], before, after)
