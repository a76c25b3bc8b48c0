"""Cells of tables, captions and who made a page look like titles over names, and are none."""

from __future__ import annotations

import pytest

from converter.pipeline import restore

PROSE = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，长着一层滑腻腻的青苔。",
    "船是去年秋天新刷的桐油，船头换了缆桩，只有那盏马灯还是从前的，玻璃罩上有一道裂纹。",
    "守渡的老周说，水大的年份一天要摇四十趟，水小的年份反而难，沙洲一处一处露出来。",
)
LISTED = {
    "夜里的渡口灯火": "沈一帆",
    "灯塔下的三个人": "顾南亭",
    "摆渡人的账本": "周守成",
    "桥修好以后": "江小渔",
    "下水的日子": "白海平",
}


def titles_with(cells: list[str]) -> list[str]:
    """The titles of an issue of which the second text has a table, each cell on a line."""
    lines = ["江声评论", "2023年第4期", "", "目录"]
    lines += [f"{title} {who} …… {at}" for at, (title, who) in enumerate(LISTED.items(), 1)]
    for at, (title, who) in enumerate(LISTED.items()):
        lines += ["", title, who, "", *PROSE]
        if at == 1:
            lines += ["", *(line for cell in cells for line in (cell, "")), *PROSE[1:], PROSE[0]]
    issue = restore("\n".join(lines).encode(), name="issue.txt").issue
    return [article.title[0].value for article in issue.articles]


@pytest.mark.parametrize(
    "cells",
    [
        ["首次取得船", "舶证书未", "满一年"],
        ["某省", "行为性质", "把夜里摆渡的人算作船员，发给证件", "名目", "强水工"],
    ],
)
def test_cells_are_no_title_over_a_name(cells: list[str]) -> None:
    assert titles_with(cells) == list(LISTED)


def test_an_article_that_the_contents_lack_is_found() -> None:
    assert titles_with(["补记：一条船的下落", "沈一帆"]) != list(LISTED)


def test_a_caption_is_no_title() -> None:
    text = "\n".join(["表一、渡口的数量", "", *PROSE, "", "夜里的渡口灯火", "", *PROSE])
    issue = restore(text.encode(), name="issue.txt").issue
    assert not any("表一" in article.title[0].value for article in issue.articles)


def test_who_made_a_page_is_no_title() -> None:
    head = ["4", "", "江边时空", "", "2010.5.25 星期二", ""]
    staff = ["责任编辑 沈一帆 版式总监 顾南亭", "新闻热线:0123-11110000", ""]
    column = ["老渡口在镇子的南头石阶有", "三十一级，最下面的两级常", "年浸在水里，长着青苔。"] * 12
    text = "\n".join([*head, *staff, *column, "", "夜里的渡口灯火", "", *column])
    issue = restore(text.encode(), name="issue.txt").issue
    assert not any("责任编辑" in article.title[0].value for article in issue.articles)
