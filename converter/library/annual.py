"""The cumulative index of a year (总目录) as an issue of its own, for the EPUB and the PDF.

Chinese magazines print it in their last issue of the year: all articles by section, each
with its authors, the number of the issue and the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from converter.epub import EpubOptions
from converter.library.indexes import Place, SectionEntry, sections_of
from converter.library.shelves import Magazine, Shelf
from converter.library.words import LibraryWords
from converter.model import (
    Article,
    Block,
    Heading,
    Issue,
    Masthead,
    SourceInfo,
    Table,
    TableCell,
    Text,
)
from converter.pdf import PdfOptions
from converter.pipeline import to_epub, to_pdf
from converter.profile import Profile
from converter.resources import Resources


def annual_title(year: int, say: LibraryWords) -> str:
    """2023年总目录."""
    return say.annual_of.format(year) if year else say.annual_undated


def place_label(place: Place) -> str:
    """Number and page as an index prints them: 4·12; what is unknown is left out."""
    book = place.shelf.book
    return "·".join(
        part for part in (book.number or str(book.serial or ""), place.piece.first_page) if part
    )


def annual_issue(
    magazine: Magazine, year: int, shelves: Sequence[Shelf], say: LibraryWords
) -> Issue:
    """The index as a model: a heading and a table for each section."""
    title = annual_title(year, say)
    latest = shelves[-1].book
    blocks = tuple(block for entry in sections_of(shelves) for block in _section(entry, say))
    return Issue(
        masthead=Masthead(title=f"{magazine.title}{title}", date=str(year or ""), issn=latest.issn),
        articles=(Article(id="index", title=(Text(title),), blocks=blocks),),
        language=latest.language,
        source=SourceInfo(name=f"{magazine.folder}-{year or 'undated'}"),
    )


def _section(entry: SectionEntry, say: LibraryWords) -> Iterator[Block]:
    yield Heading(Text(entry.name or say.no_section), 1)
    head = tuple(
        TableCell(Text(name), header=True)
        for name in (say.column_title, say.column_author, say.column_place)
    )
    yield Table((head, *(_row(place) for place in entry.places)))


def _row(place: Place) -> tuple[TableCell, ...]:
    piece = place.piece
    title = f"{piece.title}{_after_dash(piece.subtitle)}"
    authors = "　".join(signer.name for signer in piece.signers)
    return tuple(TableCell(Text(value)) for value in (title, authors, place_label(place)))


def _after_dash(subtitle: str) -> str:
    return f"——{subtitle.lstrip('—')}" if subtitle else ""


def write_annual(issue: Issue, folder: Path, resources: Resources) -> dict[str, bytes]:
    """The index as EPUB and PDF, by kind; ``folder`` is for the files on their way."""
    epub, pdf = folder / "index.epub", folder / "index.pdf"
    to_epub(issue, epub, EpubOptions(Profile(), resources))
    to_pdf(issue, pdf, PdfOptions(resources=resources))
    return {"epub": epub.read_bytes(), "pdf": pdf.read_bytes()}
