"""Issues that are made for their contents: what an editor has of each article.

Half of them take sections, titles and authors from the truths of the hand-made cases, the
others invent them. The bodies are short; how the contents are printed is drawn in
:mod:`tests.damage.contents_pages`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.compose import SECTIONS
from tests.damage.lines import fill
from tests.damage.prose import Prose

CASES = Path(__file__).resolve().parents[1] / "cases"
_FEWEST = 5
_MOST = 12
"""Articles of an issue."""
_PARAGRAPHS = 4
_LEAST = 60
"""Characters of a paragraph that is taken from a case."""
_TOLD = (
    "{one}口述 {other}整理",
    "{one} 口述 {other} 整理",
    "口述：{one}　整理：{other}",
    "本刊记者 {one} 通讯员 {other}",
    "文/{one} 图/{other}",
    "{one} 著 {other} 译",
)
"""What two people have done for an article. Who made the pictures is none of its authors."""
_ALONE = ("编后记", "编读往来", "读者来信", "大事记", "简讯")
"""Titles that stand in the contents without a section, behind all others."""


@dataclass(slots=True)
class Listed:
    """An article as the contents list it. ``section`` is "" for one that stands in none.

    ``told`` are the names as printed, where they say who did what (某某口述).
    """

    section: str
    title: list[str]
    subtitle: str = ""
    kicker: str = ""
    summary: str = ""
    abstract: list[str] = field(default_factory=list)
    """A few lines that tell what it is about."""
    english: str = ""
    authors: list[str] = field(default_factory=list)
    told: str = ""
    page: int = 0
    paragraphs: list[str] = field(default_factory=list)
    listed: bool = True
    misread: str = ""
    """The first line of the title as OCR has it in the contents, "" if as it is printed."""
    undecided: bool = False
    """Whether it belongs to the section above or to none, nothing tells."""


def listed_articles(rng: Random, size: str = "usual") -> list[Listed]:
    """The articles of an issue in order, each with its page: "one", "many" or as usual."""
    taken = _of_case(rng) if rng.random() < 0.5 and size != "many" else []
    articles = taken or _invented(rng, (8, 12, 16) if size == "many" else (1, 1, 1, 2, 2, 3))
    if size == "one":
        articles = articles[:1]
    prose = Prose(rng)
    page = rng.choice((1, 2, 3, 4, 4, 6, 8))
    for article in articles:
        article.page = page
        page += rng.choice((1, 1, 2, 2, 3, 4, 6))
        while len(article.paragraphs) < _PARAGRAPHS:
            article.paragraphs.append(prose.paragraph(rng.randrange(90, 260)))
        article.summary = prose.sentence()
        article.abstract = fill(prose.sentence(), rng.randrange(18, 31))
        article.english = prose.english(4).capitalize()
        article.kicker = prose.fresh(lambda: prose.heading(12))
    return articles


# --- of cases -----------------------------------------------------------------------------


@cache
def _truths() -> tuple[dict[str, Any], ...]:
    """The truths of the cases whose articles stand in sections."""
    found = []
    for path in sorted(CASES.glob("*/truth.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        inside = [one for one in truth["articles"] if one.get("section") and one["title"]]
        if len(inside) >= _FEWEST and len({one["section"] for one in inside}) > 1:
            found.append(truth)
    return tuple(found)


def _of_case(rng: Random) -> list[Listed]:
    """Some articles of a case, those of a section one behind the other."""
    truth = rng.choice(_truths())
    usable = [one for one in truth["articles"] if one.get("section") and one["title"]]
    order = list(dict.fromkeys(one["section"] for one in usable))
    chosen = sorted(
        usable[: rng.randrange(_FEWEST, _MOST + 1)], key=lambda one: order.index(one["section"])
    )
    return [_from_truth(one) for one in chosen]


def _from_truth(article: dict[str, Any]) -> Listed:
    texts = [
        block["text"]
        for block in article["blocks"]
        if block["kind"] == "paragraph"
        and (block.get("role") or "body") == "body"
        and len(block["text"]) >= _LEAST
        and not re.search(r"^\S{1,6}[：:]", block["text"])
    ]
    subtitle = (article.get("subtitle") or "").lstrip("—")
    return Listed(
        section=article["section"],
        title=[line for line in article["title"] if line],
        subtitle=f"——{subtitle}" if subtitle else "",
        authors=list(article["authors"])[:3],
        paragraphs=texts[:_PARAGRAPHS],
    )


# --- invented -----------------------------------------------------------------------------


def _invented(rng: Random, counts: Sequence[int]) -> list[Listed]:
    """Articles that nobody has written, so many in a section as ``counts`` gives."""
    prose = Prose(rng)
    sections = rng.sample(SECTIONS, rng.randrange(3, 7))
    articles = [Listed("", [prose.fresh(prose.title)])] if rng.random() < 0.25 else []
    for section in sections:
        articles += [_article(rng, prose, section) for _ in range(rng.choice(counts))]
    if rng.random() < 0.3:
        articles.append(Listed("", [rng.choice(_ALONE)], undecided=True))
    return articles


def _article(rng: Random, prose: Prose, section: str) -> Listed:
    made = Listed(section, [prose.fresh(prose.title)])
    roll = rng.random()
    if roll < 0.25:
        made.title.append(prose.fresh(lambda: prose.heading(14)))
    elif roll < 0.5:
        made.subtitle = f"——{rng.choice(('记', '访', '对话'))}{names.county(rng)}{rng.choice(prose.field.people)}{names.person(rng)}"
    roll = rng.random()
    if roll < 0.12:
        made.authors = [names.body(rng)]
    elif roll < 0.24:
        made.authors = [names.person(rng), names.person(rng)]
        one, other = made.authors
        made.told = rng.choice(_TOLD).format(one=one, other=other)
        if "图/" in made.told:
            made.authors.pop()
    elif roll < 0.9:
        made.authors = [names.person(rng) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
    return made
