"""Make-up: how articles end, what stands at the foot of a page, where boxes go."""

from __future__ import annotations

from collections import Counter

import pytest

from converter.model import Article, Box, Heading, Issue, Masthead, Paragraph, PullQuote, Text
from tests.pdf.conftest import Build, Built
from tests.pdf.sample import prose
from tests.pdf.test_page import body_runs, off_grid, page_of


def issue_of(*articles: Article) -> Issue:
    return Issue(Masthead("排版"), articles=articles)


def essay(number: int, paragraphs: int, *, pull: bool = True) -> Article:
    blocks = [
        Paragraph(Text(prose(number + at, 4 + (at + number) % 3)), id=f"p{number}-{at}")
        for at in range(paragraphs)
    ]
    quotes = (PullQuote((Text(prose(number, 2)),)),) if pull else ()
    return Article(
        f"a{number:02}", (Text("长文怎样收尾"),), pull_quotes=quotes, blocks=tuple(blocks)
    )


def lines_by_page(built: Built) -> Counter[int]:
    """The lines of running text on each page."""
    return Counter(page for page, _ in {(run.page, round(run.y)) for run in body_runs(built)})


def test_articles_of_every_length_end_with_more_than_a_line_or_two(build: Build) -> None:
    # Each length from a page and a bit on, so that tails of every size come up.
    built = build(issue_of(*(essay(number, 8 + number // 2) for number in range(14))))
    last: dict[str, int] = {}
    counts = lines_by_page(built)
    openings = sorted({run.page for run in built.runs if run.size > 18 and not run.artifact})
    for first, following in zip(openings[1:], [*openings[2:], max(counts) + 1], strict=True):
        if following - first > 1:
            last[f"{first}"] = counts[following - 1]

    assert len(last) > 6
    short = [page for page, lines in last.items() if lines <= 3]
    # A page of two lines may remain where nothing has the white to give: not often.
    assert len(short) <= 1
    assert off_grid(built) == []


@pytest.mark.parametrize("columns", [1, 2])
def test_an_article_made_up_again_keeps_all_of_its_text(build: Build, columns: int) -> None:
    articles = tuple(essay(number, 9 + number, pull=False) for number in range(12 // columns**2))
    built = build(issue_of(*articles), columns=columns)

    wanted = Counter[str]()
    for article in articles:
        for block in article.blocks:
            assert isinstance(block, Paragraph)
            wanted.update(block.text.value)
    printed = Counter("".join(run.text for run in built.runs if not run.artifact))
    assert wanted - printed == Counter()
    extra = printed - wanted
    assert extra.total() < 60 + 24 * len(articles)  # cover, contents, titles


def test_a_box_at_the_foot_is_not_sent_on_for_the_sake_of_one_line(build: Build) -> None:
    """Its page would end with the place that was kept for it empty."""
    blocks: list[Paragraph | Box | Heading] = []
    for number in range(30):
        blocks.append(Paragraph(Text(prose(number, 3 + number % 5)), id=f"p{number}"))
        if number % 6 == 2:
            inner = (Paragraph(Text(prose(number, 9))),)
            blocks.append(Box("链接", None, inner, anchor=f"p{number}", id=f"x{number}"))
    built = build(issue_of(Article("a", (Text("盒子"),), blocks=tuple(blocks))))
    geometry = page_of(built)

    pages = sorted({run.page for run in body_runs(built)})
    assert len(pages) > 4
    for page in pages[1:-1]:
        text = [run.y for run in built.runs if run.page == page and not run.artifact]
        empty = (min(text) - geometry.bottom) / geometry.grid
        # A heading, widows or a paragraph's first line may cost two lines, a box has padding.
        assert empty < 3.2, f"page {page + 1} ends {empty:.1f} lines early"
