"""Newsletters in Markdown: one title over all, and one over each text."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
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
    (text,) = balanced_issue(LETTER.format(name="守渠三十一年")).articles
    assert text.title[0].value == "守渠三十一年"
    heads = [block.text.value for block in text.blocks if isinstance(block, Heading)]
    assert heads == ["水情", "人物", "来信"]


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


def test_what_a_newsletter_sets_apart_cuts_no_paragraph() -> None:
    text = LETTER.format(name="守渠小报 第 12 期").replace(
        "## 人物\n",
        "我说说三种补渠的办法。\n\n> **石灰**保证渠底不再漏水。\n>\n> **柳条**只编一层，就够一季的用处。\n>\n"
        "> **黄泥**不花钱，村后就有。\n\n如果你是守渠的人，一看这些长处，大概立刻就会心动。\n\n## 人物\n",
    )
    (first, *_) = balanced_issue(text).articles
    told = [block.text.value for block in first.blocks if isinstance(block, Paragraph)]
    assert "我说说三种补渠的办法。" in told


def test_a_picture_that_is_a_link_is_a_picture() -> None:
    text = LETTER.format(name="守渠小报 第 12 期").replace(
        "老韩守", "[![闸口](https://a.example/1.jpg)](https://a.example/gate)\n\n老韩守"
    )
    issue = balanced_issue(text)
    assert "a.example" not in str([article.blocks for article in issue.articles])


SHEET = """香港渠务大学
ENQUIRY
TELEPHONE
UNIVERSITY
NUMBER
6035592
CHINESE
PRESS RELEASE
{title}
{text}
"""


def test_the_letterhead_of_every_sheet_is_no_list_of_titles() -> None:
    sheets = [
        SHEET.format(
            title="渠务学系新任主任到校履新",
            text="新任主任本周到校，\n他说学系的第一件事，是把各区旧渠的图纸重新画一遍。",
        ),
        SHEET.format(
            title="旧渠图纸展览下月开幕",
            text="展览下月在大学图书馆开幕，\n展出的图纸有一百二十张，最早的一张画在布上。",
        ),
    ]
    issue = balanced_issue("# 新闻稿合编\n\n" + "\n\n---\n\n".join(sheets))
    assert not issue.contents.sections


def test_a_paragraph_that_a_page_has_cut_is_joined_in_a_newsletter_as_well() -> None:
    text = LETTER.format(name="守渠小报 第 12 期").replace(
        "把钥匙交给了", "把钥匙交\n\n## 2\n\n给了"
    )
    cut = text.replace("\n\n## 2\n\n", "\n\n第2页\n\n")
    told = str([article.blocks for article in balanced_issue(cut).articles])
    assert "把钥匙交给了他的徒弟" in told
