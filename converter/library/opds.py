"""The archive as OPDS catalogues: which feeds there are, and OPDS 2.0 as data.

OPDS 1.2 (Atom) is made of the same feeds by ``templates/library/opds.xml``. Every feed
stands in both forms under the same name, so that a reader may take either. A catalogue of
plain files answers no queries: facets lead from one prepared feed to another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from converter.library.book import Book, Edition
from converter.library.covers import CoverFiles
from converter.library.shelves import Magazine, Shelf
from converter.library.words import LibraryWords, script_name
from converter.values import dataclass

ROOT = "opds/index"
PER_PAGE = 50
"""Publications of one page of a feed: what a telephone loads in a moment."""
_NEW = 24

OPEN_ACCESS = "http://opds-spec.org/acquisition/open-access"
SCHEMA = "http://schema.org/PublicationIssue"


@dataclass(frozen=True)
class Publication:
    """An edition of an issue as the catalogues list it."""

    magazine: Magazine
    shelf: Shelf
    edition: Edition
    title: str
    cover: CoverFiles

    @property
    def book(self) -> Book:
        """The issue."""
        return self.shelf.book

    @property
    def position(self) -> float:
        """The place in the series: the serial number, or year and number (2023.04)."""
        if self.book.serial:
            return self.book.serial
        first = "".join(char for char in self.book.number.partition("-")[0] if char.isdigit())
        return float(f"{self.book.year}.{int(first or 0):02d}") if self.book.year else 0

    @property
    def files(self) -> tuple[tuple[str, str, int], ...]:
        """Address, media type and size of every file."""
        return tuple(
            (self.shelf.download(one), one.media_type, one.size) for one in self.edition.downloads
        )

    @property
    def authors(self) -> tuple[str, ...]:
        """Who wrote in it."""
        names = (signer.name for piece in self.book.pieces for signer in piece.signers)
        return tuple(dict.fromkeys(names))

    @property
    def summary(self) -> str:
        """The titles of its articles."""
        return "；".join(piece.title for piece in self.book.pieces)

    @property
    def pages(self) -> int:
        """Printed pages of the PDF, 0 if there is none."""
        return max((one.pages for one in self.edition.downloads), default=0)


@dataclass(frozen=True, slots=True)
class Link:
    """A feed that another one leads to."""

    title: str
    name: str
    count: int
    active: bool = False


@dataclass(frozen=True)
class Feed:
    """A page of a list of publications; ``name`` is its address without suffix."""

    name: str
    title: str
    updated: str
    publications: tuple[Publication, ...]
    total: int
    number: int
    last: int
    facets: tuple[tuple[str, tuple[Link, ...]], ...]

    def page(self, number: int) -> str:
        """The name of another page of the same list."""
        return _page_name(self.name.removesuffix(f"-{self.number}"), number)


@dataclass(frozen=True)
class Root:
    """The entrance: the lists by what they go by."""

    title: str
    updated: str
    groups: tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True)
class _Choice:
    """A way to choose publications."""

    group: str
    title: str
    name: str
    chosen: tuple[Publication, ...]


def _page_name(name: str, number: int) -> str:
    return name if number == 1 else f"{name}-{number}"


def publications(
    magazines: Sequence[Magazine], covers: dict[str, CoverFiles], say: LibraryWords
) -> tuple[Publication, ...]:
    """Every edition that has a file, the newest issue first."""
    found = []
    for magazine in magazines:
        for shelf in magazine.shelves:
            for edition in shelf.book.editions:
                title = shelf.book.title
                if edition.language != shelf.book.language:
                    title += f"（{script_name(edition.language, say)}）"
                cover = covers[shelf.book.name]
                found.append(Publication(magazine, shelf, edition, title, cover))
    found.sort(key=lambda one: one.edition.language != one.book.language)
    found.sort(key=lambda one: (one.book.date, one.book.serial), reverse=True)
    return tuple(found)


def catalogue(
    title: str, found: Sequence[Publication], say: LibraryWords
) -> tuple[Root, tuple[Feed, ...]]:
    """The entrance and all feeds."""
    choices = tuple(_choices(found, say))
    feeds = [feed for choice in choices for feed in _pages(choice, choices, title)]
    groups: dict[str, list[Link]] = {}
    for choice in choices:
        groups.setdefault(choice.group, []).append(
            Link(choice.title, choice.name, len(choice.chosen))
        )
    updated = max((one.book.updated for one in found), default="2000-01-01T00:00:00Z")
    root = Root(title, updated, tuple((name, tuple(links)) for name, links in groups.items()))
    return root, tuple(feeds)


def _choices(found: Sequence[Publication], say: LibraryWords) -> Iterator[_Choice]:
    newest = [one for one in found if one.edition.language == one.book.language][:_NEW]
    yield _Choice("", say.newest, "opds/new", tuple(newest))
    yield _Choice("", say.everything, "opds/all", tuple(found))
    titles = {one.magazine.folder: one.magazine.title for one in found}
    if len(titles) > 1:
        for folder, title in sorted(titles.items()):
            chosen = tuple(one for one in found if one.magazine.folder == folder)
            yield _Choice(say.magazine, title, f"opds/title-{folder}", chosen)
    for year in sorted({one.book.year for one in found}, reverse=True):
        name = f"{year}{say.year_unit}" if year else say.undated
        chosen = tuple(one for one in found if one.book.year == year)
        yield _Choice(say.year, name, f"opds/year-{year or 'undated'}", chosen)
    languages = sorted({one.edition.language for one in found})
    if len(languages) > 1:
        for tag in languages:
            chosen = tuple(one for one in found if one.edition.language == tag)
            yield _Choice(say.language, script_name(tag, say), f"opds/{tag.lower()}", chosen)


def _pages(choice: _Choice, choices: Sequence[_Choice], title: str) -> Iterator[Feed]:
    groups: dict[str, list[Link]] = {}
    for other in choices:
        if other.group:
            active = other.name == choice.name
            link = Link(other.title, other.name, len(other.chosen), active)
            groups.setdefault(other.group, []).append(link)
    facets = tuple((name, tuple(links)) for name, links in groups.items() if len(links) > 1)
    last = max(1, -(-len(choice.chosen) // PER_PAGE))
    for number in range(1, last + 1):
        shown = choice.chosen[(number - 1) * PER_PAGE : number * PER_PAGE]
        yield Feed(
            name=_page_name(choice.name, number),
            title=f"{title} · {choice.title}",
            updated=max(
                (one.book.updated for one in choice.chosen), default="2000-01-01T00:00:00Z"
            ),
            publications=shown,
            total=len(choice.chosen),
            number=number,
            last=last,
            facets=facets,
        )


# ------------------------------------------------------------------ OPDS 2.0

To = Callable[[str], str]
"""Makes a link from the page in hand to an address of the library."""

JSON_TYPE = "application/opds+json"


def root_json(root: Root, to: To) -> dict[str, Any]:
    """The entrance as OPDS 2.0. It needs no group of its own for what belongs to none."""
    plain = [link for name, links in root.groups if not name for link in links]
    groups = [
        {"metadata": {"title": name}, "navigation": [_navigation(link, to) for link in links]}
        for name, links in root.groups
        if name
    ]
    return {
        "metadata": {"title": root.title, "modified": root.updated},
        "links": [_link("self", to(f"{ROOT}.json"))],
        "navigation": [_navigation(link, to) for link in plain],
        **({"groups": groups} if groups else {}),
    }


def feed_json(feed: Feed, to: To) -> dict[str, Any]:
    """A list of publications as OPDS 2.0."""
    links = [_link("self", to(f"{feed.name}.json")), _link("start", to(f"{ROOT}.json"))]
    if feed.last > 1:
        links.append(_link("first", to(f"{feed.page(1)}.json")))
        links.append(_link("last", to(f"{feed.page(feed.last)}.json")))
    if feed.number > 1:
        links.append(_link("previous", to(f"{feed.page(feed.number - 1)}.json")))
    if feed.number < feed.last:
        links.append(_link("next", to(f"{feed.page(feed.number + 1)}.json")))
    facets = [
        {"metadata": {"title": name}, "links": [_facet(link, to) for link in group]}
        for name, group in feed.facets
    ]
    return {
        "metadata": {
            "title": feed.title,
            "modified": feed.updated,
            "numberOfItems": feed.total,
            "itemsPerPage": PER_PAGE,
            "currentPage": feed.number,
        },
        "links": links,
        "publications": [_publication(one, to) for one in feed.publications],
        **({"facets": facets} if facets else {}),
    }


def _link(rel: str, href: str) -> dict[str, Any]:
    return {"rel": rel, "href": href, "type": JSON_TYPE}


def _navigation(link: Link, to: To) -> dict[str, Any]:
    return {
        "href": to(f"{link.name}.json"),
        "title": link.title,
        "type": JSON_TYPE,
        "rel": "http://opds-spec.org/sort/new" if link.name == "opds/new" else "subsection",
        "properties": {"numberOfItems": link.count},
    }


def _facet(link: Link, to: To) -> dict[str, Any]:
    return {
        "href": to(f"{link.name}.json"),
        "title": link.title,
        "type": JSON_TYPE,
        **({"rel": "self"} if link.active else {}),
        "properties": {"numberOfItems": link.count},
    }


def _publication(one: Publication, to: To) -> dict[str, Any]:
    book = one.book
    metadata = {
        "@type": SCHEMA,
        "title": one.title,
        "identifier": one.edition.unique,
        "language": one.edition.language,
        "modified": book.updated,
        "published": book.date,
        "publisher": book.publisher,
        "author": list(one.authors),
        "subject": list(dict.fromkeys(book.sections)),
        "description": one.summary,
        "numberOfPages": one.pages,
        "belongsTo": {"series": {"name": one.magazine.title, "position": one.position}},
    }
    series = metadata["belongsTo"]["series"]  # type: ignore[index]
    if book.issn:
        series["identifier"] = f"urn:issn:{book.issn}"
    return {
        "metadata": {name: value for name, value in metadata.items() if value not in ("", [], 0)},
        "links": [
            {"rel": OPEN_ACCESS, "href": to(href), "type": media, "properties": {"size": size}}
            for href, media, size in one.files
        ]
        + [{"rel": "alternate", "href": to(one.shelf.home), "type": "text/html"}],
        "images": [
            {"href": to(one.shelf.file(name)), "type": media, "width": width, "height": height}
            for name, media, width, height in (one.cover.full, one.cover.thumbnail)
        ],
    }
