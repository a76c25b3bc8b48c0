"""What stands around the articles of issues that are made for something in them: plain contents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from random import Random
from typing import Any

from tests.damage.contents_pages import Layout
from tests.damage.contents_sheet import contents_sheet
from tests.damage.draft import Draft
from tests.damage.front import masthead
from tests.damage.listed import Listed
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
    size="usual",
    place="first",
)


def front(rng: Random, magazine: str, articles: Sequence[Listed]) -> list[str]:
    """The lines of the masthead and of the contents that list some articles."""
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
    sheet = contents_sheet(rng, _CONTENTS, list(articles))
    return [*masthead(rng, other(rng), draft), *sheet, ""]


def article_truth(listed: Listed, blocks: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """An article as an editor has it, of which no more than its head and its blocks is compared."""
    return {
        "section": None,
        "title": listed.title,
        "title_variants": [],
        "subtitle": "",
        "page": "",
        "authors": listed.authors,
        "offices": [],
        "pull_quotes": [],
        "blocks": list(blocks),
        "notes": [],
        "optional": False,
    }


def issue_truth(articles: Iterable[dict[str, Any]]) -> dict[str, Any]:
    """An issue as an editor has it, of which no more than its articles is compared."""
    return {"masthead": {}, "sections": [], "articles": list(articles), "cover_quotes": []}
