"""Pages of two columns of which OCR has read the lines in turns."""

from __future__ import annotations

from itertools import chain, zip_longest

import pytest

from converter.model import Paragraph
from converter.segment.units import make_units
from converter.source import Line
from tests.support.restored import restored

LEFT = (
    "渡口的石阶一共十九级，水大的时候只看得见六级，摆渡的人不用看水尺，数一数台阶就知道今天能不能开船，"
    "几十年里没有数错过一回，也没有让一个赶路的人在岸上白等过半天，他总说石阶比水尺老，石阶不会骗人。"
    "水尺是后来才钉上去的，漆着红白两色，孩子们喜欢蹲在旁边看水怎样一格一格往上爬，老人却还是只相信石阶"
)
RIGHT = (
    "和自己的脚。有一年发大水，水尺被冲走了半截，摆渡的人照样数着石阶开船，把对岸的病人一个一个接过来，"
    "天亮的时候水退了，石阶上留下一层细沙，孩子们在沙上写字，老人数了数台阶，说今天可以早一点吃晚饭，"
    "因为赶路的人都已经过了河，渡口的灯也不用点到半夜，水尺的另外半截后来在下游的桥洞里找到了。"
)
AGAIN = "，".join(sorted((LEFT + RIGHT).replace("。", "，").rstrip("，").split("，"))) + "。"
"""The same clauses in another order: how the issue puts characters side by side."""
SIZE = 18


def lines(text: str) -> list[str]:
    return [text[at : at + SIZE] for at in range(0, len(text), SIZE)]


def in_turns(left: list[str], right: list[str]) -> list[str]:
    return [line for line in chain(*zip_longest(left, right)) if line]


def page(*rows: str) -> str:
    again = "\n".join(AGAIN[at : at + 36] for at in range(0, len(AGAIN), 36))
    return f"摆渡人的台阶\n文／陶 然\n{again}\n\f" + "\n".join(rows) + f"\n\f{again}\n"


def paragraphs(text: str) -> tuple[str, list[str]]:
    found = restored(text)
    told = "".join(
        block.text.value
        for article in found.issue.articles
        for block in article.blocks
        if isinstance(block, Paragraph)
    )
    return told, [one.code for one in found.diagnostics]


def test_lines_read_in_turns_stand_in_their_columns() -> None:
    told, codes = paragraphs(page(*in_turns(lines(LEFT), lines(RIGHT))))
    assert LEFT + RIGHT in told
    assert "ART007" in codes


@pytest.mark.parametrize(
    "rows", [[*lines(LEFT), *lines(RIGHT)], in_turns(lines(LEFT)[:4], lines(RIGHT)[:4])]
)
def test_other_lines_stay_in_their_order(rows: list[str]) -> None:
    told, codes = paragraphs(page(*rows))
    assert "ART007" not in codes
    assert "".join(rows) in told


def test_a_heading_across_both_columns_parts_them() -> None:
    left, right = lines(LEFT), lines(RIGHT)
    rows = [*in_turns(left[:5], left[5:]), "河湾的灯", *in_turns(right[:5], right[5:])]
    told, codes = paragraphs(page(*rows))
    assert "ART007" in codes
    assert LEFT in told
    assert RIGHT in told


def test_lines_that_fill_a_narrower_column_are_no_verse() -> None:
    wide = [Line(number, WIDE[number % 5 :][:36]) for number in range(1, 31)]
    narrow = [Line(40 + number, NARROW[number % 3 :][:18]) for number in range(14)]
    short = [Line(60 + number, NARROW[number % 3 :][: 12 + number % 6]) for number in range(14)]
    units = make_units([*wide, Line(31, ""), *narrow, Line(59, ""), *short])
    assert [len(unit.lines) for unit in units if 40 <= unit.first < 59] == [14]
    assert {len(unit.lines) for unit in units if unit.first >= 60} == {1}


WIDE = "渡口的石阶一共十九级水大的时候只看得见六级摆渡的人不用看水尺数一数台阶就知道今天能不能开船"
NARROW = "孩子们喜欢蹲在旁边看水怎样一格一格往上爬到石阶"
