"""The measure: how many em a line holds, told by the pieces that a page has cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

from converter.hanzi import ends_sentence
from converter.parse.geometry.page import INDENT, Item
from converter.parse.lines import set_lines

_HANGS = (1.0, 0.0)
"""By how many em closing marks may hang over the measure."""
_EXACT = 0.6
_SURE = 0.5
"""From this share of exact lines on, texts set anew tell heights better than their size."""


def set_anew(articles: Sequence[list[Item]], measure: float) -> float:
    """Set all texts anew in lines of whole characters; the share that ends as printed.

    Judged by the pieces that break off in mid-sentence, whose last line must be full. Of
    the printers' ways with closing marks at the end of a line the one that fits is taken.
    """
    whole = round(measure)
    known: list[tuple[Item, dict[float, tuple[int, float]]]] = []
    others: list[Item] = []
    for item in (item for items in articles for item in items if item.kind == "text"):
        if _is_cut(item):
            known.append((item, {hang: _stray(item, whole, hang) for hang in _HANGS}))
        else:
            others.append(item)
    hits = {hang: sum(1 for _, ways in known if abs(ways[hang][1]) <= _EXACT) for hang in _HANGS}
    hang = max(_HANGS, key=lambda hang: hits[hang])
    share = (hits[hang] + 0.5) / (len(known) + 3)
    for item, ways in known:
        item.rows, item.off = ways[hang]
    for item in others:
        item.rows, item.off = _stray(item, whole, hang)
    if share < _SURE:
        for item in (*others, *(item for item, _ in known)):
            item.rows = 0
    return share


def _stray(item: Item, measure: int, hang: float) -> tuple[int, float]:
    """The lines of a text, and by how much the last one strays from the measure."""
    rows, last = set_lines(item.text, measure, INDENT if item.starts else 0.0, hang=hang)
    if last <= measure / 2 and rows > 1:
        return rows - 1, last
    return rows, min(last - measure, 0.0) if last <= measure + 2 * hang else last - measure


_LEAST = 12
"""Em of the narrowest column."""


def cut_pieces(articles: Sequence[list[Item]]) -> list[Item]:
    """The texts that a page has cut in mid-sentence, whose last lines are full."""
    return [item for items in articles for item in items if _is_cut(item)]


def _is_cut(item: Item) -> bool:
    return item.kind == "text" and item.cut and not ends_sentence(item.text)


def of_one_column(articles: Sequence[list[Item]], measure: float, widest: float = 0.0) -> float:
    """The measure, or a part of it, if pieces cut by a page end with full lines of that only.

    What fits whole lines of two columns side by side by chance fits those of one by right,
    unless ``widest`` lines are known to be longer.
    """
    cut = cut_pieces(articles)
    found, odds = measure, _odds_of(cut, round(measure))
    for part in (measure / 2, measure / 3):
        if part >= max(_LEAST, widest - 2) and (better := _odds_of(cut, round(part), odds)) > odds:
            found, odds = part, better
    return found


def _odds_of(cut: Sequence[Item], measure: int, least: float = -math.inf) -> float:
    """The log odds of a measure: of the true one half of all pieces end with a full line.

    Where they do not come to more than ``least``, that is seen before all pieces are set.
    """
    chance = 2 * _EXACT / measure
    hit, miss = math.log(0.5 / chance), math.log(0.5 / (1 - chance))
    best = -math.inf
    for hang in _HANGS:
        hits, odds = len(cut), len(cut) * hit  # until the first piece is missed
        for item in cut:
            if abs(_stray(item, measure, hang)[1]) > _EXACT:
                hits -= 1
                odds = hits * hit + (len(cut) - hits) * miss
                if odds <= least:
                    break
        best = max(best, odds)
    return best


def observed_play(sizes: list[float], measure: float) -> float:
    """How far cut pieces stray from whole lines, for one line: they stray by √n for n lines."""
    strays = []
    for size in sizes:
        lines = max(1, round(size / measure))
        off = abs(size - lines * measure)
        if lines <= 20 and off <= 1.0 + 0.6 * math.sqrt(lines):
            strays.append(off * off / lines)
    return min(1.0, max(0.15, math.sqrt(sum(strays) / len(strays)))) if strays else 0.6


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


_SIGMAS = [0.5 + 0.35 * math.sqrt(lines) for lines in range(15)]
"""By how many em pieces of so many lines stray (standard deviation)."""


def _measure_score(sizes: list[float], measure: float) -> float:
    """The surplus of pieces near a whole number of lines, in standard deviations."""
    hits = expected = variance = 0.0
    chances, variances = [], []
    for sigma in _SIGMAS:
        chance = min(1.0, sigma * 2.5066 / measure)
        square = min(1.0, sigma * 1.7725 / measure)
        chances.append(chance)
        variances.append(max(0.01, square - chance * chance))
    for size in sizes:
        lines = round(size / measure) or 1
        if lines > 14:
            continue
        off = (size - lines * measure) / _SIGMAS[lines]
        hits += math.exp(-(off * off) / 2)
        expected += chances[lines]
        variance += variances[lines]
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
