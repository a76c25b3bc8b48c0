"""Lines to regions and units: where the masthead, the contents and the body are."""

from converter.segment.furniture import Furniture, PageBreak, find_furniture, page_markers
from converter.segment.regions import Regions, find_regions
from converter.segment.units import Unit, is_torn_number, make_units, runs_over, unquoted

__all__ = [
    "Furniture",
    "PageBreak",
    "Regions",
    "Unit",
    "find_furniture",
    "find_regions",
    "is_torn_number",
    "make_units",
    "page_markers",
    "runs_over",
    "unquoted",
]
