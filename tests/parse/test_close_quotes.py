"""Paragraphs that > sets apart without a blank behind it, and day and number of a weekly in figures."""

from __future__ import annotations

import pytest

from converter.model import Figure, PullQuote
from converter.segment import unquoted
from converter.source import Line
from tests.support.markup import balanced_issue, blocks, issue_with
from tests.support.restored import restored

QUOTED = (
    ">说到守渠，老人就像是一具具上紧了发条、设好了钟点的旧钟。",
    ">",
    ">一生都走在同一条路上，不肯有别的念头。",
    ">",
    ">那走完之后呢？",
    ">",
    ">还会有下一条“渠”。",
    ">",
    ">于是有了村里人的玩笑：“柳湾人是长在渠边的吗？”",
)
TEXT = "守渠的规矩写在一块木牌上，挂在闸房的门后，每年开春由渠长念一遍，念完再挂回去。"


def _lines(*texts: str) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(texts, start=1)]


def test_a_sign_right_before_a_word_sets_apart_where_others_do() -> None:
    found, marks = unquoted(_lines(*QUOTED))
    assert [line.text for line in found if line.text] == [one[1:] for one in QUOTED if one[1:]]
    assert sorted(marks) == list(range(1, len(QUOTED) + 1))


@pytest.mark.parametrize("text", [">三十的是大渠，<三十的是小渠", ">>水深 3 尺"])
def test_a_lone_sign_right_before_a_word_stays(text: str) -> None:
    assert unquoted(_lines(TEXT, text, TEXT))[0][1].text == text


def test_several_paragraphs_set_apart_below_a_picture_are_not_its_caption() -> None:
    found = issue_with(TEXT, "![](a.png)", "\n".join(QUOTED), TEXT)
    assert [
        figure.caption.value for figure in blocks(found, 0, Figure) if figure.caption.value
    ] == []


@pytest.mark.parametrize("line", ["2012.8.6 第31期", "2012-08-06 第31期", "第31期 2012.8.6"])
def test_day_and_number_in_figures_are_a_masthead(line: str) -> None:
    text = f"""渠边日子
{line}
定价：3元

目录
老渠的新水 方晓禾 5
一把旧锹 田有余 7

老渠的新水

方晓禾

{TEXT}

一把旧锹

田有余

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。
"""
    found = restored(text).issue.masthead
    assert (found.title, found.year, found.number, found.date) == (
        "渠边日子",
        2012,
        "31",
        "2012-08-06",
    )


def test_each_mark_of_a_line_that_is_parted_is_told() -> None:
    lines = [Line(7, "> 渠上人"), Line(7, "> 守渠四十年。"), Line(8, TEXT)]
    assert unquoted(lines)[1] == {7: ">>"}


TURNED = """渠水

2023年第3期 总第9期

主办：渠县农会

目录

老渠的新水 方晓禾 5

守渠的四十天 田有余 7

一把旧锹 石小满 9

# 老渠的新水

方晓禾

清晨的渠水从山脚流下来，一路经过三个村子，最后才到柳湾的田里。守渠的老人说，这条渠挖了整整十一个冬天。

如今只剩下他一个。他每天沿着渠走一遍，看看哪里漏水，哪里该清淤了。

# 守渠的四十天

田有余

> ## 第二十天　大风
>
> 风把渠边的杨树刮断了一棵，横在水面上，我们锯了一下午，才把它拖上岸来。
>
> ## 第四十天　晴
>
> 回村。渠水还是那么流着，好像什么也没有发生过，老曲站在闸口上送我们。
>
> （编辑 / 南宫霁）
>
> 作者去年夏天在柳湾守了四十天的渠，以下摘自他的日记，人名都改过了，地名没有改。
>
> ## 第三天　晴
>
> 我分到的一段渠有三里长。老曲说，渠就是你的责任田，早晚各走一遍，不许偷懒。
>
> ## 第十一天　阵雨
>
> 雨把渠岸冲塌了一角，我们四个人用草袋堵，堵好了，人全湿了，水也退下去了。

# 一把旧锹

石小满

锹柄磨得发亮，是父亲留下的。我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。
"""
"""The second article begins below its end, and all of it is set apart."""


def test_an_article_that_is_set_apart_and_whose_pages_are_exchanged() -> None:
    issue = balanced_issue(TURNED)
    assert len(issue.articles) == 3
    assert len(blocks(issue, 1, PullQuote)) > 1
