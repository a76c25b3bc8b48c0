"""From an output folder to a library: what is made, in which order, and what is kept."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from html import escape
from pathlib import Path
from typing import Any

from converter.diagnostics import Diagnostic, MissingInputError, OutputError
from converter.files import digest, files_in
from converter.library import search
from converter.library.annual import annual_issue, write_annual
from converter.library.book import Book
from converter.library.covers import CoverFiles
from converter.library.holdings import Holding, Holdings, holdings, load, program
from converter.library.issues import Stand, cover_of, stands, write_issue
from converter.library.ledger import Ledger, Part, PartWriter
from converter.library.options import LibraryOptions
from converter.library.overview import overview, year_page
from converter.library.pages import Press, Site, absolute, site_of
from converter.library.series import check_series
from converter.library.shelves import Magazine, Shelf
from converter.library.words import LibraryWords, library_words
from converter.pipeline import in_order
from converter.profile import Profile
from converter.values import dataclass

Progress = Callable[[str, int, int], None]
"""Called with what is being made, how many of these are done, and how many there are."""

_PER_SITEMAP = 50_000
"""Addresses of one file, as the protocol of sitemaps allows."""


@dataclass(frozen=True, slots=True)
class LibraryReport:
    """What was made and what was found."""

    site: Path
    magazines: int
    issues: int
    articles: int
    written: int
    unchanged: int
    removed: int
    diagnostics: tuple[Diagnostic, ...]


def check_archive(
    output: Path, profile: Profile | None = None
) -> tuple[Holdings, tuple[Diagnostic, ...]]:
    """The issues of an output folder and what is doubtful about them as a series.

    ``profile`` may change the severities of doubts or switch them off.
    """
    held = holdings(output)
    lost = tuple(Diagnostic.of("SER001", issue=name) for name in held.unreadable)
    found = (one for magazine in held.magazines for one in check_series(magazine.books))
    return held, in_order((*lost, *found), profile or Profile())


def _silent(_what: str, _done: int, _total: int) -> None:
    """No progress is wanted."""


def build_library(options: LibraryOptions, progress: Progress = _silent) -> LibraryReport:
    """Make the library, or what of it is out of date.

    Raises :class:`~converter.diagnostics.MissingInputError` where nothing was converted and
    :class:`~converter.diagnostics.OutputError` where the folder cannot be written.
    """
    held, found = check_archive(options.output, options.profile)
    ledger = Ledger.of(options.output, options.site)
    with ledger.open():
        _Builder(options, held, ledger, progress).make()
        ledger.finish()
    return LibraryReport(
        site=options.site,
        magazines=len(held.magazines),
        issues=len(held.books),
        articles=sum(len(book.pieces) for book in held.books),
        written=ledger.written,
        unchanged=ledger.unchanged,
        removed=ledger.removed,
        diagnostics=found,
    )


class _Builder:
    """One run over the parts of a library."""

    def __init__(
        self, options: LibraryOptions, held: Holdings, ledger: Ledger, progress: Progress
    ) -> None:
        self.options = options
        self.held = held
        self.ledger = ledger
        self.progress = progress
        site = _site(options, held.magazines)
        self.say: LibraryWords = library_words(site.language)
        self.site: Site = site
        self.press = Press(options.resources, site, self.say)
        self.common = digest(program(), repr(site), *_resources(options))

    def make(self) -> None:
        covers: dict[str, CoverFiles] = {}
        every = [stand for magazine in self.held.magazines for stand in stands(magazine)]
        for number, stand in enumerate(every):
            self.progress("issues", number, len(every))
            covers[stand.book.name] = cover_of(self._issue(stand).facts)
        self.progress("issues", len(every), len(every))
        for magazine in self.held.magazines:
            for number, (year, shelves) in enumerate(magazine.years):
                self.progress("years", number, len(magazine.years))
                self._year(magazine, year, shelves, covers)
        shards = self._search() if self.site.has_search else 0
        self.progress("catalogues", 0, 1)
        self._overview(covers, shards)

    def _key(self, *parts: str) -> str:
        return digest(self.common, *parts)

    def _held(self, book: Book) -> Holding:
        return self.held.by_name[book.name]

    def _issue(self, stand: Stand) -> Part:
        held = self._held(stand.book)
        names = (stand.magazine.title, stand.magazine.folder, stand.shelf.folder)
        key = self._key(held.key, *names, *stand.neighbours)

        def maker(writer: PartWriter) -> dict[str, Any]:
            issue = load(held.state)
            if issue is None:  # it was there a moment ago
                msg = f"the model of {stand.book.name} has gone; convert it again"
                raise MissingInputError(msg)
            return write_issue(stand, issue, self.press, self.options.output, writer)

        return self.ledger.make(f"issue {stand.book.name}", key, maker)

    def _year(
        self,
        magazine: Magazine,
        year: int,
        shelves: Sequence[Shelf],
        covers: dict[str, CoverFiles],
    ) -> None:
        order = [one for one, _ in magazine.years]
        own = [part for s in shelves for part in (s.folder, self._held(s.book).key)]
        years = [str(one) for one in order]

        def files(writer: PartWriter) -> dict[str, Any]:
            with tempfile.TemporaryDirectory(prefix="fukan-index-") as folder:
                issue = annual_issue(magazine, year, shelves, self.say)
                made = write_annual(issue, Path(folder), self.options.resources)
            for kind, data in made.items():
                writer.write(magazine.annual(year, kind), data)
            return {}

        def page(writer: PartWriter) -> dict[str, Any]:
            writer.write(*year_page(magazine, year, self.press, covers, files=True))
            return {}

        name = f"{magazine.folder} {year}"
        self.ledger.make(f"index {name}", self._key(magazine.title, *own), files)
        self.ledger.make(f"year {name}", self._key(magazine.title, *years, *own), page)

    # ------------------------------------------------------------------ search

    def _search(self) -> int:
        """Make the indexes; returns how many there are. Years stay together."""
        groups = {
            f"{magazine.folder} {year}": shelves
            for magazine in self.held.magazines
            for year, shelves in magazine.years
        }
        sizes = [(name, self._size(shelves)) for name, shelves in groups.items()]
        made = tuple(search.shards(sizes))
        for number, names in enumerate(made):
            self.progress("search", number, len(made))
            shelves = [shelf for name in names for shelf in groups[name]]
            self._shard(number + 1, shelves)
        return len(made)

    def _size(self, shelves: Sequence[Shelf]) -> int:
        """About how many characters some issues have, by the size of their models."""
        return sum(self._held(shelf.book).state.model.stat().st_size for shelf in shelves)

    def _shard(self, number: int, shelves: Sequence[Shelf]) -> None:
        own = [part for s in shelves for part in (s.folder, self._held(s.book).key)]

        def maker(writer: PartWriter) -> dict[str, Any]:
            files = search.index(self._records(shelves))
            for name, data in files.items():
                writer.write(f"find/{number}/{name}", data)
            if number == 1:
                writer.write("find/fold.json", search.fold_table())
            return {}

        self.ledger.make(f"find {number}", self._key(str(number), *own), maker)

    def _records(self, shelves: Sequence[Shelf]) -> Iterator[search.Record]:
        """What can be found: the texts as the pages that were just made show them."""
        for shelf in shelves:
            for piece in shelf.book.pieces:
                page = (self.ledger.site / shelf.page(piece)).read_text(encoding="utf-8")
                names = [signer.name for signer in piece.signers]
                detail = " · ".join(part for part in ("　".join(names), shelf.book.title) if part)
                text = "\n".join((piece.title, *names, search.article_text(page), piece.section))
                yield search.Record(shelf.page(piece), piece.title, detail, text)

    # ------------------------------------------------------------------ everything else

    def _overview(self, covers: dict[str, CoverFiles], shards: int) -> None:
        keys = [
            part
            for magazine in self.held.magazines
            for shelf in magazine.shelves
            for part in (magazine.title, shelf.folder, self._held(shelf.book).key)
        ]

        def maker(writer: PartWriter) -> dict[str, Any]:
            for address, data in overview(self.held.magazines, self.press, covers, shards):
                writer.write(address, data)
            for name, source in (("style.css", "library.css"), ("icon.svg", "library.svg")):
                writer.write(name, self.options.resources.style_text(source))
            return {}

        self.ledger.make("overview", self._key(str(shards), *keys), maker)
        if self.site.base:
            pages = sorted(
                address
                for name, part in self.ledger.parts.items()
                if name != "sitemap"
                for address in part.files
                if address.endswith(".html") and address != "search.html"
            )
            self.ledger.make("sitemap", self._key(*pages), lambda w: self._sitemap(pages, w))

    def _sitemap(self, pages: Sequence[str], writer: PartWriter) -> dict[str, Any]:
        addresses = [absolute(self.site.base, page) for page in pages]
        chunks = [
            addresses[at : at + _PER_SITEMAP] for at in range(0, len(addresses), _PER_SITEMAP)
        ]
        names = [f"sitemap-{number + 1}.xml" for number in range(len(chunks))]
        if len(chunks) > 1:
            for name, chunk in zip(names, chunks, strict=True):
                writer.write(name, _addresses("urlset", "url", chunk))
            index = [f"{self.site.base}{name}" for name in names]
            writer.write("sitemap.xml", _addresses("sitemapindex", "sitemap", index))
        else:
            writer.write("sitemap.xml", _addresses("urlset", "url", addresses))
        writer.write("robots.txt", f"User-agent: *\nSitemap: {self.site.base}sitemap.xml\n")
        return {}


def _addresses(root: str, each: str, addresses: Sequence[str]) -> str:
    """A sitemap or an index of sitemaps (sitemaps.org, protocol 0.9)."""
    body = "".join(f"<{each}><loc>{escape(one)}</loc></{each}>\n" for one in addresses)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{body}</{root}>\n'


def _site(options: LibraryOptions, magazines: Sequence[Magazine]) -> Site:
    draft = site_of(magazines, options.title, options.base, has_search=options.search,
                    say=library_words(""))  # fmt: skip
    say = library_words(draft.language)
    return site_of(magazines, options.title, options.base, has_search=options.search, say=say)


def _resources(options: LibraryOptions) -> Iterator[str]:
    """Names and digests of the templates and styles that the library reads."""
    folders = (*options.resources.template_paths, *options.resources.style_paths)
    for folder in folders:
        for path in files_in(folder):
            name = path.relative_to(folder).as_posix()
            try:
                yield from (name, digest(path.read_bytes()))
            except OSError as error:
                msg = f"cannot read {path}: {error.strerror or error}"
                raise OutputError(msg) from error
