"""Contents in layouts drawn at random: the generator, and how well such contents are read.

``python -m tests.evaluation.contents_ways`` tells more, for as many seeds as one likes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.damage.contents_pages import WAYS
from tests.damage.listed_issue import listed_issue
from tests.evaluation.compare import Figures
from tests.evaluation.contents_ways import evaluate_listed
from tests.evaluation.report import together

SEEDS = 80
FLOORS = {"contents": 0.91, "articles": 0.98, "titles": 0.95, "authors": 0.98, "pages": 0.96}
"""What is reached; contents of a form that nobody has seen are read as well, not better."""

LINES = {"container": "lines", "size": "usual", "place": "first"}
FORMS: dict[str, tuple[dict[str, str], float]] = {
    "authors before titles": ({**LINES, "author": "colon", "page": "none"}, 0.88),
    "titles as works": ({**LINES, "author": "work", "page": "none"}, 0.80),
    "two columns of titles": ({"container": "abreast", "page": "none", "place": "first"}, 0.91),
    "titles alone": ({**LINES, "author": "none", "page": "none", "title": "one line"}, 0.93),
    "pages in Chinese": ({**LINES, "page": "han"}, 0.85),
    "English over sections": ({**LINES, "section": "english over"}, 0.97),
    "English beside sections": ({**LINES, "section": "beside english"}, 0.93),
    "abstracts": ({**LINES, "beside": "abstract"}, 0.88),
    "behind the first article": ({"size": "usual", "place": "behind first"}, 0.96),
    "at the end": ({"size": "usual", "place": "last"}, 0.96),
    "on two pages": ({"size": "usual", "place": "in two"}, 0.91),
}
"""Ways of which few seeds have several, and what is reached of the contents."""
FEW = 16


@cache
def figures() -> Figures:
    return together(evaluate_listed(listed_issue(seed)) for seed in range(SEEDS))


def test_a_seed_always_gives_the_same_contents() -> None:
    for seed in range(5):
        one, other = listed_issue(seed), listed_issue(seed)
        assert (one.text, one.truth) == (other.text, other.truth)


@cache
def drawn() -> list[Mapping[str, str]]:
    return [listed_issue(seed).ways for seed in range(300)]


@pytest.mark.parametrize("dimension", WAYS)
def test_every_way_is_drawn(dimension: str) -> None:
    assert {ways[dimension] for ways in drawn()} == set(WAYS[dimension])


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


@pytest.mark.parametrize("form", FORMS)
def test_a_form_is_read(form: str) -> None:
    fixed, floor = FORMS[form]
    made = together(evaluate_listed(listed_issue(seed, fixed)) for seed in range(FEW))
    assert made["contents"].f1 >= floor, f"F1 {made['contents'].f1:.4f}"
    assert made["kept"].hits == made["kept"].expected


def test_no_character_is_lost() -> None:
    assert figures()["kept"].hits == figures()["kept"].expected
