"""A professional monthly in a document model's Markdown: cases in 【】, notes of the page before, a masthead as a table."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Paragraph
from tests.support.markup import balanced_issue, blocks, issue_with, texts

FIRST = "园里一株老桂花入夏以后叶缘焦枯，先从西南面的枝条开始，半个月后蔓延到整个树冠。"
SECOND = "街边的香樟去年移栽，今春只在树干下部发出几丛新芽，上面的枝条折断时已没有绿色。"
THIRD = "剪去枯枝，切口涂药，树盘换土三十厘米，早晚给树干喷水，连续二十天不再施肥。"
FOURTH = "树木得病多半先病在根，问清去年冬天地面动过什么，比看叶片上的斑点更有用处。"


def cases(*headed: str) -> list[tuple[str, int]]:
    found = blocks(issue_with(*headed), 0, Heading)
    return [(one.text.value, one.level) for one in found]


def test_parts_below_all_cases_stand_beside_them_in_the_same_frame() -> None:
    assert cases(
        "**【病例一】**",
        FIRST,
        "## 【病例二】",
        SECOND,
        "## 【处理】",
        THIRD,
        "## 【体会】",
        FOURTH,
    ) == [("【病例一】", 1), ("【病例二】", 1), ("【处理】", 1), ("【体会】", 1)]


def test_parts_of_each_case_stand_under_it() -> None:
    assert cases(
        "**【病例一】**",
        FIRST,
        "**【处理】**",
        THIRD,
        "**【病例二】**",
        SECOND,
        "**【处理】**",
        THIRD,
    ) == [("【病例一】", 1), ("【处理】", 2), ("【病例二】", 1), ("【处理】", 2)]


FRAMED = ("**【症状】**", FIRST, "**【处理】**", THIRD, "**【体会】**", SECOND)


@pytest.mark.parametrize("name", ["**用药点评**", "**用 药 点 评**"])
def test_a_remark_in_no_frame_below_framed_headings_is_a_box(name: str) -> None:
    issue = issue_with(*FRAMED, name, FOURTH)
    (box,) = blocks(issue, 0, Box)
    assert box.label == "用药点评"
    assert [one.text.value for one in box.blocks if isinstance(one, Paragraph)] == [FOURTH]
    assert len(blocks(issue, 0, Heading)) == 3


@pytest.mark.parametrize("name", ["**【用药点评】**", "**用药体会**"])
def test_other_last_headings_are_none(name: str) -> None:
    issue = issue_with(*FRAMED, name, FOURTH)
    assert not blocks(issue, 0, Box)
    assert len(blocks(issue, 0, Heading)) == 4


def test_a_remark_among_headings_of_its_form_is_none() -> None:
    issue = issue_with(
        "**症状**", FIRST, "**处理**", THIRD, "**体会**", SECOND, "**用药点评**", FOURTH
    )
    assert not blocks(issue, 0, Box)


NOTE = "① 堆肥要翻到中心发白为止，只翻表层的，种下去照样烧根。"
PAGES = f"""# 水渠

2023年第3期 总第9期

# 目录

老渠的新水 方晓禾 5

一把旧锹 田有余 6

# 老渠的新水

方晓禾

{FIRST}堆肥要先腐熟①，再同园土拌匀，铺在树盘外沿，离树干至少半米。

# 一把旧锹

田有余

锹柄磨得发亮，是父亲留下的，我把它挂在墙上，每年开春拿下来擦一遍油，再

{NOTE}

挂回去，心里就踏实了。
"""


def test_a_note_that_cuts_the_next_article_goes_back_to_who_calls_it() -> None:
    issue = balanced_issue(PAGES)
    assert [[note.marker for note in one.notes] for one in issue.articles] == [["①"], []]
    assert texts(issue, 1) == [
        "锹柄磨得发亮，是父亲留下的，我把它挂在墙上，每年开春拿下来擦一遍油，再挂回去，心里就踏实了。"
    ]


def test_a_note_that_the_article_calls_itself_stays_there() -> None:
    called = PAGES.replace("擦一遍油，再", "擦一遍油①，再")
    assert [[note.marker for note in one.notes] for one in balanced_issue(called).articles] == [
        [],
        ["①"],
    ]


TABLE = """

---

**水渠** 季刊

| 项目 | 内容 |
|---|---|
| 主管 | 渠县农会 |
| 主办 | 渠县水利学会 |
| 地址 | 渠县闸口路2号 |
| 定价 | 6.00元 |
"""


def test_the_head_that_markdown_gives_a_masthead_is_no_text() -> None:
    issue = balanced_issue(PAGES + TABLE)
    assert [entry.values for entry in issue.masthead.entries if "|" in "".join(entry.values)] == []
    assert [entry.label for entry in issue.masthead.entries if entry.label] == [
        "主管",
        "主办",
        "地址",
        "定价",
    ]
    last = issue.articles[-1]
    assert all(isinstance(block, Paragraph) for block in (*last.blocks, *last.back))


LISTED = """# 水渠

2023年第3期 总第9期

# 目录

老渠的新水——访守渠人何守田 方晓禾 5

一把旧锹 田有余 7

"""
BODY = f"""

方晓禾

{FIRST}

{THIRD}

一把旧锹

田有余

{FOURTH}
"""


@pytest.mark.parametrize("mark", ["# ", ""])
@pytest.mark.parametrize("read", ["守渠人何守田", "守渠入何守田"])
def test_a_subtitle_on_the_line_of_its_title_is_parted(mark: str, read: str) -> None:
    (first, *_) = balanced_issue(f"{LISTED}{mark}老渠的新水——访{read}{BODY}").articles
    assert [line.value for line in first.title] == ["老渠的新水"]
    assert first.subtitle is not None
    assert first.subtitle.value.lstrip("—") == f"访{read}"


CUT = (FIRST[:-8], FIRST[-8:])


def test_a_line_below_a_quotation_that_breaks_off_is_of_it() -> None:
    issue = issue_with(CUT[0], f"> 剪去枯枝，切口\n涂药，换土{'三十厘米。'}", CUT[1], THIRD)
    assert texts(issue)[:2] == [FIRST, THIRD]


def test_a_line_below_a_whole_quotation_is_text() -> None:
    issue = issue_with(FIRST, f"> 剪去枯枝，切口涂药。\n{THIRD}", FOURTH)
    assert THIRD in texts(issue)
