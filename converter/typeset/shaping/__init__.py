"""Shapes a text box with Pango and draws it with adjusted glyphs.

WeasyPrint writes what lies between two glyphs as a whole number of thousandths of an em, cut
off and not rounded. So every advance is kept here as the whole number that will stand in the
PDF, and glyphs are handed over with widths that come out as just that number.
"""

from converter.typeset.shaping.faces import Faces, faces_of, ink_of
from converter.typeset.shaping.pango import PROPORTIONAL, UNTIED, Override, byte_starts, em_of
from converter.typeset.shaping.placed import ComposedLayout, Placed, width_in_units
from converter.typeset.shaping.shaped import Shaped, shape

__all__ = [
    "PROPORTIONAL",
    "UNTIED",
    "ComposedLayout",
    "Faces",
    "Override",
    "Placed",
    "Shaped",
    "byte_starts",
    "em_of",
    "faces_of",
    "ink_of",
    "shape",
    "width_in_units",
]
