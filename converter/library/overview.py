"""The pages about everything: home, years, authors, sections, catalogues, feeds, data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from itertools import groupby

from converter.library import linked, opds
from converter.library.annual import annual_title, place_label
from converter.library.covers import CoverFiles
from converter.library.export import exports
from converter.library.indexes import OTHER, authors_of, places_of, sections_of
from converter.library.pages import Press, link
from converter.library.shelves import Magazine, Shelf

_FEED = 30
"""Issues of the feeds: more than a reader misses between two visits."""
_ON_HOME = 400
"""Covers of the home page; a larger archive shows its latest years and leads to the rest."""

Made = Iterator[tuple[str, str | bytes]]
Covers = dict[str, CoverFiles]


def overview(magazines: Sequence[Magazine], press: Press, covers: Covers, shards: int) -> Made:
    """Every page and file that is not of one issue or one year alone."""
    site = press.site
    if not site.single:
        cards = [
            (magazine, magazine.shelves[-1], covers[magazine.latest.name]) for magazine in magazines
        ]
        data = {"@type": "Collection", "name": site.title}
        parts = [linked.periodical(magazine, site.base) for magazine in magazines]
        script = linked.script(linked.with_context({**data, "hasPart": parts}))
        yield "index.html", press.page("index.html", "magazines.html", cards=cards, script=script)
    for magazine in magazines:
        yield from _magazine(magazine, press, covers)
    if site.has_search:
        yield from _search(press, shards, magazines[0] if site.single else None)
    if site.has_catalogue:
        yield from _catalogues(magazines, press, covers)
    yield from _feeds(magazines, press)
    yield from exports(magazines, site.base)


def _magazine(magazine: Magazine, press: Press, covers: Covers) -> Made:
    yield magazine.home, _home(magazine, press, covers)
    years = [
        (year, annual_title(year, press.say), shelves, sum(len(s.book.pieces) for s in shelves))
        for year, shelves in reversed(magazine.years)
    ]
    address = magazine.years_page
    yield address, press.page(address, "years.html", magazine, years=years)
    yield from _authors(magazine, press)
    yield from _sections(magazine, press)


def _home(magazine: Magazine, press: Press, covers: Covers) -> str:
    shown: list[tuple[int, tuple[Shelf, ...]]] = []
    count = 0
    for year, shelves in reversed(magazine.years):
        if count and count + len(shelves) > _ON_HOME:
            break
        shown.append((year, tuple(reversed(shelves))))
        count += len(shelves)
    data = linked.periodical(magazine, press.site.base)
    return press.page(
        magazine.home,
        "home.html",
        magazine,
        years=shown,
        all_years=[year for year, _ in reversed(magazine.years)],
        covers=covers,
        latest=magazine.shelves[-1],
        articles=sum(len(book.pieces) for book in magazine.books),
        authors=len(authors_of(magazine)),
        script=linked.script(linked.with_context(data)),
    )


def _authors(magazine: Magazine, press: Press) -> Made:
    groups = [
        (letter, tuple(entries))
        for letter, entries in groupby(authors_of(magazine), key=lambda entry: entry.letter)
    ]
    letters = [(letter, magazine.letter_page(letter)) for letter, _ in groups]
    address = magazine.authors_page
    yield address, press.page(address, "authors.html", magazine, groups=groups, other=OTHER)
    for letter, entries in groups:
        address = magazine.letter_page(letter)
        yield (
            address,
            press.page(
                address,
                "letter.html",
                magazine,
                letter=letter,
                entries=entries,
                letters=letters,
                other=OTHER,
            ),
        )


def _sections(magazine: Magazine, press: Press) -> Made:
    entries = sections_of(magazine.shelves)
    address = magazine.sections_page
    yield address, press.page(address, "sections.html", magazine, entries=entries)
    for entry in entries:
        address = magazine.section_page(entry.name)
        shelves = [
            (shelf, tuple(places))
            for shelf, places in groupby(entry.places, key=lambda place: place.shelf)
        ]
        shelves.reverse()
        yield address, press.page(address, "section.html", magazine, entry=entry, shelves=shelves)


def year_page(
    magazine: Magazine, year: int, press: Press, covers: Covers, *, files: bool
) -> tuple[str, str]:
    """The page of a year: its covers and its cumulative index."""
    by_year = dict(magazine.years)
    order = [one for one, _ in magazine.years]
    at = order.index(year)
    address = magazine.year_page(year)
    shelves = by_year[year]
    return address, press.page(
        address,
        "year.html",
        magazine,
        year=year,
        heading=annual_title(year, press.say),
        shelves=shelves,
        covers=covers,
        entries=sections_of(shelves),
        articles=sum(1 for _ in places_of(shelves)),
        place_label=place_label,
        files=files,
        before=order[at - 1] if at else None,
        after=order[at + 1] if at + 1 < len(order) else None,
    )


# ------------------------------------------------------------------ search, catalogues, feeds


def _search(press: Press, shards: int, magazine: Magazine | None) -> Made:
    bundles = [f"find/{number + 1}/" for number in range(shards)]
    yield "search.html", press.page("search.html", "search.html", magazine, bundles=bundles)
    yield "search.js", press.page("search.js", "search.js")


def _catalogues(magazines: Sequence[Magazine], press: Press, covers: Covers) -> Made:
    found = opds.publications(magazines, covers, press.say)
    root, feeds = opds.catalogue(press.site.title, found, press.say)
    yield f"{opds.ROOT}.xml", press.page(f"{opds.ROOT}.xml", "opds-root.xml", root=root)
    yield f"{opds.ROOT}.json", _json(f"{opds.ROOT}.json", root)
    for feed in feeds:
        address = f"{feed.name}.xml"
        yield address, press.page(address, "opds.xml", feed=feed, per_page=opds.PER_PAGE)
        yield f"{feed.name}.json", _json(f"{feed.name}.json", feed)


def _json(address: str, what: opds.Root | opds.Feed) -> str:
    def to(target: str) -> str:
        return link(address, target)

    made = opds.root_json(what, to) if isinstance(what, opds.Root) else opds.feed_json(what, to)
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _feeds(magazines: Sequence[Magazine], press: Press) -> Made:
    shelves = [shelf for magazine in magazines for shelf in magazine.shelves]
    shelves.sort(key=lambda one: (one.book.date, one.book.serial), reverse=True)
    values = {
        "shelves": shelves[:_FEED],
        "updated": max((one.book.updated for one in shelves), default="2000-01-01T00:00:00Z"),
    }
    yield "feed.xml", press.page("feed.xml", "feed.xml", **values)
    if press.site.base:
        yield "rss.xml", press.page("rss.xml", "rss.xml", rfc822=rfc822, **values)


def rfc822(moment: str) -> str:
    """A date as RSS 2.0 wants it; "" for one that is not known to the day."""
    from datetime import UTC, datetime
    from email.utils import format_datetime

    if len(moment) < len("2023-04-15"):
        return ""
    made = datetime.fromisoformat(moment)
    return format_datetime(made if made.tzinfo else made.replace(tzinfo=UTC))
