"""What the library knows of an issue: enough for every catalogue, list and index.

Small and without text, so that those of a whole archive fit in memory and can be kept
beside the model (:mod:`converter.library.holdings`) until the model changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import PurePosixPath

from converter import patterns as re
from converter.epub.front import Row, contents_view, masthead_view
from converter.epub.identity import Identity, identity_of, one_line, printed_date
from converter.epub.pages import authors_of, label_of
from converter.model import Article, Issue, MastheadKind, Paragraph, Role
from converter.render import words
from converter.render.extent import printed_pages
from converter.store import Manifest
from converter.values import dataclass, replace

_SUMMARY = 110
"""Characters of an article's beginning that catalogues and search engines show."""

_EDITION = re.compile(r"\.(zh-Han[st](?:-[A-Z]{2})?)\.(?:epub|pdf)$")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs an article; ``is_body`` for an institution."""

    name: str
    office: str = ""
    is_body: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """An article. ``stem`` names its page (a01); pages are printed ones, "" if unknown."""

    stem: str
    title: str
    subtitle: str
    signers: tuple[Signer, ...]
    section: str
    first_page: str
    last_page: str
    language: str
    summary: str

    @property
    def pages(self) -> str:
        """4–8, 4 or ""."""
        if self.last_page and self.last_page != self.first_page:
            return f"{self.first_page}–{self.last_page}"
        return self.first_page


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents; ``stem`` is "" where no article was found for it."""

    title: str
    subtitle: str
    authors: tuple[str, ...]
    page: str
    stem: str


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the contents."""

    name: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Download:
    """A finished file. ``path`` in the output folder; ``pages`` 0 where unknown."""

    path: str
    kind: str
    language: str
    size: int
    sha256: str
    pages: int
    made: str
    """When, as RFC 3339 has it."""

    @property
    def media_type(self) -> str:
        """Its registered media type."""
        return "application/epub+zip" if self.kind == "epub" else "application/pdf"


@dataclass(frozen=True, slots=True)
class Edition:
    """The files in one language; ``unique`` is the identifier that they carry themselves."""

    language: str
    unique: str
    downloads: tuple[Download, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """An issue. ``name`` is its path in the output folder; ``magazine`` is never empty."""

    name: str
    source: str
    language: str
    magazine: str
    named: bool
    """False where the masthead was lost and the file's name stands for the magazine's."""
    parallel: str
    issn: str
    cn: str
    sponsor: str
    publisher: str
    year: int
    number: str
    serial: int
    date: str
    label: str
    """2023年第4期, or what is known of it; "" for nothing."""
    total: str
    """总第118期."""
    unique: str
    updated: str
    sections: tuple[str, ...]
    contents: tuple[Section, ...]
    pieces: tuple[Piece, ...]
    imprint: tuple[tuple[Row, ...], ...]
    notices: tuple[Row, ...]
    editions: tuple[Edition, ...]
    has_front: bool = False
    has_back: bool = False

    @property
    def title(self) -> str:
        """The magazine and the issue."""
        return " ".join(part for part in (self.magazine, self.label or self.total) if part)

    @property
    def printed_date(self) -> str:
        """2023年4月15日, as far as known."""
        return printed_date(self.date) if len(self.date) > len("2023") else ""

    @property
    def downloads(self) -> tuple[Download, ...]:
        """The files of all editions."""
        return tuple(one for edition in self.editions for one in edition.downloads)

    def piece(self, stem: str) -> Piece | None:
        """The article with this stem."""
        return next((piece for piece in self.pieces if piece.stem == stem), None)


def stem_of(number: int, count: int) -> str:
    """The name of the page of the ``number``-th article (from 0) of ``count``."""
    return f"a{number + 1:0{max(2, len(str(count)))}d}"


def book_of(issue: Issue, manifest: Manifest) -> Book:
    """What the library knows of ``issue``, with the files that the manifest lists."""
    wording = words(issue.language)
    identity = identity_of(issue, wording, vertical=False, modified="")
    masthead = issue.masthead
    stems = {a.id: stem_of(n, len(issue.articles)) for n, a in enumerate(issue.articles)}
    labels = {a.id: label_of(issue, a, wording) for a in issue.articles}
    authors = {a.id: authors_of(issue, a) for a in issue.articles}
    view = masthead_view(masthead, identity)
    editions = tuple(_editions(issue, manifest))
    made = max((one.made for e in editions for one in e.downloads), default=identity.modified)
    return Book(
        name=manifest.name,
        source=issue.source.name,
        language=issue.language,
        magazine=identity.magazine,
        named=identity.from_masthead,
        parallel=identity.parallel,
        issn=identity.issn,
        cn=identity.cn,
        sponsor=_joined(issue, MastheadKind.SPONSOR),
        publisher=_joined(issue, MastheadKind.PUBLISHER) or _joined(issue, MastheadKind.SPONSOR),
        year=masthead.year,
        number=one_line(masthead.number),
        serial=masthead.serial,
        date=identity.date,
        label=identity.issue,
        total=identity.total,
        unique=identity.unique,
        updated=made,
        sections=tuple(name for raw in issue.section_names if (name := one_line(raw))),
        contents=tuple(_contents(issue, stems, labels, authors)),
        pieces=tuple(
            _piece(issue, article, stems[article.id], labels[article.id], authors[article.id])
            for article in issue.articles
        ),
        imprint=view.groups if view else (),
        notices=view.notices if view else (),
        editions=editions,
        has_front=bool(issue.front or issue.cover_quotes),
        has_back=bool(issue.back),
    )


def _joined(issue: Issue, kind: MastheadKind) -> str:
    names = [v for e in issue.masthead.entries if e.kind is kind for v in e.values]
    return "、".join(dict.fromkeys(one_line(name) for name in names if name.strip()))


def _contents(
    issue: Issue,
    stems: dict[str, str],
    labels: dict[str, str],
    authors: dict[str, tuple[str, ...]],
) -> Iterator[Section]:
    for section in contents_view(issue, stems, labels, authors).sections:
        yield Section(
            one_line(section.name),
            tuple(
                Line(
                    title=one_line(" ".join(entry.lines))
                    or labels.get(_id_of(stems, entry.file), ""),
                    subtitle=one_line(entry.subtitle),
                    authors=tuple(one_line(name) for name in entry.authors),
                    page=one_line(entry.page),
                    stem=entry.file,
                )
                for entry in section.entries
            ),
        )


def _id_of(stems: dict[str, str], stem: str) -> str:
    return next((id_ for id_, own in stems.items() if own == stem), "")


def _piece(
    issue: Issue, article: Article, stem: str, label: str, authors: tuple[str, ...]
) -> Piece:
    known = {one_line(a.name): a for line in article.bylines for a in line.authors}
    names = issue.section_names
    first_page, last_page = printed_pages(article)
    return Piece(
        stem=stem,
        title=label,
        subtitle=one_line(article.subtitle.value) if article.subtitle else "",
        signers=tuple(
            Signer(name, one_line(known[name].office), known[name].is_body)
            if name in known
            else Signer(name)
            for name in authors
        ),
        section=one_line(names[article.section]) if 0 <= article.section < len(names) else "",
        first_page=first_page,
        last_page=last_page,
        language=article.language or issue.language,
        summary=_summary(article),
    )


def _summary(article: Article) -> str:
    """The abstract or the standfirst, else how the article begins."""
    paragraphs = [
        block for block in (*article.front, *article.blocks) if isinstance(block, Paragraph)
    ]
    told = [p for p in paragraphs if p.role in {Role.ABSTRACT, Role.STANDFIRST}]
    for paragraph in (*told, *paragraphs):
        if text := one_line(paragraph.text.value):
            return text if len(text) <= _SUMMARY else f"{text[: _SUMMARY - 1]}……"
    return ""


def _editions(issue: Issue, manifest: Manifest) -> Iterator[Edition]:
    """The files by language, the source's own language first."""
    found: dict[str, list[Download]] = {}
    for path, entry in sorted(manifest.outputs.items()):
        match = _EDITION.search(path)
        language = match[1] if match else issue.language
        found.setdefault(language, []).append(
            Download(
                path=path,
                kind=PurePosixPath(path).suffix.removeprefix("."),
                language=language,
                size=entry.size,
                sha256=entry.sha256,
                pages=entry.pages,
                made=_moment(entry.mtime_ns),
            )
        )
    for language in sorted(found, key=lambda tag: (tag != issue.language, tag)):
        own = replace(issue, language=language)
        identity = identity_of(own, words(language), vertical=False, modified="")
        yield Edition(language, identity.unique, tuple(found[language]))


def _moment(mtime_ns: int) -> str:
    made = datetime.fromtimestamp(mtime_ns // 1_000_000_000, UTC)
    return made.strftime("%Y-%m-%dT%H:%M:%SZ")


def all_pieces(books: Iterable[Book]) -> Iterator[tuple[Book, Piece]]:
    """Every article with its issue, in order."""
    for book in books:
        for piece in book.pieces:
            yield book, piece


__all__ = [
    "Book",
    "Download",
    "Edition",
    "Identity",
    "Line",
    "Piece",
    "Section",
    "Signer",
    "all_pieces",
    "book_of",
    "stem_of",
]
