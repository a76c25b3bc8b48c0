"""Glossaries: what a word becomes in a variant, whatever the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from converter.diagnostics import ModelFormatError
from converter.values import NamedTuple
from converter.variant.editions import Edition

if TYPE_CHECKING:
    from converter.tomltext import Document

SECTIONS = ("terms", "names", "places")
CLASSICAL = "classical"
"""The key of a list of passages that are read by the rules of the classical language."""
_EDITIONS = tuple(edition.value for edition in Edition)


class Entry(NamedTuple):
    """One line of a glossary. ``edition`` is "" where it holds for every edition.

    Of a classical passage the target is the passage itself, until it is read.
    """

    source: str
    target: str
    kind: str
    line: int
    edition: str = ""


class Glossary(NamedTuple):
    """A list of entries and the name of the file that they came from."""

    name: str
    entries: tuple[Entry, ...] = ()

    @classmethod
    def load(cls, path: Path) -> Glossary:
        """Read a glossary: TOML if the file is named so, else OpenCC's dictionary format.

        Raises :class:`MissingInputError` if the file cannot be read and
        :class:`ModelFormatError`, which names file and line, if it is not of its form.
        """
        from converter.tomltext import read_written

        text = read_written(path, "glossary")
        reader = _read_toml if path.suffix.lower() == ".toml" else _read_opencc
        return cls(path.name, tuple(reader(text, path)))

    def for_edition(self, edition: Edition) -> tuple[Entry, ...]:
        """The entries that hold for an edition; its own win over the general ones."""
        own = [entry for entry in self.entries if entry.edition == edition.value]
        sources = {entry.source for entry in own}
        general = [e for e in self.entries if not e.edition and e.source not in sources]
        return (*own, *general)


def _fault(entry: Entry) -> str | None:
    """What is wrong with an entry, as the end of a sentence; ``None`` if nothing is."""
    if not entry.source.strip():
        return "an entry needs a word to look for"
    if not entry.target.strip():
        return f"“{entry.source}” has nothing that it becomes"
    if "\n" in entry.source or "\n" in entry.target:
        return f"“{entry.source.strip()}” runs over more than one line"
    return None


def _read_opencc(text: str, path: Path) -> list[Entry]:
    """``source<TAB>target[ target…]`` a line; # opens a comment; the first target counts."""
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        source, tab, targets = line.partition("\t")
        entry = Entry(source.strip(), targets.strip().split(" ")[0], "terms", number)
        fault = _fault(entry) if tab else "expected a tab between the word and what it becomes"
        if fault is not None:
            msg = f"{path}:{number}: {fault}"
            raise ModelFormatError(msg)
        entries.append(entry)
    return entries


def _read_toml(text: str, path: Path) -> list[Entry]:
    from converter.tomltext import read_toml

    document = read_toml(text, str(path))
    entries: list[Entry] = []
    for key, value in document.data.items():
        if key == CLASSICAL:
            entries.extend(_passages(document, value))
        elif key not in _EDITIONS:
            entries.extend(_section(document, (key,), value, ""))
        elif isinstance(value, dict):
            for inner, table in value.items():
                entries.extend(_section(document, (key, inner), table, key))
        else:
            raise document.fault((key,), f"[{key}] must be a table")
    return entries


def _passages(document: Document, value: object) -> Iterator[Entry]:
    """The list ``classical = ["passage", …]``."""
    where = (CLASSICAL,)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise document.fault(where, f"{CLASSICAL} must be a list of texts in quotation marks")
    for passage in value:
        entry = Entry(passage, passage, CLASSICAL, document.line_of(where))
        if (fault := _fault(entry)) is not None:
            raise document.fault(where, fault)
        yield entry


def _section(
    document: Document, where: tuple[str, ...], table: object, edition: str
) -> Iterator[Entry]:
    """The entries of one table; anything that is not ``"word" = "what it becomes"`` is a fault."""
    header = ".".join(where)
    if where[-1] not in SECTIONS:
        known = ", ".join((*SECTIONS, CLASSICAL, *_EDITIONS))
        raise document.fault(where, f"unknown table [{header}]; there are {known}")
    if not isinstance(table, dict):
        raise document.fault(where, f"[{header}] must be a table")
    for source, target in table.items():
        place = (*where, source)
        if not isinstance(target, str):
            raise document.fault(place, f"“{source}” must become a text in quotation marks")
        entry = Entry(source, target, where[-1], document.line_of(place), edition)
        if (fault := _fault(entry)) is not None:
            raise document.fault(place, fault)
        yield entry
