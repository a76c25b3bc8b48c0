"""Where each article opens: the contents and the body correct each other.

Titles are compared by similarity, so that an OCR error on one side still matches; an
article that the contents lack is found by its shape (a title with a byline under it).
"""

from converter.parse.openings.columns import is_divided
from converter.parse.openings.fillers import is_signed_with_source, signature_of
from converter.parse.openings.matcher import find_openings
from converter.parse.openings.opening import Opening, entry_title, used_units, without_shared
from converter.parse.openings.survey import PageEdges

__all__ = [
    "Opening",
    "PageEdges",
    "entry_title",
    "find_openings",
    "is_divided",
    "is_signed_with_source",
    "signature_of",
    "used_units",
    "without_shared",
]
