"""How likely a paragraph goes on over the foot of a page, where its last line is full."""

from __future__ import annotations

import math
from collections.abc import Sequence

from converter.parse.geometry.page import Item, Page
from converter.values import NamedTuple


def _play(lines: int, page: Page) -> float:
    """By how many em a piece of so many full lines strays (standard deviation)."""
    return 0.3 + page.play * math.sqrt(lines)


_TRUE = 0.4
"""By how many em a last line strays that is set just as it was printed."""


class Habits(NamedTuple):
    """How an article is written: stops per em, paragraphs per line."""

    stops: float
    paragraphs: float


def habits_of(items: Sequence[Item], page: Page) -> Habits:
    """Count full stops and paragraphs of an article."""
    text = [item for item in items if item.kind == "text"]
    size = sum(item.size for item in text) or 1.0
    stops = sum(
        item.text.count("。") + item.text.count("！") + item.text.count("？") for item in text
    )
    starts = sum(1 for item in text if item.starts)
    return Habits((stops + 1) / (size + 20), (starts + 1) / (size / page.measure + 8))


def odds_of_going_on(before: Item, page: Page, habits: Habits) -> float:
    """The natural logarithm of the odds that a paragraph goes on over a page break.

    A full stop at the foot of the page is a sentence that happens to end there, or the end
    of the paragraph; in the first case the last line is full, in the second it may have
    any length.
    """
    lines = max(1, round(before.size / page.measure))
    play = _play(lines, page)
    off = (before.size - lines * page.measure) / play
    full = math.exp(-(off**2) / 2) / (play * 2.5066)
    just = math.exp(-((before.off / _TRUE) ** 2) / 2) / (_TRUE * 2.5066)
    full = page.exact * just + (1 - page.exact) * full
    odds = math.log(habits.stops / habits.paragraphs) + math.log((full + 1e-6) * page.measure)
    return odds + before.lean
