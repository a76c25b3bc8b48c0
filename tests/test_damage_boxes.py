"""Boxes in ways drawn at random: the generator, and how well such boxes are read.

``python -m tests.evaluation.box_ways`` tells more, for as many seeds as one likes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pytest

from tests.damage.box_ways import BOX_WAYS, ISSUE_WAYS
from tests.damage.boxed_issue import boxed_issue
from tests.evaluation.box_ways import Evaluated, evaluate_boxed
from tests.evaluation.compare import Figures
from tests.evaluation.report import together

SEEDS = 80
FLOORS = {"boxes": 0.89, "attributions": 0.94, "box places": 0.89, "paragraphs": 0.94}
"""What is reached; boxes of a form that nobody has seen are read as well, not better."""


@cache
def results() -> list[Evaluated]:
    return [evaluate_boxed(boxed_issue(seed)) for seed in range(SEEDS)]


@cache
def figures() -> Figures:
    return together(one.figures for one in results())


def test_a_seed_always_gives_the_same_boxes() -> None:
    for seed in range(5):
        one, other = boxed_issue(seed), boxed_issue(seed)
        assert (one.text, one.truth) == (other.text, other.truth)


@cache
def drawn() -> list[Mapping[str, str]]:
    made = map(boxed_issue, range(400))
    return [one.house.ways() | box.way.ways() for one in made for box in one.boxes]


@pytest.mark.parametrize("dimension", [*ISSUE_WAYS, *BOX_WAYS])
def test_every_way_is_drawn(dimension: str) -> None:
    ways = {*ISSUE_WAYS.get(dimension, ()), *BOX_WAYS.get(dimension, ())}
    assert {one[dimension] for one in drawn()} >= ways


def test_what_boxes_say_stands_in_the_text() -> None:
    for seed in range(SEEDS):
        made = boxed_issue(seed)
        text = "".join(made.text.replace(">", "").split())
        half = str.maketrans("，；：？！（）", ",;:?!()")
        for box in made.boxes:
            for said in box.text.paragraphs:
                plain = "".join(said.split())
                assert plain in text or plain.translate(half) in text


def test_most_boxes_are_outcomes() -> None:
    told = sum(len(one.outcomes) for one in results())
    assert told == sum(len(one.made.boxes) for one in results()) > 200


@pytest.mark.parametrize("name", FLOORS)
def test_boxes_are_read(name: str) -> None:
    figure = figures()[name]
    assert figure.expected > 100, "too few to say anything"
    assert figure.f1 >= FLOORS[name], f"F1 {figure.f1:.4f}"


def test_no_character_is_lost() -> None:
    assert figures()["kept"].hits == figures()["kept"].expected
