"""TOML whose every key knows its line: for files that people write by hand.

The standard library parses TOML but forgets where things stood; an editor who mistyped a
key wants to be told the line. ``read_toml`` parses with ``tomllib`` and finds the places by
walking the text once more, which is simple for a text already known to be valid
(TOML 1.0.0).
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from converter import patterns as re
from converter.diagnostics import MissingInputError, ModelFormatError
from converter.values import dataclass

Keys = tuple[str | int, ...]
"""The way to a value: keys of tables and indexes of arrays."""

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BLANKS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_STRING = re.compile(
    r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'', re.DOTALL
)
_SCALAR = re.compile(r"[^,\]}\n#]+")


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed file: its values, and where they stand.

    ``name`` is what messages call the file. ``lines`` maps the path of a value to its
    1-based line, ``tables`` the path of a table with a header to its first and last line
    (the last one that is neither blank nor a comment).
    """

    name: str
    data: dict[str, Any]
    lines: dict[Keys, int]
    tables: dict[Keys, tuple[int, int]]

    def line_of(self, path: Keys) -> int:
        """The line of a value, or of the nearest thing that holds it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def fault(self, path: Keys, what: str) -> ModelFormatError:
        """The error ``file:line: what``."""
        return ModelFormatError(f"{self.name}:{self.line_of(path)}: {what}")


def read_written(path: Path, noun: str, *, missing_ok: bool = False) -> str:
    """The text of a file that people write by hand; ``noun`` is what messages call it.

    With ``missing_ok`` a file that does not exist is empty. Raises
    :class:`MissingInputError` if it cannot be opened and :class:`ModelFormatError`, which
    names the line, if it is not UTF-8.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        if missing_ok:
            return ""
        msg = f"cannot read the {noun} {path}: no such file"
        raise MissingInputError(msg) from error
    except OSError as error:
        msg = f"cannot read the {noun} {path}: {error.strerror or error}"
        raise MissingInputError(msg) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        msg = f"{path}:{line}: a {noun} must be UTF-8; save it as UTF-8"
        raise ModelFormatError(msg) from error


def read_toml(text: str, name: str) -> Document:
    """Parse ``text``. Raises :class:`ModelFormatError` with file and line if it is not TOML."""
    import tomllib  # most runs read no TOML

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+), column \d+\)|\(at end of document\)", str(error))
        line = int(found[1]) if found and found[1] else max(1, len(text.splitlines()))
        reason = str(error)[: found.start()].strip() if found else str(error)
        msg = f"{name}:{line}: this is not TOML: {reason}"
        raise ModelFormatError(msg) from error
    walk = _Walk(text)
    walk.document()
    return Document(name, data, walk.lines, walk.tables)


