"""The cumulative index of a year (总目录) as an issue of its own, for the EPUB and the PDF.

Chinese magazines print it in their last issue of the year: all articles by section, each
with its authors, the number of the issue and the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from converter.epub import EpubOptions
from converter.files import digest
from converter.library.indexes import Place, SectionEntry, sections_of
from converter.library.shelves import Magazine, Shelf
from converter.library.words import LibraryWords
from converter.model import Contents, ContentsEntry, ContentsSection, Issue, Masthead, SourceInfo
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
    number = book.number or str(book.serial or "")
    return "·".join(part for part in (number, place.piece.first_page) if part)


def annual_issue(
    magazine: Magazine, year: int, shelves: Sequence[Shelf], say: LibraryWords
) -> Issue:
    """The index as a model that has contents and nothing else."""
    title = annual_title(year, say)
    latest = shelves[-1].book
    return Issue(
        masthead=Masthead(title=f"{magazine.title} {title}", date=str(year or "")),
        contents=Contents(title, tuple(_section(e, say) for e in sections_of(shelves))),
        language=latest.language,
        # An index has no number; its identifier is made of magazine and year.
        source=SourceInfo(name=title, sha256=digest(magazine.title, latest.issn, str(year))),
    )


def _section(entry: SectionEntry, say: LibraryWords) -> ContentsSection:
    return ContentsSection(
        entry.name or say.no_section, tuple(_entry(place) for place in entry.places)
    )


def _entry(place: Place) -> ContentsEntry:
    piece = place.piece
    return ContentsEntry(
        title=(piece.title,),
        subtitle=piece.subtitle,
        authors=tuple(signer.name for signer in piece.signers),
        page=place_label(place),
    )


def write_annual(issue: Issue, folder: Path, resources: Resources) -> dict[str, bytes]:
    """The index as EPUB and PDF, by kind; ``folder`` is for the files on their way."""
    epub, pdf = folder / "index.epub", folder / "index.pdf"
    to_epub(issue, epub, EpubOptions(Profile(), resources))
    to_pdf(issue, pdf, PdfOptions(resources=resources))
    return {"epub": epub.read_bytes(), "pdf": pdf.read_bytes()}
