"""Reads a corrections file. Whatever it does not understand is an error with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from converter.corrections import entries as decision
from converter.corrections.entries import Corrections, Entry
from converter.diagnostics.core import catalogue
from converter.hanzi import squeeze
from converter.tomltext import Section, read_toml, read_written

SUFFIX = ".corrections.toml"
EDITIONS = ("zh-Hans", "zh-Hant", "zh-Hant-TW", "zh-Hant-HK")
MOST_LINES = 100_000_000


def corrections_path(issue: Path) -> Path:
    """The corrections file of an issue: ``issue.corrections.toml`` beside ``issue.txt``."""
    return issue.with_name(issue.stem + SUFFIX)


def load_corrections(path: Path) -> Corrections:
    """Read the corrections at ``path``.

    Raises :class:`MissingInputError` if they cannot be opened and
    :class:`ModelFormatError`, which names file and line, if they are not of their form.
    """
    return parse_corrections(read_written(path, "corrections file"), path.name)


def parse_corrections(text: str, name: str) -> Corrections:
    """The corrections that ``text`` lists. Raises :class:`ModelFormatError`."""
    root = Section.root(read_toml(text, name))
    root.only(tuple(_READERS))
    found: list[Entry] = []
    for key, read in _READERS.items():
        for section in root.tables(key):
            found.extend(read(section))
    return Corrections(tuple(sorted(found, key=lambda entry: entry.place)), name)


def _line(section: Section, key: str = "line", *, least: int = 1) -> int:
    section.need(key)
    return section.whole(key, least=least, most=MOST_LINES)


def _quote(section: Section, key: str = "text") -> str:
    section.need(key)
    value = section.text(key)
    if not squeeze(value):
        msg = f"“{key}” must quote some characters of the source"
        raise section.fault(msg, key)
    if "\n" in value or "\r" in value:
        msg = f"“{key}” must be part of one line"
        raise section.fault(msg, key)
    return value


def _flag(section: Section, key: str) -> bool:
    section.need(key)
    return section.flag(key)


def _replace(section: Section) -> Iterator[Entry]:
    section.only(("line", "text", "with", "occurrence", "note"))
    section.need("with")
    becomes = section.text("with")
    if "\n" in becomes or "\r" in becomes:
        msg = "“with” must be one line; take lines apart with [[split]]"
        raise section.fault(msg, "with")
    occurrence = section.whole("occurrence", least=1, most=10_000)
    yield decision.Replace(_line(section), _quote(section), becomes, occurrence, section.line)


def _seam(section: Section, *, joined: bool) -> Iterator[Entry]:
    section.only(("lines", "end", "start", "note"))
    section.need("lines", "end", "start")
    value = section.data["lines"]
    if (
        not isinstance(value, list)
        or len(value) != 2
        or not all(type(number) is int and 1 <= number <= MOST_LINES for number in value)
        or value[0] > value[1]
        or (joined and value[0] == value[1])
    ):
        msg = "“lines” must be two line numbers in order, such as [30, 33]"
        raise section.fault(msg, "lines")
    yield decision.Seam(
        value[0], value[1], _quote(section, "end"), _quote(section, "start"), joined, section.line
    )


def _heading(section: Section) -> Iterator[Entry]:
    section.only(("line", "text", "level", "note"))
    section.need("level")
    level = section.whole("level", least=0, most=6)
    yield decision.HeadingLine(_line(section), _quote(section), level, section.line)


def _title(section: Section) -> Iterator[Entry]:
    section.only(("line", "text", "starts", "note"))
    yield decision.TitleLine(
        _line(section), _quote(section), _flag(section, "starts"), section.line
    )


def _box(section: Section) -> Iterator[Entry]:
    """One table may say where a box begins, where it ends and where it belongs."""
    section.only(
        ("line", "text", "starts", "last", "last-text", "paragraph", "paragraph-text", "note")
    )
    line, text = _line(section), _quote(section)
    if not {"starts", "last", "paragraph"} & section.data.keys():
        msg = "[[box]] must say “starts”, “last” or “paragraph”"
        raise section.fault(msg)
    if "starts" in section.data:
        yield decision.BoxStartLine(line, text, section.flag("starts"), section.line)
    if "last" in section.data:
        last = section.whole("last", least=line, most=MOST_LINES)
        yield decision.BoxEnd(line, text, last, _quote(section, "last-text"), section.line)
    if "paragraph" in section.data:
        paragraph = section.whole("paragraph", least=1, most=MOST_LINES)
        quote = _quote(section, "paragraph-text")
        yield decision.BoxPlace(line, text, paragraph, quote, section.line)


def _drop(section: Section) -> Iterator[Entry]:
    section.only(("line", "text", "note"))
    yield decision.DropLine(_line(section), _quote(section), section.line)


def _keep(section: Section) -> Iterator[Entry]:
    section.only(("line", "text", "note"))
    yield decision.KeepLine(_line(section), _quote(section), section.line)


def _conversion(section: Section) -> Iterator[Entry]:
    section.only(("text", "as", "edition", "note"))
    edition = section.text("edition")
    if edition and edition not in EDITIONS:
        msg = f"“{edition}” is no edition; there are {', '.join(EDITIONS)}"
        raise section.fault(msg, "edition")
    yield decision.Conversion(_quote(section), _quote(section, "as"), edition, section.line)


def _seen(section: Section) -> Iterator[Entry]:
    section.only(("code", "line", "text", "about", "note"))
    section.need("code")
    code = section.text("code")
    if code not in catalogue():
        msg = f"there is no diagnostic “{code}”; fukan explain lists them"
        raise section.fault(msg, "code")
    line = section.whole("line", least=0, most=MOST_LINES)
    text = _quote(section) if line else ""
    yield decision.Seen(code, line, text, section.text("about"), section.line)


_READERS: dict[str, Callable[[Section], Iterator[Entry]]] = {
    "replace": _replace,
    "join": lambda section: _seam(section, joined=True),
    "split": lambda section: _seam(section, joined=False),
    "heading": _heading,
    "title": _title,
    "box": _box,
    "drop": _drop,
    "keep": _keep,
    "traditional": _conversion,
    "seen": _seen,
}
