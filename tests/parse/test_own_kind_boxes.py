"""Boxes of the sample's kind: where they end, and what of them a narrow frame tells."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.boxes import box_start
from converter.parse.extent import Cut, box_extent
from converter.parse.grams import Trigrams
from converter.parse.issue import quotes
from converter.parse.issue.apart import find_apart
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line
from tests.support.ferry import BRIDGE, FERRY, LAMP, MEASURE, STONES
from tests.support.restored import restored

HEAD = "河灯\n\n2021年第9期\n\n目 录\n\n守渠的旧规矩 …… 何若溪 3\n一条水渠的账 …… 沈川 9\n\n"
PROSE = "渠水从水库下来，到了村口分成两股，一股去东坡，一股去西坡，管水的人天不亮就上渠，把闸门摇到合适的高度。"


def _articles(first: str) -> tuple[Article, ...]:
    text = f"{HEAD}守渠的旧规矩\n\n何若溪\n\n{first}\n\n一条水渠的账\n\n沈川\n\n{PROSE}"
    return restored(text).issue.articles


def _texts(blocks: object) -> list[str]:
    assert isinstance(blocks, tuple)
    return [one.text.value for one in blocks if isinstance(one, Paragraph)]


def _units(*texts: str) -> list[Unit]:
    return [Unit((Line(at, text),), text, gap=True) for at, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("second", "counts"),
    [
        ("**第二，变“口说”为“笔记”。**谁家出了几个工，当天写在闸房的门板上。", True),
        ("还有一件要紧的事，谁家出了几个工，当天写在闸房的门板上。", False),
    ],
)
def test_what_counts_on_from_above_a_box_is_the_text(second: str, *, counts: bool) -> None:
    box = "链接 工分簿由记工员保管，冬至念簿那天，按手印的改动由记工员和监渠人一起签字。"
    third = "第三，变“糊涂账”为“明白账”。工分簿每年冬至念簿，记工员念错了当场按手印改过。"
    shown = _units("**第一，变“抢水”为“分水”。**", second, box, third, PROSE, PROSE)
    start = box_start(shown[2], Profile())
    assert start is not None
    found = box_extent(shown, 2, start, frozenset(), Cut("", Trigrams()))
    assert (found.end == shown.index(shown[3])) is counts


def test_points_of_a_box_that_has_the_first_ones_stay_in_it() -> None:
    rules = ["第一，不许夜里放水。", "第二，不许私开闸口。", "第三，不许在渠边洗农药瓶。"]
    article = _articles("\n\n".join([PROSE, "链接 渠规三条", *rules, "（来源：守渠簿）", PROSE]))[0]
    (made,) = (one for one in article.blocks if isinstance(one, Box))
    assert _texts(made.blocks) == rules


def test_the_lines_below_the_name_and_first_words_of_a_box_are_of_it() -> None:
    box = [
        "名词解释 “三看两听一摸”是查渠人的老办法先看",
        "脚再看水面，“两听”指听水声和听石头，",
        "“一摸”指摸渠壁上的潮气，三样都要查过。",
    ]
    above, below = _column(STONES + FERRY), _column(LAMP + BRIDGE)
    page = [*above[:-1], "", *box, "", *below[1:]]
    lines = [Line(at, text) for at, text in enumerate(page, 1)]
    found = find_apart(lines, Profile())
    assert not found.quoted & {line.number for line in lines if line.text in box}


def _column(text: str) -> list[str]:
    return [text[at : at + MEASURE] for at in range(0, len(text), MEASURE)]


@pytest.mark.parametrize(("odds", "taken"), [(0.7, 0), (1.3, 1)])
def test_what_hardly_tells_a_pull_quote_leaves_the_last_paragraph_to_its_text(
    monkeypatch: pytest.MonkeyPatch, odds: float, taken: int
) -> None:
    last = "土润了，苗自己会长。"
    parts = [_units(PROSE), *(_units(PROSE, PROSE, last) for _ in "一二三四"), _units(PROSE)]
    plain = {2: (2, 9.0), 3: (2, 9.0), 4: (2, 9.0)}
    monkeypatch.setattr(quotes, "_likely", lambda *_: {1: (2, odds), **plain})
    monkeypatch.setattr(quotes, "odds_of_habit", lambda *_: [0.0] * len(parts))
    titles = [f"水渠的账之{number}" for number in "一二三四五"]
    found = quotes.take_quotes(parts, titles, [0] * 5, [0] * 5)
    assert len(found[1]) == taken
