"""HTML tables to rows, each a line of its own. Imported only where an issue has such tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from converter.hanzi import ends_sentence, width
from converter.segment.markup.rows import TableLine
from converter.source import Line
from converter.values import dataclass, field

_MOST = 60
"""More columns or rows than this, no cell of a printed page spans."""


@dataclass(slots=True)
class _Cell:
    columns: int
    rows: int
    header: bool
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.parts).split())

    @property
    def broken(self) -> str:
        """The text with its line breaks."""
        return "\n".join(" ".join(line.split()) for line in "".join(self.parts).split(_BREAK))


_BREAK = "\v"
"""Stands for a line break in a cell: white space, but nothing that HTML has."""


@dataclass(slots=True)
class _Row:
    number: int
    cells: list[_Cell] = field(default_factory=list)


@dataclass(slots=True)
class _Read:
    """A table as read: its rows, its caption, text that stands in none of its cells."""

    rows: list[_Row] = field(default_factory=list)
    caption: list[str] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)


def table_lines(pieces: Sequence[tuple[int, str]]) -> list[Line]:
    """The lines of a table: its caption, its rows, and what stands in no cell of it.

    ``pieces`` are its HTML by line number, from ``<table>`` to ``</table>``. A table of one
    column is a frame, whose text is given as it is.
    """
    read = _read(pieces)
    _without_empty_rows(read.rows)
    first, last = pieces[0][0], pieces[-1][0]
    lines = [Line(first, text) for text in _texts(read.caption)]
    if max((sum(cell.columns for cell in row.cells) for row in read.rows), default=0) < 2:
        for row in read.rows:
            for cell in row.cells:
                lines += _framed(row.number, cell)
    else:
        lines += [_line(row) for row in read.rows if row.cells]
    return lines + [Line(last, text) for text in _texts(read.stray)]


def _framed(number: int, cell: _Cell) -> list[Line]:
    """The text of a frame: its name, and each paragraph where breaks part whole sentences."""
    parts = _parts("".join(cell.parts).split(_BREAK))
    if not _are_paragraphs(parts):
        return [Line(number, cell.text)] if cell.text else []
    return [line for part in parts for line in (Line(number, part), Line(number, ""))][:-1]


def _parts(printed: Sequence[str]) -> list[str]:
    """The lines of a frame; where some are indented, each of those begins a paragraph that the others go on."""
    told = [line for line in printed if line.strip()]
    first = next((at for at, line in enumerate(told) if line.startswith(_INDENT)), len(told))
    parts: list[str] = []
    for at, line in enumerate(told):
        text = " ".join(line.split())
        if at > first and not line.startswith(_INDENT) and not text.startswith(_DASHES):
            parts[-1] += text
        else:
            parts.append(text)
    return parts


_INDENT = "\u3000\u3000"
_PARAGRAPHS, _SOURCE = 3, 3
"""The fewest lines of a frame with a name and several paragraphs, and the most of its source."""
_NAME, _TITLE = 8, 24
"""Em of the name of a frame over a single paragraph, and of a title below it."""
_DASHES = ("——", "－－", "—", "--", "（摘自", "（来源", "（据")


def _are_paragraphs(parts: Sequence[str]) -> bool:
    """True for a name, perhaps a title, whole paragraphs, and perhaps where they are taken from."""
    if len(parts) < _PARAGRAPHS and not (len(parts) > 1 and _is_name(parts[0])):
        return False
    ends = range(max(1, len(parts) - _SOURCE), len(parts))
    end = next((at for at in ends if parts[at].startswith(_DASHES)), len(parts))
    first = int(end > 1 or not ends_sentence(parts[0]))
    titled = end > first + 1 and _is_name(parts[0]) and not ends_sentence(parts[1])
    first += titled and width(parts[1]) <= _TITLE
    return first < end and all(ends_sentence(one) or one[-1] == "；" for one in parts[first:end])


def _is_name(text: str) -> bool:
    plain = text.strip("【】〖〗[]■□●◆◇▲★· ")
    return plain.isalpha() and width(plain) <= _NAME


def _without_empty_rows(rows: list[_Row]) -> None:
    """Take out rows without a cell, and shorten the cells that reach over them."""
    for at in range(len(rows) - 1, -1, -1):
        if rows[at].cells:
            continue
        for above in range(max(0, at - _MOST), at):
            for cell in rows[above].cells:
                cell.rows -= cell.rows > at - above
        del rows[at]


def _texts(parts: Iterable[str]) -> list[str]:
    joined = " ".join("".join(parts).split())
    return [joined] if joined else []


def _line(row: _Row) -> Line:
    text, broken = (
        "".join(f"| {cell.replace('|', '｜')} " for cell in cells) + "|"
        for cells in ([cell.text for cell in row.cells], [cell.broken for cell in row.cells])
    )
    spans = tuple((cell.columns, cell.rows, cell.header) for cell in row.cells)
    return TableLine(row.number, text, spans, broken)


def _read(pieces: Sequence[tuple[int, str]]) -> _Read:
    read = _Read()
    parser = _Reader(read)
    for number, html in pieces:
        parser.line = number
        parser.feed(html + "\n")
    parser.close()
    return read


class _Reader(HTMLParser):
    """Sorts text into cells; the tags inside a cell say nothing, but sub and sup do."""

    def __init__(self, read: _Read) -> None:
        super().__init__(convert_charrefs=True)
        self.line = 0
        self.read = read
        self.target = read.stray

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row, a cell or the caption."""
        if tag == "tr":
            self.read.rows.append(_Row(self.line))
        elif tag in ("td", "th"):
            self._begin_cell(dict(attrs), header=tag == "th")
        elif tag == "caption":
            self.target = self.read.caption
        elif tag in ("sub", "sup"):
            self.target.append(f"<{tag}>")
        elif tag in ("br", "p", "div", "li"):
            self.target.append(_BREAK)

    def handle_endtag(self, tag: str) -> None:
        """End a row, a cell or the caption."""
        if tag in ("td", "th", "tr", "caption"):
            self.target = self.read.stray
        elif tag in ("sub", "sup"):
            self.target.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        """Take text."""
        self.target.append(data)

    def _begin_cell(self, attrs: dict[str, str | None], *, header: bool) -> None:
        if not self.read.rows:
            self.read.rows.append(_Row(self.line))
        cell = _Cell(_span(attrs.get("colspan")), _span(attrs.get("rowspan")), header)
        self.read.rows[-1].cells.append(cell)
        self.target = cell.parts


def _span(value: str | None) -> int:
    digits = (value or "").strip().strip("\\\"'“”")
    return min(max(int(digits), 1), _MOST) if digits.isdecimal() else 1
