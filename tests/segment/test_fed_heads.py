"""Running heads and feet of pages that form feeds part, as PDF readers write them."""

from __future__ import annotations

import pytest

from converter.segment import find_furniture
from converter.segment.fed_heads import heads_of_fed_pages
from converter.source import Line

TITLE, SIGNED = "堤岸渗水的几种算法", "槐江水利学校 陶然"
SECTION = "2.1"


def lines_of(*pages: list[str]) -> list[Line]:
    """The lines of pages, of which each but the first begins with a form feed."""
    texts = [text for page in pages for text in [f"\f{page[0]}", *page[1:]]]
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def told(lines: list[Line], title: str = "", keep: frozenset[str] = frozenset()) -> list[int]:
    return sorted(lines[at].number for at in heads_of_fed_pages(lines, title, keep, {}))


def text(seed: str) -> list[str]:
    """A page of text whose last sentence is whole, so that nothing is cut at its end."""
    return [f"{seed}堤上的人把船缆一根一根地收回来，数了又数。", f"{seed}船舱里的水已经舀干。"]


def test_lines_at_the_tops_of_pages_are_their_head_where_nothing_else_tells() -> None:
    head = [TITLE, "", SIGNED, ""]
    lines = lines_of([*head, *head, *text("甲")], *([*head, *text(seed)] for seed in "乙丙丁"))
    assert told(lines) == [1, 3, 11, 13, 17, 19, 23, 25]
    reasons = find_furniture(lines).reasons
    assert [number for number in reasons if reasons[number] == "running-head"] == told(lines)


def test_two_pages_are_too_few() -> None:
    head = [TITLE, "", SIGNED, ""]
    assert told(lines_of(text("甲"), [*head, *text("乙")], [*head, *text("丙")])) == []


def test_the_page_where_an_article_begins_has_its_title_and_no_head() -> None:
    head = [TITLE, "", SIGNED, ""]
    lines = lines_of(text("甲"), *([*head, *text(seed)] for seed in "乙丙丁"))
    assert told(lines) == [9, 11, 15, 17]


def test_no_title_cuts_a_sentence_and_none_is_told_on_the_page_before() -> None:
    head = [TITLE, "", *text("乙")]
    cut = [*text("甲"), "堤上的人把船缆一根一根地收回来，数了又数，船舱里的水已经舀干，岸"]
    assert told(lines_of(cut, head, head, head)) == [4, 8, 12]
    opening = ["堤岸渗水的", "几种算法", "", "陶 然", "", *text("甲")]
    assert told(lines_of(opening, head, head, head)) == [8, 12, 16]


def test_the_name_of_the_magazine_is_no_title() -> None:
    lines = lines_of(*(["槐江水利", "", f"{seed}的堤", "", *text(seed)] for seed in "甲乙丙"))
    assert told(lines) == [7, 13]
    assert told(lines, title="槐江水利") == [1, 7, 13]


def test_facing_pages_have_different_heads() -> None:
    left, right = [TITLE, "", *text("甲")], ["槐江水利", "", *text("乙")]
    assert told(lines_of(*[left, right] * 3), title="槐江水利") == [5, 9, 13, 17, 21]


def test_other_rows_may_be_read_between_the_lines_of_a_head() -> None:
    head = [TITLE, "", SIGNED, ""]
    torn = [TITLE, "", SECTION, "", "渗水的量", "", SIGNED, "", *text("乙")]
    low = [SECTION, *text("丙"), *[text("丁")[0]] * 9, "", SIGNED, ""]
    pages = [torn, *([*head, *text(seed)] for seed in "甲乙丙"), [TITLE, *low]]
    lines = lines_of([*head, *head, *text("甲")], *pages)
    numbers = [line.number for line in lines if line.text.strip() in (TITLE, SIGNED)]
    assert told(lines) == [number for number in numbers if number not in (5, 7)]


@pytest.mark.parametrize("label", ["小知识", "编者的话"])
def test_the_last_line_of_page_after_page_is_their_foot_be_it_called_as_boxes_are(
    label: str,
) -> None:
    lines = lines_of(*([*text(seed), "", label] for seed in "甲乙丙"))
    assert told(lines, keep=frozenset((label,))) == [4, 8, 12]
    lines = lines_of(text("甲"), *([*text(seed), "", label] for seed in "乙丙"), text("丁"))
    assert told(lines, keep=frozenset((label,))) == [6, 10]
    assert told(lines) == []
    lines = lines_of(*([label, *text(seed)] for seed in "甲乙丙"))
    assert told(lines, keep=frozenset((label,))) == []


def test_a_line_of_text_is_no_head() -> None:
    lines = lines_of(*(["堤上的人回来了。", *text(seed)] for seed in "甲乙丙丁"))
    assert told(lines) == []


def test_roman_numerals_above_form_feeds_are_folios() -> None:
    pages = [
        [*text(seed), "", "关于槐江", "", roman]
        for seed, roman in zip("甲乙丙", ("I", "II", "III"), strict=True)
    ]
    reasons = find_furniture(lines_of(*pages, text("丁"))).reasons
    assert [reasons.get(number) for number in (4, 6, 10, 12, 16, 18)] == [
        "running-head",
        "folio",
    ] * 3
    reasons = find_furniture(lines_of(["I", *text("甲")], ["II", *text("乙")], text("丙"))).reasons
    assert reasons == {}


def test_where_an_article_was_printed_before_is_no_head() -> None:
    notes = [f"本文已刊于 2019 年 {month} 月 {month} 日的《槐江青年》" for month in (3, 5, 6, 8)]
    texts = [line for note in notes for line in (*text("甲"), "", note, "")]
    lines = [Line(number, one) for number, one in enumerate(texts, 1)]
    assert find_furniture(lines).reasons == {}
