"""Titles of the contents of which OCR has misread a character, wherever the exact one told something."""

from __future__ import annotations

import pytest

from converter.hanzi import is_misread, key
from converter.parse.contents.body import BodyIndex
from converter.parse.issue.misread_titles import misread_titles
from converter.segment.regions import find_regions
from tests.segment.test_heads import lines_of
from tests.support.restored import listed, restored

TEXT = "渡船从北岸开过来要一刻钟，船工老邱说，水大的时候要两刻，水小的时候一袋烟的工夫就到了，等船的人都坐在石阶上，看对面的山慢慢地亮起来。"


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("渡口的木牌上写着时刻", "渡口的木牌上写看时刻", True),
        ("渡口的木牌上写着时刻", "渡口的木牌上写着时刻", False),
        ("渡口的木牌上写着时刻", "渡口的石牌上写看时刻", False),
        ("渡口的木牌上写着时刻", "渡口的木牌上写时刻", False),
    ],
)
def test_one_character_of_eight_may_be_misread(one: str, other: str, *, told: bool) -> None:
    assert is_misread(one, other) is told


BODY = ["石阶上的人", "季有田", TEXT, "把渡口还给", "等船的人", "罗长庚", TEXT]


@pytest.mark.parametrize(
    ("title", "who", "found"),
    [
        ("石价上的人", "季有田", "石阶上的人"),
        ("石价上的人", "罗长庚", ""),  # a short title is told by who signs it
        ("把渡口还给筹船的人", "", "把渡口还给等船的人"),
        ("把渡口还给筹船的狗", "", ""),
        ("把渡口还给等船的人", "罗长庚", ""),  # it is not misread
    ],
)
def test_lines_that_are_misread_titles(title: str, who: str, found: str) -> None:
    titles = {key(title): frozenset({who} - {""})}
    told = misread_titles(lines_of("\n".join(BODY)), titles, 60)
    assert told == ({key(found): key(title)} if found else {})


def test_a_misread_title_stands_above_and_below_what_the_right_one_does() -> None:
    index = BodyIndex(lines_of("筑牢气象防灾第一道防线\n推进气象事业高质量发展\n云岫"))
    assert index.stands_above("筑牢打象防灾第一道防线", "推进气象事业高质量发展")
    assert index.stands_above("筑牢气象防灾第一道防线", "推进气象亊业高质量发展 云岫")
    assert not index.stands_above("筑牢气象防灾第一道防线", "推进渔港事务高质量发展")


def test_contents_end_at_a_marked_title_that_they_have_misread() -> None:
    contents = ["# 目录", "## 本期关注", "- 4 **渡口的四点** 霍青囊", "- 8 **家里的药箱** 司徒芷", "- 12 **老邱的橹** 丘鹤鸣"]  # fmt: skip
    body = ["## 本期关注", "# **渡口的四季**", "**主讲 |** 船工 霍青囊　**整理 |** 柳条", TEXT * 2]
    lines = lines_of("\n\n".join([*contents, *body]))
    (_, end) = find_regions(lines).contents or (0, 0)
    assert "渡口的四季" not in "".join(line.text for line in lines[:end])


def test_a_title_right_below_wrapped_text_opens_its_article() -> None:
    contents = "目录\n石阶上的人 季有田 3\n“摆渡”的劳意：渡口船工的时间安排 罗长庚 5\n走廊尽头的灯 卞小川 9"
    wrapped = [TEXT[at : at + 22] for at in range(0, len(TEXT), 22)]
    heads = (("石阶上的人", "季有田"), ("“摆渡”的劳动：渡口船工的时间安排", "罗长庚"), ("走廊尽头的灯", "卞小川"))  # fmt: skip
    body = [line for head in heads for line in (*head, *wrapped * 3)]
    made = restored("\n".join([contents, "", *body]))
    titles = [one.title[0].value for one in made.issue.articles]
    assert titles == [head[0] for head in heads]


