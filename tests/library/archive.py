"""A small archive of invented magazines, converted as ``fukan convert`` does it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from converter.batch import Job, Recipe, Status, convert, keys
from converter.epub import EpubOptions
from converter.library import LibraryOptions, LibraryReport, build_library, make_server
from converter.library.book import Book, Piece, Signer
from converter.model import Issue
from converter.model.serial import to_json
from converter.profile import Profile
from converter.resources import Resources
from tests.batch.magazine import issue_text
from tests.support.issues import full_issue

BASE = "https://library.example.org/archive/"


def recipe(*editions: str) -> Recipe:
    """EPUBs alone: they are quick, and the library treats a PDF alike."""
    epub = EpubOptions(profile=Profile(), resources=Resources())
    return Recipe(kinds=("epub",), editions=("", *editions), epub=epub)


def convert_all(output: Path, sources: Iterable[Path], how: Recipe) -> None:
    """Convert issues in this process, under the names of their files."""
    common = keys(how)
    for path in sources:
        row = convert(Job(path, path.stem, output, how, common))
        assert row.status in {Status.DONE, Status.UNCHANGED}, row.reason


def write_text(folder: Path, year: int, number: int, serial: int, **more: object) -> Path:
    """An issue of 河湾手记 as text."""
    path = folder / f"{year}-{number:02d}.txt"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(issue_text(year, number, serial, **more), encoding="utf-8")  # type: ignore[arg-type]
    return path


def write_model(folder: Path, name: str, issue: Issue) -> Path:
    """An issue as a model."""
    path = folder / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(to_json(issue), encoding="utf-8")
    return path


def shanhe(number: str = "4", **masthead: object) -> Issue:
    """An issue of 山河评论 that has everything."""
    issue = full_issue()
    changed = replace(issue.masthead, number=number, issn="2468-1357", **masthead)  # type: ignore[arg-type]
    return replace(issue, masthead=changed)


def build(output: Path, **options: object) -> LibraryReport:
    """Make the library of an output folder in its folder ``library``."""
    site = output / "library"
    return build_library(LibraryOptions(output=output, site=site, **options))  # type: ignore[arg-type]


@contextmanager
def serving(site: Path) -> Iterator[str]:
    """Serve a library; gives its address."""
    with make_server(site, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def book(
    year: int = 2023,
    number: str = "1",
    *,
    serial: int = 0,
    date: str = "",
    name: str = "",
    sections: tuple[str, ...] = (),
    signers: Iterable[Signer] = (),
    **more: object,
) -> Book:
    """An issue as the series checks see it."""
    own = name or f"{year}-{number}"
    label = f"{year}年第{number}期" if year and number else ""
    piece = Piece("a01", "渡口的灯", "", tuple(signers), "", "4", "8", "zh-Hans", "")
    values: dict[str, object] = {
        "name": own, "source": f"{own}.txt", "language": "zh-Hans", "magazine": "河湾手记",
        "named": True, "parallel": "", "issn": "1234-5679", "cn": "", "sponsor": "",
        "publisher": "", "year": year, "number": number, "serial": serial, "date": date,
        "label": label, "total": f"总第{serial}期" if serial else "", "unique": f"urn:uuid:{own}",
        "updated": "2023-01-01T00:00:00Z", "sections": sections, "contents": (),
        "pieces": (piece,), "imprint": (), "notices": (), "editions": (),
    }  # fmt: skip
    return Book(**{**values, **more})  # type: ignore[arg-type]
