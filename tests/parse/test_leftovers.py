"""What the lines of a region hold beside their reading is dropped as it stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from converter.hanzi import squeeze
from converter.model import Change
from converter.parse.context import Ledger
from converter.parse.issue.head import drop_leftovers
from converter.source import Line
from tests.support.restored import restored


def dropped(
    lines: list[str], strings: list[str], changes: Sequence[Change] = ()
) -> list[tuple[int, str]]:
    ledger = Ledger()
    region = [Line(number, text) for number, text in enumerate(lines, 1)]
    drop_leftovers(region, strings, ledger, "contents-rest", changes)
    return [(one.line, one.text) for one in ledger.drops]


def test_a_line_that_nobody_has_read_is_dropped_whole() -> None:
    lines = ["往返的路　沈川　4", "老渡口往返的人都说，路上的灯又亮了。", "路上　梅笛　…… 6"]
    strings = ["往返的路", "沈川", "4", "路上", "梅笛", "6"]
    assert dropped(lines, strings) == [(2, lines[1]), (3, "……")]


def test_what_stands_twice_is_dropped_once() -> None:
    assert dropped(["路上　4", "路上　4"], ["路上", "4"]) == [(2, "路上4")]


def test_what_a_change_has_put_in_is_not_looked_for() -> None:
    lines = ["往返的路　沈川　l2", "河水的路　梅笛　12"]
    made = [Change(1, 0, "l2", "12", "page-number")]
    strings = ["往返的路", "沈川", "12", "河水的路", "梅笛", "12"]
    assert dropped(lines, strings, made) == []


@given(st.lists(st.text("路上人川4　", max_size=6)), st.data())
def test_no_character_is_dropped_that_was_read_nor_any_kept_back(
    lines: list[str], data: st.DataObject
) -> None:
    """Whatever parts of the lines were read, in whatever order, and altered, the rest is dropped."""
    parts = [part for line in lines for part in line.split("　") if part]
    read = data.draw(st.permutations(parts))[: len(parts) // 2]
    put_in = data.draw(st.lists(st.text("路上人川4", min_size=1, max_size=4), max_size=len(read)))
    changes = [
        Change(1, 0, before, after, "page-number")
        for before, after in zip(read, put_in, strict=False)
    ]
    strings = [*put_in, *read[len(put_in) :]]
    left = Counter("".join(text for _, text in dropped(lines, strings, changes)))
    assert left == Counter(squeeze("".join(lines))) - Counter("".join(read))


def test_frames_put_around_a_name_of_the_contents_do_not_stay_with_an_author() -> None:
    """Rows torn over lines, of which one begins like the name of a section with a colon."""
    rows = (
        "一读《某书》|#4　目一来源：某局标题标题〔日〕-录15|一来源：某局2022年第4期8.某",
        "口述：",
        "…… 一来源：某局本刊记者责任编辑-",
        "|·4·某……",
        "卡佳整理：",
    )
    restored("\n".join(rows) + "\n")


def test_square_brackets_behind_the_dash_of_an_attribution_stay_as_they_are() -> None:
    made = restored("灯亮着，没有人去关它。\n——〔某国〕\n\n2022年第4期\n")
    assert "（某国）" not in str(made.issue)
