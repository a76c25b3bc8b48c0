"""Blank lines that stand in all gaps alike part no more than one does, or nothing at all."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from converter.model import Box, Heading, Issue, Paragraph
from converter.pipeline import restore
from converter.segment.blank_lines import blank_numbers, even_blanks, touches
from converter.source import Line

CASES = Path(__file__).parent.parent / "cases"


def outline(text: str) -> list[tuple[str, ...]]:
    found: Issue = restore(text.encode(), name="issue.txt").issue
    told: list[tuple[str, ...]] = [
        (section.name, "".join(entry.title), entry.page)
        for section in found.contents.sections
        for entry in section.entries
    ]
    for article in found.articles:
        told.append(("article", *(line.value for line in article.title)))
        for block in article.blocks:
            if isinstance(block, Paragraph | Heading):
                told.append((block.type, block.text.value))
            elif isinstance(block, Box):
                told.append(("box", block.label))
    return told


@pytest.mark.parametrize("name", ["qizhou-2024-03", "lanjiang-2023-07", "gongyi-2023-01"])
def test_three_blank_lines_in_every_gap_are_one(name: str) -> None:
    text = (CASES / name / "issue.txt").read_text("utf-8")
    once = re.sub(r"\n\s*\n+", "\n\n", text)
    assert outline(once.replace("\n\n", "\n\n\n\n")) == outline(once)


@pytest.mark.parametrize("name", ["liqing-2019-05", "qingbu-1994-06", "chilun-2024-04"])
def test_a_blank_line_below_every_line_parts_nothing(name: str) -> None:
    text = (CASES / name / "issue.txt").read_text("utf-8")
    close = re.sub(r"\n\s*\n+", "\n", text)
    assert outline(close.replace("\n", "\n\n")) == outline(close)


def lines(text: str) -> list[Line]:
    return [Line(number, part) for number, part in enumerate(text.split("\n"), 1)]


def test_deeper_gaps_stay_where_others_go() -> None:
    full = "河水从上游下来到这里转了一个弯弯里停着几条旧船"
    found = lines("\n\n".join([*[full] * 20, "船上没有人。\n", *[full] * 20]))
    evened = even_blanks(found)
    assert [at for at, line in enumerate(evened) if line.blank] == [21]
    absent = blank_numbers(found, evened)
    assert touches(evened[0], evened[1], absent)
    assert not touches(evened[0], evened[2], absent)


def test_paragraphs_with_a_blank_line_between_all_of_them_keep_those() -> None:
    whole = "河水从上游下来，到这里转了一个弯。"
    found = lines("\n\n".join([whole, whole * 2, whole * 3] * 10))
    assert list(even_blanks(found)) == found


def test_a_text_with_some_blank_lines_keeps_them() -> None:
    found = lines("\n\n".join("甲\n乙" for _ in range(20)))
    assert list(even_blanks(found)) == found
