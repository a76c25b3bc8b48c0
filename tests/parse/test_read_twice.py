"""The last printed line of a page once more at the top of the next one."""

from __future__ import annotations

import pytest

from converter.parse.context import Context, Ledger
from converter.parse.issue.read_twice import without_lines_read_twice
from converter.profile import Profile
from converter.source import Line
from tests.support.markup import HEAD, TAIL, balanced_issue, texts
from tests.support.restored import restored

WHOLE = "修渠的工分簿还在村部的柜子里，一共四十一本，每一页都按着手印，翻开来有一股桐油的气味。"
FIRST = "修渠的工分簿还在村部的柜子里，一共四十一本，每一页"
AGAIN = "柜子里，一共四十一本，每一页都按着手印，翻开来有一股桐油的气味。"


@pytest.mark.parametrize("between", ["\n\n", "\n\n12\n\n", "\n"])
def test_a_line_read_twice_stands_once(between: str) -> None:
    made = restored(HEAD + FIRST + between + AGAIN + TAIL)
    assert list(texts(made.issue)) == [WHOLE]
    drops = [one.text for one in made.issue.drops if one.reason == "duplicate"]
    assert drops == ["柜子里，一共四十一本，每一页"]
    assert any(one.code == "HEA001" for one in made.diagnostics)


def test_the_next_sentence_is_of_the_same_paragraph() -> None:
    body = (
        "渠成以后，守渠的规矩只有三条，写在闸房的门板上。\n\n"
        "的规矩只有三条，写在闸房的门板上。第一条是夜里不许点灯捉鱼。"
    )
    assert list(texts(balanced_issue(HEAD + body + TAIL))) == [
        "渠成以后，守渠的规矩只有三条，写在闸房的门板上。第一条是夜里不许点灯捉鱼。"
    ]


def test_a_paragraph_that_begins_with_the_sentence_above_is_no_line() -> None:
    said = "守渠的规矩只有三条，都写在闸房的门板上。"
    made = restored(f"{HEAD}渠成以后人人都知道。{said}\n\n{said}{TAIL}")
    assert not [one for one in made.issue.drops if one.reason == "duplicate"]


def test_a_clause_that_is_quoted_below_its_paragraph_stays() -> None:
    quote = "最少的一户人家，只出了一根扁担和两只箩。"
    made = restored(f"{HEAD}出工最多的出了七百天，{quote}\n\n{quote}{TAIL}")
    assert not [one for one in made.issue.drops if one.reason == "duplicate"]


def test_a_full_line_of_a_column_read_twice_stands_once() -> None:
    lines = (
        "渠边的杨树是第三个冬天栽的，每隔五步一棵，栽",
        "的时候只有手指粗，如今两个人合抱不过来，树皮",
        "上的疤像一只只眼睛，看着渠水往南边流去，谁也",
    )
    page = "\n".join((*lines, lines[2], "没有数过一共有多少。"))
    assert list(texts(balanced_issue(HEAD + page + TAIL))) == [
        "".join(lines) + "没有数过一共有多少。"
    ]


def test_a_title_below_its_running_head_is_no_line_read_twice() -> None:
    made = restored(
        HEAD.replace(
            "# 老渠的新水\n", "守渠的旧规矩\n· 5 ·\n老渠的新水流过六个村\n老渠的新水流过六个村\n"
        )
        + WHOLE
        + TAIL
    )
    assert not [one for one in made.issue.drops if one.reason == "duplicate"]


def test_like_clauses_in_a_row_are_said_by_right() -> None:
    row = "扛着柳条筐从渠底往上爬，有的"
    lines = [
        Line(1, f"清淤那天来了六个村的人，有的{row}"),
        Line(2, ""),
        Line(3, f"{row}什么也没有带。"),
    ]
    assert without_lines_read_twice(lines, Context(Profile(), Ledger())) == lines


def test_a_part_of_a_line_of_a_column_is_said_again_by_right() -> None:
    lines = [
        Line(1, "渠边的杨树是第三个冬天栽的，每隔五步栽下一棵，栽"),
        Line(2, "的人没有数过，顶着大风把树苗一棵一棵扶正了踩实，"),
        Line(3, "把树苗一棵一棵扶正了踩实，到天黑才算完。"),
    ]
    assert without_lines_read_twice(lines, Context(Profile(), Ledger())) == lines


TITLED = "河灯\n\n2021年第9期\n\n目 录\n\n守渠的旧规矩 …… 何若溪 3\n一条水渠的账 …… 沈川 9\n\n"


@pytest.mark.parametrize(
    ("title", "signed"),
    [
        ("守渠的旧规矩\n守渠的旧规矩", "何若溪"),
        ("守渠的旧规矩\n\n守渠的旧规矩", "文/何若溪"),
        ("守渠的\n旧规矩\n\n守渠的\n旧规矩", "何若溪"),
    ],
)
def test_a_title_of_the_contents_read_twice_stands_once(title: str, signed: str) -> None:
    made = restored(f"{TITLED}{title}\n\n{signed}\n\n{WHOLE}\n\n一条水渠的账\n\n沈川\n\n{WHOLE}")
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles == ["守渠的旧规矩", "一条水渠的账"]
    assert made.issue.articles[0].subtitle is None
    assert (
        "".join(one.text for one in made.issue.drops if one.reason == "duplicate") == "守渠的旧规矩"
    )


def test_a_title_without_contents_read_twice_over_who_signs_stands_once() -> None:
    twice = "守渠的旧规矩\n守渠的旧规矩\n\n通讯员 何若溪 沈 川"
    made = restored(f"渡口的灯\n\n通讯员 柴 望\n\n{WHOLE}\n\n{twice}\n\n{WHOLE}")
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles == ["渡口的灯", "守渠的旧规矩"]


def test_a_line_that_stands_three_times_is_no_title_read_twice() -> None:
    text = f"{TITLED}守渠的旧规矩\n守渠的旧规矩\n守渠的旧规矩\n\n{WHOLE}"
    assert not [one for one in restored(text).issue.drops if one.reason == "duplicate"]
