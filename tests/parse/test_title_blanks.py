"""Titles on several lines, of which a blank parts one as the contents do."""

from __future__ import annotations

import pytest

from tests.support.restored import restored

PROSE = "老汪在码头边修了三十年船，木船修成了铁船，铁船又修成了玻璃钢的。他说船底最怕的不是石头，是藤壶，一年不铲就有两寸厚。"


def lines_of(listed: str, printed: list[str]) -> list[str]:
    pieces = [
        f"目录\n\n{listed} / 汪洋 1\n灯塔记 / 李山 5",
        "\n".join(printed),
        *("文 / 汪洋", PROSE, PROSE[::-1][1:] + "。", "灯塔记", "文 / 李山", PROSE[5:]),
    ]
    found = restored("\n\n".join(pieces)).issue
    return [line.value for line in found.articles[0].title]


@pytest.mark.parametrize("blank", [" ", "　"])
def test_a_line_that_is_full_ends_no_line_of_the_title(blank: str) -> None:
    printed = [f"四十里水路{blank}顺风走了", "整整一天"]
    assert lines_of("四十里水路 顺风走了整整一天", printed) == ["四十里水路", "顺风走了整整一天"]


@pytest.mark.parametrize(
    "listed",
    ["四十里水路顺风走了整整一天", "四十里水路顺风走了 整整一天", "四十里 水路顺风走了整整一天"],
)
def test_other_blanks_leave_the_lines_as_printed(listed: str) -> None:
    printed = ["四十里水路 顺风走了", "整整一天"]
    assert [line.replace(" ", "") for line in lines_of(listed, printed)] == [
        "四十里水路顺风走了",
        "整整一天",
    ]


def test_lines_of_about_one_length_are_as_printed() -> None:
    printed = ["四十里水路 顺风走了", "逆风走了整整三天"]
    found = lines_of("四十里水路 顺风走了逆风走了整整三天", printed)
    assert found[1] == "逆风走了整整三天"


def test_a_number_and_what_it_counts_stand_on_one_line() -> None:
    listed = (
        "目    次\n\n码头\n水路的四十里 …… 汪 洋,何一舟（1）\n船坞\n旧船修补 1 例 …… 沈 帆,余 江（3）\n"
        "灯塔\n灯塔记 …… 李 山（5）"
    )
    pieces = (
        ("水路的四十里", "汪 洋    何一舟"),
        ("旧船修补 1 例", "沈 帆    余 江"),
        ("灯塔记", "李 山"),
    )
    text = "\n\n".join(
        f"{title}\n\n{who}\n\n{PROSE[at:]}\n\n{PROSE}" for at, (title, who) in enumerate(pieces)
    )
    found = restored(f"{listed}\n\n{text}").issue.articles
    assert [line.value for line in found[1].title] == ["旧船修补 1 例"]


def one_line(listed: str, printed: str) -> list[str]:
    return lines_of(listed, [printed])


def test_a_blank_that_the_contents_do_not_have_ends_a_line_of_a_long_title() -> None:
    told = ["四十里水路", "顺风为什么要走一整天"]
    assert one_line("".join(told), " ".join(told)) == told
    assert one_line("四十里水路顺风走", "四十里水路 顺风走") == ["四十里水路 顺风走"]
