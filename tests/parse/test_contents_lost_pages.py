"""Contents of a monthly whose pages are partly lost, and names of sections made like those of people."""

from __future__ import annotations

import pytest

from converter.parse.contents import parse_contents
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row, rows_of
from converter.parse.contents.stream import pieces_of, places_of
from converter.parse.contents.teller import SectionTeller
from converter.parse.contents.walk import RowReader
from converter.source import Line

PROSE = "　　闸门摇起来以前，看水的人先到渠首走一遍，把冲下来的树枝一根一根捡到岸上。\n"
OPENINGS = (
    ("清一条渠要走多少路", "方晓禾"),
    ("传了三代的一把旧锹", "田有余"),
    ("看水人的本子不是“流水账”", "温 故"),
    ("从渠底挖出来的半块界碑", "粟丰年"),
    ("闸房里的灯为什么不灭", "岭下县委宣传部"),
    ("年轻人走了，谁来守渠？", "本刊编辑部"),
)
BODY = "".join(f"\n{title}\n\n{who}\n\n{PROSE}" for title, who in OPENINGS)


def _lines(text: str, first: int) -> list[Line]:
    return [Line(number, line) for number, line in enumerate(text.split("\n"), first)]


def _read(contents: str, body: str = BODY) -> RawContents:
    return parse_contents(_lines(contents, 1), _lines(body, 100))


def _told(found: RawContents) -> list[tuple[str, str, str]]:
    names = [section.name for section in found.sections]
    return [
        (
            names[entry.section] if entry.section >= 0 else "",
            "".join(entry.texts),
            entry.authors_text,
        )
        for entry in found.entries
    ]


@pytest.mark.parametrize(
    "form", ["{}／{} （{}）", "{}\n{} {}"], ids=["behind a stroke", "on a line below"]
)
def test_a_section_named_like_somebody_below_a_pen_name(form: str) -> None:
    entries = [form.format(*one, page) for one, page in zip(OPENINGS[:4], "3579", strict=True)]
    lines = ["目录", "渠上", *entries[:2], "人物", entries[2], "文史苑", entries[3]]
    found = _told(_read("\n".join(lines)))
    assert [one[0] for one in found] == ["渠上", "渠上", "人物", "文史苑"]
    assert found[2][1].startswith("看水人的本子不是“流水账”")
    assert found[3][1].startswith("从渠底挖出来的半块界碑")


def test_an_entry_without_page_above_one_with_its_author_behind_a_stroke() -> None:
    lines = (
        "目录",
        "渠上/",
        "清一条渠要走多少路／方晓禾（3）",
        "闸房里的灯为什么不灭／岭下县委宣传部",
        "传了三代的一把旧锹／田有余（7）",
    )
    found = _told(_read("\n".join((*lines, "话题/", "年轻人走了，谁来守渠？／本刊编辑部（9）"))))
    assert [one[1:] for one in found] == [
        ("清一条渠要走多少路", "方晓禾"),
        ("闸房里的灯为什么不灭", "岭下县委宣传部"),
        ("传了三代的一把旧锹", "田有余"),
        ("年轻人走了，谁来守渠？", "本刊编辑部"),
    ]


def test_two_lines_of_a_title_that_has_lost_its_page() -> None:
    title = ("“三级渠长”管到田头", "青禾乡探索农业用水管护的新办法")
    body = _lines(BODY + "\n{}\n{}\n\n岭下县委宣传部\n\n{}".format(*title, PROSE), 100)
    signed = [
        f"{one} …… {who} / {page}" for (one, who), page in zip(OPENINGS, "13579", strict=False)
    ]
    listed = [
        "■ 渠上",
        *signed[:2],
        title[0],
        f"{title[1]} …… 岭下县委宣传部",
        "",
        "■ 人物",
        *signed[3:],
    ]
    lines, beside = _lines("\n".join(listed), 1), RawContents()
    found = RowReader(rows_of(lines, beside, ""), beside, BodyIndex(body, lines)).read()
    assert [entry.texts for entry in found.entries][2:4] == [[*title], [OPENINGS[3][0]]]
    assert found.entries[2].authors_text == "岭下县委宣传部"


def test_houses_before_titles_are_no_column_of_their_own() -> None:
    lines = (
        "目录",
        "渠上",
        "方晓禾　清一条渠要走多少路 ……3",
        "岭下县委宣传部　闸房里的灯为什么不灭 ……5",
        "话题",
    )
    found = _told(
        _read(
            "\n".join(
                (
                    *lines,
                    "本刊编辑部　年轻人走了，谁来守渠？ ……7",
                    "粟丰年　从渠底挖出来的半块界碑 ……9",
                )
            )
        )
    )
    assert [one[0] for one in found] == ["渠上", "渠上", "话题", "话题"]
    assert "闸房里的灯为什么不灭" in found[1][1]
    assert "年轻人走了，谁来守渠？" in found[2][1]


def test_a_section_over_an_entry_without_page_where_pages_come_first() -> None:
    lines = (
        "目录",
        "渠上",
        "3 清一条渠要走多少路 方晓禾",
        "5 传了三代的一把旧锹 田有余",
        "5 看水人的本子不是“流水账” 温故",
        "话题",
        "7 年轻人走了，谁来守渠？ 本刊编辑部",
    )
    found = _told(
        _read(
            "\n".join(
                (
                    *lines,
                    "文史苑",
                    "从渠底挖出来的半块界碑 粟丰年",
                    "问答",
                    "闸房里的灯为什么不灭 岭下县委宣传部",
                )
            )
        )
    )
    assert [(one[0], one[1].split()[0]) for one in found[3:]] == [
        ("话题", "年轻人走了，谁来守渠？"),
        ("文史苑", "从渠底挖出来的半块界碑"),
        ("问答", "闸房里的灯为什么不灭"),
    ]


def test_the_first_lines_of_two_columns_are_no_habit_of_sections() -> None:
    entries = [f"{one}\n{who} {page}" for page, (one, who) in enumerate(OPENINGS * 2, 3)]
    headed = []
    for most in (8, 11):
        column = entries[:most]
        lines, beside = _lines("\n".join(["水利", *column, "", "人物", *column]), 1), RawContents()
        found = rows_of(lines, beside, "")
        assert [row.cells[0] for row in found if row.gap] == ["水利", "人物"]
        headed.append(SectionTeller(found, "last", BodyIndex([], lines)).headed)
    assert headed == [True, False]


def test_a_word_below_a_title_signs_it_and_a_name_below_that_is_a_section() -> None:
    body = BodyIndex(_lines(BODY, 100))
    rows = [
        Row([text], [at], gap=False)
        for at, text in enumerate(
            ("看水人的本子不是“流水账”", "温 故 7", "文史苑", "从渠底挖出来的半块界碑", "粟丰年 9"),
            1,
        )
    ]
    told = [(piece.kind, piece.text) for piece in pieces_of(places_of(rows), body)]
    assert ("names", "温 故") in told
    assert ("rest", "文史苑") in told


def test_a_second_name_that_signs_the_title_below_stays_one() -> None:
    body = BodyIndex(_lines(BODY + f"\n守渠三章\n\n文史苑\n\n{PROSE}", 100))
    rows = [
        Row([text], [at], gap=False)
        for at, text in enumerate(("清一条渠要走多少路", "方晓禾 7", "文史苑", "守渠三章 9"), 1)
    ]
    told = [(piece.kind, piece.text) for piece in pieces_of(places_of(rows), body)]
    assert ("names", "文史苑") in told
