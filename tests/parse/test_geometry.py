"""The page that an issue was printed on, fitted to articles set on a known one."""

from __future__ import annotations

import random

import pytest

from converter.parse.geometry import Item
from converter.parse.geometry.depth import depth_by_contents
from converter.parse.geometry.layout import cost_of_pages
from converter.parse.geometry.measure import of_one_column
from converter.parse.geometry.page import INDENT, Page


def printed(seed: int, pages: int, *, measure: int, depth: int, opening: int) -> list[Item]:
    """An article set on so many pages: its paragraphs, in pieces where pages cut them.

    ``opening`` lines stand on the first page, under the title.
    """
    chance = random.Random(seed)  # noqa: S311
    items: list[Item] = []
    left, page, line = opening, 1, 0
    while page <= pages:
        line += 1
        lines = chance.randint(3, 7)
        last = chance.randint(3, measure)
        starts = True
        while lines and page <= pages:
            here = min(lines, left)
            lines, left = lines - here, left - here
            size = here * measure - (0 if lines else measure - last)
            text = "字" * int(size - (INDENT if starts else 0)) + ("" if lines else "。")
            cut = lines > 0 and page < pages
            items.append(Item("text", line, line, float(size), cut=cut, starts=starts, text=text))
            starts = False
            line += cut
            if not left:
                page, left = page + 1, depth
    return items


@pytest.mark.parametrize(("measure", "depth", "opening"), [(30, 26, 11), (24, 34, 20), (36, 22, 9)])
def test_the_pages_of_the_contents_tell_the_depth(measure: int, depth: int, opening: int) -> None:
    counts = [6, 3, 4, 3, 5]
    articles = [
        printed(seed, count, measure=measure, depth=depth, opening=opening)
        for seed, count in enumerate(counts)
    ]
    found, score = depth_by_contents(articles, counts, measure)
    assert abs(found - depth) <= 1
    assert score


def test_articles_of_a_page_or_two_tell_no_depth() -> None:
    counts = [1, 2, 1, 2]
    articles = [
        printed(seed, count, measure=30, depth=26, opening=12) for seed, count in enumerate(counts)
    ]
    assert depth_by_contents(articles, counts, 30) == (0.0, 0.0)


def test_another_count_of_pages_than_the_right_one_costs_more() -> None:
    items = printed(5, 5, measure=30, depth=26, opening=12)
    right = cost_of_pages(items, Page(30, 26, 0, 0), 5)
    assert right < cost_of_pages(items, Page(30, 26, 0, 0), 3)
    assert right < cost_of_pages(items, Page(30, 18, 0, 0), 5)


def test_two_columns_are_no_long_lines() -> None:
    column = [printed(seed, 6, measure=20, depth=30, opening=13) for seed in range(3)]
    lines = [printed(seed, 6, measure=40, depth=30, opening=13) for seed in range(3)]
    assert of_one_column(column, 40) == 20
    assert of_one_column(lines, 40) == 40
