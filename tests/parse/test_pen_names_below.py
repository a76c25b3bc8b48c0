"""Pen names below the titles of the contents, posts before names, and what heads the contents."""

from __future__ import annotations

import pytest

from converter.model import Article
from converter.parse.contents.people import author_list
from tests.support.restored import restored

PROSE = "井台边的石头磨出三道沟，一道是绳子磨的，一道是桶磨的，还有一道谁也说不清楚。"
TITLES = ("井台", "一把木勺", "腌缸的石头", "门槛外的雪")


def made(head: str, names: tuple[str, ...], entries: tuple[str, ...]) -> tuple[Article, ...]:
    body = [
        part
        for title, name in zip(TITLES, names, strict=True)
        for part in (title, name, PROSE, f"{title}还在，{PROSE}")
    ]
    text = "\n".join(("檐下", "2022年冬", head, *entries)) + "\n\n" + "\n\n".join(body) + "\n"
    return restored(text).issue.articles


def authors(articles: tuple[Article, ...]) -> list[list[str]]:
    return [[one.name for line in each.bylines for one in line.authors] for each in articles]


def test_lines_that_the_body_has_under_the_same_titles_are_no_sections() -> None:
    names = ("阿蒜", "路遥远", "小葱", "申屠夏")
    entries = [
        f"{title}　{page:03}\n{name}"
        for title, name, page in zip(TITLES, names, (4, 8, 12, 20), strict=True)
    ]
    articles = made("目录", names, (*entries[:2], "冬藏", *entries[2:]))
    assert authors(articles) == [[name] for name in names]
    issue = restored(
        "\n".join(("檐下", "2022年冬", "目录", *entries))
        + "\n\n"
        + "\n\n".join(p for t, n in zip(TITLES, names, strict=True) for p in (t, n, PROSE))
        + "\n"
    ).issue
    assert not any(one.name for one in issue.contents.sections)


def test_the_second_of_two_words_is_the_name_and_a_question_heads_the_contents() -> None:
    names = ("科学老师 电冰叔叔", "植物园 叶子姐姐", "讲故事的人 圆周率", "实验室 牛大顿")
    entries = [
        f"{page} {title}\n{name}"
        for title, name, page in zip(TITLES, names, (4, 8, 12, 20), strict=True)
    ]
    articles = made("翻到哪一页？", names, tuple(entries))
    assert authors(articles) == [[name.split()[1]] for name in names]
    assert [one.section for one in articles] == [-1] * len(TITLES)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("文/动力车间 凌小满", ("凌小满",)),
        ("文/体能教练 宫毅", ("宫毅",)),
        ("执教/湖西中学 苏晚", ("苏晚",)),
        ("口述/县医院 何小满", ("何小满",)),
        ("整理/云川日报 凌小满", ("凌小满",)),
        ("本刊记者/江北", ("江北",)),
        ("文/叶小帆 凌小满", ("叶小帆", "凌小满")),
    ],
)
def test_where_somebody_works_is_no_author(text: str, names: tuple[str, ...]) -> None:
    assert author_list(text) == names
