"""Newspapers: many short pieces, which fill the pages together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Article, Figure, Issue, Paragraph, Table, TableCell, Text, Verse
from tests.pdf.conftest import Build, Built
from tests.pdf.sample import prose
from tests.pdf.test_makeup import brief, issue_of, lines_by_page, opens_on
from tests.pdf.test_page import body_runs, off_grid, page_of


def newspaper(count: int, sentences: int, *others: Article) -> Issue:
    """So many pieces of news in sections of four, and others."""
    pieces = [
        replace(
            brief(number, section=number // 4),
            blocks=(
                Paragraph(Text(prose(number, sentences))),
                Paragraph(Text(prose(number + 3, sentences))),
            ),
        )
        for number in range(count)
    ]
    sections = tuple(f"第{number + 1}版" for number in range(count // 4 + 1))
    return replace(issue_of(*pieces, *others), section_names=sections)


def white(built: Built) -> list[int]:
    """The lines that each page with text has left at its foot, but the last."""
    page = page_of(built)
    foot = page.height - page.top - page.lines * page.grid
    lowest: dict[int, float] = {}
    for run in body_runs(built):
        lowest[run.page] = min(run.y, lowest.get(run.page, run.y))
    return [round((y - foot) / page.grid) for _, y in sorted(lowest.items())[:-1]]


@pytest.mark.parametrize("sentences", [2, 3, 4])
def test_the_pieces_of_a_newspaper_fill_its_pages(build: Build, sentences: int) -> None:
    built = build(newspaper(12, sentences))
    # No more is left than a title with the lines that belong below it would take.
    assert max(white(built)) <= 12
    assert off_grid(built) == []


@pytest.mark.parametrize("sentences", range(2, 8, 2))
def test_no_title_of_a_newspaper_ends_a_page_with_a_line_or_two(
    build: Build, sentences: int
) -> None:
    built = build(newspaper(12, sentences))
    heads = {(run.page, round(run.y)) for run in built.runs if run.size > 14 and run.page > 1}
    lines = {(run.page, round(run.y)) for run in body_runs(built)}
    assert len(heads) == 12
    for page, y in heads:
        end = max((there for at, there in heads if at == page and there < y), default=0)
        assert sum(at == page and end < there < y for at, there in lines) >= 4
    assert min(lines_by_page(built).values()) >= 2


def test_a_section_of_a_newspaper_begins_in_the_midst_of_a_page(build: Build) -> None:
    built = build(newspaper(12, 2))
    assert opens_on(built, "启事之4") == opens_on(built, "启事之3")
    # Seven pieces are no newspaper: what leads in to a section has a page of its own.
    built = build(newspaper(7, 2))
    assert opens_on(built, "启事之4") == opens_on(built, "启事之3") + 1


def test_an_issue_without_articles_is_set(build: Build) -> None:
    assert build(newspaper(0, 2)).path.exists()


def test_a_table_and_a_poem_of_a_newspaper_share_a_page_whole(build: Build) -> None:
    rows = tuple((TableCell(Text(name)), TableCell(Text("2.80"))) for name in ("青菜", "草鱼"))
    prices = replace(
        brief(12, section=3),
        blocks=(Paragraph(Text(prose(1, 1))), Table(rows), Figure(Text("菜场一角"))),
    )
    poem = replace(
        brief(13, section=3), blocks=(Verse(tuple(Text(f"第{n}行") for n in range(1, 10))),)
    )
    built = build(newspaper(10, 2, prices, poem, brief(14, section=3)))
    for title, word in (("启事之12", "菜场一角"), ("启事之13", "第9行")):
        assert {run.page for run in built.runs if word in run.text} == {opens_on(built, title)}
    assert opens_on(built, "启事之12") == opens_on(built, "启事之9")
