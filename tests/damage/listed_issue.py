"""An issue around a page of contents: masthead, contents and short articles, with the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from tests.damage import names
from tests.damage.compose import misread
from tests.damage.contents_pages import Layout, draw_layout
from tests.damage.contents_sheet import contents_sheet
from tests.damage.draft import Draft
from tests.damage.front import masthead
from tests.damage.listed import Listed, listed_articles
from tests.damage.style import other

_SECTION_WAYS = ("none", "none", "above", "above", "beside")
_BYLINE_WAYS = ("name", "name", "credit", "square", "staff", "spaced")
_FOLIO_WAYS = ("", "", "bare", "dash")


@dataclass(frozen=True, slots=True)
class ListedIssue:
    """The OCR text of an issue made for its contents, and what they say."""

    seed: int
    layout: Layout
    ways: dict[str, str]
    """The way of each dimension, of the contents and of the articles."""
    text: str
    truth: dict[str, Any]


def listed_issue(seed: int, fixed: Mapping[str, str] | None = None) -> ListedIssue:
    """The issue of a seed; ``fixed`` are ways of its contents that are not left to chance."""
    rng = Random(f"contents-{seed}")  # noqa: S311  (no secret)
    layout = draw_layout(rng, fixed)
    articles = listed_articles(rng, layout.size)
    if layout.damage == "lost entry" and len(articles) > 1:
        rng.choice(articles[1:]).listed = False
    if layout.size == "cut":
        for article in articles[(len(articles) + 1) // 2 :]:
            article.listed = False
    if layout.damage == "misread title":
        for article in articles[1 :: rng.randrange(2, 5)]:
            article.misread = misread(rng, article.title[0])
    if layout.beside == "cover story":
        articles[-1].undecided = True
    sheet = contents_sheet(rng, layout, articles)
    head = _masthead(rng)
    place = rng.choice(("before", "before", "after", "none"))
    shown = _SECTION_WAYS if layout.damage != "interleaved" else ("above",)
    ways = {"body section": rng.choice(shown), "byline": rng.choice(_BYLINE_WAYS)}
    ways |= {"folio": rng.choice(_FOLIO_WAYS), "masthead": place}
    texts = _body(layout, articles, ways)
    truth = _truth(layout, articles)
    text = "\n".join(_bound(layout.place, place, head, sheet, texts)) + "\n"
    return ListedIssue(seed, layout, layout.ways() | ways, text, truth)


def _masthead(rng: Random) -> list[str]:
    year, number = rng.randrange(1998, 2026), rng.randrange(1, 13)
    draft = Draft(
        magazine=names.magazine(rng),
        year=year,
        number=number,
        serial=rng.randrange(20, 480),
        date=f"{year}-{number:02d}-05",
        issn="9900-0000",
        cn="99-1000/D",
        sections=[],
        pieces=[],
    )
    return masthead(rng, other(rng), draft)


# --- the articles -------------------------------------------------------------------------


def _bound(
    place: str, masthead_at: str, head: list[str], sheet: list[str], texts: list[list[str]]
) -> list[str]:
    """The lines of the issue: its masthead, its contents and its articles, in the order of print."""
    front = {"before": [*head, *sheet], "after": [*sheet, *head]}.get(masthead_at, sheet)
    bodies = [line for lines in texts for line in lines]
    match place:
        case "behind first":
            return [*texts[0], "", *front, "", *(line for lines in texts[1:] for line in lines)]
        case "last":
            return [*bodies, "", *front]
        case "in two":
            gaps = [at for at, line in enumerate(sheet) if not line and at > _EDGE]
            middle = min(gaps, key=lambda at: abs(at - len(sheet) // 2), default=len(sheet))
            return [*sheet[:middle], "", *head, "", *sheet[middle:], "", *bodies]
        case _:
            return [*front, "", *bodies]


_EDGE = 2
"""Lines of the contents with which no page of them ends."""


def _body(layout: Layout, articles: list[Listed], ways: dict[str, str]) -> list[list[str]]:
    """The lines of each article."""
    texts: list[list[str]] = []
    shown = ""
    for article in articles:
        opens = bool(article.section) and article.section != shown
        shown = article.section or shown
        lines = _opening(layout, article, ways, opens=opens)
        for paragraph in article.paragraphs:
            lines += [paragraph, ""]
        folio = {"bare": str(article.page), "dash": f"— {article.page} —"}.get(ways["folio"], "")
        texts.append([*lines, *([folio, ""] if folio else [])])
    return texts


def _opening(layout: Layout, article: Listed, ways: dict[str, str], *, opens: bool) -> list[str]:
    """What stands above the text of an article."""
    title = list(article.title)
    lines: list[str] = []
    if opens and ways["body section"] == "above":
        lines += [article.section, ""]
    elif opens and ways["body section"] == "beside":
        title[0] = f"{article.section}｜{title[0]}"
    if layout.beside == "kicker":
        lines += [article.kicker, ""]
    lines += title
    if article.subtitle:
        lines.append(article.subtitle)
    byline = _byline(article, ways["byline"])
    return [*lines, "", *([byline, ""] if byline else [])]


def _byline(article: Listed, way: str) -> str:
    if article.told or not article.authors:
        return article.told
    gap = " " if way == "spaced" else ""
    who = " ".join(gap.join(name) if len(name) == 2 else name for name in article.authors)
    if _is_office(article):
        return who
    return {"credit": f"文/{who}", "square": f"□ {who}", "staff": f"本刊记者 {who}"}.get(way, who)


def _is_office(article: Listed) -> bool:
    """True if an office signs an article."""
    return any(len(name) > 4 for name in article.authors)


# --- the truth ----------------------------------------------------------------------------


def _truth(layout: Layout, articles: list[Listed]) -> dict[str, Any]:
    unpaged = layout.page in {"none", "section only"} or layout.damage == "lost pages"
    return {
        "masthead": {},
        "sections": list(dict.fromkeys(one.section for one in articles if one.section)),
        "articles": [
            {
                "section": None
                if one.undecided or not one.listed or layout.section == "none"
                else one.section,
                "title": one.title,
                "title_variants": _variants(layout, one),
                "subtitle": one.subtitle,
                "page": "" if unpaged or not one.listed else str(one.page),
                "authors": one.authors,
                "offices": [],
                "pull_quotes": [],
                "blocks": [
                    {"kind": "paragraph", "text": text, "role": "body"} for text in one.paragraphs
                ],
                "notes": [],
                "optional": False,
            }
            for one in articles
        ],
        "cover_quotes": [],
    }


def _variants(layout: Layout, article: Listed) -> list[str]:
    """Titles that are as good as the true one: with the kicker, or as the contents have it."""
    found = []
    if layout.beside == "kicker":
        found.append(" ".join((article.kicker, *article.title)))
    if article.misread:
        found.append(" ".join((article.misread, *article.title[1:])))
    return found
