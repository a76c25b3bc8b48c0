"""Issues that are made for their boxes: plain contents, and articles into which boxes are set.

How the boxes are printed is drawn in :mod:`tests.damage.box_ways`, what they say is written by
:mod:`tests.damage.box_texts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.box_print import Printer
from tests.damage.box_set import SetBox, made_box
from tests.damage.box_texts import BoxWriter
from tests.damage.box_ways import (
    COMMON,
    RARER,
    House,
    draw_box,
    draw_house,
    own_name,
)
from tests.damage.boxed import BoxedArticle, boxed_article
from tests.damage.plain_issue import front, issue_truth


@dataclass(frozen=True, slots=True)
class BoxedIssue:
    """The OCR text of an issue made for its boxes, and what they are."""

    seed: int
    house: House
    articles: list[BoxedArticle]
    text: str
    truth: dict[str, Any]

    @property
    def boxes(self) -> list[SetBox]:
        """All boxes of the issue."""
        return [box for article in self.articles for box in article.boxes()]


def boxed_issue(seed: int) -> BoxedIssue:
    """The issue of a seed."""
    rng = Random(f"boxes-{seed}")  # noqa: S311  (no secret)
    house = draw_house(rng)
    magazine = names.magazine(rng)
    printer = Printer(rng, house, magazine)
    writer = BoxWriter(rng)
    articles = []
    for at in range(rng.randrange(3, 6)):
        count = rng.choice((1, 1, 2, 2)) if at else 0  # the first article has none
        boxes = [made_box(rng, writer, draw_box(rng, house)) for _ in range(count)]
        articles.append(boxed_article(rng, printer, boxes, page=1 + 3 * at))
    rng.shuffle(articles)
    _name(rng, house, [box for article in articles for box in article.boxes()])
    page = 4
    for article in articles:
        article.listed.page = page
        page += rng.randrange(2, 5)
    lines = front(rng, magazine, [article.listed for article in articles])
    for article in articles:
        article.print(printer, lines)
    truth = issue_truth(article.truth() for article in articles)
    return BoxedIssue(seed, house, articles, "\n".join(lines) + "\n", truth)


def _name(rng: Random, house: House, boxes: list[SetBox]) -> None:
    """Give the boxes their labels: a house has one of each kind, and its own recur."""
    if house.look == "none":
        return
    labels = {"common": rng.choice(COMMON), "rarer": rng.choice(RARER), "own": own_name(rng)}
    if house.look == "glued":
        labels["common"] = "链接"
    alone = sum(box.way.name == "own" for box in boxes) == 1
    for box in boxes:
        box.label = labels["common" if alone and box.way.name == "own" else box.way.name]
        if box.text.who and box.label in (*COMMON, *RARER):
            box.label = "人物简介" if box.title else "人物小传"
        elif not box.text.who and box.label.startswith("人物"):
            box.label = "知识窗"
        if box.label in _FITTING and box.way.body not in _FITTING[box.label]:
            box.label = "小知识"


_FITTING = {"大事记": {"years"}, "编后": {"short", "long"}, "数说": {"figures", "several", "short"}}
"""Names under which not everything is told."""
