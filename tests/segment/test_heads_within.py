"""Names of sections in two languages over the rest of a text, below a box that ends its page."""

from __future__ import annotations

from converter.segment.heads_within import heads_within
from converter.source import Line

HEAD = "封面报道 Cover Story"
TEXT = ["在校生六千，产业园的厂房租出去", "四成，没有人说得清指的是什么。"]


def found(*below: str, told: int = 2) -> list[int]:
    """The places of heads below a box, where the same line is told on other pages."""
    texts = ["限期七年，利率不变。", "", HEAD, "", *below, ""]
    lines = [Line(at, text) for at, text in enumerate([*texts, *([HEAD, ""] * told)])]
    reasons = {line.number: "running-head" for line in lines[len(texts) :] if not line.blank}
    return list(heads_within(lines, frozenset(), reasons))


def test_a_line_that_is_told_elsewhere_is_a_head_over_text() -> None:
    assert found(*TEXT) == [2]


def test_over_a_title_it_names_the_section() -> None:
    assert found("新城十年账", "", *TEXT) == []


def test_over_a_paragraph_with_its_indent_it_is_no_head() -> None:
    assert found("　　" + TEXT[0], TEXT[1]) == []


def test_once_elsewhere_is_chance() -> None:
    assert found(*TEXT, told=1) == []
