"""Titles where they stand smaller than over their articles."""

from __future__ import annotations

import pytest

from converter.model import Article, Contents, ContentsEntry, ContentsSection, Issue, Masthead, Text
from converter.render.titles import joined_lines, sense_lines, title_on_one_line


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("门牌比地图", "记得更久"), "门牌比地图 记得更久"),
        (("三本账，", "两条船"), "三本账，两条船"),
        (("谁来掌灯？", "——访渡口"), "谁来掌灯？——访渡口"),
        (("读“水尺”", "记渡口"), "读“水尺” 记渡口"),
    ],
)
def test_a_blank_parts_the_lines_of_a_title_unless_a_pause_does(
    lines: tuple[str, ...], joined: str
) -> None:
    assert joined_lines(lines) == joined


@pytest.mark.parametrize(
    "lines",
    [
        ("老船工的", "四本账"),
        ("雾灯下", "的最后一班渡船"),
        ("渡口的孩子", "们"),
        ("修堤记 老船工的", "四本账"),
    ],
)
def test_a_break_within_a_phrase_is_no_pause(lines: tuple[str, str]) -> None:
    assert sense_lines(lines) == ("".join(lines),)


@pytest.mark.parametrize(
    "lines",
    [
        ("门牌比地图", "记得更久"),
        ("水是活的", "堤是死的"),
        ("江是大家的", "船归大家用"),
        ("认准目的", "稳步过江"),
        ("三本账，", "的确难算"),
        ("过江", "的确不易"),
        ("On the", "River"),
    ],
)
def test_a_break_between_clauses_stays(lines: tuple[str, str]) -> None:
    assert sense_lines(lines) == lines


@pytest.mark.parametrize(
    ("lines", "listed", "shown"),
    [
        (("末班船走后还有", "一班船"), "末班船走后还有一班船", ("末班船走后还有一班船",)),
        (("一只“哑秤”", "怎样开口"), "一只“哑秤”怎样开口", ("一只“哑秤”怎样开口",)),
        (
            ("渡口大事记", "（三月至五月）"),
            "渡口大事记（三月至五月）",
            ("渡口大事记（三月至五月）",),
        ),
        # There is a blank or a mark instead of the break.
        (("补一条船", "先要认得水"), "补一条船 先要认得水", ("补一条船", "先要认得水")),
        (("沉船的代价", "十年打捞"), "沉船的代价：十年打捞", ("沉船的代价", "十年打捞")),
        (("老船工的", "四本账"), "老船工的 四本账", ("老船工的", "四本账")),
        # So long a line has lost its blank.
        (
            ("稳步推进三镇堤防加固工程", "让沿江人家睡得安稳踏实"),
            "稳步推进三镇堤防加固工程让沿江人家睡得安稳踏实",
            ("稳步推进三镇堤防加固工程", "让沿江人家睡得安稳踏实"),
        ),
    ],
)
def test_the_contents_tell_whether_a_break_has_a_meaning(
    lines: tuple[str, ...], listed: str, shown: tuple[str, ...]
) -> None:
    assert sense_lines(lines, (listed,)) == shown


def test_the_contents_of_an_issue_are_asked_for_the_article() -> None:
    article = Article("a02", (Text("末班船走后还有"), Text("一班船")))
    entries = (
        ContentsEntry(("末班船走后还有 一班船",), article="a01"),
        ContentsEntry(("末班船走后还有一班船",), article="a02"),
    )
    issue = Issue(
        Masthead("江岸月读"),
        contents=Contents("目录", (ContentsSection("江上", entries),)),
        articles=(article,),
    )
    assert title_on_one_line(issue, article) == "末班船走后还有一班船"
    assert title_on_one_line(Issue(Masthead("江岸月读")), article) == "末班船走后还有 一班船"
