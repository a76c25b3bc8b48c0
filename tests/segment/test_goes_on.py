"""Whether a hard-wrapped line goes on in the next one, where the lines are as long as their column."""

from __future__ import annotations

import pytest

from converter.segment.units.flow import goes_on, is_plain_heading
from converter.segment.units.grid import Grid
from converter.segment.units.matter import lists_on, rests_of_words
from converter.source import Line


@pytest.mark.parametrize(
    ("line", "below", "missing"),
    [
        ("基金项目：河湾县社会科学基金项目“让旧渡船真正用起", "来”（24HW98）", 2),
        ("基金项目：河湾县社会科学基金项目“产销对", "接：河湾县的三年探索”（23HW49）", 2),
        ("基金项目：河湾县社会科学基金项目“渡船何以重要”", "（17BSHW33）", 5),
    ],
    ids=["within a quotation", "like a label", "a word"],
)
def test_words_for_which_a_line_has_no_room_stand_on_the_next(
    line: str, below: str, missing: float
) -> None:
    grid = Grid(len(line) + missing, spaced=True, indented=False)
    assert goes_on(Line(1, line), Line(2, below), None, grid, first=True)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("　　关键词：河湾渠；看水人；石料；采运的", "方法"),
        ("　　他们要看的不过是闸门上的那一道小小裂", "缝"),
    ],
    ids=["a keyword", "a character"],
)
def test_what_a_full_line_leaves_over_is_no_heading(line: str, rest: str) -> None:
    grid = Grid(20, spaced=False, indented=True)
    assert not is_plain_heading(Line(1, line), Line(2, rest), Line(3, "1　材料"), grid)


@pytest.mark.parametrize(("missing", "on"), [(1, False), (0, True)])
def test_a_sentence_ends_its_paragraph_where_the_line_had_room_for_what_follows(
    missing: int, *, on: bool
) -> None:
    line = "老张守着渠首的那道闸门，一守就是二十年。"
    grid = Grid(len(line) + missing, spaced=False, indented=False, flush=True)
    below = "水从后山下来，先到他的脚下，再到各家田里"
    assert goes_on(Line(1, line), Line(2, below), None, grid, first=True) is on


@pytest.mark.parametrize(
    ("below", "on"), [("河湾水志", True), ("作者简介：沈一帆，河湾镇文化站馆员。", False)]
)
def test_key_words_go_on_behind_the_mark_that_parts_them(below: str, *, on: bool) -> None:
    grid = Grid(20, spaced=False, indented=False, stripped=True, flush=True)
    line, then = Line(1, "关键词：渡口；石阶；水尺；"), Line(3, "基金项目：河湾镇文化项目")
    assert goes_on(line, Line(2, below), then, grid, first=True, likely=False) is on
    assert not (on and is_plain_heading(line, Line(2, below), then, grid))


@pytest.mark.parametrize(
    ("below", "on"),
    [
        ("漆干了以后再把伞撑开来放到墙角去晾", False),
        ("漆干了以后再把伞撑开来放到墙角去晾着看", True),
    ],
)
def test_a_numbered_heading_stands_over_a_line_that_is_short_by_a_lost_indent(
    below: str, *, on: bool
) -> None:
    grid = Grid(19, spaced=False, indented=False, stripped=True, flush=True)
    line, then = (
        Line(1, "1.3 先把漆调好，再把骨架慢慢扎紧"),
        Line(3, "秤砣是铁铸的，底下挖空了灌铅，灌多少要看"),
    )
    assert goes_on(line, Line(2, below), then, grid, first=True, likely=True) is on


def test_a_numbered_heading_stands_over_a_first_line_with_a_mark_that_hangs() -> None:
    grid = Grid(19, spaced=False, indented=False, stripped=True, flush=True)
    line, below = (
        Line(1, "1.3 先把漆调好，再把骨架慢慢扎紧"),
        Line(2, "漆干了以后再把伞撑开来放到墙角去晾，"),
    )
    then = Line(3, "秤砣是铁铸的，底下挖空了灌铅，灌多少要")
    assert not goes_on(line, below, then, grid, first=True, likely=True)


