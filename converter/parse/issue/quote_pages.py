"""Where pages begin around the titles: with its own pull quotes begins the page of an article."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from converter.parse.paragraph import complete
from converter.segment import Unit


def turns_between(parts: Sequence[Sequence[Unit]], index: int, pages: Sequence[int]) -> bool:
    """True if a page begins between the end of a part and the text below the next title."""
    below = parts[index + 1]
    return bool(below) and _turns(pages, parts[index][-1].last, below[0].first)


def turns_above(units: Sequence[Unit], start: int, pages: Sequence[int]) -> bool:
    """True for a text with which a page begins, below the whole last sentence of the page before."""
    whole = start > 0 and complete(units[start - 1].text)
    return whole and _turns(pages, units[start - 1].last, units[start].first)


def tell_titles(
    parts: Sequence[Sequence[Unit]], starts: Sequence[int], pages: Sequence[int]
) -> bool:
    """True if a page is seen to begin right above most titles, or above the paragraph there.

    ``starts`` are where the last paragraph of each part begins. Where few pages of titles are
    seen, one that begins with a paragraph tells nothing: the next may begin unseen below it.
    """
    seen = [
        _turns(pages, units[start - 1].last, below[0].first)
        for (units, below), start in zip(pairwise(parts), starts, strict=True)
        if start > 0 and below
    ]
    return len(seen) >= _FEWEST and sum(seen) * 5 >= len(seen) * 4


_FEWEST = 4
"""So many titles tell where pages begin."""


def _turns(pages: Sequence[int], above: int, below: int) -> bool:
    """True if a page begins between two lines."""
    return bisect_right(pages, above) < bisect_right(pages, below)
