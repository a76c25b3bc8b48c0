"""The pages before the articles: cover, contents, masthead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from converter.model import Article, Issue, Masthead, MastheadKind
from converter.pdf.tokens import Geometry
from converter.pdf.view.text import em_width, names, printed_date, section_name, title_lines
from converter.render.words import Words


class EntryView(NamedTuple):
    """An entry of the contents."""

    id: str
    lines: tuple[str, ...]
    subtitle: str
    authors: str


class SectionView(NamedTuple):
    """A section of the contents."""

    name: str
    entries: tuple[EntryView, ...]


class ContentsView(NamedTuple):
    """The contents; ``size`` is roomy, even or close."""

    heading: str
    sections: tuple[SectionView, ...]
    size: str


class Teaser(NamedTuple):
    """What the cover says of an article."""

    section: str
    lines: tuple[str, ...]
    authors: str


class CoverView(NamedTuple):
    """The cover."""

    name: str
    name_size: str
    parallel: str
    year: str
    number: str
    issue: str
    date: str
    codes: tuple[str, ...]
    teasers: tuple[Teaser, ...]


class MastheadRow(NamedTuple):
    """A line of the masthead."""

    label: str
    values: tuple[str, ...]


class MastheadView(NamedTuple):
    """The masthead, in groups that belong together."""

    name: str
    issue: str
    rows: tuple[tuple[MastheadRow, ...], ...]
    notices: tuple[str, ...]


_LARGEST_NAME = 84.0
_COVER_MARGINS = 96.0
_MOST_TEASERS = 5


def masthead_values(masthead: Masthead, kind: MastheadKind) -> list[str]:
    """The values of all entries of a kind."""
    return [value for entry in masthead.entries if entry.kind is kind for value in entry.values]


def cover(issue: Issue, name: str, number: str, width: float) -> CoverView:
    """The cover; the name is as large as the page (``width`` in points) allows."""
    masthead = issue.masthead
    size = min(_LARGEST_NAME, (width - _COVER_MARGINS) / max(em_width(name), 1.0) / 1.04)
    parallel = masthead_values(masthead, MastheadKind.PARALLEL_TITLE)
    codes = (
        f"ISSN {masthead.issn}" if masthead.issn else "",
        f"CN {masthead.cn}" if masthead.cn else "",
        masthead.price,
    )
    return CoverView(
        name=name,
        name_size=f"{size:.1f}",
        parallel=parallel[0] if parallel else "",
        year=str(masthead.year or ""),
        number=masthead.number,
        issue=number,
        date=printed_date(masthead.date),
        codes=tuple(code for code in codes if code),
        teasers=tuple(
            Teaser(section_name(issue, article), title_lines(article), names(article.bylines))
            for article in _chosen(issue)
        ),
    )


def _chosen(issue: Issue) -> list[Article]:
    """The articles that the cover names: the first of each section, in order."""
    seen: set[int] = set()
    chosen = []
    for article in issue.articles:
        if not article.title or (article.section >= 0 and article.section in seen):
            continue
        seen.add(article.section)
        chosen.append(article)
    return chosen[:_MOST_TEASERS]


# ------------------------------------------------------------------ contents


_SIZES = (("roomy", 1.1, 0.65, 1.25), ("even", 1.0, 0.4, 0.75), ("close", 1.0, 0.15, 0.5))
"""Line, gap after an entry and gap after a section in lines of the grid; as in pdf-front.css."""
_HEAD = 4.5
_SECTION_NAME = 1.25


def contents(issue: Issue, wording: Words, geometry: Geometry) -> ContentsView:
    """The articles that are there, in their order, under their sections."""
    found: list[tuple[int, list[EntryView]]] = []
    for article in issue.articles:
        if not found or found[-1][0] != article.section:
            found.append((article.section, []))
        found[-1][1].append(_entry(article, geometry))
    known = issue.section_names
    sections = tuple(
        SectionView(known[index] if 0 <= index < len(known) else "", tuple(entries))
        for index, entries in found
    )
    return ContentsView(
        heading=issue.contents.heading or wording.contents,
        sections=sections,
        size=contents_size(sections, geometry.lines),
    )


def _entry(article: Article, geometry: Geometry) -> EntryView:
    lines, authors = title_lines(article), names(article.bylines)
    # Title, leader and authors share the last line where they fit, with the page after them.
    together = 1.14 * em_width(lines[-1]) + em_width(authors) + 5 <= geometry.full_measure
    return EntryView(
        id=article.id,
        lines=lines if together else (*lines, ""),
        subtitle=article.subtitle.value if article.subtitle else "",
        authors=authors,
    )


def contents_size(sections: Sequence[SectionView], lines: int) -> str:
    """The roomiest setting that goes on one page; over two pages there is no need to press."""
    for name, line, entry_gap, section_gap in _SIZES:
        height = _HEAD
        for section in sections:
            height += section_gap + (_SECTION_NAME if section.name else 0)
            for entry in section.entries:
                height += line * len(entry.lines) + bool(entry.subtitle) + entry_gap
        if height <= lines:
            return name
    return "even"


# ------------------------------------------------------------------ masthead


_GROUPS: tuple[tuple[MastheadKind, ...], ...] = (
    (MastheadKind.SUPERVISOR, MastheadKind.SPONSOR, MastheadKind.PUBLISHER),
    (MastheadKind.STAFF,),
    (
        MastheadKind.TELEPHONE,
        MastheadKind.ADDRESS,
        MastheadKind.POSTAL_CODE,
        MastheadKind.EMAIL,
        MastheadKind.WEB,
    ),
    (MastheadKind.DISTRIBUTION, MastheadKind.PRINTER, MastheadKind.LICENCE),
    (MastheadKind.ISSN, MastheadKind.CN, MastheadKind.DATE, MastheadKind.PRICE),
    (MastheadKind.OTHER,),
)


def masthead(source: Masthead, name: str, number: str) -> MastheadView:
    """The entries of the masthead by what they are about; title and issue stand above."""
    groups = []
    for kinds in _GROUPS:
        rows = [
            MastheadRow(entry.label, entry.values)
            for entry in source.entries
            if entry.kind in kinds and entry.values
        ]
        if rows:
            groups.append(tuple(rows))
    return MastheadView(
        name=name,
        issue=number,
        rows=tuple(groups),
        notices=tuple(masthead_values(source, MastheadKind.NOTICE)),
    )
