"""What the lines of a region hold beside their reading is dropped as it stands there."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from converter.hanzi import squeeze
from converter.parse.context import Ledger
from converter.parse.issue.head import drop_leftovers
from converter.source import Line


def dropped(lines: list[str], strings: list[str]) -> list[tuple[int, str]]:
    ledger = Ledger()
    region = [Line(number, text) for number, text in enumerate(lines, 1)]
    drop_leftovers(region, strings, ledger, "contents-rest")
    return [(one.line, one.text) for one in ledger.drops]


def test_a_line_that_nobody_has_read_is_dropped_whole() -> None:
    lines = ["往返的路　沈川　4", "老渡口往返的人都说，路上的灯又亮了。", "路上　梅笛　…… 6"]
    strings = ["往返的路", "沈川", "4", "路上", "梅笛", "6"]
    assert dropped(lines, strings) == [(2, lines[1]), (3, "……")]


def test_what_stands_twice_is_dropped_once() -> None:
    assert dropped(["路上　4", "路上　4"], ["路上", "4"]) == [(2, "路上4")]


@given(st.lists(st.text("路上人川4　", max_size=6)), st.data())
def test_no_character_is_dropped_that_was_read_nor_any_kept_back(
    lines: list[str], data: st.DataObject
) -> None:
    """Whatever parts of the lines were read, in whatever order, the rest is dropped."""
    parts = [part for line in lines for part in line.split("　") if part]
    read = data.draw(st.permutations(parts))[: len(parts) // 2]
    left = Counter("".join(text for _, text in dropped(lines, read)))
    assert left == Counter(squeeze("".join(lines))) - Counter("".join(read))