def test_sections_are_told_over_misread_titles() -> None:
    rows = ["目录\n", "卷首", "石阶上打送行人 / 季有田 …… 3\n", "小说", "渡船 / 叶小桥 …… 4\n", "散文", "母亲打针线筐 / 沈阿禾 …… 9\n", "书简", "致海位远方的校对员 / 谷雨生 …… 11"]  # fmt: skip
    heads = (("卷首", "石阶上的送行人", "季有田"), ("小说", "渡船", "叶小桥"), ("散文", "母亲的针线筐", "沈阿禾"), ("书简", "致一位远方的校对员", "谷雨生"))  # fmt: skip
    body = "\n\n".join("\n\n".join((*head, TEXT * 2 + head[2] + "。")) for head in heads)
    made = restored("\n".join(rows) + "\n\n" + body)
    assert [section for section, _, _, _ in listed(made)] == [head[0] for head in heads]


def test_second_lines_of_titles_of_which_the_first_is_misread_are_kept() -> None:
    rows = ["目录", "6 图书配坤何以重要", "让评价改革真正用起来", "穆 凯", "15 固沙屏障何以重要", "赵林健", "21 拓展生态廊道的路径", "让碳汇项目真正用起来", "钟杰筠", "24 六年里的车让人", "把车让人落到天桥下", "崔河萍"]  # fmt: skip
    heads = (("图书配备何以重要", "让评价改革真正用起来", "穆凯"), ("固沙屏障何以重要", "", "赵林健"), ("拓展生态廊道的路径", "让碳汇项目真正用起来", "钟杰筠"), ("六年里的车让人", "把车让人落到天桥下", "崔河萍"))  # fmt: skip
    body = [
        line
        for title, second, who in heads
        for line in (title, second, who, TEXT * 2, f"{title}{second} 7", TEXT * 2 + who + "。")
        if line
    ]
    made = restored("\n\n".join(["\n".join(rows), *body]))
    assert [title for _, title, _, _ in listed(made)][2:] == [a + b for a, b, _ in heads][2:]


MASTHEAD = [
    "主管　河湾省商务厅",
    "主办　河湾省航运协会",
    "社长　方寄尘",
    "总编辑　沈一帆",
    "定价　12.00元",
]
LISTED = [
    ("冬天是渡口的考题", "本刊评论员", 2),
    ("石阶有多少级", "记者　季有田　通讯员　罗长庚", 3),
    ("修船的人", "本刊记者　唐秋", 5),
    ("三本船账", "何溪", 7),
    ("九月的票价", "本刊市场部", 9),
]


def close_issue(first: str) -> str:
    """An issue without blank lines, whose contents have its first title as ``first``."""
    names = [first, *(title for title, _, _ in LISTED[1:])]
    contents = [
        f"{name}　　{who}　{page}" for name, (_, who, page) in zip(names, LISTED, strict=True)
    ]
    body = [
        line
        for title, who, page in LISTED
        for line in (
            f"渡口月刊·{page}",
            title,
            who.replace("记者　季", "本刊记者　季"),
            *(TEXT[at : at + 22] for at in range(0, len(TEXT), 22)),
        )
    ]
    head = ["渡口月刊", "2013年第7期（总第164期）", "目次", "卷首", contents[0], "专题"]
    return "\n".join([*head, *contents[1:], *MASTHEAD, *body])


@pytest.mark.parametrize("first", ["冬天是渡口的考题", "冬天什渡口的考题"])
def test_the_house_signs_a_title_that_is_misread(first: str) -> None:
    made = restored(close_issue(first))
    titles = ["".join(line.value for line in one.title) for one in made.issue.articles]
    assert titles == [title for title, _, _ in LISTED]
    signed = [
        [who.name for line in one.bylines for who in line.authors] for one in made.issue.articles
    ]
    assert signed[:2] == [["本刊评论员"], ["季有田", "罗长庚"]]
    assert [(section, who) for section, _, who, _ in listed(made)][:2] == [
        ("卷首", ("本刊评论员",)),
        ("专题", ("季有田", "罗长庚")),
    ]
