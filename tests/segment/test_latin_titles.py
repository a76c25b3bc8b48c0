"""Titles that begin with a name in Latin letters, as running heads do."""

from __future__ import annotations

from converter.hanzi import key
from converter.segment.known_heads import latin_heads
from converter.source import Line

TEXTS = ("Tidewater 入门讲座", "Tidewater 年会纪要")
LINES = [Line(number, text) for number, text in enumerate(TEXTS, 1)]
PARTS = {key("入门讲座"), key("年会纪要")}


def test_the_same_letters_before_two_sections_are_the_magazine_over_its_pages() -> None:
    assert latin_heads(LINES, PARTS, {}) == [0, 1]


def test_a_title_that_the_contents_name_as_a_whole_is_none() -> None:
    assert latin_heads(LINES, PARTS | {key(text) for text in TEXTS}, {}) == []
