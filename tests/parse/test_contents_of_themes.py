"""Contents with counted themes, pages in a block among the titles, and titles whose first line looks like a section."""

from __future__ import annotations

import pytest

from converter.parse.section_names import is_counted_section
from tests.support.restored import listed, restored

TEXT = "渡口在镇子的南边，石阶一共三十一级，最下面的两级常年泡在水里，涨水的时候只看得见栏杆。"
THEMES = ("专题一 渡口的灯由谁来点", "专题二 修船的人从哪里来")
SECTIONS = [
    ("特稿", [("先把渡口看清楚再动手", "季有田", "4")]),
    (
        THEMES[0],
        [
            ("一盏灯照多远", "罗长庚", "8"),
            ("灯油的账怎么算", "中共青溪镇委员会", "11"),
            ("点灯人的三个夜晚", "白小船", "13"),
        ],
    ),
    (THEMES[1], [("木匠的孙子学木匠", "沈一帆", "15"), ("铁钉和桐油", "何秋水", "18")]),
    ("基层一线", [("青溪镇：把账晒在石阶上", "中共青溪镇委员会", "21")]),
    ("船工说话", [("摆渡的功夫", "章伯年", "23")]),
]
SAYING = "灯要有人点，账要有人算。船往哪里开，先问过河的人，\n再问撑船的人，谁也不许一个人说了算，渡口是大家的渡口。"


def contents(where: int, *, block: bool) -> str:
    """The contents; ``where`` is the section below which the pages stand, all in a ``block``."""
    rows: list[str] = []
    pages = [page for _, entries in SECTIONS for _, _, page in entries]
    for at, (name, entries) in enumerate(SECTIONS):
        rows += ["", name, ""]
        for title, author, page in entries:
            rows += [f"{title} / {author}" if block else f"{title} / {author} {page}"]
        if block and at == where:
            rows += ["", *(line for page in pages for line in (page, ""))]
    return "目 录\n" + "\n".join(rows)


def body() -> str:
    parts = []
    for name, entries in SECTIONS:
        for at, (title, author, _) in enumerate(entries):
            over = [name] if at == 0 and name.startswith("专题") else []
            parts += [*over, title, author, TEXT, TEXT[::-1].strip("。，") + "。"]
    return "\n\n".join(parts)


ALL = [
    (name, title, (author,), page) for name, entries in SECTIONS for title, author, page in entries
]


@pytest.mark.parametrize(("where", "block"), [(0, False), (1, True), (2, True), (4, True)])
def test_counted_themes_are_sections_wherever_the_pages_stand(where: int, *, block: bool) -> None:
    text = f"渡口\n2021年第10期\n\n{contents(where, block=block)}\n\n{SAYING}\n\n{body()}\n"
    assert listed(restored(text)) == ALL


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("专题一 渡口的灯", True),
        ("专题之二：修船的人从哪里来", True),
        ("策划1｜渡口的灯由谁来点", True),
        ("专题一 罗长庚", False),
        ("渡口一 修船的人从哪里来", False),
        ("专题一 渡口的灯由谁来点 / 罗长庚", False),
    ],
)
def test_what_is_one_of_several_themes(text: str, *, told: bool) -> None:
    assert is_counted_section(text) is told


TABLE = """\
目 录

| 要论 | | |
|---|---|---|
| 先把渡口看清楚再动手 | 季有田 | 4 |

| 讲堂 | | |
|---|---|---|
| 下足修船功夫 | | |
| 安安稳稳渡过枯水季节 沈一帆 | 9 |
| 铁钉和桐油 何秋水 | 12 |
"""


def test_the_first_line_of_a_title_below_a_section_is_none() -> None:
    heads = [("先把渡口看清楚再动手", "季有田"), ("铁钉和桐油", "何秋水")]
    own = ["下足修船功夫", "安安稳稳渡过枯水季节", "沈一帆", TEXT, "讲堂\n10", TEXT]
    parts = [*heads[0], TEXT, *own, *heads[1], TEXT]
    found = restored(f"渡口\n2017年第4期\n\n{TABLE}\n" + "\n\n".join(parts) + "\n")
    assert [(section, authors, page) for section, _, authors, page in listed(found)] == [
        ("要论", ("季有田",), "4"),
        ("讲堂", ("沈一帆",), "9"),
        ("讲堂", ("何秋水",), "12"),
    ]
    assert [line.value for line in found.issue.articles[1].title] == own[:2]
