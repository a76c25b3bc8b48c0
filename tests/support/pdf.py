"""A finished PDF as poppler sees it."""

from __future__ import annotations

from pathlib import Path

from tests.support.tools import run


def text(document: Path, page: int | None = None, *, layout: bool = False) -> str:
    """The text of the document or of one page (from 1); ``layout`` keeps its places."""
    pages = ("-f", str(page), "-l", str(page)) if page else ()
    return run("pdftotext", *pages, *(("-layout",) if layout else ()), document, "-")


def page_count(document: Path) -> int:
    """The number of pages."""
    return int(info(document)["Pages"])


def info(document: Path) -> dict[str, str]:
    """The fields of ``pdfinfo``: Title, Author, Pages, Page size, Tagged …"""
    lines = run("pdfinfo", "-isodates", document).splitlines()
    pairs = (line.partition(":") for line in lines)
    return {name: value.strip() for name, _, value in pairs}


def fonts(document: Path) -> list[dict[str, str]]:
    """Its fonts: name, type, emb, sub and uni (yes or no)."""
    rows = run("pdffonts", document).splitlines()[2:]
    made = []
    for row in rows:
        # The type may have blanks in it, so count from the right: emb sub uni object ID.
        name, *kind, _encoding, emb, sub, uni, _number, _generation = row.split()
        made.append({"name": name, "type": " ".join(kind), "emb": emb, "sub": sub, "uni": uni})
    return made


def page_png(document: Path, page: int, target: Path, *, dpi: int = 100) -> Path:
    """Render one page (from 1) to the PNG file ``target``."""
    number = str(page)
    stem = target.with_suffix("")
    run(
        "pdftoppm",
        "-png",
        "-singlefile",
        "-r",
        str(dpi),
        "-f",
        number,
        "-l",
        number,
        document,
        stem,
    )
    return stem.with_suffix(".png")
