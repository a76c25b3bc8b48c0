"""Contents in layouts drawn at random: the generator, and how well such contents are read.

``python -m tests.evaluation.contents_ways`` tells more, for as many seeds as one likes.
"""

from __future__ import annotations

from functools import cache

import pytest

from tests.damage.contents_pages import WAYS
from tests.damage.listed_issue import listed_issue
from tests.evaluation.compare import Figures
from tests.evaluation.contents_ways import evaluate_listed
from tests.evaluation.report import together

SEEDS = 80
FLOORS = {"contents": 0.89, "articles": 0.975, "titles": 0.935, "authors": 0.975, "pages": 0.95}
"""What is reached; contents of a form that nobody has seen are read as well, not better."""


@cache
def figures() -> Figures:
    return together(evaluate_listed(listed_issue(seed)) for seed in range(SEEDS))


def test_a_seed_always_gives_the_same_contents() -> None:
    for seed in range(5):
        one, other = listed_issue(seed), listed_issue(seed)
        assert (one.text, one.truth) == (other.text, other.truth)


@pytest.mark.parametrize("dimension", WAYS)
def test_every_way_is_drawn(dimension: str) -> None:
    drawn = {listed_issue(seed).ways[dimension] for seed in range(300)}
    assert drawn == set(WAYS[dimension])


def test_what_is_listed_stands_in_the_text() -> None:
    for seed in range(SEEDS):
        made = listed_issue(seed)
        for article in made.truth["articles"]:
            assert all(line in made.text for line in article["title"])


@pytest.mark.parametrize("name", FLOORS)
def test_contents_are_read(name: str) -> None:
    figure = figures()[name]
    assert figure.expected > 100, "too few to say anything"
    assert figure.f1 >= FLOORS[name], f"F1 {figure.f1:.4f}"


def test_no_character_is_lost() -> None:
    assert figures()["kept"].hits == figures()["kept"].expected
