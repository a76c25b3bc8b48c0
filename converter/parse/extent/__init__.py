"""Where a box ends, and which of its units are its title, its text and its attribution."""

from converter.parse.extent.closing import (
    closes_box,
    is_advised,
    is_compiled,
    is_supplied,
    signed_at_end,
    told_behind,
)
from converter.parse.extent.extent import (
    BoxExtent,
    Cut,
    box_extent,
    decided_extent,
    names_document,
)
from converter.parse.extent.figure_lines import are_figures
from converter.parse.extent.lists import sayings_end
from converter.parse.extent.title import ASKED, are_points

__all__ = [
    "ASKED",
    "BoxExtent",
    "Cut",
    "are_figures",
    "are_points",
    "box_extent",
    "closes_box",
    "decided_extent",
    "is_advised",
    "is_compiled",
    "is_supplied",
    "names_document",
    "sayings_end",
    "signed_at_end",
    "told_behind",
]
