"""The depth: how many lines a page holds, told by its cuts or by the contents."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from converter.parse.geometry.layout import cost_of_pages, solve
from converter.parse.geometry.page import Item, Page, height_of

_HEADING_SPACES = (1.0, 0.0, 0.5, 1.5, 2.0, 2.5, 3.0)


def opening_load(articles: Sequence[list[Item]], page: Page) -> float:
    """What opening pages hold, heads included: the median of those that end in a cut."""
    loads = []
    for items in articles:
        load = 0.0
        for item in items:
            load += height_of(item, page.measure, page.heading_space)
            if item.kind in ("box", "other") or load > page.depth + 2:
                break
            if item.cut:
                loads.append(load)
                break
    if len(loads) < 4:
        return 0.0
    loads.sort()
    middle = loads[len(loads) // 2]
    near = sum(1 for load in loads if abs(load - middle) <= 4)
    heads = sorted(items[0].head for items in articles if items)
    below = page.depth - heads[len(heads) // 2]
    return middle if near * 3 >= 2 * len(loads) and abs(middle - below) <= _STRAY else 0.0


_STRAY = 6
"""Lines by which what opening pages hold may lie off what their heads would leave."""


def _between_cuts(items: list[Item], heights: Sequence[float], heading_space: float) -> list[float]:
    """The heights between neighbouring cuts, where no box stands between them.

    ``heights`` are those of the items, without the space about headings.
    """
    spans = []
    height, clean, begun = 0.0, False, False
    for item, own in zip(items, heights, strict=True):
        if item.kind in {"box", "other"}:
            clean = False
        height += own + heading_space if item.kind == "heading" else own
        if item.cut:
            if begun and clean:
                spans.append(height)
            height, clean, begun = 0.0, True, True
    return spans


def fit_depth_and_space(
    articles: Sequence[list[Item]], measure: float
) -> tuple[float, float, float]:
    """The depth and the space about headings that explain most; (0, 0, 1) for none."""
    best = (0.0, 0.0, 1.0)
    seen: list[list[float]] = []
    known = [(items, [height_of(item, measure, 0.0) for item in items]) for items in articles]
    for space in _HEADING_SPACES:
        spans = [span for items, heights in known for span in _between_cuts(items, heights, space)]
        if spans in seen:
            continue  # no heading stands between any two cuts
        seen.append(spans)
        depth, score = _fit_depth(spans, [float(step) for step in range(10, 71)])
        if score > best[1]:
            depth, score = max(
                ((depth, score), _fit_depth(spans, [depth - 0.5, depth + 0.5])),
                key=lambda found: found[1],
            )
            best = (depth, score, space)
    return best


_SIGMAS = [0.8 * math.sqrt(pages) for pages in range(1, 5)]
"""By how many lines what stands on so many pages strays (standard deviation)."""


def _fit_depth(spans: list[float], depths: Sequence[float]) -> tuple[float, float]:
    if len(spans) < 4:
        return 0.0, 0.0
    ordered = sorted(spans)
    best = (0.0, 0.0)
    for depth in depths:
        hits = expected = variance = 0.0
        begin = 0
        for pages, sigma in enumerate(_SIGMAS, 1):
            # What lies between two counts is taken for the even one.
            edge = bisect_left if pages % 2 else bisect_right
            end = edge(ordered, (pages + 0.5) * depth)
            if begin == end:
                continue
            chance = min(1.0, sigma * 2.5066 / depth) / pages
            expected += (end - begin) * chance
            variance += (end - begin) * max(0.01, chance * (1 - chance))
            middle = pages * depth
            first = bisect_right(ordered, middle - 4 * sigma, begin, end)
            last = bisect_left(ordered, middle + 4 * sigma, first, end)
            for span in ordered[first:last]:
                hits += math.exp(-(((span - middle) / sigma) ** 2) / 2) / pages
            begin = end
        score = (hits - expected) / math.sqrt(variance) if variance else 0.0
        if score > best[1]:
            best = (depth, score)
    return best if best[1] >= 3.0 else (0.0, 0.0)


def of_one_page(
    depth: float,
    articles: Sequence[list[Item]],
    expected: Sequence[int],
    measure: float,
    space: float,
) -> float:
    """The depth, halved if by the contents it is that of two pages."""
    known = [(items, pages) for items, pages in zip(articles, expected, strict=False) if pages > 1]
    pages = sum(count for _, count in known)
    total = sum(height_of(item, measure, space) for items, _ in known for item in items)
    return depth / 2 if pages >= 3 and total / pages < 0.62 * depth else depth


_TURNED = 6
"""So many page breaks within articles tell the depth."""
_FEW = 2
"""Pages of an article that is no page longer or shorter for what its head takes up."""


def depth_by_contents(
    articles: Sequence[list[Item]], expected: Sequence[int], measure: float
) -> tuple[float, float]:
    """The depth at which the articles take as many pages as the contents say."""
    known = [
        (items, pages)
        for items, pages in zip(articles, expected, strict=False)
        if pages > 0 and len(items) > 1
    ]
    turned = sum(count - 1 for _, count in known)
    if len(known) < 2 or turned < _TURNED or sum(len(items) for items, _ in known) > 1500:
        return 0.0, 0.0
    total = sum(height_of(item, measure) for items, _ in known for item in items)
    pages = sum(count for _, count in known)
    lowest, highest = total / pages * 0.9, total / max(1.0, pages - 0.9 * len(known)) * 1.1
    best, score = 0.0, math.inf
    depth = max(8.0, math.floor(lowest))
    while depth <= min(70.0, highest + 1):
        page = Page(measure, depth, 0.0, 0.0)
        cost = sum(cost_of_pages(items, page, count) for items, count in known)
        if cost < score:
            best, score = depth, cost
        depth += 1.0
    page = Page(measure, best, 0.0, 0.0)
    wrong = sum(
        1 for items, count in known if abs(len(solve(items, page)) + 1 - count) > (count > _FEW)
    )
    return (best, 3.0) if best and wrong * 3 <= len(known) else (0.0, 0.0)
