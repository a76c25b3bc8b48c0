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
from tests.damage.contents_pages import Layout
from tests.damage.contents_sheet import contents_sheet
from tests.damage.draft import Draft
from tests.damage.front import masthead
from tests.damage.listed import Listed
from tests.damage.prose import Prose
from tests.damage.style import other

_CONTENTS = Layout(
    heading="目录",
    container="lines",
    section="above",
    page="last",
    author="behind",
    names=" ",
    letters="close",
    title="one line",
    subtitle="below",
    beside="nothing",
    gaps="sections",
    mixed="no",
    damage="none",
    around="nothing",
)


@dataclass(frozen=True, slots=True)
class BodiedArticle:
    """An article: how it is made, what the contents tell of it, and its blocks."""

    way: BodyWay
    listed: Listed
    parts: list[Part]

    def truth(self) -> dict[str, Any]:
        """The article as an editor has it."""
        return {
            "section": None,
            "title": self.listed.title,
            "title_variants": [],
            "subtitle": "",
            "page": "",
            "authors": self.listed.authors,
            "offices": [],
            "pull_quotes": [],
            "blocks": [block for part in self.parts for block in part.truth()],
            "notes": [],
            "optional": False,
        }


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
    truth = {
        "masthead": {},
        "sections": [],
        "articles": [article.truth() for article in articles],
        "cover_quotes": [],
    }
    lines = [*_front(rng, magazine, articles), *printer.lines]
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


def _front(rng: Random, magazine: str, articles: list[BodiedArticle]) -> list[str]:
    """The masthead and the contents."""
    draft = Draft(
        magazine=magazine,
        year=2019,
        number=4,
        serial=rng.randrange(20, 480),
        date="2019-04-05",
        issn="9900-0000",
        cn="99-1000/D",
        sections=[],
        pieces=[],
    )
    sheet = contents_sheet(rng, _CONTENTS, [article.listed for article in articles])
    return [*masthead(rng, other(rng), draft), *sheet, ""]
