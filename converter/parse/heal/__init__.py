"""Decides whether a paragraph goes on in the next piece, and mends the seam.

Evidence, in the order of its weight: punctuation at the seam (GB/T 15834-2011: a
sentence ends in 。！？…), open brackets and quotation marks, a text doubled at the seam,
series (一是 … 二是 …) and the geometry of the printed page.
"""

from converter.parse.heal.decision import Decision
from converter.parse.heal.doubled import AFTER_PARTICLE, REDUPLICATED
from converter.parse.heal.verdict import (
    CLOSED_BELOW,
    COLON,
    NO_START,
    NO_STOP,
    QUOTED,
    SERIES,
    announces,
    decide,
    ends_with_name,
    explains_overleaf,
    is_bracketed,
    is_short_item,
)

__all__ = [
    "AFTER_PARTICLE",
    "CLOSED_BELOW",
    "COLON",
    "NO_START",
    "NO_STOP",
    "QUOTED",
    "REDUPLICATED",
    "SERIES",
    "Decision",
    "announces",
    "decide",
    "ends_with_name",
    "explains_overleaf",
    "is_bracketed",
    "is_short_item",
]
