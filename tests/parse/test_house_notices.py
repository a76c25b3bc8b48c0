"""Notices of the house, which no contents list: a year in their titles, and a running head above them."""

from __future__ import annotations

import pytest

from converter.parse.kinds import is_date_line
from tests.support.restored import restored

TEXT = "为办好各个栏目，本刊面向全市征集稿件，来稿请写真实的人和真实的事，三千字以内为宜。"
NEWS = "本学期起，每位教研员固定跟随一个班级，每周不少于一天，学期末不交总结，只交一份作业。"
HEAD = "渡口教研\n2014年第10期\n\n目录\n\n◇课堂◇\n\n看清一盏灯 …… 何若溪（4）\n\n◇动态◇\n\n动态三则 …… 沈川（5）\n\n"


def titles(notice: str, *, top: str = "") -> list[str]:
    body = f"看清一盏灯\n\n何若溪\n\n{NEWS}\n\n· 4 ·\n\n动态三则\n\n沈　川\n\n{NEWS}（孟　涛）\n\n· 5 ·\n\n"
    found = restored(f"{HEAD}{body}{top}{notice}\n\n{TEXT}\n\n本刊编辑部\n\n· 6 ·\n").issue
    return ["".join(line.value for line in one.title) for one in found.articles]


@pytest.mark.parametrize(
    "notice",
    [
        "2015年选题征稿启事",
        "本刊2015年征稿启事",
        "2015年度征订通知",
        "第三届“渡口杯”征文启事",
        "作者须知",
        "《渡口教研》投稿指南",
        "欢迎订阅2015年《渡口教研》",
    ],
)
@pytest.mark.parametrize("top", ["", "动态 DUKOU JIAOYAN\n\n"])
def test_a_notice_is_an_article_of_its_own(notice: str, top: str) -> None:
    assert titles(notice, top=top) == ["看清一盏灯", "动态三则", notice]


@pytest.mark.parametrize(
    "line", ["征稿的人说启事要写得短", "沙桥中学试行两段作业", "关于稿件的几点想法"]
)
def test_other_news_at_the_head_of_a_page_is_no_notice(line: str) -> None:
    assert titles(line, top="动态 DUKOU JIAOYAN\n\n") == ["看清一盏灯", "动态三则"]


def test_a_year_before_what_a_title_is_called_is_no_date() -> None:
    assert not any(map(is_date_line, ["2015年选题征稿启事", "2016年工作要点", "2014年总目录"]))
    assert all(map(is_date_line, ["2015年秋于渡口", "2016年于上游码头", "2014年10月渡口"]))