class _Walk:
    """Walks over valid TOML and notes the line of every key."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Keys, int] = {}
        self.tables: dict[Keys, tuple[int, int]] = {}
        self._arrays: dict[Keys, int] = {}
        self._counted = 0
        self._count_to = 0

    def document(self) -> None:
        table: Keys = ()
        while True:
            self._blanks()
            if self.at >= len(self.text):
                return
            if self.text[self.at] == "[":
                table = self._header()
            else:
                self._pair(table)
            if table in self.tables:
                self.tables[table] = (self.tables[table][0], self._line())

    def _header(self) -> Keys:
        line = self._line()
        array = self.text.startswith("[[", self.at)
        self.at += 2 if array else 1
        keys = self._keys()
        self.at += 2 if array else 1
        path: Keys = ()
        for key in keys[:-1]:
            path = self._entered((*path, key))
        path = (*path, keys[-1])
        if array:
            index = self._arrays.get(path, 0)
            self._arrays[path] = index + 1
            self.lines.setdefault(path, line)
            path = (*path, index)
        self.lines[path] = line
        self.tables[path] = (line, line)
        return path

    def _entered(self, path: Keys) -> Keys:
        """The path of a table; of its last element if it is an array of tables."""
        count = self._arrays.get(path)
        return path if count is None else (*path, count - 1)

    def _keys(self) -> list[str]:
        """A dotted key, with blanks around it."""
        keys = []
        while True:
            self._spaces()
            hit = _BARE.match(self.text, self.at)
            if hit is not None:
                keys.append(hit[0])
                self.at = hit.end()
            else:
                keys.append(self._string())
            self._spaces()
            if not self.text.startswith(".", self.at):
                return keys
            self.at += 1

    def _pair(self, table: Keys) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self.at += 1  # the equals sign
        self._spaces()
        self._value(path)

    def _value(self, path: Keys) -> None:
        char = self.text[self.at]
        if char in "\"'":
            hit = _STRING.match(self.text, self.at)
            self.at = hit.end() if hit else len(self.text)
        elif char == "[":
            self._array(path)
        elif char == "{":
            self._inline_table(path)
        else:
            hit = _SCALAR.match(self.text, self.at)
            self.at = hit.end() if hit else len(self.text)

    def _array(self, path: Keys) -> None:
        self.at += 1
        index = 0
        while True:
            self._blanks()
            if self.text[self.at] == "]":
                self.at += 1
                return
            self.lines[(*path, index)] = self._line()
            self._value((*path, index))
            index += 1
            self._blanks()
            if self.text[self.at] == ",":
                self.at += 1

    def _inline_table(self, path: Keys) -> None:
        self.at += 1
        while True:
            self._blanks()
            if self.text[self.at] == "}":
                self.at += 1
                return
            self._pair(path)
            self._blanks()
            if self.text[self.at] == ",":
                self.at += 1

    def _string(self) -> str:
        import tomllib  # see read_toml

        hit = _STRING.match(self.text, self.at)
        raw = hit[0] if hit else '""'
        self.at += len(raw)
        return str(tomllib.loads(f"key = {raw}")["key"])

    def _spaces(self) -> None:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1

    def _blanks(self) -> None:
        hit = _BLANKS.match(self.text, self.at)
        self.at = hit.end() if hit else self.at

    def _line(self) -> int:
        """The line of the current place; counted on from the last one asked for."""
        self._counted += self.text.count("\n", self._count_to, self.at)
        self._count_to = self.at
        return self._counted + 1


@dataclass(frozen=True, slots=True)
class Section:
    """One table of a document, read key by key; every fault is an error with its line."""

    document: Document
    path: Keys
    data: dict[str, Any]

    @classmethod
    def root(cls, document: Document) -> Section:
        """The document as a whole."""
        return cls(document, (), document.data)

    @property
    def line(self) -> int:
        """The line of the table's header."""
        return self.document.line_of(self.path)

    def fault(self, what: str, key: str = "") -> ModelFormatError:
        """The error at one of the keys (or, if it is absent, at the table)."""
        return self.document.fault((*self.path, key), what)

    def only(self, known: Collection[str]) -> None:
        """Refuse any key that is not among ``known``."""
        for key in self.data:
            if key in known:
                continue
            import difflib  # only for a mistake

            near = difflib.get_close_matches(key, list(known), 1)
            hint = f"did you mean “{near[0]}”?" if near else f"known are {', '.join(sorted(known))}"
            what = "table" if isinstance(self.data[key], dict) and not self.path else "key"
            msg = f"unknown {what} “{key}”; {hint}"
            raise self.fault(msg, key)

    def need(self, *keys: str) -> None:
        """Refuse a table that lacks one of the keys."""
        for key in keys:
            if key not in self.data:
                msg = f"“{key}” is missing here"
                raise self.fault(msg)

    def text(self, key: str, default: str = "") -> str:
        """A text of one line or more."""
        value = self.data.get(key, default)
        if not isinstance(value, str):
            msg = f"“{key}” must be a text in quotation marks, not {_said(value)}"
            raise self.fault(msg, key)
        return value

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        value = self.data.get(key)
        if value is None:
            return default
        if not isinstance(value, list):
            msg = f"“{key}” must be a list of texts in square brackets, not {_said(value)}"
            raise self.fault(msg, key)
        for index, item in enumerate(value):
            if not isinstance(item, str):
                msg = f"“{key}” must hold texts in quotation marks only, not {_said(item)}"
                raise self.document.fault((*self.path, key, index), msg)
        return tuple(value)

    def whole(self, key: str, default: int = 0, *, least: int, most: int) -> int:
        """A whole number within bounds."""
        value = self.data.get(key, default)
        if type(value) is not int:
            msg = f"“{key}” must be a whole number, not {_said(value)}"
            raise self.fault(msg, key)
        if key in self.data and not least <= value <= most:
            msg = f"“{key}” must be between {least} and {most}, not {value}"
            raise self.fault(msg, key)
        return value

    def flag(self, key: str, *, default: bool = False) -> bool:
        """``true`` or ``false``."""
        value = self.data.get(key, default)
        if type(value) is not bool:
            msg = f"“{key}” must be true or false, not {_said(value)}"
            raise self.fault(msg, key)
        return value

    def table(self, key: str) -> Section:
        """A table within this one; an empty one if it is absent."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            msg = f"“{key}” must be a table ([{key}]), not {_said(value)}"
            raise self.fault(msg, key)
        return Section(self.document, (*self.path, key), value)

    def tables(self, key: str) -> tuple[Section, ...]:
        """An array of tables ([[key]]); empty if it is absent."""
        value = self.data.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            msg = f"“{key}” must be tables ([[{key}]]), not {_said(value)}"
            raise self.fault(msg, key)
        return tuple(
            Section(self.document, (*self.path, key, index), item)
            for index, item in enumerate(value)
        )


def _said(value: object) -> str:
    """A value of a wrong type in plain words."""
    match value:
        case bool():
            return "true or false"
        case str():
            return "a text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return "a date"


_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def quoted(text: str) -> str:
    """A text as a basic string of TOML, on one line."""
    return '"' + "".join(_escaped(char) for char in text) + '"'


def _escaped(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\\uFFFD"  # half a surrogate pair has no place in TOML
    return f"\\u{code:04X}" if code < 0x20 or 0x7F <= code < 0xA0 else char
