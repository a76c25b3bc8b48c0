"""Poems of a group, whose titles have an ornament before them and no blank line around them."""

from __future__ import annotations

from converter.model import Heading, Verse
from tests.support.markup import blocks, issue_with

POEMS = """◎窗
有人把它推开
整个下午就走了进来
◎灯
它照见桌子
桌子照见了它
中间隔着一个读信的人
◎桥
两岸握手
握得太久
忘了松开"""


def test_ornaments_tell_the_titles_of_poems() -> None:
    found = issue_with(POEMS)
    assert [block.text.value for block in blocks(found, 0, Heading)] == ["窗", "灯", "桥"]
    lines = [[line.value for line in block.lines] for block in blocks(found, 0, Verse)]
    assert lines == [
        ["有人把它推开", "整个下午就走了进来"],
        ["它照见桌子", "桌子照见了它", "中间隔着一个读信的人"],
        ["两岸握手", "握得太久", "忘了松开"],
    ]


def test_an_ornament_within_a_poem_makes_no_title() -> None:
    found = issue_with("渡口的灯\n亮了又灭\n◎\n风从对岸来\n带着一点盐\n◎\n船不说话\n水也不说")
    assert blocks(found, 0, Heading) == []
