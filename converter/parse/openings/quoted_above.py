"""A pull quote above a title: a paragraph alone that is said again below who signs."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence, key
from converter.segment import Unit

_LEAST = 12
"""Characters of a sentence that two places do not say by chance."""
_REACH = 24
"""Units of an article in which its pull quote is said."""


def is_quoted_above(units: Sequence[Unit], title: int, signed: int) -> bool:
    """True if a whole paragraph apart above a title is said again below the byline, at ``signed``.

    A heading has no such words above it; where the contents have lost an article, they tell that
    it begins there.
    """
    if not title or not (units[title].gap and units[title - 1].gap):
        return False
    quote = units[title - 1].text
    said = key(quote)
    if len(said) < _LEAST or not ends_sentence(quote):
        return False
    return any(said in key(unit.text) for unit in units[signed + 1 : signed + 1 + _REACH])
