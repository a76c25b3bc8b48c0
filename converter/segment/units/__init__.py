"""Lines to units: what the OCR emitted as one piece, with hard-wrapped lines put together.

A unit is a paragraph or the part of one that stood on a page, a heading, a line of a
table or of verse. Blank lines always separate units; without one, lines belong together
only where they fill the printed measure.
"""

from converter.segment.units.code import are_code
from converter.segment.units.grid import (
    is_indented,
    measure_of,
    runs_over,
    set_as_blocks,
    wide_measure,
)
from converter.segment.units.joints import (
    are_latin,
    glue,
    is_tight,
    is_torn_address,
    is_torn_number,
)
from converter.segment.units.make import make_units
from converter.segment.units.quoted import unquoted
from converter.segment.units.signs import (
    DAY,
    PICTURE_WORK,
    SIGNED_ABROAD,
    is_credited_picture,
    is_day,
    is_days,
    is_fact,
    is_imprint,
    is_price,
    is_verse,
    tells_facts,
)
from converter.segment.units.unit import Unit, indent_of, printed_width

__all__ = [
    "DAY",
    "PICTURE_WORK",
    "SIGNED_ABROAD",
    "Unit",
    "are_code",
    "are_latin",
    "glue",
    "indent_of",
    "is_credited_picture",
    "is_day",
    "is_days",
    "is_fact",
    "is_imprint",
    "is_indented",
    "is_price",
    "is_tight",
    "is_torn_address",
    "is_torn_number",
    "is_verse",
    "make_units",
    "measure_of",
    "printed_width",
    "runs_over",
    "set_as_blocks",
    "tells_facts",
    "unquoted",
    "wide_measure",
]
