"""Every edition of every issue that tests know: sources by name, books to be made of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from converter.epub import EpubOptions
from converter.model import Issue
from converter.pipeline import restore, variant
from converter.resources import Resources
from converter.variant import Edition
from tests.support.tools import ROOT

SAMPLE = next(iter(sorted((ROOT / "converter" / "sample").glob("*.txt"))))
CASES = {
    "sample": SAMPLE,
    **{path.parent.name: path for path in sorted(ROOT.glob("tests/cases/*/issue.txt"))},
}
"""The sources of all cases by name."""


@dataclass(frozen=True, slots=True)
class Book:
    """An edition of an issue, as ``write_epub`` takes it."""

    name: str
    issue: Issue
    options: EpubOptions


def editions(name: str, source: Path) -> Iterator[Book]:
    """The issue as it is, in every other script and region, and a vertical one."""
    restored = restore(source)
    own = restored.issue
    options = EpubOptions(restored.profile, Resources())
    yield Book(f"{name}.{own.language}", own, options)
    traditional = own if own.language.startswith("zh-Hant") else None
    for edition in Edition:
        if edition.value == own.language:
            continue
        issue, _ = variant(own, edition)
        yield Book(f"{name}.{issue.language}", issue, options)
        if edition is Edition.TAIWAN:
            traditional = traditional or issue
    assert traditional is not None
    vertical = replace(options, vertical=True)
    yield Book(f"{name}.{traditional.language}-vertical", traditional, vertical)
