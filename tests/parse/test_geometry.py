"""The page that an issue was printed on, fitted to articles set on a known one."""

from __future__ import annotations

import random

import pytest

from converter.parse.geometry import Item
from converter.parse.geometry.depth import depth_by_contents
from converter.parse.geometry.layout import cost_of_pages, lay_out
from converter.parse.geometry.lengths import weigh_lengths
from converter.parse.geometry.measure import of_one_column
from converter.parse.geometry.odds import Habits, odds_of_going_on
from converter.parse.geometry.page import INDENT, Page
from converter.parse.geometry.texts import may_go_on, weigh_texts


def printed(seed: int, pages: int, *, measure: int, depth: int, opening: int) -> list[Item]:
    """An article set on so many pages: its paragraphs, in pieces where pages cut them.

    ``opening`` lines stand on the first page, under the title.
    """
    chance = random.Random(seed)  # noqa: S311
    items: list[Item] = []
    left, page, line = opening, 1, 0
    while page <= pages:
        line += 1
        lines = chance.randint(3, 7)
        last = chance.randint(3, measure)
        starts = True
        while lines and page <= pages:
            here = min(lines, left)
            lines, left = lines - here, left - here
            size = here * measure - (0 if lines else measure - last)
            text = "字" * int(size - (INDENT if starts else 0)) + ("" if lines else "。")
            cut = lines > 0 and page < pages
            items.append(Item("text", line, line, float(size), cut=cut, starts=starts, text=text))
            starts = False
            line += cut
            if not left:
                page, left = page + 1, depth
    return items


@pytest.mark.parametrize(("measure", "depth", "opening"), [(30, 26, 11), (24, 34, 20), (36, 22, 9)])
def test_the_pages_of_the_contents_tell_the_depth(measure: int, depth: int, opening: int) -> None:
    counts = [6, 3, 4, 3, 5]
    articles = [
        printed(seed, count, measure=measure, depth=depth, opening=opening)
        for seed, count in enumerate(counts)
    ]
    found, score = depth_by_contents(articles, counts, measure)
    assert abs(found - depth) <= 1
    assert score


def test_articles_of_a_page_or_two_tell_no_depth() -> None:
    counts = [1, 2, 1, 2]
    articles = [
        printed(seed, count, measure=30, depth=26, opening=12) for seed, count in enumerate(counts)
    ]
    assert depth_by_contents(articles, counts, 30) == (0.0, 0.0)


def test_another_count_of_pages_than_the_right_one_costs_more() -> None:
    items = printed(5, 5, measure=30, depth=26, opening=12)
    right = cost_of_pages(items, Page(30, 26, 0, 0), 5)
    assert right < cost_of_pages(items, Page(30, 26, 0, 0), 3)
    assert right < cost_of_pages(items, Page(30, 18, 0, 0), 5)


def test_two_columns_are_no_long_lines() -> None:
    column = [printed(seed, 6, measure=20, depth=30, opening=13) for seed in range(3)]
    lines = [printed(seed, 6, measure=40, depth=30, opening=13) for seed in range(3)]
    assert of_one_column(column, 40) == 20
    assert of_one_column(lines, 40) == 40


def text(size: float, words: str = "水渠修了三年，一直修到后山的稻田里。", **more: bool) -> Item:
    """A text of so many em, which begins and ends as told."""
    return Item("text", 0, 0, size, text=words, **more)


def test_chances_add_up_to_the_breaks_and_are_greatest_where_pages_are_full() -> None:
    items = printed(5, 5, measure=30, depth=26, opening=12)
    page = Page(30, 26, 9.0, 9.0, opening=12)
    cuts = [at for at, item in enumerate(items) if item.cut]
    free, counted = lay_out(items, page, 0), lay_out(items, page, 5)
    assert sum(counted.chances) == pytest.approx(4.0)
    for layout in (free, counted):
        assert all(layout.chances[at] > 0.9 for at in cuts)


def test_a_page_may_break_at_one_place_or_another() -> None:
    items = [text(120.0) for _ in range(20)]
    layout = lay_out(items, Page(30, 26, 9.0, 9.0, opening=12), 4)
    assert len(layout.breaks) == 3
    assert sum(layout.chances) == pytest.approx(3.0)
    assert sum(chance > 0.05 for chance in layout.chances) > 3


