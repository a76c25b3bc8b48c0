"""The pages and files of one issue."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from converter.library import linked
from converter.library.articles import article_view, matter_view
from converter.library.book import Book, Piece
from converter.library.cite import bibtex, gb7714, ris
from converter.library.covers import CoverFiles, make_covers
from converter.library.indexes import author_id
from converter.library.ledger import PartWriter
from converter.library.pages import Press, absolute
from converter.library.shelves import Magazine, Shelf
from converter.model import Issue
from converter.values import dataclass

if TYPE_CHECKING:
    from converter.epub.parts import PageTarget


@dataclass(frozen=True, slots=True)
class Stand:
    """An issue between its neighbours."""

    magazine: Magazine
    shelf: Shelf
    before: Shelf | None
    after: Shelf | None

    @property
    def book(self) -> Book:
        """The issue."""
        return self.shelf.book

    @property
    def neighbours(self) -> tuple[str, ...]:
        """What its pages say of the issues before and after it."""
        pairs = ((one.home, one.book.label) if one else () for one in (self.before, self.after))
        return tuple(part for pair in pairs for part in pair)


def stands(magazine: Magazine) -> Iterator[Stand]:
    """Every issue of a magazine with its neighbours."""
    shelves = magazine.shelves
    for number, shelf in enumerate(shelves):
        yield Stand(
            magazine,
            shelf,
            shelves[number - 1] if number else None,
            shelves[number + 1] if number + 1 < len(shelves) else None,
        )


def write_issue(
    stand: Stand, issue: Issue, press: Press, output: Path, writer: PartWriter
) -> dict[str, Any]:
    """Write everything of an issue; returns the facts that other pages need."""
    shelf, book = stand.shelf, stand.book
    cover, pictures = make_covers(book, issue, output)
    for name, data in pictures.items():
        writer.write(shelf.file(name), data)
    for one in book.downloads:
        writer.link(shelf.download(one), output / one.path)
    pages: dict[str, PageTarget] = {}
    front = _matter(stand, issue, "front", press, pages)
    if front:
        writer.write(shelf.file("front.html"), front)
    for number, article in enumerate(issue.articles):
        piece = book.pieces[number]
        view = article_view(issue, article, pages)
        writer.write(shelf.page(piece), _article(stand, number, view, press))
    back = _matter(stand, issue, "back", press, pages)
    if back:
        writer.write(shelf.file("back.html"), back)
    writer.write(shelf.home, _home(stand, cover, press))
    base = press.site.base
    items = [(book, p, absolute(base, shelf.page(p)) if base else "") for p in book.pieces]
    writer.write(shelf.file("articles.bib"), "\n".join(bibtex(items)))
    writer.write(shelf.file("articles.ris"), "".join(ris(items)))
    return {"cover": [list(cover.full), list(cover.thumbnail)]}


def cover_of(facts: dict[str, Any]) -> CoverFiles:
    """The cover that :func:`write_issue` told of."""
    full, thumbnail = facts["cover"]
    return CoverFiles(tuple(full), tuple(thumbnail))


def _article(stand: Stand, number: int, view: object, press: Press) -> str:
    book, pieces = stand.book, stand.book.pieces
    piece = pieces[number]
    data = linked.article(stand.magazine, stand.shelf, piece, press.site.base)
    return press.page(
        stand.shelf.page(piece),
        "article.html",
        stand.magazine,
        shelf=stand.shelf,
        book=book,
        piece=piece,
        view=view,
        before=pieces[number - 1] if number else None,
        after=pieces[number + 1] if number + 1 < len(pieces) else None,
        citation=gb7714(book, piece),
        script=linked.script(linked.with_context(data)),
    )


def _matter(
    stand: Stand, issue: Issue, which: str, press: Press, pages: dict[str, PageTarget]
) -> str:
    quotes, nodes = matter_view(issue, which, pages)
    if not quotes and not nodes:
        return ""
    return press.page(
        stand.shelf.file(f"{which}.html"),
        "matter.html",
        stand.magazine,
        shelf=stand.shelf,
        book=stand.book,
        heading=getattr(press.say, which),
        quotes=quotes,
        nodes=nodes,
    )


def _home(stand: Stand, cover: CoverFiles, press: Press) -> str:
    data = linked.issue(stand.magazine, stand.shelf, press.site.base)
    pieces: dict[str, Piece] = {piece.stem: piece for piece in stand.book.pieces}
    # The contents may name somebody who signs no article.
    known = {author_id(signer.name) for piece in stand.book.pieces for signer in piece.signers}
    return press.page(
        stand.shelf.home,
        "issue.html",
        stand.magazine,
        shelf=stand.shelf,
        book=stand.book,
        cover=cover,
        before=stand.before,
        after=stand.after,
        pieces=pieces,
        known=known,
        script=linked.script(linked.with_context(data)),
    )
