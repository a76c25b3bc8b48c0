"""The type page of an issue, fitted to all of its articles."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import ends_sentence
from converter.parse.geometry.depth import (
    depth_by_contents,
    fit_depth_and_space,
    of_one_page,
    opening_load,
)
from converter.parse.geometry.measure import fit_measure, observed_play, of_one_column, set_anew
from converter.parse.geometry.odds import weigh_lengths
from converter.parse.geometry.page import Item, Page

_MIN_CUTS = 6


def fit_page(articles: Sequence[list[Item]], expected: Sequence[int] = ()) -> Page | None:
    """Fit measure and depth to all articles of an issue; ``None`` where there is too little.

    ``expected`` are the pages that the contents give to each article, 0 where unknown.
    """
    cut = _cut_sizes(articles)
    if len(cut) < _MIN_CUTS:
        return None
    measure, measure_score = fit_measure(cut)
    if not measure:
        return None
    measure = of_one_column(articles, measure)
    exact = set_anew(articles, measure)
    for items in articles:
        weigh_lengths(items)
    depth, depth_score, space = fit_depth_and_space(articles, measure)
    if depth:
        depth = of_one_page(depth, articles, expected, measure, space)
    else:
        depth, depth_score = depth_by_contents(articles, expected, measure)
    if not depth:
        return None
    page = Page(measure, depth, measure_score, depth_score, space, observed_play(cut, measure))
    page = page._replace(exact=exact)
    return page._replace(opening=opening_load(articles, page))


def fit_line(articles: Sequence[list[Item]]) -> Page | None:
    """The measure alone, for an issue whose page breaks are known; ``None`` for too little."""
    cut = _cut_sizes(articles)
    if len(cut) < _MIN_CUTS:
        return None
    measure, score = fit_measure(cut)
    return Page(measure, 0.0, score, 0.0, play=observed_play(cut, measure)) if measure else None


def _cut_sizes(articles: Sequence[list[Item]]) -> list[float]:
    """The sizes of the texts that a page has cut in mid-sentence, whose last lines are full."""
    return [
        item.size
        for items in articles
        for item in items
        if item.cut and item.kind == "text" and not ends_sentence(item.text)
    ]
