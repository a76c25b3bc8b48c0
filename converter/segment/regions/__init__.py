"""Finds the masthead and the contents among the lines of an issue."""

from converter.segment.regions.entries import is_contents_heading
from converter.segment.regions.find import Regions, find_regions
from converter.segment.regions.labels import (
    ISSUE_LINE,
    MASTHEAD_LABELS,
    NAMED_ISSUE,
    SHORT_ISSUE,
    is_price,
    with_colons,
)
from converter.segment.regions.reach import tells_whom

__all__ = [
    "ISSUE_LINE",
    "MASTHEAD_LABELS",
    "NAMED_ISSUE",
    "SHORT_ISSUE",
    "Regions",
    "find_regions",
    "is_contents_heading",
    "is_price",
    "tells_whom",
    "with_colons",
]
