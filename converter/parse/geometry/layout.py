"""Where the pages of an article break: dynamic programming over the gaps of its items."""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection

from converter.parse.geometry.odds import Habits, habits_of, odds_of_going_on
from converter.parse.geometry.page import Item, Layout, Page, height_of

_EXACT_PAGES = 100
"""Up to so many pages every way to break an article is weighed, where it must have so many."""
_BAND = 4
"""By how many pages a place may lie off where the text alone puts it, in longer articles."""


Choices = list[list[tuple[int, float, float, float]]]
"""For each item that may begin a page, the items before which it may end, each with the price
of the cuts within the page, of its filling and of the break after it."""


def lay_out(items: list[Item], page: Page, expected: int, known: Collection[int] = ()) -> Layout:
    """Find the page breaks of an article (dynamic programming over the gaps of its items).

    After the items ``known`` a page surely breaks.
    """
    layout = Layout(items, expected=expected)
    if len(items) < 2:
        return layout
    choices = _choices(items, page)
    layout.breaks = free = _cheapest(choices)
    layout.free = len(free) + 1 == expected
    if expected and len(free) + 1 != expected:
        layout.breaks = _cheapest_of(choices, expected, free)
    layout.chances = _chances(_weights(choices, known), expected)
    if not layout.chances:
        begins = {*known, *layout.breaks}
        layout.chances = [float(at in begins) for at in range(len(items))]
    return layout


Weights = list[list[tuple[int, float]]]
"""For each item that may begin a page, the items before which it may end, and how likely."""


def _chances(weights: Weights, count: int) -> list[float]:
    """How likely a page breaks after each item, weighed over all ways to break the article.

    It takes ``count`` pages (0 for any number). Empty if all ways are too unlikely.
    """
    size = len(weights)
    step = 1 if 0 < count <= _EXACT_PAGES else 0
    last = count * step
    ahead: list[dict[int, float]] = [{} for _ in range(size + 1)]
    ahead[0][0] = 1.0
    for at in range(size):
        for pages, chance in ahead[at].items():
            if pages + step > last:
                continue
            for end, weight in weights[at]:
                row = ahead[end]
                row[pages + step] = row.get(pages + step, 0.0) + chance * weight
    total = ahead[size].get(last, 0.0)
    if not total:
        return []
    chances = [0.0] * size
    behind: list[dict[int, float]] = [{} for _ in range(size + 1)]
    behind[size][last] = 1.0
    for at in range(size - 1, 0, -1):
        row = behind[at]
        for pages, chance in ahead[at].items():
            rest = 0.0
            for end, weight in weights[at]:
                rest += weight * behind[end].get(pages + step, 0.0)
            if rest:
                row[pages] = rest
                chances[at - 1] += chance * rest / total
    return chances


_UNLIKELY = 11.5
"""The price of a page that is not weighed."""


def _weights(choices: Choices, known: Collection[int]) -> Weights:
    """How likely a page from each item ends before which, none going over a known break."""
    stops = sorted(at + 1 for at in known)
    out = []
    for start, ends in enumerate(choices):
        limit = next((stop for stop in stops if stop > start), len(choices))
        out.append(
            [
                (end, math.exp(-cost))
                for end, missed, filled, gap in ends
                if (cost := missed + filled + gap) < _UNLIKELY and end <= limit
            ]
        )
    return out


_IMPOSSIBLE, _WRONG = 20.0, 4.0
"""The price of a count of pages that an article cannot have, and of each page that it is off."""


def cost_of_pages(items: list[Item], page: Page, count: int) -> float:
    """The price of the cheapest layout of an article on just so many pages.

    What an opening page holds below its head is unknown, so that an article which fills
    one page less by itself may well take as many as the contents say.
    """
    choices = _choices(items, page)
    breaks = free = _cheapest(choices)
    if len(free) + 1 != count:
        breaks = _cheapest_of(choices, count, free)
    if count > 1 and not breaks:
        return _IMPOSSIBLE + _WRONG * abs(len(free) + 1 - count)
    cost = 0.0
    for start, end in itertools.pairwise((0, *(at + 1 for at in breaks), len(items))):
        prices = next((rest for stop, *rest in choices[start] if stop == end), None)
        cost += sum(prices) if prices is not None else _IMPOSSIBLE
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
    return 2.0 - math.log1p(math.exp(min(odds_of_going_on(item, page, habits) + item.says, 4.0)))


