"""Lines that say more than their text: rows of tables, programs, places of pictures, their captions."""

from __future__ import annotations

from typing import Self

from converter.source import Line


class TableLine(Line):
    """A row of an HTML table: for each cell its columns, its rows, and whether it is a head.

    ``broken`` is its text with line feeds where line breaks stand in cells.
    """

    spans: tuple[tuple[int, int, bool], ...]
    broken: str

    def __new__(
        cls,
        number: int,
        text: str,
        spans: tuple[tuple[int, int, bool], ...] = (),
        broken: str = "",
    ) -> Self:
        """A line that knows its cells."""
        made = super().__new__(cls, number, text)
        made.spans = spans
        made.broken = broken or text
        return made


class CodeLine(Line):
    """A line of a program between fences, which stands as it is."""


class PictureLine(Line):
    """A blank line where a picture stood."""


class CentredLine(Line):
    """A line that stands in a centred element of its own, as layout tools set captions."""


class EntryLine(Line):
    """A line that is nothing but a link to another text of the issue, as contents have them."""


class RestLine(Line):
    """The rest of a line that was parted, which goes on neither from what stands before it nor below."""


def parted_at(line: Line, at: int) -> tuple[Line, RestLine]:
    """A line as two, the second of which begins at a place of its text; neither has blanks at the seam."""
    text = line.text
    return line._replace(text=text[:at].rstrip()), RestLine(line.number, text[at:].strip())
