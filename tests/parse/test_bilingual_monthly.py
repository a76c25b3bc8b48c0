"""A popular monthly of a document model: sections in two languages, headings on two lines, definitions."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Heading, Issue
from tests.support.restored import restored

TEXT = (
    "老渠修于上个世纪，渠底的石板已经磨得发亮，每到春灌的时候，水要走上两天才能到达最远的一块田。",
    "今年春天，沿渠的九个村一起清淤，挖出来的泥堆在路边，晒干以后又拉回田里做了肥料，一点没有糟蹋。",
    "水走得快了，人的心也就不急了，从前半夜守水的人，现在可以在家里睡一个整觉，早上再去看闸口。",
    "村里的老人说，渠是一村人的脾气，哪一段漏水，哪一段淤泥，都看得出住在边上的人家勤不勤快。",
)
ISSUE = f"""渠声
QU SHENG
2023年第4期（总第52期）

主办单位 河湾省水利学会
主 编 米清渠
国内统一连续出版物号 CN 99-1411/N
定 价 8.00元

目录
CONTENTS

封面 COVER

| 04 | 一条老渠怎样学会说话 | 沈小渠 |
|---|---|---|

现场 FIELD

| 08 | 闸口上的“钟表” | 陆水声 |
|---|---|---|

动手 DIY

12 用两只水桶做一个水钟
何小满

人物 PEOPLE
15 她给水渠写了九年日记 童一舟

随笔 ESSAY
渠边的一棵老柳树 田守野

# 一条老渠怎样学会说话

撰文／沈小渠（河湾大学水利学院教授）

{TEXT[0]}

{TEXT[1]}

## 会说话的渠
吵人吗

{TEXT[2]}

{TEXT[3]}

# 闸口上的“钟表”

撰文／陆水声

{TEXT[0]}

## 01
水是怎样走的

{TEXT[1]}

名词解释 水力坡度 水流沿着渠道前进的时候，单位长度上水面降低的高度。坡度越大，水走得越快。

{TEXT[2]}

## 02
钟表是怎样上弦的

{TEXT[3]}

# 用两只水桶做一个水钟

撰文／何小满（河湾市第二小学科学教师

{TEXT[0]}

{TEXT[2]}

# 她给水渠写了九年日记

撰文／童一舟

{TEXT[1]}

{TEXT[3]}

# 渠边的一棵老柳树

撰文／田守野

{TEXT[2]}

{TEXT[0]}
"""


@pytest.fixture(scope="module")
def issue() -> Issue:
    return restored(ISSUE).issue


def _headings(article: Article) -> list[str]:
    return [block.text.value for block in article.blocks if isinstance(block, Heading)]


def test_names_in_two_languages_are_sections_with_a_blank_line_below_or_none(issue: Issue) -> None:
    names = {section.name: len(section.entries) for section in issue.contents.sections}
    assert names == {"封面": 1, "现场": 1, "动手": 1, "人物": 1, "随笔": 1}


def test_an_entry_that_has_lost_its_page_belongs_to_the_contents(issue: Issue) -> None:
    last = issue.contents.sections[-1].entries[0]
    assert (last.title, last.authors) == (("渠边的一棵老柳树",), ("田守野",))
    assert issue.front == ()


def test_a_marked_heading_takes_its_second_line_and_opens_no_article(issue: Issue) -> None:
    assert len(issue.articles) == 5
    assert _headings(issue.articles[0]) == ["会说话的渠吵人吗"]


def test_a_number_with_its_words_right_below_is_one_heading(issue: Issue) -> None:
    assert _headings(issue.articles[1]) == ["01 水是怎样走的", "02 钟表是怎样上弦的"]


def test_the_word_that_a_box_explains_is_its_title(issue: Issue) -> None:
    (box,) = (block for block in issue.articles[1].blocks if isinstance(block, Box))
    assert (box.label, box.title and box.title.value) == ("名词解释", "水力坡度")


def test_a_byline_may_have_lost_its_last_bracket(issue: Issue) -> None:
    article = issue.articles[2]
    (author,) = (author for byline in article.bylines for author in byline.authors)
    assert (author.name, author.office) == ("何小满", "河湾市第二小学科学教师")
    assert len(article.blocks) == 2
