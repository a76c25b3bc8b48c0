"""White that the opening of an article gives to save a line."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import pytest

from converter.pdf.white import lines_of_white, put, tightened

GRID = 24.0


class Length(NamedTuple):
    value: float
    unit: str = "px"


class ComputedStyle(dict[str, Length]):
    """What WeasyPrint calls the style of an element's own box."""

    def copy(self) -> ComputedStyle:
        return ComputedStyle(self)


class Box:
    def __init__(self, name: str, above: float, below: float, *children: Box) -> None:
        self.element = Element("p", {"class": name})
        self.element_tag = "p"
        self.children = children
        self.style = ComputedStyle(
            margin_top=Length(above * GRID), margin_bottom=Length(below * GRID)
        )

    @property
    def white(self) -> tuple[float, float]:
        return tuple(self.style[f"margin_{side}"].value / GRID for side in ("top", "bottom"))  # type: ignore[return-value]


@pytest.fixture
def opening() -> Any:
    return Box(
        "opening snap",
        *(0, 1),
        Box("section-name", 0, 1.9),
        Box("title mark2", 0, 0),
        Box("byline", 0.5, 0),
    )


def given(opening: Any, lines: int) -> dict[str, float]:
    """Open an article with so many lines less of white; what each part has given."""
    article = Box("article", 0, 0, opening)
    before = {box.element.get("class"): sum(box.white) for box in (opening, *opening.children)}
    put(tightened(article, lines * GRID, GRID))
    after = {box.element.get("class"): sum(box.white) for box in (opening, *opening.children)}
    return {str(name): before[name] - after[name] for name in before}


def test_white_below_the_title_gives_first(opening: Any) -> None:
    gave = given(opening, 1)
    assert gave["section-name"] == pytest.approx(0, abs=0.01)
    assert sum(gave.values()) == pytest.approx(1)


def test_a_title_rises_by_a_line_at_most(opening: Any) -> None:
    assert lines_of_white(Box("article", 0, 0, opening), GRID) == 2
    gave = given(opening, 2)
    assert 0.9 < gave["section-name"] <= 1
    assert sum(gave.values()) == pytest.approx(2)
    high = Box(
        "opening", 0, 1, Box("section-name", 0, 9), Box("title", 0, 0), Box("byline", 0.5, 0)
    )
    assert lines_of_white(Box("article", 0, 0, high), GRID) == 2
