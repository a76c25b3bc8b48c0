"""The colon behind who speaks, lost or misread."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

TALK = [
    "记者：渡口的船什么时候修好？",
    "季有田：过了端午就修好，木料已经到了，桐油还差两桶。",
    "记者：修船的钱从哪里来？",
    "季有田：过河的人凑了一半，镇上给了一半。",
    "记者：往后谁来看船？",
    "季有田：轮着看，一家一个月，看坏了自己赔。",
]


def cleaned(*lines: str, without: tuple[str, ...] = ()) -> list[str]:
    made = clean([Line(at, text) for at, text in enumerate(lines, 1)], without=without)
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    "line",
    [
        "季有田.还有一条，天黑不开船。",
        "季有田;还有一条，天黑不开船。",
        "季有田　还有一条，天黑不开船。",
        "季有田·还有一条，天黑不开船。",
    ],
)
@pytest.mark.parametrize("at", [2, 4, 6])
def test_a_colon_is_put_behind_who_speaks(line: str, at: int) -> None:
    found = cleaned(*TALK[:at], line, *TALK[at:])
    assert found[at] == "季有田：还有一条，天黑不开船。"
    assert cleaned(*TALK[:at], line, *TALK[at:], without=("speaker-colons",))[at] != found[at]


@pytest.mark.parametrize(
    "line",
    [
        "罗长庚　还有一条，天黑不开船。",  # nobody who speaks
        "季有田　渡口管理员",  # who he is
        "季有田还有一条规矩，天黑不开船。",  # the text tells of him
    ],
)
def test_what_is_no_turn_of_the_talk_stays(line: str) -> None:
    assert cleaned(*TALK[:4], line, *TALK[4:])[4] == line


def test_far_from_the_talk_nobody_speaks() -> None:
    line = "季有田　一九四九年生在渡口边上，船就是他的家。"
    assert cleaned(line, *[""] * 60, *TALK)[0] == line
    assert cleaned(*TALK, *[""] * 60, line)[-1] == line


@pytest.mark.parametrize("mark", ["，", "。", "、", ","])
def test_a_comma_is_a_colon_where_others_speak_above_and_below(mark: str) -> None:
    line = f"季有田{mark}还有一条，天黑不开船。"
    more = ["记者：还有什么规矩？", "季有田：过渡不收读书人的钱。"]
    assert cleaned(*TALK[:3], line, *TALK[4:], *more)[3].startswith("季有田：")
    # Right below what the same one says it may be a sentence of that.
    assert not cleaned(*TALK[:4], line, *TALK[4:], *more)[4].startswith("季有田：")


def test_a_printed_line_within_a_sentence_begins_with_a_name_and_a_comma() -> None:
    roll = ["参加座谈的有：罗长庚，渡口镇的镇长；", "季有田，渡口的管理员。"]
    assert cleaned(TALK[0], *roll, *TALK[2:])[1:3] == roll


ASKED = [
    "问：渡口的船什么时候修好？",
    "答：过了端午就修好，木料已经到了。",
    "问：修船的钱从哪里来？",
    "答：过河的人凑了一半，镇上给了一半。",
    "问：往后谁来看船？",
    "答：轮着看，一家一个月。",
]


@pytest.mark.parametrize("mark", ["；", ".", " ", "　", "，", "·"])
@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_who_asks_and_who_answers_in_turns(mark: str, at: int) -> None:
    line = ASKED[at].replace("：", mark, 1)
    assert cleaned(*ASKED[:at], line, *ASKED[at + 1 :])[at] == ASKED[at]


@pytest.mark.parametrize(
    ("read", "meant"),
    [("间：修船的钱从哪里来？", "问：修船的钱从哪里来？")],
)
def test_a_name_with_a_character_misread_is_that_of_who_speaks_in_turn(
    read: str, meant: str
) -> None:
    lines = [*ASKED[:2], read, *ASKED[3:]]
    made = clean([Line(at, text) for at, text in enumerate(lines, 1)])
    assert made.lines[2].text == meant
    assert [(c.line, c.before, c.after, c.rule) for c in made.changes] == [
        (3, "间", "问", "look-alikes")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "纪小：修船的钱从哪里来？",  # nobody who speaks
        "间：修船的钱从哪里来？",
    ],
)
def test_a_name_beside_the_turns_of_the_same_one_stays(line: str) -> None:
    lines = [ASKED[0], line, ASKED[2], *ASKED[3:]]
    assert cleaned(*lines)[1] == line


def test_a_name_in_the_talk_that_comes_again_is_somebody_else() -> None:
    names = [text.replace("季有田", "季有曰") if at > 2 else text for at, text in enumerate(TALK)]
    more = [*TALK, *names]
    assert cleaned(*more) == more


FEW = [
    "罗长庚：我先说，船要修，路也要修。",
    "季有田：船是现成的，路要一锹一锹挖。",
    "罗长庚：挖路的人我去找，一家出一个。",
    "何小满：找到人还要找石头，河滩上的不能动。",
    "罗长庚：石头从后山来，后山的石头硬。",
]


@pytest.mark.parametrize("mark", ["；", ".", " ", "　", "·"])
@pytest.mark.parametrize("at", [2, 4])
def test_who_speaks_but_a_few_times_has_others_above_and_below(mark: str, at: int) -> None:
    talk = [*FEW, "季有田：硬石头不怕水。"]
    lines = [*talk[:at], talk[at].replace("：", mark, 1), *talk[at + 1 :]]
    assert cleaned(*lines) == talk


@pytest.mark.parametrize("names", [("罗", "江"), ("Q", "A")])
def test_a_surname_or_a_letter_may_speak(names: tuple[str, str]) -> None:
    talk = [f"{names[at % 2]}：{line[2:]}" for at, line in enumerate(ASKED)]
    lines = [*talk[:2], talk[2].replace("：", "　", 1), *talk[3:]]
    assert cleaned(*lines) == talk


def test_the_first_question_has_its_answer_below() -> None:
    assert cleaned("渡口的事。", ASKED[0].replace("：", "　"), *ASKED[1:])[1] == ASKED[0]
    line = "季有田　渡口的船过了端午就修好。"  # the text of an article, above the talk
    assert cleaned(line, *TALK)[0] == line


@pytest.mark.parametrize("at", [0, 3])
def test_a_misread_name_that_speaks_but_a_few_times(at: int) -> None:
    talk = [*FEW, "何小满：硬石头不怕水。", "季有田：水怕硬石头。", "何小满：那就动手。"]
    lines = list(talk)
    lines[at] = lines[at].replace("罗长庚", "罗长康").replace("何小满", "何少满")
    assert cleaned(*lines) == talk


def test_of_two_names_alike_that_speak_once_each_neither_is_misread() -> None:
    talk = [*FEW, "季有田：水怕硬石头。", "何少满：硬石头不怕水。"]
    assert cleaned(*talk) == talk


def test_half_width_marks_tell_a_sentence_as_well() -> None:
    half = [line.replace("？", "?").replace("，", ",") for line in ASKED]
    assert cleaned(*half[:2], half[2].replace("：", "　"), *half[3:])[2] == ASKED[2]


BOLD = [f"**{line[: line.index('：') + 1]}**{line[line.index('：') + 1 :]}" for line in TALK]


@pytest.mark.parametrize("mark", ["；", "。", "　"])
def test_a_colon_is_put_back_among_speakers_in_bold(mark: str) -> None:
    line = TALK[3].replace("：", mark, 1)
    assert cleaned(*BOLD[:3], line, *BOLD[4:])[3] == TALK[3]


def test_half_width_marks_tell_that_somebody_speaks() -> None:
    line = "季有田.还有一条,天黑不开船."
    assert cleaned(*TALK[:4], line, *TALK[4:])[4].startswith("季有田：")


def test_who_speaks_twice_is_told_by_others_above_and_below() -> None:
    more = ["记者：还有什么规矩？", "罗长庚：过渡不收读书人的钱。", "记者：船叫什么名字？"]
    last = ["罗长庚：没有名字。", "记者：往后呢？"]
    line = "罗长庚　谁先到谁先上，牛也一样。"
    assert cleaned(*TALK, *more, line, *last)[9] == line.replace("　", "：")


def test_the_question_that_opens_a_talk_is_told_by_its_answer() -> None:
    line = TALK[0].replace("：", "　", 1)
    more = ["季有田：船头朝上游。", "记者：还有什么规矩？", "季有田：天黑不开船。"]
    assert cleaned(line, *TALK[1:], *more)[0] == TALK[0]
    told = "记者　渡口在镇子东头，有一条船。"  # it asks nothing
    assert cleaned(told, *TALK[1:], *more)[0] == told
