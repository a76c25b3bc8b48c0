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

__all__ = [
    "ISSUE_LINE",
    "MASTHEAD_LABELS",
    "NAMED_ISSUE",
    "SHORT_ISSUE",
    "Regions",
    "find_regions",
    "is_contents_heading",
    "is_price",
    "with_colons",
]
