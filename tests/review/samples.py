"""Desks over the small invented issue of the corrections' tests."""

from __future__ import annotations

from pathlib import Path

from converter.corrections import parse_corrections
from converter.pipeline import restore, variant
from converter.profile import Profile
from converter.review import Case, Desk, desk
from converter.review.items import Item, walk
from converter.variant import Edition
from tests.corrections.samples import ISSUE, LINES, line

__all__ = ["ISSUE", "LINES", "case_of", "desk_of", "item", "line", "marks", "written"]


def case_of(text: str = ISSUE, toml: str = "", edition: str = "") -> Case:
    corrections = parse_corrections(toml, "issue.corrections.toml")
    found = restore(text.encode(), name="issue.txt", profile=Profile(), corrections=corrections)
    case = Case(found, corrections)
    if not edition:
        return case
    _, report = variant(found.issue, Edition(edition), corrections=corrections)
    return Case(found, corrections, report, report.diagnostics)


def desk_of(text: str = ISSUE, toml: str = "", *, language: str = "en", edition: str = "") -> Desk:
    return desk(case_of(text, toml, edition), language)


def items(seen: Desk) -> list[Item]:
    return [one for part in seen.parts for one in walk(part.items)]


def item(seen: Desk, start: str) -> Item:
    """The only item whose text begins so."""
    found = [one for one in items(seen) if words(one).startswith(start)]
    assert len(found) == 1, (start, [words(one)[:20] for one in found])
    return found[0]


def words(one: Item) -> str:
    return "".join(bit.text for row in one.rows for bit in row)


def marks(one: Item, kind: str) -> list[str]:
    """What the marks of a kind say in an item."""
    return [bit.says for row in one.rows for bit in row if bit.mark.split()[:1] == [kind]]


def written(folder: Path, text: str = ISSUE) -> Path:
    """The issue as a file."""
    path = folder / "issue.txt"
    path.write_text(text, encoding="utf-8")
    return path
