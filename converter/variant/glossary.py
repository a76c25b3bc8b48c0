"""Glossaries: what a word becomes in a variant, whatever the rules say."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from converter.diagnostics import MissingInputError, ModelFormatError
from converter.variant.editions import Edition

SECTIONS = ("terms", "names", "places")
_EDITIONS = tuple(edition.value for edition in Edition)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a glossary. ``edition`` is "" where it holds for every edition."""

    source: str
    target: str
    kind: str
    line: int
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Glossary:
    """A list of entries and the name of the file that they came from."""

    name: str
    entries: tuple[Entry, ...] = ()
    faults: tuple[str, ...] = field(default=())

    @classmethod
    def load(cls, path: Path) -> Glossary:
        """Read a glossary: TOML if the file is named so, else OpenCC's dictionary format.

        Raises :class:`MissingInputError` if the file cannot be read and
        :class:`ModelFormatError`, which names file and line, if it is not of its form.
        """
        try:
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            reason = error.strerror or str(error)
            msg = f"cannot read the glossary {path}: {reason}"
            raise MissingInputError(msg) from error
        except UnicodeDecodeError as error:
            msg = f"{path}: a glossary must be UTF-8; byte {error.start} is not"
            raise ModelFormatError(msg) from error
        reader = _read_toml if path.suffix.lower() == ".toml" else _read_opencc
        return cls(path.name, tuple(reader(text, path)))

    def for_edition(self, edition: Edition) -> tuple[Entry, ...]:
        """The entries that hold for an edition; its own win over the general ones."""
        own = [entry for entry in self.entries if entry.edition == edition.value]
        sources = {entry.source for entry in own}
        general = [e for e in self.entries if not e.edition and e.source not in sources]
        return (*own, *general)


def _fail(path: Path, line: int, what: str) -> ModelFormatError:
    return ModelFormatError(f"{path}:{line}: {what}")


def _checked(path: Path, entry: Entry) -> Entry:
    if not entry.source.strip():
        raise _fail(path, entry.line, "an entry needs a word to look for")
    if not entry.target.strip():
        raise _fail(path, entry.line, f"“{entry.source}” has nothing that it becomes")
    if "\n" in entry.source or "\n" in entry.target:
        raise _fail(path, entry.line, f"“{entry.source.strip()}” runs over more than one line")
    return entry


def _read_opencc(text: str, path: Path) -> list[Entry]:
    """``source<TAB>target[ target…]`` a line; # opens a comment; the first target counts."""
    entries = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        source, tab, targets = line.partition("\t")
        if not tab:
            raise _fail(path, number, "expected a tab between the word and what it becomes")
        target = targets.strip().split(" ")[0]
        entries.append(_checked(path, Entry(source.strip(), target, "terms", number)))
    return entries


def _read_toml(text: str, path: Path) -> list[Entry]:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = int(found[1]) if found else max(1, text.count("\n") + 1)
        raise _fail(path, line, f"not TOML: {error}") from error
    lines = text.splitlines()
    entries: list[Entry] = []
    for key, value in data.items():
        if key in _EDITIONS:
            if not isinstance(value, dict):
                raise _fail(path, _line_of(lines, key), f"[{key}] must be a table")
            for inner, table in value.items():
                entries.extend(_section(path, lines, inner, table, key))
        else:
            entries.extend(_section(path, lines, key, value, ""))
    return entries


def _section(path: Path, lines: list[str], key: str, table: Any, edition: str) -> list[Entry]:  # noqa: ANN401  (what TOML gives)
    header = f"{edition}.{key}" if edition else key
    if key not in SECTIONS:
        known = ", ".join((*SECTIONS, *_EDITIONS))
        msg = f"unknown table [{header}]; there are {known}"
        raise _fail(path, _line_of(lines, key), msg)
    if not isinstance(table, dict):
        raise _fail(path, _line_of(lines, key), f"[{header}] must be a table")
    start = _line_of(lines, header)
    entries = []
    for source, target in table.items():
        line = _line_of(lines, source, start)
        if not isinstance(target, str):
            raise _fail(path, line, f"“{source}” must become a text in quotation marks")
        entries.append(_checked(path, Entry(source, target, key, line, edition)))
    return entries


def _line_of(lines: list[str], word: str, start: int = 1) -> int:
    """The first line from ``start`` that opens with ``word`` as a key or a table (1-based)."""
    pattern = re.compile(rf"\s*[\[\"']*{re.escape(word)}[\]\"'\s.=]")
    for number in range(start, len(lines) + 1):
        if pattern.match(lines[number - 1] + " "):
            return number
    return start
