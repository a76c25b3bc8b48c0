"""Titles on one line of the body whose lines the contents have with pages or authors between."""

from __future__ import annotations

import pytest

from converter.parse.contents.parted_titles import with_titles_parted
from converter.source import Line
from tests.support.restored import listed, restored

TEXT = "渡口的木船一共有四条，两条在水里，一条在岸上，还有一条只剩下龙骨，孩子们把它当作一座桥，来来回回地走。"
CONTENTS = """\
专稿

-
- | | | |
|---|---|---|
| 4 | 守好河上的每一盏灯 | |
| | 让摆渡的人走得安心 | 闻 铎 |
|---|---|---|

讲堂

深入推进船只检修改革
10 石砚秋
发挥渡口联结两岸作用

-
- | | | |
|----|----------------------|-----|
| | 积极应对水位变化 | 余 漱 |
| 14 | 加快建设上下游相协调的 | 上官文澜 |
| | 护岸体系 | 甘 棣 |
|----|----------------------|-----|

18 让退役的船工受人尊重
岑 默

访谈

逢山开路 遇水搭桥
建设更加牢固的石板路 25
——访修桥专家孟千寻
罗 禾 端木清

荀鹿鸣
29 加快构建以水库为主体的
河道保护新体系
"""
BODY = [
    ("守好河上的每一盏灯 让摆渡的人走得安心", "河务局局长 闻 铎"),
    ("深入推进船只检修改革 发挥渡口联结两岸作用", "检修所所长 石砚秋"),
    (
        "积极应对水位变化 加快建设上下游相协调的 护岸体系",
        "水文站站长 余 漱\n\n河务研究院副院长 上官文澜\n省社科院研究员 甘 棣",
    ),
    ("让退役的船工受人尊重", "河务局副局长 岑 默"),
    ("逢山开路 遇水搭桥 建设更加牢固的石板路\n\n——访修桥专家孟千寻", "本刊记者 罗 禾 端木清"),
    ("加快构建以水库为主体的 河道保护新体系", "水库管理处处长 荀鹿鸣"),
]


def test_pages_and_authors_may_stand_between_the_lines_of_a_title() -> None:
    body = "\n\n".join(f"{title}\n\n{name}\n\n{TEXT}" for title, name in BODY)
    issue = restored(f"河务\n2021年第4期\n\n目 录\n\n{CONTENTS}\n{body}\n")
    found = [
        (section, "".join(title.split()), authors, page)
        for section, title, authors, page in listed(issue)
    ]
    assert found == [
        ("专稿", "守好河上的每一盏灯让摆渡的人走得安心", ("闻铎",), "4"),
        ("讲堂", "深入推进船只检修改革发挥渡口联结两岸作用", ("石砚秋",), "10"),
        (
            "讲堂",
            "积极应对水位变化加快建设上下游相协调的护岸体系",
            ("余漱", "上官文澜", "甘棣"),
            "14",
        ),
        ("讲堂", "让退役的船工受人尊重", ("岑默",), "18"),
        ("访谈", "逢山开路遇水搭桥建设更加牢固的石板路", ("罗禾", "端木清"), "25"),
        ("访谈", "加快构建以水库为主体的河道保护新体系", ("荀鹿鸣",), "29"),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("深入推进检修改革 发挥渡口作用", ["深入推进检修改革", "发挥渡口作用"]),
        ("逢山开路 遇水搭桥 发挥渡口作用", ["逢山开路 遇水搭桥", "发挥渡口作用"]),
        ("逢山开路 遇水搭桥", None),  # on one line there, too
        ("深入推进检修改革 发挥渡口的作用", None),
        ("深入推进检修改革 发挥渡口作用。", None),  # a sentence
    ],
)
def test_lines_of_the_body_are_parted_as_the_contents_are(
    line: str, parts: list[str] | None
) -> None:
    contents = ["深入推进检修改革", "10 石砚秋", "| 4 | 发挥渡口作用 |", "12 逢山开路 遇水搭桥"]
    made = with_titles_parted([Line(9, line)], [Line(at, text) for at, text in enumerate(contents)])
    assert (made and [one.text for one in made]) == parts
