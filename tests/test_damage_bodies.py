"""Bodies of articles in ways drawn at random: the generator, and how well they are read.

``python -m tests.evaluation.body_ways`` tells more, for as many seeds as one likes.
"""

from __future__ import annotations

import re
from functools import cache
from random import Random

import pytest

from tests.damage.bodied_issue import bodied_issue
from tests.damage.body_ways import HOUSE_WAYS, PIECE_WAYS, draw_house, draw_piece
from tests.evaluation.body_ways import Evaluated, evaluate_bodied
from tests.evaluation.compare import Figures
from tests.evaluation.report import together

SEEDS = 60
FLOORS = {"headings": 0.96, "paragraphs": 0.965, "speakers": 0.98}
"""What is reached; bodies of a form that nobody has seen are read as well, not better."""


@cache
def results() -> list[Evaluated]:
    return [evaluate_bodied(bodied_issue(seed)) for seed in range(SEEDS)]


@cache
def figures() -> Figures:
    return together(one.figures for one in results())


def test_a_seed_always_gives_the_same_bodies() -> None:
    for seed in range(5):
        one, other = bodied_issue(seed), bodied_issue(seed)
        assert (one.text, one.truth) == (other.text, other.truth)


@pytest.mark.parametrize("dimension", [*HOUSE_WAYS, *PIECE_WAYS])
def test_every_way_is_drawn(dimension: str) -> None:
    drawn = set()
    for seed in range(1500):
        rng = Random(seed)  # noqa: S311  (no secret)
        house = draw_house(rng)
        drawn.add((house.ways() | draw_piece(rng, house).ways())[dimension])
    assert drawn == {*HOUSE_WAYS.get(dimension, ()), *PIECE_WAYS.get(dimension, ())}


def test_headings_stand_in_the_text() -> None:
    half = str.maketrans("，；：？！（）", ",;:?!()")
    for seed in range(SEEDS):
        made = bodied_issue(seed)
        text = re.sub(r"[\s*#]+", "", made.text).translate(half)
        for article in made.truth["articles"]:
            for block in article["blocks"]:
                if block["kind"] == "heading":
                    assert "".join(block["text"].split()).translate(half) in text


@pytest.mark.parametrize("name", FLOORS)
def test_bodies_are_read(name: str) -> None:
    figure = figures()[name]
    assert figure.expected > 100, "too few to say anything"
    assert figure.f1 >= FLOORS[name], f"F1 {figure.f1:.4f}"


def test_no_character_is_lost() -> None:
    assert figures()["kept"].hits == figures()["kept"].expected
