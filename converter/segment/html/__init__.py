"""HTML that OCR engines write into their text: to lines, headings, lists and tables."""

from converter.segment.html.lines import Unmarked, unmarked
from converter.segment.html.rows import PictureLine, TableLine

__all__ = ["PictureLine", "TableLine", "Unmarked", "unmarked"]
