"""Issues that are made for the bodies of their articles: plain contents, and texts in many ways.

The ways are drawn in :mod:`tests.damage.body_ways`, the texts are written by
:mod:`tests.damage.body_texts` and printed by :mod:`tests.damage.body_print`.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.body_print import BodyPrinter
from tests.damage.body_texts import BodyWriter, Part, with_short_end
from tests.damage.body_ways import BodyHouse, BodyWay, draw_house, draw_piece
from tests.damage.compose import SECTIONS
from tests.damage.listed import Listed
from tests.damage.plain_issue import article_truth, front, issue_truth
from tests.damage.prose import Prose


@dataclass(frozen=True, slots=True)
class BodiedArticle:
    """An article: how it is made, what the contents tell of it, and its blocks."""

    way: BodyWay
    listed: Listed
    parts: list[Part]

    def truth(self) -> dict[str, Any]:
        """The article as an editor has it."""
        blocks = (block for part in self.parts for block in part.truth())
        return article_truth(self.listed, blocks)


@dataclass(frozen=True, slots=True)
class BodiedIssue:
    """The OCR text of an issue made for its bodies, and what they are."""

    seed: int
    house: BodyHouse
    articles: list[BodiedArticle]
    text: str
    truth: dict[str, Any]


def bodied_issue(seed: int) -> BodiedIssue:
    """The issue of a seed."""
    rng = Random(f"bodies-{seed}")  # noqa: S311  (no secret)
    house = draw_house(rng)
    magazine = names.magazine(rng)
    own = draw_piece(rng, house)
    articles: list[BodiedArticle] = []
    for _ in range(rng.randrange(3, 6)):
        # Half of the articles have their headings in the magazine's way.
        way = draw_piece(rng, house)
        if rng.random() < 0.5 and own.talk == way.talk == "none":
            way = own
        articles.append(_article(rng, house, way))
    printer = BodyPrinter(rng, house, magazine)
    for article in articles:
        byline = f"文/{' '.join(article.listed.authors)}"
        printer.open(article.listed.title[0], byline)
        article.listed.page = printer.page
        for part in article.parts:
            printer.put(part)
        printer.close()
    truth = issue_truth(article.truth() for article in articles)
    lines = [*front(rng, magazine, [article.listed for article in articles]), *printer.lines]
    return BodiedIssue(seed, house, articles, "\n".join(lines) + "\n", truth)


def _article(rng: Random, house: BodyHouse, way: BodyWay) -> BodiedArticle:
    prose = Prose(rng)
    listed = Listed(rng.choice(SECTIONS), [prose.title()], authors=[names.person(rng)])
    parts = BodyWriter(rng, house, way).parts()
    if house.layout == "flush":
        for part in parts:
            if part.kind == "paragraph":
                part.text = with_short_end(part.text, int(house.measure))
    return BodiedArticle(way, listed, parts)
