"""The printed page as evidence: so many characters a line, so many lines a page.

OCR text keeps no page breaks but for the seams they leave: a paragraph that stops in the
middle of a sentence. Those seams tell the measure (characters a line), because text that
is cut at the foot of a page fills its last line; the amount of text between them, and the
page numbers of the contents, tell the depth (lines a page). With both, the other breaks
can be found: those that fall on a full stop, where a paragraph seems to end and goes on
overleaf.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter.hanzi import ends_sentence, width
from converter.model import (
    Article,
    Box,
    Figure,
    Heading,
    MarkKind,
    Paragraph,
    PullQuote,
    Role,
    Table,
    Verse,
)
from converter.parse.lines import set_lines

_INDENT = 2.0
_MIN_CUTS = 6
_HEADING_SPACES = (1.0, 0.0, 0.5, 1.5, 2.0, 2.5, 3.0)


@dataclass(slots=True)
class Item:
    """A piece of an article in the order of the source.

    ``size`` is its width in em (with the first-line indent), ``lines`` its height in
    lines for what is no running text. ``cut`` tells that a sentence breaks off after it.
    """

    kind: str
    first: int
    last: int
    size: float = 0.0
    lines: float = 0.0
    cut: bool = False
    starts: bool = True
    """It begins a paragraph (and so has the indent)."""
    text: str = ""
    named: bool = False
    """It opens with a speaker or a label, and so is a paragraph of its own."""
    asks: bool = False
    """It is a question, which the answer follows."""
    rows: int = 0
    """The lines that it takes when it is set anew; 0 where it was not."""
    off: float = 0.0
    """By how many em the last of these lines strays from the measure."""
    lean: float = 0.0
    """What the lengths of paragraphs say for its going on in the next text (log odds)."""


@dataclass(frozen=True, slots=True)
class Page:
    """The type page of an issue: em a line, lines a page, and how well both are known (z)."""

    measure: float
    depth: float
    measure_score: float
    depth_score: float
    heading_space: float = 1.0
    """Lines that a heading takes beside its own."""
    play: float = 0.6
    """By how many em a full line strays from the measure (standard deviation)."""
    opening: float = 0.0
    """Lines that the opening page holds with its head (title, quotation); 0 if unknown."""
    exact: float = 0.0
    """How often a text set anew ends its last line just where the printed one did."""


@dataclass(slots=True)
class Layout:
    """Where the pages of an article break.

    ``breaks`` holds, for each break, the index of the item before it. ``pages`` counts
    the pages, ``expected`` those the contents give (0 if unknown).
    """

    items: list[Item]
    breaks: list[int] = field(default_factory=list)
    expected: int = 0
    free: bool = False
    """The text alone gave as many pages as the contents."""

    @property
    def pages(self) -> int:
        """How many pages the article takes."""
        return len(self.breaks) + 1

    @property
    def agrees(self) -> bool:
        """True if the count is the one that the contents give."""
        return self.expected > 0 and self.pages == self.expected


def items_of(article: Article) -> list[Item]:
    """The pieces of an article in the order in which the source has them."""
    items: list[Item] = []
    for block in (*article.front, *article.blocks, *article.back):
        match block:
            case Paragraph():
                items += _pieces(block)
            case Heading():
                size = width(block.text.value)
                items.append(Item("heading", block.spans[0].first, block.spans[-1].last, size))
            case Box():
                size = sum(
                    width(text.value)
                    for inner in block.blocks
                    if isinstance(inner, Paragraph)
                    for text in (inner.text,)
                )
                tail = width(block.attribution.text.value) if block.attribution else 0.0
                items.append(Item("box", block.spans[0].first, block.spans[-1].last, size, tail))
            case Table():
                items.append(
                    Item(
                        "other",
                        block.spans[0].first,
                        block.spans[-1].last,
                        lines=1.5 * len(block.rows),
                    )
                )
            case Verse():
                items.append(
                    Item(
                        "other",
                        block.spans[0].first,
                        block.spans[-1].last,
                        lines=len(block.lines) + 1,
                    )
                )
            case PullQuote() | Figure():
                items.append(Item("other", block.spans[0].first, block.spans[-1].last, lines=4))
    return sorted(items, key=lambda item: item.first)


def _pieces(block: Paragraph) -> list[Item]:
    seams = [mark.start for mark in block.text.marks if mark.kind is MarkKind.SEAM]
    bounds = [0, *seams, len(block.text.value)]
    kind = (
        "text"
        if block.role in (Role.BODY, Role.QUESTION, Role.ANSWER, Role.LIST_ITEM)
        else "other-text"
    )
    named = any(
        mark.kind in (MarkKind.SPEAKER, MarkKind.LABEL) and not mark.start
        for mark in block.text.marks
    )
    asks = block.role is Role.QUESTION
    out = []
    for index, span in enumerate(block.spans):
        text = block.text.value[bounds[index] : bounds[index + 1]]
        size = width(text) + (0.0 if index else _INDENT)
        cut = index + 1 < len(block.spans)
        made = Item(kind, span.first, span.last, size, cut=cut, starts=index == 0, text=text)
        made.named, made.asks = named and index == 0, asks
        out.append(made)
    return out


def fit_page(articles: Sequence[list[Item]], expected: Sequence[int] = ()) -> Page | None:
    """Fit measure and depth to all articles of an issue; ``None`` where there is too little.

    ``expected`` are the pages that the contents give to each article, 0 where unknown.
    """
    cut = [
        item.size
        for items in articles
        for item in items
        if item.cut and item.kind == "text" and not ends_sentence(item.text)
    ]
    if len(cut) < _MIN_CUTS:
        return None
    measure, measure_score = fit_measure(cut)
    if not measure:
        return None
    exact = _set_anew(articles, measure)
    for items in articles:
        _weigh_lengths(items)
    depth, depth_score, space = _fit_depth_and_space(articles, measure)
    if not depth:
        depth, depth_score = _depth_by_contents(articles, expected, measure)
    if not depth:
        return None
    depth = _of_one_page(depth, articles, expected, measure, space)
    page = Page(measure, depth, measure_score, depth_score, space, _observed_play(cut, measure))
    page = replace(page, exact=exact)
    return replace(page, opening=_opening_load(articles, page))


_EXACT = 0.6
_SURE = 0.5
"""From this share of exact lines on, texts set anew tell heights better than their size."""


def _set_anew(articles: Sequence[list[Item]], measure: float) -> float:
    """Set all texts anew in lines of whole characters; the share that ends as printed.

    Judged by the pieces that break off in mid-sentence, whose last line must be full. Of
    the printers' ways with closing marks at the end of a line the one that fits is taken.
    """
    texts = [item for items in articles for item in items if item.kind == "text"]
    known = [item for item in texts if item.cut and not ends_sentence(item.text)]
    whole = round(measure)
    best, hang = -1, 1.0
    for policy in (1.0, 0.0):
        hits = sum(1 for item in known if abs(_stray(item, whole, policy)[1]) <= _EXACT)
        if hits > best:
            best, hang = hits, policy
    share = (best + 0.5) / (len(known) + 3)
    for item in texts:
        item.rows, item.off = _stray(item, whole, hang)
        if share < _SURE:
            item.rows = 0
    return share


def _stray(item: Item, measure: int, hang: float) -> tuple[int, float]:
    """The lines of a text, and by how much the last one strays from the measure."""
    rows, last = set_lines(item.text, measure, _INDENT if item.starts else 0.0, hang=hang)
    if last <= measure / 2 and rows > 1:
        return rows - 1, last
    return rows, min(last - measure, 0.0) if last <= measure + 2 * hang else last - measure


_SHARE = 0.1
_LEAN = 0.8


def _weigh_lengths(items: list[Item]) -> None:
    """Give each end of a paragraph what the other paragraphs of the article say of it.

    A paragraph shorter than nearly all others is likely a part of one, and two that
    together are longer than any other are likely two.
    """
    groups: list[list[Item]] = []
    for item in items:
        if item.kind != "text":
            continue
        if item.starts or not groups:
            groups.append([])
        groups[-1].append(item)
    sizes = [sum(item.size for item in group) for group in groups]
    ordered = sorted(sizes)
    count = len(ordered)
    if count < 8:
        return
    few = ordered[int(_SHARE * count)]
    for group, one, other in zip(groups, sizes, sizes[1:], strict=False):
        lean = _LEAN * (one <= few) + _LEAN * (other <= few)
        group[-1].lean = lean - _LEAN * (one + other > ordered[-1])


def fit_line(articles: Sequence[list[Item]]) -> Page | None:
    """The measure alone, for an issue whose page breaks are known; ``None`` for too little."""
    cut = [
        item.size
        for items in articles
        for item in items
        if item.cut and item.kind == "text" and not ends_sentence(item.text)
    ]
    if len(cut) < _MIN_CUTS:
        return None
    measure, score = fit_measure(cut)
    return Page(measure, 0.0, score, 0.0, play=_observed_play(cut, measure)) if measure else None


def _observed_play(sizes: list[float], measure: float) -> float:
    """How far cut pieces stray from whole lines, for one line: they stray by √n for n lines."""
    strays = []
    for size in sizes:
        lines = max(1, round(size / measure))
        off = abs(size - lines * measure)
        if lines <= 20 and off <= 1.0 + 0.6 * math.sqrt(lines):
            strays.append(off * off / lines)
    return min(1.0, max(0.15, math.sqrt(sum(strays) / len(strays)))) if strays else 0.6


def _opening_load(articles: Sequence[list[Item]], page: Page) -> float:
    """What opening pages hold, heads included: the median of those that end in a cut."""
    loads = []
    for items in articles:
        load = 0.0
        for item in items:
            load += _height(item, page.measure, page.heading_space)
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
    return middle if near * 3 >= 2 * len(loads) else 0.0


def fit_measure(sizes: list[float]) -> tuple[float, float]:
    """The measure that makes pieces cut by a page whole lines, and its score; (0, 0) for none.

    Each line strays by about a character (kinsoku, compressed marks), so a piece of n
    lines strays by √n; short pieces tell most. The score is the surplus of pieces near a
    whole number of lines over what chance would give, in standard deviations.
    """
    scores = {step / 2: _measure_score(sizes, step / 2) for step in range(12 * 2, 48 * 2 + 1)}
    best = max(scores, key=lambda measure: (scores[measure], -measure))
    if scores[best] < 2.5:
        return 0.0, 0.0
    # What fits whole lines fits half lines, too: a long measure that explains nearly as
    # much is the true one.
    for times in (2, 3):
        near = [best * times + off / 2 for off in range(-2, 3)]
        longer = max(near, key=lambda measure: scores.get(measure, 0.0))
        if scores.get(longer, 0.0) >= max(2.5, 0.75 * scores[best]):
            best = longer
            break
    return _refine(sizes, best), scores[best]


def _measure_score(sizes: list[float], measure: float) -> float:
    """The surplus of pieces near a whole number of lines, in standard deviations."""
    hits = expected = variance = 0.0
    for size in sizes:
        lines = max(1, round(size / measure))
        if lines > 14:
            continue
        sigma = 0.5 + 0.35 * math.sqrt(lines)
        distance = abs(size - lines * measure)
        hits += math.exp(-((distance / sigma) ** 2) / 2)
        chance = min(1.0, sigma * 2.5066 / measure)
        square = min(1.0, sigma * 1.7725 / measure)
        expected += chance
        variance += max(0.01, square - chance * chance)
    return (hits - expected) / math.sqrt(variance) if variance else 0.0


def _refine(sizes: list[float], measure: float) -> float:
    """The mean number of em on a line: least squares over the pieces that fit."""
    for _ in range(3):
        above = below = 0.0
        for size in sizes:
            lines = max(1, round(size / measure))
            if lines <= 20 and abs(size - lines * measure) <= 1.0 + 0.6 * math.sqrt(lines):
                above += size
                below += lines
        if below:
            measure = above / below
    return measure


def _height(item: Item, measure: float, heading_space: float = 1.0) -> float:
    """The height of an item in lines."""
    match item.kind:
        case "text" if item.rows:
            return float(item.rows + (not item.cut and item.off > 0))
        case "text" | "other-text":
            lines = item.size / measure
            return max(1.0, round(lines)) if item.cut else max(1.0, math.ceil(lines - 0.1))
        case "heading":
            return math.ceil(item.size / (measure - 2)) + heading_space
        case "box":
            # Smaller measure beside the text, label, attribution and padding.
            return 1.25 * item.size / measure + math.ceil(item.lines / measure) + 1.5
        case _:
            return item.lines


def _between_cuts(items: list[Item], measure: float, heading_space: float) -> list[float]:
    """The heights between neighbouring cuts, where no box stands between them."""
    spans = []
    height, clean, begun = 0.0, False, False
    for item in items:
        if item.kind in {"box", "other"}:
            clean = False
        height += _height(item, measure, heading_space)
        if item.cut:
            if begun and clean:
                spans.append(height)
            height, clean, begun = 0.0, True, True
    return spans


def _fit_depth_and_space(
    articles: Sequence[list[Item]], measure: float
) -> tuple[float, float, float]:
    """The depth and the space about headings that explain most; (0, 0, 1) for none."""
    best = (0.0, 0.0, 1.0)
    seen: list[list[float]] = []
    for space in _HEADING_SPACES:
        spans = [span for items in articles for span in _between_cuts(items, measure, space)]
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


def _fit_depth(spans: list[float], depths: Sequence[float]) -> tuple[float, float]:
    if len(spans) < 4:
        return 0.0, 0.0
    best = (0.0, 0.0)
    for depth in depths:
        hits = expected = variance = 0.0
        sigmas = [0.8 * math.sqrt(pages) for pages in range(1, 5)]
        chances = [min(1.0, s * 2.5066 / depth) / (n + 1) for n, s in enumerate(sigmas)]
        for span in spans:
            pages = round(span / depth) or 1
            if pages > 4:
                continue
            off = (span - pages * depth) / sigmas[pages - 1]
            if -4.0 < off < 4.0:
                hits += math.exp(-off * off / 2) / pages
            chance = chances[pages - 1]
            expected += chance
            variance += max(0.01, chance * (1 - chance))
        score = (hits - expected) / math.sqrt(variance) if variance else 0.0
        if score > best[1]:
            best = (depth, score)
    return best if best[1] >= 3.0 else (0.0, 0.0)


def _of_one_page(
    depth: float,
    articles: Sequence[list[Item]],
    expected: Sequence[int],
    measure: float,
    space: float,
) -> float:
    """The depth, halved if by the contents it is that of two pages."""
    known = [(items, pages) for items, pages in zip(articles, expected, strict=False) if pages > 1]
    pages = sum(count for _, count in known)
    total = sum(_height(item, measure, space) for items, _ in known for item in items)
    return depth / 2 if pages >= 3 and total / pages < 0.62 * depth else depth


def _depth_by_contents(
    articles: Sequence[list[Item]], expected: Sequence[int], measure: float
) -> tuple[float, float]:
    """The depth at which the articles take as many pages as the contents say."""
    known = [
        (items, pages)
        for items, pages in zip(articles, expected, strict=False)
        if pages > 0 and len(items) > 1
    ]
    if len(known) < 2 or sum(len(items) for items, _ in known) > 1500:
        return 0.0, 0.0
    total = sum(_height(item, measure) for items, _ in known for item in items)
    pages = sum(count for _, count in known)
    lowest, highest = total / pages * 0.9, total / max(1.0, pages - 0.9 * len(known)) * 1.1
    best, score = 0.0, math.inf
    depth = max(8.0, math.floor(lowest))
    while depth <= min(70.0, highest + 1):
        page = Page(measure, depth, 0.0, 0.0)
        cost = 0.0
        for items, count in known:
            breaks = _solve(items, page)
            cost += 4.0 * abs(len(breaks) + 1 - count) + _fit_cost(items, breaks, page)
        if cost < score:
            best, score = depth, cost
        depth += 1.0
    wrong = (
        sum(
            1
            for items, count in known
            if len(_solve(items, Page(measure, best, 0, 0))) + 1 != count
        )
        if best
        else 0
    )
    return (best, 3.0) if best and wrong * 3 <= len(known) else (0.0, 0.0)


def _fit_cost(items: list[Item], breaks: list[int], page: Page) -> float:
    """How badly the pages of a layout are filled, and how many cuts it leaves unexplained."""
    bounds = [0, *(at + 1 for at in breaks), len(items)]
    cost = 0.0
    for index, (start, end) in enumerate(itertools.pairwise(bounds)):
        load = sum(_height(item, page.measure, page.heading_space) for item in items[start:end])
        boxes = sum(1 for item in items[start:end] if item.kind in ("box", "other"))
        cost += _page_cost(
            load, page.depth, boxes, first=index == 0, last=end == len(items), opening=page.opening
        )
        cost += sum(_miss_cost(item, near_box=boxes > 0) for item in items[start : end - 1])
    return cost


def lay_out(items: list[Item], page: Page, expected: int) -> Layout:
    """Find the page breaks of an article (dynamic programming over the gaps of its items)."""
    layout = Layout(items, expected=expected)
    if len(items) < 2:
        return layout
    free = _solve(items, page)
    layout.breaks = free
    layout.free = len(free) + 1 == expected
    if expected and len(free) + 1 != expected:
        forced = _solve(items, page, expected)
        if forced is not None:
            layout.breaks = forced
    return layout


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


def _solve(items: list[Item], page: Page, count: int = 0) -> list[int]:
    """The cheapest breaks; with ``count`` exactly so many pages, if that can be."""
    size = len(items)
    heights = [_height(item, page.measure, page.heading_space) for item in items]
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


def goes_on(before: Item, page: Page) -> bool:
    """True if a piece fills its last line to within the play of justification."""
    lines = before.size / page.measure
    whole = max(1, round(lines))
    return abs(before.size - whole * page.measure) <= 1.8 * _play(whole, page)


def _play(lines: int, page: Page) -> float:
    """By how many em a piece of so many full lines strays (standard deviation)."""
    return 0.3 + page.play * math.sqrt(lines)


_TRUE = 0.4
"""By how many em a last line strays that is set just as it was printed."""


@dataclass(frozen=True, slots=True)
class Habits:
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
