"""The last character of a heading or of a source on a line of its own."""

from __future__ import annotations

import pytest

from converter.model import Box, Heading, Issue, Verse
from tests.support.blocks import texts
from tests.support.restored import restored

FIRST = "护林站一共三个人，老站长管路，小罗管灯，还有一个管做饭的，饭做好了就敲一下屋檐下那块铁轨。"
SECOND = (
    "铁轨敲三下是吃饭，敲五下是有人迷了路，十几年里敲过两回五下，两回都在雾天，两回都把人敲了回来。"
)
LAST = "后来山里通了电话，铁轨还挂在那里，逢年过节有人来，总要伸手敲一下，听听它还响不响。"
NEXT = ("修船", "文｜万里", "船坞里停着一条没有名字的船，名字要等到下水那天才写。")


def issue(*lines: str) -> Issue:
    listed = ("目录", "护林站 端木青 4", "修船 万里 8")
    return restored("\n\n".join([*listed, "护林站", "文｜端木青", *lines, *NEXT])).issue


def test_it_belongs_to_the_heading_above_it() -> None:
    heads = ("第一个问题：铁轨是从哪里来的", "第二个问题：铁轨怎样把人敲回", "来")
    found = issue(heads[0], FIRST, *heads[1:], SECOND, LAST)
    blocks = found.articles[0].blocks
    named = [one.text.value for one in blocks if isinstance(one, Heading)]
    assert named == [heads[0], "第二个问题：铁轨怎样把人敲回来"]
    assert texts(found)[:3] == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    ("mark", "rest"),
    [
        ("——北坡林场护林站第三季度学习体", "会"),
        ("——《北坡林场护林员守则》第二", "十九条"),
        ("——《北坡林场护林员守则》第", "七条第二款"),
    ],
)
def test_it_belongs_to_the_source_above_it(mark: str, rest: str) -> None:
    found = issue(
        FIRST,
        "链接",
        "进山先报去向，出山再报平安，逾时不归的，站里应当立即派人去找。",
        mark,
        rest,
        SECOND,
        LAST,
    )
    (box,) = [one for one in found.articles[0].blocks if isinstance(one, Box)]
    assert box.attribution is not None
    assert box.attribution.text.value == (mark + rest).removeprefix("——")
    assert texts(found)[:3] == [FIRST, SECOND, LAST]


def test_a_number_alone_and_a_line_of_verse_stand_by_themselves() -> None:
    found = issue("一", FIRST, "二", SECOND, LAST)
    assert texts(found)[:3] == [FIRST, SECOND, LAST]
    lines = ("雾从沟底上来了", "灯", "一盏一盏地醒着", "等人")
    poem = restored("目录\n\n山里 端木青 4\n\n山里\n\n端木青\n\n" + "\n".join(lines)).issue
    verse = [one for one in poem.articles[0].blocks if isinstance(one, Verse)]
    assert [line.value for line in verse[0].lines] == list(lines)
