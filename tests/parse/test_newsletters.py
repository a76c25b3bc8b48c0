"""Newsletters in Markdown: one title over all, and one over each text."""

from __future__ import annotations

import pytest

from tests.support.markup import balanced_issue

LETTER = """# {name}

守渠人自己写的小报，逢五出版，欢迎来信。

## 水情

上闸今早开了两个口子，水头傍晚到柳湾，田里要用水的人家请把沟先清一清。

## 人物

老韩守了三十一年的渠，上个月把钥匙交给了他的徒弟，自己还是天天来。

## 来信

河西的学生问，渠边的石碑上刻的是什么字，我们请老韩念给大家听了一遍。
"""


def _titles(text: str) -> list[str]:
    return ["".join(line.value for line in one.title) for one in balanced_issue(text).articles]


@pytest.mark.parametrize(
    "name", ["守渠小报 第 12 期", "守渠小报 #12 | 2023-05-05", "守渠小报 2023年5月"]
)
def test_the_texts_of_a_newsletter_are_its_articles(name: str) -> None:
    assert _titles(LETTER.format(name=name)) == ["水情", "人物", "来信"]


def test_the_headings_of_one_text_are_no_articles() -> None:
    assert "人物" not in _titles(LETTER.format(name="守渠三十一年"))


@pytest.mark.parametrize(
    ("name", "title", "number"),
    [
        ("守渠周报（第 250 期）：开闸", "守渠周报", "250"),
        ("守渠周报：第 12 期", "守渠周报", "12"),
        ("守渠 Canal 周报#46：开闸那天", "守渠 Canal 周报", "46"),
    ],
)
def test_the_line_over_all_texts_tells_the_newsletter_and_its_number(
    name: str, title: str, number: str
) -> None:
    masthead = balanced_issue(LETTER.format(name=name)).masthead
    assert (masthead.title, masthead.number) == (title, number)


def test_a_title_with_a_number_over_text_without_marks_is_no_masthead() -> None:
    text = LETTER.format(name="第 12 期的老渠").replace("## ", "")
    assert balanced_issue(text).masthead.number == ""
