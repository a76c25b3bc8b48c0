"""What the lengths of two texts say: whether they are two paragraphs, or one that a page parts.

The lengths of an article's paragraphs are spread as log-normal ones are. Two texts that
together are as long as its paragraphs usually are, and each by itself shorter, are likely
one; two that together are longer than any of them are likely two.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from converter.parse.geometry.page import Item
from converter.values import NamedTuple


class Spread(NamedTuple):
    """The lengths of paragraphs: mean and standard deviation of their logarithms."""

    middle: float
    width: float


_USUAL = Spread(4.8, 0.5)
"""A paragraph of a hundred and twenty em; how widely lengths are spread in most magazines."""
_WEIGHT = 4
"""So many paragraphs of its own tell as much of an article as all the others of its issue."""
_NARROWEST = 0.35
_ODD = 0.02
"""The share of paragraphs that may have any length."""
_MOST = 3.0
"""The most that lengths may say (log odds)."""
_MORE = 1.3
"""What lengths tell weighs so much more than the spread says, fitted to prose of many magazines."""


def weigh_lengths(articles: Sequence[list[Item]]) -> None:
    """Give each end of a paragraph what its length and the next one's say for being one."""
    grouped = [_paragraphs(items) for items in articles]
    lengths = [[sum(item.size for item in group) for group in groups] for groups in grouped]
    issue = _spread([size for sizes in lengths for size in sizes], _USUAL)
    for groups, sizes in zip(grouped, lengths, strict=True):
        spread = _spread(sizes, issue)
        mean = math.exp(spread.middle + spread.width**2 / 2)
        shares = [_share(size, spread, mean) for size in sizes]
        for at, group in enumerate(groups[:-1]):
            both = _share(sizes[at] + sizes[at + 1], spread, mean)
            # One that is parted anywhere, and not two whole ones; long ones are parted oftener.
            odds = math.log(both / (mean * shares[at] * shares[at + 1]))
            group[-1].lean = max(-_MOST, min(_MOST, _MORE * odds))


def _paragraphs(items: Sequence[Item]) -> list[list[Item]]:
    groups: list[list[Item]] = []
    for item in items:
        if item.kind != "text":
            continue
        if item.starts or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _spread(sizes: Sequence[float], around: Spread) -> Spread:
    """The spread of the lengths, few of which say little against what is usual ``around``."""
    logs = [math.log(max(1.0, size)) for size in sizes]
    count = len(logs) + _WEIGHT
    middle = (sum(logs) + _WEIGHT * around.middle) / count
    squares = sum((log - middle) ** 2 for log in logs) + _WEIGHT * around.width**2
    return Spread(middle, max(_NARROWEST, math.sqrt(squares / count)))


def _share(size: float, spread: Spread, mean: float) -> float:
    """The share of paragraphs of a length, for each em of it."""
    off = (math.log(max(1.0, size)) - spread.middle) / spread.width
    usual = math.exp(-(off**2) / 2) / (max(1.0, size) * spread.width * _ROOT)
    return (1 - _ODD) * usual + _ODD / (10 * mean)


_ROOT = math.sqrt(2 * math.pi)
