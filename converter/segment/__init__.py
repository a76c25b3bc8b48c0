"""Lines to regions and units: where the masthead, the contents and the body are."""

from converter.segment.chapters import is_part
from converter.segment.furniture import Furniture, find_furniture
from converter.segment.heads import head_key
from converter.segment.markup import RestLine, TableLine, joined_bold, parted_at, unmarked
from converter.segment.pagehead import PageHead, Pages, find_page_heads
from converter.segment.pages import PageBreak, PageMarks, as_printed, page_marks
from converter.segment.regions import Regions, find_regions
from converter.segment.units import (
    Unit,
    is_torn_number,
    make_units,
    runs_over,
    set_as_blocks,
    unquoted,
)

__all__ = [
    "Furniture",
    "PageBreak",
    "PageHead",
    "PageMarks",
    "Pages",
    "Regions",
    "RestLine",
    "TableLine",
    "Unit",
    "as_printed",
    "find_furniture",
    "find_page_heads",
    "find_regions",
    "head_key",
    "is_part",
    "is_torn_number",
    "joined_bold",
    "make_units",
    "page_marks",
    "parted_at",
    "runs_over",
    "set_as_blocks",
    "unmarked",
    "unquoted",
]