@pytest.mark.parametrize(
    ("line", "below", "on"),
    [
        ("关键词：渡口；石阶；林", "下经济", True),
        ("关键词：渡口；石阶；水尺", "引言", False),
        ("关键词：渡口；石阶；林", "（一）石阶", False),
        ("关键词：渡口；石阶；林下经", "济；水尺读数", True),
        ("关键词：渡口；石阶；林下经", "济；水尺读数，都在渡口边", False),
    ],
)
def test_the_rest_of_a_key_word_of_one_character(line: str, below: str, *, on: bool) -> None:
    assert lists_on(line, below) is on
    assert rests_of_words([Line(1, line), Line(2, below)]) == (
        frozenset([2]) if on else frozenset()
    )


@pytest.mark.parametrize(
    ("above", "head", "on"),
    [
        ("把渡口的日子一天一天记下来，记了二十年。", "六条船一年的账", False),
        (
            "把渡口的日子一天一天记下来，记了二十年。",
            "六条船的主人都在这里，一个也没有少，他们",
            True,
        ),
    ],
    ids=["a caption", "a full line"],
)
def test_a_short_line_over_the_head_of_a_table_is_no_text(
    above: str, head: str, *, on: bool
) -> None:
    grid = Grid(20, spaced=False, indented=True)
    then = Line(3, "船名 船主 修过 花钱")
    line = Line(1, above)
    assert goes_on(line, Line(2, head), then, grid, first=False) is on


@pytest.mark.parametrize(
    ("row", "below", "on"),
    [
        ("7月19日 北山渡口春会 北山镇 唱戏", "7月27日 南山渡口夏会 南山 赛船", False),
        ("渡口的人 北山渡口春会 北山镇 唱戏", "南山的人 南山渡口夏会 南山 赛船", True),
    ],
    ids=["days", "words"],
)
def test_rows_that_begin_with_figures_of_one_form_go_on_in_none(
    row: str, below: str, *, on: bool
) -> None:
    grid = Grid(20, spaced=False, indented=True)
    assert goes_on(Line(1, row), Line(2, below), None, grid, first=True) is on


@pytest.mark.parametrize(
    ("line", "below", "on"),
    [
        ("船工们在晒网。沈帆／", "摄", True),
        ("船工们在晒网。沈帆", "摄", True),
        ("船工们在晒网。", "沈帆摄", False),
    ],
)
def test_who_took_a_picture_may_have_no_room_for_the_last_word(
    line: str, below: str, *, on: bool
) -> None:
    grid = Grid(21, spaced=False, indented=True)
    then = Line(3, "要继续往前走的人都停了下来看他们晒网。")
    assert goes_on(Line(1, line), Line(2, below), then, grid, first=True) is on


@pytest.mark.parametrize(
    ("line", "below", "on"),
    [
        ("河湾镇第一小学五年级 游小满", "小满同学：", False),
        ("河湾镇第一小学五年级　游小满", "游老师：", False),
        ("晾衣绳那边有人正在喊着老", "张师傅：", True),
    ],
    ids=["a pupil", "a teacher", "text"],
)
def test_whom_an_answer_calls_stands_below_who_signs_the_letter(
    line: str, below: str, *, on: bool
) -> None:
    grid = Grid(14, spaced=False, indented=False, stripped=True, flush=True)
    then = Line(3, "不要赶。你在缸上盖一块铁")
    assert goes_on(Line(1, line), Line(2, below), then, grid, first=True) is on


@pytest.mark.parametrize(
    ("line", "below", "on"),
    [
        ("7月6日　渡船公司在南岸边补办下水“点火”", "仪式，到场的有二百多人。", True),
        ("7月6日　渡船公司在南岸边补办下水“点火”", "7月8日　渡船停航三天检修", False),
        ("7月6日　渡船公司补办下水仪式", "仪式之后停航三天检修。", False),
    ],
    ids=["a full line", "another day", "a short line"],
)
def test_a_day_and_what_happened_go_on_where_they_fill_their_line(
    line: str, below: str, *, on: bool
) -> None:
    grid = Grid(20, spaced=False, indented=True)
    assert goes_on(Line(1, line), Line(2, below), None, grid, first=True) == on
