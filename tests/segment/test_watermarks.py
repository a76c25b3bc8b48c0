"""Watermarks across all pages, torn into their characters."""

from __future__ import annotations

from converter.segment.strays import without_strays
from converter.segment.watermarks import find_watermarks
from converter.source import Line

MARK = ("20", "槐", "江", "水", "利", "9")
TEXT = "堤上的人把船缆一根一根地收回来，数了又数。"


def page(*more: str, mark: tuple[str, ...] = MARK) -> list[str]:
    """A page with a piece of the watermark between any two of its lines."""
    first, *others = (text for piece in mark for text in (piece, "", TEXT, ""))
    return [f"\f{first}", *others, *more]


def numbered(*pages: list[str]) -> list[Line]:
    texts = [text for page in pages for text in page]
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def found(*pages: list[str]) -> list[str]:
    lines = numbered(*pages)
    return [lines[at].text.strip() for at in find_watermarks(lines)]


def test_the_same_characters_on_every_page_are_those_of_a_watermark() -> None:
    assert found(*[page()] * 8) == [*MARK] * 8
    assert found(*[page()] * 7) == []


def test_two_pieces_may_be_on_one_line() -> None:
    other = page(mark=("20", "槐江", "水", "利", "9"))
    assert found(*[page()] * 8, other)[-5:] == ["20", "槐江", "水", "利", "9"]


def test_a_number_that_comes_once_more_is_the_folio() -> None:
    assert found(*[page("4")] * 8, page("9"))[-6:] == [*MARK]
    assert found(*[page("4")] * 8, page("20", "", "9"))[-6:] == [*MARK]


def test_a_short_head_of_each_page_is_no_watermark() -> None:
    assert found(*[page("读者", mark=("槐江", "一", "二", "三"))] * 9) == []


def test_characters_within_a_text_and_on_a_few_pages_stay() -> None:
    pages = [*[page()] * 8, page("槐", TEXT), page("船", "", TEXT)]
    assert found(*pages) == [*MARK] * 10


def test_the_form_feed_stays_where_a_piece_began_the_page() -> None:
    left = without_strays(numbered(*[page()] * 8))
    assert sum("\f" in line.text for line in left.lines) == 8
    assert len(left.strays) == 8 * len(MARK)
    assert {reason for _, reason in left.strays} == {"stamp"}
    assert [line.text for line in left.lines if not line.blank] == [TEXT] * len(MARK) * 8
