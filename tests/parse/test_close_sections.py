"""Titles with the name of their section before them, on their line, as the contents tell."""

from __future__ import annotations

import pytest

from converter.parse.issue.close_sections import with_names_before_apart
from converter.source import Line
from tests.support.restored import restored

CONTENTS = """\
目　录

开卷
4 桥下的木匠 梁小满

谷雨调查
6 把夜里的公交车开到村口 秦河湾
11 一座粮仓的三本账 季云

书房
17 谷雨调查的记录本
十六年来的每一场雨 白帆
19 旧信 米粒
21 书房里的猫 白帆"""


def _apart(*body: str) -> list[str]:
    contents = [Line(at, text) for at, text in enumerate(CONTENTS.splitlines())]
    lines = [Line(at, text) for at, text in enumerate(body, 100)]
    return [line.text for line in with_names_before_apart(lines, contents)]


@pytest.mark.parametrize(
    ("line", "name", "title"),
    [
        ("开卷　桥下的木匠", "开卷", "桥下的木匠"),
        ("谷雨调查 一座粮仓的三本账", "谷雨调查", "一座粮仓的三本账"),
        ("书房　旧信", "书房", "旧信"),
    ],
)
def test_the_name_of_a_section_stands_before_the_title(line: str, name: str, title: str) -> None:
    assert _apart(line, "", "正文。") == [name, "", title, "", "正文。"]


@pytest.mark.parametrize(
    "lines",
    [
        ("书房里的猫",),
        ("书房　后面的院子",),
        ("谷雨调查　一座粮仓的三本账", "正文。", "谷雨调查　一座粮仓的三本账"),
        ("一座粮仓的三本账", "正文。", "谷雨调查　一座粮仓的三本账"),
        ("谷雨调查　一座粮仓的三本账　11",),
        ("把谷仓交给村里的年轻人", "书房　白帆 整理"),
        ("谷雨调查的记录本　十六年来的每一场雨",),
    ],
)
def test_other_lines_stay_as_they_are(lines: tuple[str, ...]) -> None:
    assert _apart(*lines) == list(lines)


def test_the_articles_are_in_their_sections() -> None:
    text = "他把刨子放在桥墩上，说木头也要喘一口气，过了晌午再来看，它自己就直了，不必去压它。"
    heads = ["开卷　桥下的木匠\n\n梁小满", "谷雨调查　把夜里的公交车开到村口\n\n秦河湾"]
    heads += ["一座粮仓的三本账\n\n季云", "书房　旧信\n\n米粒", "书房里的猫\n\n白帆"]
    body = "\n\n".join(f"{head}\n\n{text}\n\n{text}" for head in heads)
    issue = restored(f"谷雨\n2021年第3期\n\n{CONTENTS}\n\n{body}\n").issue
    assert [(issue.section_names[one.section], one.title[0].value) for one in issue.articles] == [
        ("开卷", "桥下的木匠"),
        ("谷雨调查", "把夜里的公交车开到村口"),
        ("谷雨调查", "一座粮仓的三本账"),
        ("书房", "旧信"),
        ("书房", "书房里的猫"),
    ]


def test_contents_without_blank_lines_have_such_names_as_sections() -> None:
    contents = "目　录\n理论\n桥下的木匠 / 梁小满\n党课\n一座粮仓的三本账 / 季云\n读书\n旧信里的院子 / 米粒\n4\n6\n9"
    text = "木匠把一座粮仓的三本账都记在旧信背面，信是从桥下寄来的，寄信的人从来不写自己住在哪一条街上。"
    heads = ("理论　桥下的木匠", "党课　一座粮仓的三本账", "读书　旧信里的院子")
    body = "\n\n".join(f"{head}\n\n{text}\n\n{text[::-1]}。" for head in heads)
    found = restored(f"桥\n2021年第3期\n\n{contents}\n\n{body}").issue
    assert [section.name for section in found.contents.sections] == ["理论", "党课", "读书"]
