"""Each character of the restored text knows where in the file it came from."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from converter.diagnostics import Span
from converter.model import Change
from converter.review.origins import Origin, Origins, place_of_drop
from converter.source import Line
from tests.review.samples import desk_of, items
from tests.support.tools import ROOT

CASES = sorted((ROOT / "tests" / "cases").glob("*/issue.txt"))


def lines_of(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def places(row: list[Origin | None]) -> list[tuple[int, int] | None]:
    return [(one.line, one.column) if one else None for one in row]


def test_blanks_are_passed_over_on_either_side() -> None:
    origins = Origins(lines_of("  河 边", "的船"), [])
    (row,) = origins.of(["河边 的船"], [Span(1, 2)])
    assert places(row) == [(1, 2), (1, 4), None, (2, 0), (2, 1)]


def test_a_repaired_character_leads_to_what_it_was() -> None:
    origins = Origins(lines_of("河边,船"), [Change(1, 2, ",", "，", "punctuation-width")])
    (row,) = origins.of(["河边，船"], [Span(1, 1)])
    assert row[2] == Origin(1, 2, 0)
    assert row[3] == Origin(1, 3, -1)


def test_repairs_of_repairs_are_followed_in_their_order() -> None:
    changes = [Change(1, 1, "(", "（", "one"), Change(1, 1, "（水", "（河", "two")]
    (row,) = Origins(lines_of("边(水岸"), changes).of(["边（河岸"], [Span(1, 1)])
    assert [one.change if one else None for one in row] == [-1, 1, 1, -1]


def test_a_repair_that_names_no_column_is_noted_as_unplaced() -> None:
    origins = Origins(lines_of('他说"好"'), [Change(1, 0, '"', "“", "straight-quotes")])
    assert origins.unplaced == {0}
    (row,) = origins.of(["他说“好”"], [Span(1, 1)])
    assert places(row) == [(1, 0), (1, 1), None, (1, 3), None]


def test_what_was_dropped_in_between_is_skipped() -> None:
    (row,) = Origins(lines_of("思想社", "会主义思想为"), []).of(
        ["思想会主义思想为"], [Span(1, 1), Span(2, 2)]
    )
    assert places(row)[1:3] == [(1, 1), (2, 0)]


def test_texts_of_one_block_follow_each_other() -> None:
    first, second = Origins(lines_of("水上 水下"), []).of(["水上", "水下"], [Span(1, 1)])
    assert places(first) == [(1, 0), (1, 1)]
    assert places(second) == [(1, 3), (1, 4)]


def test_the_place_of_a_drop_may_be_scattered_over_its_line() -> None:
    assert place_of_drop("| 甲 | 乙 |", "|||") == [(0, 1), (4, 5), (8, 9)]
    assert place_of_drop("水很急，水", "水", last=True) == [(4, 5)]
    assert place_of_drop("没有", "别的") == []


@given(st.lists(st.text("河边船水， ,", max_size=12), min_size=1, max_size=5), st.data())
@settings(max_examples=150, deadline=None)
def test_characters_that_are_found_are_the_same_characters_in_order(
    texts: list[str], data: st.DataObject
) -> None:
    value = data.draw(st.text("河边船水，。 ", max_size=40))
    lines = lines_of(*texts)
    (row,) = Origins(lines, []).of([value], [Span(1, len(lines))])
    assert len(row) == len(value)
    found = [(char, one) for char, one in zip(value, row, strict=True) if one]
    assert all(lines[one.line - 1].text[one.column] == char for char, one in found)
    assert [one[:2] for _, one in found] == sorted({one[:2] for _, one in found})


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_line_of_a_case_is_shown_whole_and_leads_somewhere(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    seen = desk_of(text)
    # Not splitlines(): a form feed ends a page and no line.
    lines = re.split(r"\r\n|\n|\r", text.removesuffix("\n"))
    assert ["".join(bit.text for bit in one.bits) for one in seen.sheet] == lines
    keys = {one.key for one in items(seen)}
    for one in seen.sheet:
        explained = one.gone or any(bit.mark == "drop" for bit in one.bits)
        assert one.blank or explained or one.to in keys, one.number


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_every_repair_of_a_case_is_marked_on_the_side_of_the_source(path: Path) -> None:
    text = path.read_bytes().decode("utf-8-sig")
    seen = desk_of(text)
    marked = sum(bit.mark in ("change", "edited") for one in seen.sheet for bit in one.bits)
    # A repair on top of another shares its mark; one of blanks has a mark for each run of them.
    assert marked >= seen.counts.changes - max(2, seen.counts.changes // 5)
    assert marked <= seen.counts.changes * 2 + 2
