"""Writes corrections as people would: one table after another, comments left alone.

A file is never written anew from its values. A new entry is put at its end, so that the
order of the file is the order of the decisions; taking one back removes its lines only.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from converter.corrections import entries as decision
from converter.corrections.apply import kind_of
from converter.corrections.entries import Entry
from converter.tomltext import quoted, read_toml

HEADER = """\
# 更正文件：每次转换时自动应用，并与源文核对；源文已改动的条目会提示，不会误用。
# Corrections: applied on every run and checked against the source text they quote.
"""


def entry_text(entry: Entry) -> str:
    """The table of one entry, ending in a newline."""
    lines = [f"[[{kind_of(entry)}]]"]
    lines += [f"{key} = {value}" for key, value in _pairs(entry)]
    return "\n".join(lines) + "\n"


def _pairs(  # noqa: C901, PLR0912  (one case for each kind of entry)
    entry: Entry,
) -> Iterable[tuple[str, str]]:
    match entry:
        case decision.Replace():
            yield from _line(entry.line, entry.text)
            if entry.occurrence:
                yield "occurrence", str(entry.occurrence)
            yield "with", quoted(entry.becomes)
        case decision.Seam():
            yield "lines", f"[{entry.first}, {entry.second}]"
            yield "end", quoted(entry.end)
            yield "start", quoted(entry.start)
        case decision.HeadingLine():
            yield from _line(entry.line, entry.text)
            yield "level", str(entry.level)
        case decision.TitleLine() | decision.BoxStartLine():
            yield from _line(entry.line, entry.text)
            yield "starts", "true" if entry.starts else "false"
        case decision.BoxEnd():
            yield from _line(entry.line, entry.text)
            yield "last", str(entry.last)
            yield "last-text", quoted(entry.last_text)
        case decision.BoxPlace():
            yield from _line(entry.line, entry.text)
            yield "paragraph", str(entry.paragraph)
            yield "paragraph-text", quoted(entry.paragraph_text)
        case decision.DropLine() | decision.KeepLine():
            yield from _line(entry.line, entry.text)
        case decision.Conversion():
            yield "text", quoted(entry.text)
            yield "as", quoted(entry.becomes)
            if entry.edition:
                yield "edition", quoted(entry.edition)
        case decision.Seen():
            yield "code", quoted(entry.code)
            if entry.line:
                yield from _line(entry.line, entry.text)
            if entry.about:
                yield "about", quoted(entry.about)
        case _:
            assert_never(entry)


def _line(number: int, text: str) -> Iterable[tuple[str, str]]:
    yield "line", str(number)
    yield "text", quoted(text)


def with_entry(text: str, entry: Entry) -> str:
    """The text of a corrections file (may be empty) with one more entry at its end."""
    before = text.rstrip("\n") if text.strip() else HEADER.rstrip("\n")
    return f"{before}\n\n{entry_text(entry)}"


def without_entry(text: str, place: int) -> str:
    """The text of a corrections file without the entry whose header is on line ``place``.

    Raises ``LookupError`` if no entry stands there.
    """
    document = read_toml(text, "corrections")
    extent = next((span for span in document.tables.values() if span[0] == place), None)
    if extent is None:
        raise LookupError(place)
    lines = text.splitlines(keepends=True)
    first, last = extent[0] - 1, extent[1]
    if first and not lines[first - 1].strip():
        first -= 1
    return "".join([*lines[:first], *lines[last:]])
