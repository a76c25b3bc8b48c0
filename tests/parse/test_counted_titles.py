"""Titles that count their pieces, and pieces that are no articles, in issues without contents."""

from __future__ import annotations

import pytest

from converter.parse.openings.counted_titles import pieces_of
from tests.support.bare import FIRST, LAST, LONG, issue, titles

SHORT = "炉子旁边放了一把铁皮水壶，谁来了都能倒一杯，杯子自己带。"


def piece(title: str, signed: str) -> str:
    return f"{title}\n\n{SHORT}\n\n（{signed}）\n\n"


PIECES = (
    piece("会翻面的木牌", "河湾渡口　罗一鸣")
    + piece("听得见的船桨", "上游渡口　苏小星")
    + piece("写给乘客的时间表", "下游渡口　季小舟")
)


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("小发明四则", 4),
        ("渡口的灯为什么是绿的 等三题", 3),
        ("来信（两封）", 2),
        ("短诗二首", 0),
        ("（三则）", 0),
        ("渡口的规则", 0),
    ],
)
def test_how_many_pieces_a_title_counts(title: str, count: int) -> None:
    assert pieces_of(title) == count


def test_pieces_with_their_authors_below_a_title_that_counts_them() -> None:
    found = issue(FIRST, "渡口小发明三则\n\n", PIECES, LAST)
    assert titles(found) == ["摆渡人的台阶", "渡口小发明三则", "水尺旁边"]


def test_questions_below_a_title_that_counts_them() -> None:
    asked = (
        f"问：渡口的灯为什么是绿的？\n\n答：{LONG}\n\n问：石阶为什么是十九级？\n\n答：{LONG}\n\n"
    )
    for title in ("渡口的灯为什么是绿的等两题", "石阶与灯\n（二则）"):
        found = issue(FIRST, f"{title}\n\n{asked}", LAST)
        assert titles(found)[1:] == ["".join(title.split()), "水尺旁边"]


def test_the_name_of_a_column_over_such_a_title() -> None:
    asked = f"石阶为什么是十九级\n\n问：石阶为什么是十九级？（河湾 罗女士）\n\n答：{LONG}\n\n"
    edited = "（编辑：季小舟）\n\n"
    found = issue(FIRST, edited, LAST, edited, f"读者问船\n\n石阶为什么是十九级 等三则\n\n{asked}")
    assert titles(found)[-1] == "石阶为什么是十九级 等三则"


def test_what_the_editors_have_chosen_of_what_was_sent() -> None:
    noted = f"船桨边上写的\n\n编者按：{LONG}来稿很多，选登几篇。\n\n"
    found = issue(FIRST, noted, PIECES, LAST)
    assert titles(found) == ["摆渡人的台阶", "船桨边上写的", "水尺旁边"]


def test_pieces_under_more_signs_than_the_titles() -> None:
    marked = (
        PIECES.replace("会翻", "### 会翻").replace("听得", "### 听得").replace("写给", "### 写给")
    )
    found = issue(f"# {FIRST}", f"# {LAST}", "# 木牌和别的\n\n", marked)
    assert not {"听得见的船桨", "写给乘客的时间表"} & set(titles(found))
