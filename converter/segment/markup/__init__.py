"""Markup that OCR engines write around the text: to lines, headings, lists and tables."""

from converter.segment.markup.bold import joined_bold
from converter.segment.markup.lines import Unmarked, unmarked
from converter.segment.markup.rows import (
    CentredLine,
    CodeLine,
    EntryLine,
    PictureLine,
    RestLine,
    TableLine,
    parted_at,
)

__all__ = [
    "CentredLine",
    "CodeLine",
    "EntryLine",
    "PictureLine",
    "RestLine",
    "TableLine",
    "Unmarked",
    "joined_bold",
    "parted_at",
    "unmarked",
]
