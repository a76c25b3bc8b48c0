"""PDFs of the sample magazine, each made once for all tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from converter.diagnostics import Diagnostic
from converter.model import Issue
from converter.pdf import PdfOptions, write_pdf
from tests.pdf.reading import Run, runs
from tests.pdf.sample import sample_issue


@dataclass(frozen=True, slots=True)
class Built:
    """A finished PDF, what was said of it, and the options it was made with."""

    path: Path
    diagnostics: tuple[Diagnostic, ...]
    options: PdfOptions
    issue: Issue

    @property
    def runs(self) -> list[Run]:
        """Its text, read back from the content streams."""
        return runs(self.path)


Build = Callable[..., Built]


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """``build(edition="press", …)`` makes a PDF of the sample, or of ``issue``, once."""
    folder = tmp_path_factory.mktemp("pdf")
    made: dict[Any, Built] = {}

    def built(issue: Issue | None = None, *, language: str = "", **chosen: Any) -> Built:
        source = issue or sample_issue()
        if language:
            source = replace(source, language=language)
        key = (source, tuple(sorted(chosen.items())))
        if key not in made:
            options = PdfOptions(**chosen)
            target = folder / f"{len(made)}.pdf"
            made[key] = Built(target, write_pdf(source, target, options), options, source)
        return made[key]

    yield built
    made.clear()


@pytest.fixture(scope="session")
def screen(build: Build) -> Built:
    """The screen edition in the classic theme."""
    return build()


@pytest.fixture(scope="session")
def press(build: Build) -> Built:
    """The press edition, padded to sheets of eight pages."""
    return build(edition="press", signature=8)


@pytest.fixture(scope="session")
def archive(build: Build) -> Built:
    """The archive edition."""
    return build(edition="archive")
