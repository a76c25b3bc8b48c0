"""The type page of an issue, fitted to all of its articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter.parse.geometry.depth import (
    depth_by_contents,
    fit_depth_and_space,
    of_one_page,
    opening_load,
)
from converter.parse.geometry.lengths import weigh_lengths
from converter.parse.geometry.measure import (
    cut_pieces,
    fit_measure,
    observed_play,
    of_one_column,
    set_anew,
)
from converter.parse.geometry.page import Item, Page
from converter.parse.geometry.texts import weigh_texts

_MIN_CUTS = 6


def fit_page(
    articles: Sequence[list[Item]], expected: Sequence[int] = (), widest: float = 0.0
) -> Page | None:
    """Fit measure and depth to all articles of an issue; ``None`` where there is too little.

    ``expected`` are the pages that the contents give to each article, 0 where unknown; no
    measure is narrower than the ``widest`` lines that are known.
    """
    cut = [piece.size for piece in cut_pieces(articles)]
    if len(cut) < _MIN_CUTS:
        return None
    measure, measure_score = fit_measure(cut)
    if not measure:
        return None
    measure = of_one_column(articles, measure, widest)
    exact = set_anew(articles, measure)
    weigh(articles)
    depth, depth_score, space = fit_depth_and_space(articles, measure)
    if depth:
        depth = of_one_page(depth, articles, expected, measure, space)
    else:
        depth, depth_score = depth_by_contents(articles, expected, measure)
    if not depth:
        return None
    page = Page(measure, depth, measure_score, depth_score, space, observed_play(cut, measure))
    strays = Counter(round(2 * piece.off) / 2 for piece in cut_pieces(articles))
    page = page._replace(exact=exact, strays=tuple(sorted(strays.items())))
    return page._replace(opening=opening_load(articles, page))


def fit_line(articles: Sequence[list[Item]]) -> Page | None:
    """The measure alone, for an issue whose page breaks are known; ``None`` for too little."""
    cut = [piece.size for piece in cut_pieces(articles)]
    if len(cut) < _MIN_CUTS:
        return None
    measure, score = fit_measure(cut)
    if not measure:
        return None
    weigh(articles)
    return Page(measure, 0.0, score, 0.0, play=observed_play(cut, measure))


def weigh(articles: Sequence[list[Item]]) -> None:
    """Give each end of a paragraph what lengths and words say for its going on."""
    weigh_lengths(articles)
    for items in articles:
        weigh_texts(items)
