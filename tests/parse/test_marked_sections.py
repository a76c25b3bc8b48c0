"""Sections and titles told by the signs of Markdown alone, in an issue without contents."""

from __future__ import annotations

from converter.model import Heading, Issue
from tests.support.markup import balanced_issue, blocks

LETTER = """# 第12期

## 渠首

### 水从哪里来

{first}

一上午不见一朵云，上闸的人都说今年的雪化得早。我们在石碑旁边坐下来，等水头过来。

## 田间

### 柳湾的三块田

{second}

柳湾有三块田，一块种稻，一块种藕，最后一块空着，主人去了城里，说好秋天回来。

### 一把旧锹

{third}

锹柄磨得发亮，是父亲留下的，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。

## 来信

### 给守渠人

{fourth}

渠边的石碑上刻的是什么字，河西的学生问了几回，我们请老人念给大家听了一遍。
"""
NAMES = {"first": "本刊", "second": "渠边老人", "third": "*苇叶整理*", "fourth": "小满"}


def _heads(issue: Issue) -> list[tuple[str, str, list[str]]]:
    return [
        (
            issue.section_names[one.section] if one.section >= 0 else "",
            "".join(line.value for line in one.title),
            [author.name for byline in one.bylines for author in byline.authors],
        )
        for one in issue.articles
    ]


def test_names_right_over_titles_with_one_sign_more_are_sections_to_the_next_name() -> None:
    assert _heads(balanced_issue(LETTER.format(**NAMES))) == [
        ("渠首", "水从哪里来", ["本刊"]),
        ("田间", "柳湾的三块田", ["渠边老人"]),
        ("田间", "一把旧锹", ["苇叶"]),
        ("来信", "给守渠人", ["小满"]),
    ]


def test_the_title_of_a_series_stands_over_its_first_piece() -> None:
    text = LETTER.format(**NAMES).replace("### 一把旧锹", "### 夏日农具展专辑\n\n### 一把旧锹")
    (spade,) = [one for one in balanced_issue(text).articles if one.title[0].value == "一把旧锹"]
    assert spade.kicker is not None
    assert "夏日农具展专辑" in spade.kicker.value


def test_the_headings_of_one_text_are_no_sections() -> None:
    told = "这一段只有一句话，说的是渠水怎样流到田里去。"
    text = LETTER.format(first=told, second=told[::-1], third=told, fourth=told[::-1])
    issue = balanced_issue(text.replace("# 第12期", "# 守渠三十一年", 1))
    assert "渠首" not in issue.section_names


def test_sections_in_a_text_with_headings_below_each_title() -> None:
    text = LETTER.format(**NAMES).replace("一上午不见", "#### 上闸\n\n一上午不见")
    issue = balanced_issue(text)
    assert [head.text.value for head in blocks(issue, 0, Heading)] == ["上闸"]
