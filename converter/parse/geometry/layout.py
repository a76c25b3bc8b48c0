"""Where the pages of an article break: dynamic programming over the gaps of its items."""

from __future__ import annotations

import itertools
import math

from converter.parse.geometry.odds import Habits, habits_of, odds_of_going_on
from converter.parse.geometry.page import Item, Layout, Page, height_of


def lay_out(items: list[Item], page: Page, expected: int) -> Layout:
    """Find the page breaks of an article (dynamic programming over the gaps of its items)."""
    layout = Layout(items, expected=expected)
    if len(items) < 2:
        return layout
    free = solve(items, page)
    layout.breaks = free
    layout.free = len(free) + 1 == expected
    if expected and len(free) + 1 != expected:
        forced = solve(items, page, expected)
        if forced is not None:
            layout.breaks = forced
    return layout


def fit_cost(items: list[Item], breaks: list[int], page: Page) -> float:
    """How badly the pages of a layout are filled, and how many cuts it leaves unexplained."""
    bounds = [0, *(at + 1 for at in breaks), len(items)]
    cost = 0.0
    for index, (start, end) in enumerate(itertools.pairwise(bounds)):
        load = sum(height_of(item, page.measure, page.heading_space) for item in items[start:end])
        boxes = sum(1 for item in items[start:end] if item.kind in ("box", "other"))
        cost += _page_cost(
            load, page.depth, boxes, first=index == 0, last=end == len(items), opening=page.opening
        )
        cost += sum(_miss_cost(item, near_box=boxes > 0) for item in items[start : end - 1])
    return cost


def _gap_cost(items: list[Item], at: int, page: Page, habits: Habits) -> float:
    """The price of a page break after an item."""
    item, following = items[at], items[at + 1]
    if item.kind == "heading":
        return 8.0
    if item.cut:
        return 0.2
    if following.kind == "box" or item.kind == "box":
        return 1.0
    if item.kind != "text" or following.kind != "text":
        return 1.8
    # A last line that is full speaks for a paragraph that goes on overleaf.
    return 2.0 - math.log1p(math.exp(min(odds_of_going_on(item, page, habits), 4.0)))


def _miss_cost(item: Item, *, near_box: bool) -> float:
    """The price of a cut that is no page break: text set round a box is cut there too."""
    if not item.cut:
        return 0.0
    return 1.0 if near_box else 7.0


def solve(items: list[Item], page: Page, count: int = 0) -> list[int]:
    """The cheapest breaks; with ``count`` exactly so many pages, if that can be."""
    size = len(items)
    heights = [height_of(item, page.measure, page.heading_space) for item in items]
    habits = habits_of(items, page)
    gaps = [_gap_cost(items, at, page, habits) for at in range(size - 1)]
    boxes = [item.kind in ("box", "other") for item in items]
    limit = page.depth * 1.5 + 4
    layers = count or 1
    infinity = math.inf
    # best[k][i]: the cheapest way to have laid out the first i items on k pages.
    best = [[infinity] * (size + 1) for _ in range(layers + 1)]
    link: list[list[int]] = [[-1] * (size + 1) for _ in range(layers + 1)]
    best[0][0] = 0.0
    for layer in range(layers):
        source = best[layer] if count else best[0]
        target = best[layer + 1] if count else best[0]
        links = link[layer + 1] if count else link[0]
        for start in range(size):
            base = source[start]
            if base == infinity or (count and start and layer == 0):
                continue
            load = missed = 0.0
            uncertain = 0
            cuts: list[int] = []
            for end in range(start + 1, size + 1):
                load += heights[end - 1]
                uncertain += boxes[end - 1]
                if load > limit + 6 * uncertain and end - start > 1:
                    break
                near = any(boxes[max(0, start - 1) : end + 1])
                missed = sum(_miss_cost(items[at], near_box=near) for at in cuts)
                cost = (
                    base
                    + missed
                    + _page_cost(
                        load,
                        page.depth,
                        uncertain,
                        first=start == 0,
                        last=end == size,
                        opening=page.opening,
                    )
                )
                if end < size:
                    cost += gaps[end - 1]
                if items[end - 1].cut:
                    cuts.append(end - 1)
                if cost < target[end]:
                    target[end], links[end] = cost, start
    return _trace(link, best, size, count)


def _trace(link: list[list[int]], best: list[list[float]], size: int, count: int) -> list[int]:
    breaks: list[int] = []
    at = size
    layer = count
    if count and best[count][size] == math.inf:
        return []
    while at > 0:
        at = link[layer if count else 0][at]
        layer -= 1
        if at > 0:
            breaks.append(at - 1)
    return breaks[::-1]


def _page_cost(
    load: float, depth: float, boxes: int, *, first: bool, last: bool, opening: float
) -> float:
    sigma = 1.2 + 2.2 * boxes
    over = load - depth
    if over > 0:
        return (over / sigma) ** 2 / 2
    if last:
        return 0.0
    if first and opening:
        return min(((load - opening) / (3.0 + 2.2 * boxes)) ** 2 / 2, 6.0)
    if first:
        return 0.3 if over < -3 else 0.8
    return min((over / sigma) ** 2 / 2, 12.0 + 0.2 * -over)
