"""Titles that have their authors on the same line, far behind them: 老　井　　　　沈　葭."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han, key, width
from converter.parse.byline import read_byline
from converter.parse.contents.marks import SUBTITLE
from converter.parse.contents.people import is_pen_name
from converter.segment import RestLine
from converter.source import Line
from converter.values import NamedTuple

_BLANK = re.compile(r"(?<=\S)(?:[ \t]*\u3000[ \t]*\u3000|[ \t]{2,})[ \t\u3000]*(?=\S)")
_LONGEST = 64
"""Characters of a line with a title and its author."""
_TITLE, _NAMES = 36, 30
"""The most em of either."""
_FEWEST = 2
"""So many titles of the contents that stand so are the way of the magazine."""
_SURE = 0.75
"""How sure a byline is that holds nothing but names."""
_EDGE = "\u3000" * 8
"""Where a byline stands on a line of its own."""


class _Signed(NamedTuple):
    title: str
    byline: str
    proved: bool
    """The contents have both."""


def with_titles_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which those with a title and its author are two.

    The contents have both. Where they prove several, a title that OCR has misread, or a
    filler that they lack, may stand on its line as others do.
    """
    listed = _Listed(contents)
    found = {
        at: signed
        for at, line in enumerate(body)
        if len(line.text) <= _LONGEST
        and _BLANK.search(line.text)
        and (signed := _signed(line.text, listed)) is not None
    }
    if not found:
        return list(body)
    usual = sum(signed.proved for signed in found.values()) >= _FEWEST
    made: list[Line] = []
    for at, line in enumerate(body):
        signed = found.get(at)
        if signed is None or not (signed.proved or (usual and _is_apart(body, at, found))):
            made.append(line)
            continue
        made.append(line._replace(text=signed.title))
        made.append(RestLine(line.number, _EDGE + signed.byline))
    return made


class _Listed:
    """What the contents say, to be asked for titles and names."""

    def __init__(self, contents: Sequence[Line]) -> None:
        lines = [key(line.text) for line in contents]
        self._text = "\n".join(lines)
        self._signed = {line.strip(_DIGITS) for line in lines}

    def has(self, title: str, names: Sequence[str]) -> bool:
        """True for the title of an entry, or its subtitle, whose authors the contents name."""
        if not names or not all(key(name) in self._text for name in names):
            return False
        return SUBTITLE.match(title) is not None or (
            len(key(title)) > 1 and key(title) in self._text
        )

    def has_entry(self, title: str, byline: str) -> bool:
        """True for an entry that is the title and its byline, and nothing else but its page."""
        return key(title) + key(byline) in self._signed


_DIGITS = "0123456789"


def _signed(text: str, listed: _Listed) -> _Signed | None:
    """A title and its byline, at the widest blank between them; ``None`` for another line."""
    blanks = sorted(_BLANK.finditer(text), key=lambda hit: -width(hit[0]))
    for blank in blanks:
        title, byline = text[: blank.start()], text[blank.end() :].rstrip()
        if not _may_be_signed(title.strip(), byline):
            continue
        reading = read_byline(byline)
        names = [author.name for author in reading.authors] if reading is not None else []
        if listed.has(title.strip(), names):
            return _Signed(title, byline, proved=True)
        if listed.has_entry(title, byline) and (names or is_pen_name(byline)):
            return _Signed(title, byline, proved=True)
        if names and reading is not None and reading.certainty >= _SURE:
            return _Signed(title, byline, proved=False)
    return None


def _may_be_signed(title: str, byline: str) -> bool:
    return (
        has_han(title)
        and has_han(byline)
        and width(title) <= _TITLE
        and width(byline) <= _NAMES
        and not ends_sentence(title)
        and _NO_TITLE.search(title) is None
        and "。" not in byline
    )


_NO_TITLE = re.compile(rf"[，、；：:|]$|^[（(]|[{HAN}]{{2,6}}[：:/／]")
"""Part of a sentence or table; the label of a name."""


def _is_apart(body: Sequence[Line], at: int, found: dict[int, _Signed]) -> bool:
    """True for a line below a blank one, with no other of its kind beside it as lists have them."""
    above = body[at - 1] if at else None
    return (above is None or above.blank) and not {at - 1, at + 1} & found.keys()