_MISSED, _MISSED_NEAR_BOX = 7.0, 1.0
"""The price of a cut that is no page break: text set round a box is cut there too."""


def solve(items: list[Item], page: Page) -> list[int]:
    """The cheapest breaks: for each the item before it."""
    return _cheapest(_choices(items, page))


def _choices(items: list[Item], page: Page) -> Choices:
    size = len(items)
    heights = [height_of(item, page.measure, page.heading_space) for item in items]
    habits = habits_of(items, page)
    gaps = [_gap_cost(items, at, page, habits) for at in range(size - 1)] + [0.0]
    boxes = [item.kind in ("box", "other") for item in items] + [False]
    opening, play = page.opening, _OPENING
    if not opening:
        opening, play = max(_LEAST, page.depth - items[0].head), _GUESSED
    limit = page.depth * 1.5 + 4
    choices: Choices = []
    for start in range(size):
        found: list[tuple[int, float, float, float]] = []
        load = 0.0
        uncertain = cuts = 0
        after_box = start > 0 and boxes[start - 1]
        for end in range(start + 1, size + 1):
            load += heights[end - 1]
            uncertain += boxes[end - 1]
            if load > limit + 6 * uncertain and end - start > 1:
                break
            near = after_box or uncertain or boxes[end]
            first, last = start == 0, end == size
            price = _page_cost(load, page.depth, uncertain, first=first, last=last)
            if first and not last and load <= page.depth:
                price = _opening_cost(load - opening, uncertain, *play)
            missed = cuts * (_MISSED_NEAR_BOX if near else _MISSED)
            found.append((end, missed, price, gaps[end - 1]))
            cuts += items[end - 1].cut
        choices.append(found)
    return choices


def _cheapest(choices: Choices) -> list[int]:
    """The cheapest breaks, on as many pages as that takes."""
    size = len(choices)
    best = [0.0] + [math.inf] * size
    link = [-1] * (size + 1)
    for start, ends in enumerate(choices):
        base = best[start]
        for end, missed, filled, gap in ends:
            cost = base + missed + filled + gap
            if cost < best[end]:
                best[end], link[end] = cost, start
    breaks: list[int] = []
    at = link[size]
    while at > 0:
        breaks.append(at - 1)
        at = link[at]
    return breaks[::-1]


def _cheapest_of(choices: Choices, count: int, free: list[int]) -> list[int]:
    """The cheapest breaks for exactly ``count`` pages; none if that cannot be.

    Of a long article only such places are weighed for a page as lie near where they are
    with the breaks ``free``, as many of them as the text takes by itself.
    """
    size = len(choices)
    bounds = [0, *(at + 1 for at in free), size]
    more = count - len(bounds) + 1
    row = {0: 0.0}
    links: list[dict[int, int]] = []
    for page in range(count):
        lowest, highest = 0, size
        if count > _EXACT_PAGES:
            lowest = bounds[min(max(0, page - max(0, more) - _BAND), len(bounds) - 1)]
            highest = bounds[min(max(0, page - min(0, more) + _BAND), len(bounds) - 1)]
        target: dict[int, float] = {}
        link: dict[int, int] = {}
        for start in sorted(row):
            if not lowest <= start <= highest or start == size:
                continue
            base = row[start]
            for end, missed, filled, gap in choices[start]:
                cost = base + missed + filled + gap
                if cost < target.get(end, math.inf):
                    target[end], link[end] = cost, start
        row = target
        links.append(link)
    if size not in row:
        return []
    breaks = [size]
    for link in reversed(links):
        breaks.append(link[breaks[-1]])
    return [at - 1 for at in breaks[-2:0:-1]]


_OPENING, _GUESSED = (3.0, 6.0), (4.0, 2.5)
"""By how many lines what stands on an opening page strays where that is known from others, and
where it is guessed, and the most that it costs."""
_LEAST = 2.0
"""Lines of text on an opening page."""


def _opening_cost(off: float, boxes: int, play: float, most: float) -> float:
    return min((off / (play + 2.2 * boxes)) ** 2 / 2, most)


def _page_cost(load: float, depth: float, boxes: int, *, first: bool, last: bool) -> float:
    sigma = 1.2 + 2.2 * boxes
    over = load - depth
    if over > 0:
        return (over / sigma) ** 2 / 2
    if first or last:
        return 0.0
    return min((over / sigma) ** 2 / 2, 12.0 + 0.2 * -over)
