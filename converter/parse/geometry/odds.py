"""How likely a paragraph goes on over the foot of a page, where its last line is full."""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import itemgetter

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


def _density(before: Item, page: Page) -> float:
    """How likely the last line of a piece that goes on overleaf strays by so much, per em.

    The pieces that are cut in mid-sentence tell by how much theirs do, since the text as the
    OCR has it is not quite what was set; where they are few, more is left to the measure.
    """
    lines = max(1, round(before.size / page.measure))
    play = _play(lines, page)
    off = (before.size - lines * page.measure) / play
    full = math.exp(-(off**2) / 2) / (play * 2.5066)
    just = math.exp(-((before.off / _TRUE) ** 2) / 2) / (_TRUE * 2.5066)
    known = _KNOWN * (page.exact * just + (1 - page.exact) * full)
    near = sum(
        count * math.exp(-(((before.off - one) / _NEAR) ** 2) / 2)
        for one, count in page.strays
        if -_FAR < before.off - one < _FAR
    )
    known += near / (_NEAR * 2.5066)
    pieces: int = sum(map(_COUNT, page.strays))
    known /= _KNOWN + pieces
    return (1 - _ANY) * known + _ANY / page.measure


_COUNT = itemgetter(1)
_NEAR, _FAR = 0.6, 2.5
"""By how many em what strays is like what strays otherwise, and from how many on it is not at all."""
_KNOWN = 6
"""As many cut pieces weigh as much as what the measure alone says."""
_ANY = 0.05
"""How often a line strays by any length."""


_HANGING = 1.0
"""No line begins with a stop: one that would stands at the end of the line above, so that oftener
than by chance a full line at the foot of a page ends a sentence."""


def odds_of_going_on(before: Item, page: Page, habits: Habits) -> float:
    """The natural logarithm of the odds that a paragraph goes on over a page break.

    A full stop at the foot of the page is a sentence that happens to end there, or the end
    of the paragraph; in the first case the last line is full, in the second it may have
    any length.
    """
    full = _density(before, page)
    odds = math.log(habits.stops / habits.paragraphs) + math.log((full + 1e-6) * page.measure)
    return odds + _HANGING + before.lean
