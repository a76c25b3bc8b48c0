"""schema.org data: Periodical, PublicationIssue and Article as JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from converter.library.book import Book, Piece, Signer
from converter.library.pages import absolute
from converter.library.shelves import Magazine, Shelf

CONTEXT = "https://schema.org"

_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def script(data: dict[str, Any]) -> Markup:
    """The data for a ``script`` element: nothing in it can end the element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Markup(text)  # noqa: S704  (escaped for its place)


def with_context(data: dict[str, Any]) -> dict[str, Any]:
    """The data as a document of its own."""
    return {"@context": CONTEXT, **data}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _id(base: str, address: str, urn: str) -> str:
    return absolute(base, address) if base else urn


def periodical(magazine: Magazine, base: str) -> dict[str, Any]:
    """The magazine (schema.org/Periodical)."""
    issn = magazine.commonest("issn")
    return _filled(
        {
            "@type": "Periodical",
            "@id": _id(base, magazine.home, f"urn:issn:{issn}" if issn else ""),
            "name": magazine.title,
            "alternateName": magazine.commonest("parallel"),
            "issn": issn,
            "inLanguage": magazine.commonest("language"),
            "publisher": _organisation(magazine.commonest("publisher")),
            "url": absolute(base, magazine.home) if base else "",
        }
    )


def _organisation(name: str) -> dict[str, Any]:
    return {"@type": "Organization", "name": name} if name else {}


def issue(magazine: Magazine, shelf: Shelf, base: str, *, pieces: bool = True) -> dict[str, Any]:
    """An issue (schema.org/PublicationIssue), with its articles if ``pieces``."""
    book = shelf.book
    parts = [_brief(shelf, piece, base) for piece in book.pieces] if pieces else []
    return _filled(
        {
            "@type": "PublicationIssue",
            "@id": _id(base, shelf.home, book.unique),
            "name": book.title,
            "issueNumber": book.number,
            "datePublished": book.date,
            "inLanguage": book.language,
            "identifier": book.unique,
            "url": absolute(base, shelf.home) if base else "",
            "isPartOf": periodical(magazine, base),
            "hasPart": parts,
            "encoding": [
                _filled(
                    {
                        "@type": "MediaObject",
                        "encodingFormat": one.media_type,
                        "inLanguage": one.language,
                        "contentUrl": f"{base}{shelf.download(one)}" if base else "",
                    }
                )
                for one in book.downloads
            ]
            if pieces
            else [],
        }
    )


def _brief(shelf: Shelf, piece: Piece, base: str) -> dict[str, Any]:
    return _filled(
        {
            "@type": "Article",
            "@id": _id(base, shelf.page(piece), f"{shelf.book.unique}#{piece.stem}"),
            "headline": piece.title,
            "author": [_author(signer) for signer in piece.signers],
            "pageStart": piece.first_page,
        }
    )


def _author(signer: Signer) -> dict[str, Any]:
    kind = "Organization" if signer.is_body else "Person"
    return _filled(
        {"@type": kind, "name": signer.name, "jobTitle": "" if signer.is_body else signer.office}
    )


def article(magazine: Magazine, shelf: Shelf, piece: Piece, base: str) -> dict[str, Any]:
    """An article (schema.org/Article) and the issue it is part of."""
    book: Book = shelf.book
    return _filled(
        {
            "@type": "Article",
            "@id": _id(base, shelf.page(piece), f"{book.unique}#{piece.stem}"),
            "headline": piece.title,
            "alternativeHeadline": piece.subtitle,
            "author": [_author(signer) for signer in piece.signers],
            "articleSection": piece.section,
            "abstract": piece.summary,
            "pageStart": piece.first_page,
            "pageEnd": piece.last_page or piece.first_page,
            "inLanguage": piece.language,
            "datePublished": book.date,
            "url": absolute(base, shelf.page(piece)) if base else "",
            "isPartOf": issue(magazine, shelf, base, pieces=False),
        }
    )
