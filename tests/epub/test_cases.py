"""Every edition of every case: valid, complete, the same in every run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from converter.epub import write_epub
from tests.epub.reading import differences
from tests.support.editions import CASES, editions
from tests.support.epub import Epub, NavPoint
from tests.support.epubcheck import Message


def targets(points: tuple[NavPoint, ...]) -> list[str]:
    return [t for p in points for t in ([p.target] if p.target else []) + targets(p.children)]


Check = Callable[..., list[Message]]


def check_editions(name: str, source: Path, epubcheck: Check, folder: Path) -> None:
    made = list(editions(name, source))
    assert len({book.name for book in made}) == len(made) >= 4
    identifiers = set()
    for book in made:
        target = folder / f"{book.name}.epub"
        write_epub(book.issue, target, book.options)
        assert epubcheck(target, usage=True) == [], book.name
        epub = Epub(target)
        assert differences(epub, book.issue) == [], book.name
        files = [file.partition("#")[0] for file in targets(epub.nav())]
        assert set(files) == set(epub.spine) - {"EPUB/cover.xhtml"}, book.name
        identifiers |= set(epub.metadata("dc:identifier[@id='uid']"))
    assert len(identifiers) == len(made), "an edition of its own has an identifier of its own"


@pytest.mark.parametrize("name", CASES)
def test_every_edition_is_valid_and_complete(name: str, epubcheck: Check, tmp_path: Path) -> None:
    check_editions(name, CASES[name], epubcheck, tmp_path)


def test_every_edition_of_a_real_issue_is_valid_and_complete(
    real_issue: Path, epubcheck: Check, tmp_path: Path
) -> None:
    check_editions("real", real_issue, epubcheck, tmp_path)


@pytest.mark.parametrize("name", ["sample", "haiyu-2024-03"])
def test_the_same_issue_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    for book in editions(name, CASES[name]):
        first, second = tmp_path / "first.epub", tmp_path / "second.epub"
        write_epub(book.issue, first, book.options)
        write_epub(book.issue, second, book.options)
        assert first.read_bytes() == second.read_bytes()
