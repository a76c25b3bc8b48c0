"""Turns of a talk on the line of the turn before."""

from __future__ import annotations

import pytest

from converter.parse.glued_turns import with_turns_apart
from converter.segment.units import make_units
from converter.source import Line
from tests.support.blocks import headings, texts
from tests.support.restored import restored

HEAD = "目录\n\n1 渡口的船　张水\n\n渡口的船\n\n张水\n\n"
TURNS = [
    "记者：渡口的船什么时候修好？",
    "季有田：过了端午就修好，木料已经到了，桐油还差两桶，船底的旧钉子要一根一根起出来。",
    "记者：修船的钱从哪里来？",
    "季有田：过河的人凑了一半，镇上给了一半，账本挂在石阶旁边的樟树上，谁都可以去翻。",
    "记者：往后谁来看船？",
    "季有田：轮着看，一家一个月，看坏了自己赔，赔不起的出工，一天算一桨的钱。",
]


@pytest.mark.parametrize("at", range(5))
def test_an_answer_stands_apart_from_the_question_on_its_line(at: int) -> None:
    lines = [*TURNS[:at], TURNS[at] + TURNS[at + 1], *TURNS[at + 2 :]]
    assert texts(restored(HEAD + "\n\n".join(lines)).issue) == TURNS


def test_of_three_turns_on_a_line_each_is_one() -> None:
    lines = ["".join(TURNS[:3]), *TURNS[3:]]
    assert texts(restored(HEAD + "\n\n".join(lines)).issue) == TURNS


def test_turns_on_printed_lines_stand_apart_where_they_begin_a_line() -> None:
    pieces = [text[at : at + 12] for text in TURNS[:3] for at in range(0, len(text), 12)]
    lines = tuple(Line(at, text) for at, text in enumerate(pieces, 1))
    first, *others = make_units([Line(2 * at, text) for at, text in enumerate(TURNS[1:], 50)])
    unit = first._replace(text="".join(pieces), lines=lines, wrapped=True)
    made = with_turns_apart([unit, *others])
    assert [one.text for one in made[:3]] == TURNS[:3]
    assert sum(len(one.lines) for one in made[:3]) == len(lines)
    assert [one.wrapped for one in made[:3]] == [len(text) > 12 for text in TURNS[:3]]


def test_what_somebody_quotes_is_no_turn() -> None:
    told = "季有田：碑上刻着两句话。渡规：天黑不开船。记者：这两个字是后来描上去的，看不清了。"
    lines = [TURNS[0], told.replace("记者：", "“记者”："), *TURNS[2:]]
    assert texts(restored(HEAD + "\n\n".join(lines)).issue) == lines


def test_two_names_that_hardly_speak_make_no_talk() -> None:
    told = ["通知：渡口停航三天。", "说明：渡船要换底板。通知：桥上限走一人。"]
    assert told[1] in texts(restored(HEAD + "\n\n".join([*told, TURNS[1]])).issue)


@pytest.mark.parametrize("head", ["修船的钱从哪里来", "桨怎么分"])
def test_a_heading_on_the_line_of_a_turn_stands_over_it(head: str) -> None:
    lines = [*TURNS[:2], f"{head} {TURNS[2]}", *TURNS[3:]]
    found = restored(HEAD + "\n\n".join(lines)).issue
    assert headings(found) == [head]
    assert texts(found) == TURNS


def test_a_sentence_that_tells_who_speaks_is_no_heading() -> None:
    told = f"大家都看着船底，{TURNS[3]}"
    lines = [*TURNS[:3], told, *TURNS[4:]]
    assert headings(restored(HEAD + "\n\n".join(lines)).issue) == []


def test_who_speaks_on_a_line_of_its_own_stands_before_what_is_said() -> None:
    who, said = TURNS[3].split("：")
    lines = [*TURNS[:3], f"{who}：", said, *TURNS[4:]]
    assert texts(restored(HEAD + "\n\n".join(lines)).issue) == TURNS


def test_where_most_speak_below_their_names_nothing_is_joined() -> None:
    apart = [part for turn in TURNS for part in (turn.split("：")[0] + "：", turn.split("：")[1])]
    made = with_turns_apart(make_units([Line(2 * at, text) for at, text in enumerate(apart, 1)]))
    assert [one.text for one in made] == apart