def test_a_known_break_moves_the_others() -> None:
    items = [text(120.0) for _ in range(20)]
    page = Page(30, 26, 9.0, 9.0, opening=12)
    chances = lay_out(items, page, 4, known=[6]).chances
    assert chances[6] == pytest.approx(1.0)
    assert sum(chances) == pytest.approx(3.0)
    assert chances[12] > lay_out(items, page, 4).chances[12]


def test_the_lengths_of_paragraphs_tell_two_halves_from_two_whole_ones() -> None:
    sizes = [120.0, 130.0, 110.0, 60.0, 65.0, 125.0, 118.0, 122.0, 127.0]
    items = [text(size) for size in sizes]
    weigh_lengths([items])
    assert items[3].lean > 0
    assert all(item.lean < 0 for at, item in enumerate(items[:-1]) if at not in (2, 3, 4))


def test_pieces_that_a_page_has_cut_count_as_one_length() -> None:
    items = [text(120.0), text(80.0, cut=True), text(40.0, starts=False), text(118.0), text(121.0)]
    weigh_lengths([items])
    assert items[2].lean < 0
    assert items[1].lean == 0


@pytest.mark.parametrize(
    ("own", "after", "other"),
    [
        # Paragraphs side by side begin with a few words that tell what they are about.
        (
            "补齐水渠短板。哪一段漏，先修哪一段，不等上面的钱。",
            "今年修的三条支渠都在后山，水要从渠首翻过两道梁，一亩地多浇一次水。",
            "培育看水的人。每条渠配两个，白天黑夜都有人。",
        ),
        (
            "水渠修了三年，花了四十万。",
            "去年清了两次淤，花了八千块工钱，出工的有三十户。",
            "路也通了。",
        ),
        (
            "水渠修了三年，花了四十万。",
            "去年清了两次淤，花了八千块。",
            "去年的账是：清淤八千，看水六千。",
        ),
    ],
)
def test_the_first_sentence_tells_a_paragraph_from_a_part_of_one(
    own: str, after: str, other: str
) -> None:
    items = [text(120.0, own), text(120.0, after), text(120.0, "水")]
    others = [text(120.0, own), text(120.0, other), text(120.0, "水")]
    weigh_texts(items)
    weigh_texts(others)
    assert items[0].says > others[0].says


def test_paragraphs_beside_begin_alike_above_and_below() -> None:
    own, below = "水渠修了三年，花了四十万。", "水库清了两次淤，花了八千块。"
    said = {}
    for after in (
        "水库去年才满过一回，满的那天放了一挂鞭。",
        "去年只满过一回，满的那天放了一挂鞭。",
    ):
        items = [text(120.0, own), text(120.0, after), text(120.0, below)]
        weigh_texts(items)
        said[after[:2]] = items[0].says
    assert said["水库"] < said["去年"] - 2


def test_what_announces_parts_may_be_a_paragraph_however_short() -> None:
    for words, leans in (
        ("看水的事可以从三个方面来讲。", False),
        ("看水，要在四个字上下功夫。", False),
        ("看水的事谁也说不清。", True),
    ):
        items = [text(110.0), text(120.0), text(20.0, words), text(115.0), text(125.0)]
        weigh_lengths([items])
        weigh_texts(items)
        assert (items[1].lean > 0) is leans


def test_what_opens_by_a_number_or_is_a_remark_goes_on_with_nothing() -> None:
    for words in ("二是清淤，一年两次。", "（作者是水管站的站长）"):
        items = [text(120.0), text(60.0, words)]
        assert not may_go_on(items, 0, 1)
    assert may_go_on([text(120.0), text(60.0)], 0, 1)


def test_a_last_line_that_strays_as_those_of_cut_pieces_do_may_go_on() -> None:
    page = Page(26.0, 20.0, 6.0, 6.0, exact=0.6, strays=((-2.0, 8), (0.0, 12)))
    habits = Habits(0.03, 0.1)

    def odds(off: float) -> float:
        return odds_of_going_on(Item("text", 1, 1, 104.0 + off, text="字。", off=off), page, habits)

    assert odds(0.0) > odds(-2.0) > odds(-5.0)
    assert odds(-2.0) - odds(-5.0) > 2.0
    assert odds(-5.0) == pytest.approx(odds(-9.0), abs=0.5)
