"""Captions in smaller type, whose lines hold more characters than those of the column they stand in."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue
from tests.support.blocks import boxes, quotes, texts
from tests.support.columns import set_in
from tests.support.ferry import BOATS, BRIDGE, FERRY, LAMP, SHIP, STONES
from tests.support.restored import restored
from tests.support.street import PAIL, ROPE, WELL
from tests.support.trades import TRADES

MEASURE, SMALLER = 12, 15
HEAD = "目录\n\n老渡口\n何若溪\n4\n\n老渡口\n何若溪\n"
PROSE = [
    STONES,
    BOATS,
    *TRADES,
    FERRY,
    LAMP,
    BRIDGE,
    *(f"{one}。" for one in (WELL, ROPE, PAIL)),
    SHIP,
]
CAPTIONS = [
    "何长亭在渡口巡夜。夜里只留一盏灯，亮度比白天的百分之一还少。",
    "刻着字的铁环。两边都已经磨断，断口光滑，说明断了以后它又用了很久很久。",
]


def _small(text: str) -> list[str]:
    return [text[at : at + SMALLER] for at in range(0, len(text), SMALLER)]


def column(indent: str, first: list[str], second: list[str]) -> str:
    """A column in which something cuts two paragraphs below their second lines."""
    lines: list[str] = []
    for text in PROSE:
        own = set_in(text, MEASURE, indent)
        if text in (TRADES[1], LAMP):
            own[2:2] = first if text == TRADES[1] else second
        lines += own
    return HEAD + "\n".join(lines) + "\n"


def captions(found: Issue) -> list[str]:
    return [block.caption.value for block in found.articles[0].blocks if isinstance(block, Figure)]


@pytest.mark.parametrize("indent", ["", "　　"])
def test_lines_longer_than_the_column_are_captions_within_a_sentence(indent: str) -> None:
    found = restored(column(indent, *map(_small, CAPTIONS))).issue
    assert captions(found) == CAPTIONS
    assert texts(found) == PROSE


@pytest.mark.parametrize("label", ["0 10cm", "2019DJH-103", "渡船票叁分"])
def test_what_stands_within_the_picture_is_dropped(label: str) -> None:
    made = restored(column("", [label, *_small(CAPTIONS[0])], _small(CAPTIONS[1])))
    assert captions(made.issue) == CAPTIONS
    assert texts(made.issue) == PROSE
    assert [one.text for one in made.issue.drops if one.reason == "chart-label"] == [label]


def test_one_place_alone_and_the_text_of_a_box_are_no_captions() -> None:
    alone = restored(column("", _small(CAPTIONS[0]), [])).issue
    assert captions(alone) == []
    boxed = restored(column("", ["小贴士", *_small(CAPTIONS[0])], _small(CAPTIONS[1]))).issue
    assert [label for label, *_ in boxes(boxed)] == ["小贴士"]
    assert CAPTIONS[0] not in captions(boxed)


def test_a_pull_quote_below_a_caption_is_one_still() -> None:
    quote = ["环在船就在，这话", "传了三代人。"]
    found = restored(
        column("", [*_small(CAPTIONS[0]), *quote, "2019DJH-103", *_small(CAPTIONS[1])], [])
    )
    assert captions(found.issue) == CAPTIONS
    assert quotes(found.issue) == ["".join(quote)]


def test_what_ends_its_page_in_wider_lines_has_nothing_below_to_be_told_by() -> None:
    """A blank line, or none at all, is what stands below the widest lines of such an issue."""
    rows = [line for text in PROSE for line in set_in(text, MEASURE, "")]
    wide = [line for text in CAPTIONS for line in _small(text)]
    for tail in ([], [""], ["", STONES[:MEASURE]]):
        made = restored(HEAD + "\n".join([*rows, *wide[:2], "", *rows, *wide, *tail]) + "\n")
        assert made.issue.articles
