"""Straight quotation marks in the lines of an issue."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.model.serial import to_json
from converter.pipeline import restore
from converter.profile import Profile
from converter.source import Line


def cleaned(*lines: str) -> list[str]:
    made = clean([Line(n, text) for n, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('她说："船来了。"', "她说：“船来了。”"),
        ('"船来了，"她说，"你们先上。"', "“船来了，”她说，“你们先上。”"),
        ('岸上立着"渡口"和"候船"两块牌子。', "岸上立着“渡口”和“候船”两块牌子。"),
        ('挂着“渡口"的牌子', "挂着“渡口”的牌子"),
        ("他管它叫'铁牛'，我们也叫'铁牛'。", "他管它叫‘铁牛’，我们也叫‘铁牛’。"),
        ('船工的话"江水不等人。"[3]', "船工的话“江水不等人。”[3]"),
    ],
)
def test_pairs_in_a_line_become_curly(text: str, expected: str) -> None:
    assert cleaned(text) == [expected]


def test_a_quotation_runs_over_lines() -> None:
    assert cleaned(
        '老艄公站起来，说："水', "涨到第三级台阶的时候，我", '就不开船了。"说完他走了。'
    ) == [
        "老艄公站起来，说：“水",
        "涨到第三级台阶的时候，我",
        "就不开船了。”说完他走了。",
    ]


def test_a_caption_within_a_quotation_has_its_own_pairs() -> None:
    assert cleaned('老艄公说："水涨到第三级', '"老铁牛"在码头上卸货', '台阶，我就不开船了。"') == [
        "老艄公说：“水涨到第三级",
        "“老铁牛”在码头上卸货",
        "台阶，我就不开船了。”",
    ]


@pytest.mark.parametrize(
    "text",
    [
        '他买了一台14"的电视机。',
        'A "slow boat" is a boat that isn\'t fast at all',
        'open(path, "rb")是读文件',
        '<td class="wide">渡口</td>',
        "那是'87年的船票",
    ],
)
def test_marks_of_other_kinds_stay(text: str) -> None:
    assert cleaned(text) == [text]


def test_a_mark_whose_other_half_is_lost_stays() -> None:
    assert cleaned('她说："船来了。', "我们都站了起来，往江上看。") == [
        '她说："船来了。',
        "我们都站了起来，往江上看。",
    ]


def test_each_change_tells_its_place() -> None:
    made = clean([Line(4, '她说："船来了。"'), Line(5, "他叫它'铁牛'。")])
    told = [(one.line, one.column, one.before, one.after, one.rule) for one in made.changes]
    assert told == [
        (4, 3, '"', "“", "straight-quotes"),
        (4, 8, '"', "”", "straight-quotes"),
        (5, 3, "'", "‘", "straight-quotes"),
        (5, 6, "'", "’", "straight-quotes"),
    ]


@pytest.mark.parametrize(
    ("rule", "text", "left"),
    [
        ("straight-quotes", '渡口的人都说："水还要涨三天。"', '"水还要涨三天。"'),
        ("straight-quotes", "他管它叫'铁牛'，我们也叫'铁牛'。", "叫'铁牛'，"),
        (
            "dashes",
            "　　青石阶伸进水里，一直伸到看不见的地方，没有人数过一共多少级—\n所有人都只知道江水年年盖住它，又年年退下去。",
            "多少级—所有人",
        ),
    ],
)
def test_the_rule_can_be_switched_off(rule: str, text: str, left: str) -> None:
    on = restore(text.encode(), name="i.txt", profile=Profile())
    off = restore(text.encode(), name="i.txt", profile=Profile(cleaning_off=(rule,)))

    assert any(change.rule == rule for change in on.issue.changes)
    assert not any(change.rule == rule for change in off.issue.changes)
    assert left in to_json(off.issue).replace('\\"', '"')
