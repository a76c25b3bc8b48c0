"""Contents in Markdown that are links to the texts of the issue."""

from __future__ import annotations

from converter.model import Issue
from tests.support.markup import balanced_issue

ISSUE = """# 守渠人

## 2023 秋 渠口

{first}
* [渠口的铁门 Gate 3 与老韩](gate.md)
* [水从哪里来？](water.md)
* [活动日历](calendar.md)

# 守渠人来信

- 作者：何守田

清明前一天，上闸的铁门提起来两尺，水头走了一上午才到柳湾。守闸的人站在桥上看，一句话也不说。

# 渠口的铁门 Gate 3 与老韩

作者：**韩溪**

铁门是一九六三年从省城运来的，运它的船在半路搁浅了两回，最后一段是一百个人用肩膀扛过来的。

# 水从哪里来？

作者：小满

渠水从三个泉眼里来，最远的一个在山背后，走过去要一整天，去过的人都说那里的水是甜的。
"""


def _heads(issue: Issue) -> list[tuple[str, list[str]]]:
    return [
        (
            "".join(line.value for line in one.title),
            [author.name for byline in one.bylines for author in byline.authors],
        )
        for one in issue.articles
    ]


def test_links_to_the_texts_are_the_contents_each_with_a_whole_title() -> None:
    issue = balanced_issue(ISSUE.format(first="* [守渠人来信](letter.md)"))
    entries = [entry for section in issue.contents.sections for entry in section.entries]
    assert ["".join(entry.title) for entry in entries] == [
        "守渠人来信",
        "渠口的铁门 Gate 3 与老韩",
        "水从哪里来？",
        "活动日历",
    ]
    assert [bool(entry.article) for entry in entries] == [True, True, True, False]
    assert _heads(issue) == [
        ("守渠人来信", ["何守田"]),
        ("渠口的铁门 Gate 3 与老韩", ["韩溪"]),
        ("水从哪里来？", ["小满"]),
    ]


def test_the_author_in_brackets_behind_such_a_title_is_no_part_of_it() -> None:
    issue = balanced_issue(ISSUE.format(first="* [守渠人来信（作者：何守田）](letter.md)"))
    (first, *_) = [entry for section in issue.contents.sections for entry in section.entries]
    assert ("".join(first.title), first.authors) == ("守渠人来信", ("何守田",))
    assert _heads(issue)[0] == ("守渠人来信", ["何守田"])


def test_links_whose_titles_stand_nowhere_below_are_no_contents() -> None:
    text = ISSUE.format(first="* [守渠人来信](letter.md)")
    below = text.replace("# 守渠人来信", "# 一", 1).replace("# 渠口的铁门 Gate 3 与老韩", "# 二", 1)
    assert not balanced_issue(below.replace("# 水从哪里来？", "# 三")).contents.sections
