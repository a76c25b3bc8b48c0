"""Headings: kinds of numbering, headings without a number, and their levels."""

from converter.parse.headings.levels import LADDER, levels
from converter.parse.headings.numbers import (
    CHOICES,
    Numbering,
    is_heading_text,
    numbering,
    run_in_series,
)
from converter.parse.headings.plain import (
    CLOSING_QUOTES,
    FIRST_LINE,
    MOST_CONTINUATION,
    ORNAMENT,
    Neighbourhood,
    continuation,
    ends_in_particle,
    ends_row,
    is_said,
    is_said_by,
    plain_heading,
)

__all__ = [
    "CHOICES",
    "CLOSING_QUOTES",
    "FIRST_LINE",
    "LADDER",
    "MOST_CONTINUATION",
    "ORNAMENT",
    "Neighbourhood",
    "Numbering",
    "continuation",
    "ends_in_particle",
    "ends_row",
    "is_heading_text",
    "is_said",
    "is_said_by",
    "levels",
    "numbering",
    "plain_heading",
    "run_in_series",
]
