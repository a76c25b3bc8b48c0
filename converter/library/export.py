"""All article metadata as files: CSV, JSON-LD, BibTeX and RIS."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Sequence

from converter.library.book import Book, Piece
from converter.library.cite import bibtex, ris
from converter.library.linked import CONTEXT, article
from converter.library.pages import absolute
from converter.library.shelves import Magazine, Shelf

_COLUMNS = (
    "magazine", "issn", "cn", "year", "number", "serial", "date", "section", "title", "subtitle",
    "authors", "offices", "first_page", "last_page", "language", "issue_id", "address",
)  # fmt: skip
_ISSUE_COLUMNS = (
    "magazine", "issn", "cn", "year", "number", "serial", "date", "language", "publisher",
    "articles", "issue_id", "address", "files", "source",
)  # fmt: skip
_COMMANDS = ("=", "+", "-", "@", "\t", "\r")


def _cell(value: object) -> str:
    """A cell that a spreadsheet shows and never runs: scanned text is not trusted (OWASP)."""
    text = str(value or "")
    return f"'{text}" if text.startswith(_COMMANDS) else text


def _csv(rows: Iterator[Sequence[object]], columns: Sequence[str]) -> bytes:
    """RFC 4180, with a byte order mark: without it, Excel takes Chinese for something else."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig", "replace")


def _article_rows(magazines: Sequence[Magazine], base: str) -> Iterator[Sequence[object]]:
    for magazine, shelf, piece in _all(magazines):
        book = shelf.book
        yield (
            magazine.title, book.issn, book.cn, book.year, book.number, book.serial, book.date,
            piece.section, piece.title, piece.subtitle,
            "; ".join(signer.name for signer in piece.signers),
            "; ".join(signer.office for signer in piece.signers if signer.office),
            piece.first_page, piece.last_page, piece.language, book.unique,
            absolute(base, shelf.page(piece)) if base else shelf.page(piece),
        )  # fmt: skip


def _issue_rows(magazines: Sequence[Magazine], base: str) -> Iterator[Sequence[object]]:
    for magazine in magazines:
        for shelf in magazine.shelves:
            book = shelf.book
            yield (
                magazine.title, book.issn, book.cn, book.year, book.number, book.serial,
                book.date, book.language, book.publisher, len(book.pieces), book.unique,
                absolute(base, shelf.home) if base else shelf.home,
                "; ".join(shelf.download(one) for one in book.downloads), book.source,
            )  # fmt: skip


def _all(magazines: Sequence[Magazine]) -> Iterator[tuple[Magazine, Shelf, Piece]]:
    for magazine in magazines:
        for shelf in magazine.shelves:
            for piece in shelf.book.pieces:
                yield magazine, shelf, piece


def _items(magazines: Sequence[Magazine], base: str) -> Iterator[tuple[Book, Piece, str]]:
    for _, shelf, piece in _all(magazines):
        yield shelf.book, piece, absolute(base, shelf.page(piece)) if base else ""


def _json_ld(magazines: Sequence[Magazine], base: str) -> str:
    graph = [article(magazine, shelf, piece, base) for magazine, shelf, piece in _all(magazines)]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"


def exports(magazines: Sequence[Magazine], base: str) -> Iterator[tuple[str, bytes]]:
    """The files of ``data/`` with their contents. ``base`` is the site's address or ""."""
    yield "data/articles.csv", _csv(_article_rows(magazines, base), _COLUMNS)
    yield "data/issues.csv", _csv(_issue_rows(magazines, base), _ISSUE_COLUMNS)
    yield "data/articles.jsonld", _json_ld(magazines, base).encode()
    yield "data/articles.bib", "\n".join(bibtex(_items(magazines, base))).encode()
    yield "data/articles.ris", "".join(ris(_items(magazines, base))).encode()
