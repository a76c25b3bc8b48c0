"""Pen names behind titles of the contents."""

from __future__ import annotations

import pytest

from converter.parse.contents.body import BodyIndex
from converter.parse.contents.pen_names import without_pen_names
from converter.source import Line
from tests.support.restored import listed, restored

PROSE = (
    "老渡口在镇子的南头，石阶有三十一级，最下面的两级常年浸在水里，涨水的时候只看得见栏杆。\n" * 3
)
ENTRIES = [
    ("卷首语", "雾里的海", 4),
    ("骑马·看灯", "清欢", 6),
    ("子不虚", "大号De小灰", 14),
    ("深海打捞 1098", "北冰NES", 27),
    ("Behind the door", "Elderflower", 31),
    ("冬至的夜里", "剪刀糖", 38),
]
"""Nobody of these has a name that is in a list."""


def issue(entry: str, byline: str) -> str:
    lines = "\n".join(entry.format(*one) for one in ENTRIES[:3])
    more = "\n".join(entry.format(*one) for one in ENTRIES[3:])
    texts = "\n\n".join(f"{title}\n{byline.format(name)}\n{PROSE}" for title, name, _ in ENTRIES)
    return f"潮线\n2023年第2期\n\n目录\n{lines}\n彼处 · 远方来信\n{more}\n\n{texts}"


@pytest.mark.parametrize(
    ("entry", "byline"),
    [
        ("{}　{} {}", "{}"),
        ("{}　{}（{}）", "□ {}"),
        ("{} {} {}", "◎ {}"),
        ("{} / {} / {}", "文／{}"),
        ("{}（{}）……{}", "作者：{}"),
        ("{}·····{}　{}", "{}"),
    ],
)
def test_pen_names_are_no_titles_of_sections(entry: str, byline: str) -> None:
    made = restored(issue(entry, byline))
    assert [one[1:] for one in listed(made)] == [
        (title, (name,), str(page)) for title, name, page in ENTRIES
    ]
    assert [one[0] for one in listed(made)] == [""] * 3 + ["彼处 · 远方来信"] * 3
    assert ["".join(line.value for line in one.title) for one in made.issue.articles] == [
        title for title, _, _ in ENTRIES
    ]


def test_second_lines_of_some_titles_are_no_pen_names() -> None:
    titles = [
        ("夜里的渡口又涨水", "灯还亮着"),
        ("会说话的老木船", "开口"),
        ("缆绳绕过三圈", "才算数"),
    ]
    entries = [f"{one}　{two} 4" for one, two in titles] + [f"短篇之{at}的海 9" for at in range(4)]
    lines = [Line(at, text) for at, text in enumerate(entries)]
    body = [Line(0, text) for title in titles for text in (*title, PROSE * 2)]
    assert without_pen_names(lines, BodyIndex(body)) == (lines, {})
    assert without_pen_names(lines[:3], BodyIndex(body))[1].values()
