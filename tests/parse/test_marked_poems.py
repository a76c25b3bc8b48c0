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


FIRST = "站票\n我把脚跟交给木头\n把耳朵交给你\n你在亮处说一句话\n我在暗处长高一寸"
SECOND = "换景\n黑里有人搬走一座山\n又搬来一条河\n我们只有四十秒\n河水还没有站稳"


def test_each_stanza_under_its_shortest_line_is_a_poem_under_its_title() -> None:
    found = issue_with(f"等场的时候我们在道具箱上写诗，选两首给买站票的人。\n\n{FIRST}\n\n{SECOND}")
    assert [block.text.value for block in blocks(found, 0, Heading)] == ["站票", "换景"]
    assert [len(block.lines) for block in blocks(found, 0, Verse)] == [4, 4]


def test_a_call_that_comes_again_is_no_title() -> None:
    for one, other in (("江水", "江水"), ("江水啊", "渡船啊"), ("站票", "又有人搬走了一座小山")):
        first, second = FIRST.replace("站票", one), SECOND.replace("换景", other)
        assert blocks(issue_with(f"{first}\n\n{second}"), 0, Heading) == []
