"""Remarks on the parts of a text, which are no boxes, and what fills the page up below who edited it."""

from __future__ import annotations

import pytest

from tests.support.blocks import boxes_of, sourced, texts
from tests.support.restored import restored

CONTENTS = "目录\n\n看清一盏灯　何若溪　4\n桥头的人　沈川　9\n\n"
TALK = "师：这盏灯一共出现了几次？\n\n生：三次，第三次没有亮。\n\n"
FIRST, SECOND = (
    "教师没有急着说对，等来了一个谁也没有想到的词。",
    "这半分钟是全课最重的地方，换一个人多半要放音乐。",
)
LAST = "桥头的人\n\n沈　川\n\n桥修好以后，他还是每天早上坐在石阶上，等一个喊他过渡的人。\n"


def lesson(*pieces: str) -> str:
    return CONTENTS + "看清一盏灯\n\n何若溪\n\n" + TALK + "\n\n".join(pieces) + "\n\n" + LAST


@pytest.mark.parametrize("label", ["点评", "短评"])
def test_remarks_again_and_again_are_paragraphs(label: str) -> None:
    found = restored(lesson(f"【{label}】{FIRST}", TALK, f"【{label}】{SECOND}")).issue
    assert boxes_of(found.articles[0]) == []
    assert f"【{label}】{FIRST}" in texts(found)


def test_a_remark_alone_is_a_box() -> None:
    found = restored(lesson(f"【点评】{FIRST}", TALK)).issue
    assert boxes_of(found.articles[0]) == [("点评", "", [FIRST])]


FILLER = (
    "老师说不知道，第二天抱来一本旧书，师生一起找，找到了十一种水果。",
    "有人说：“同一片云，在这里分手。”",
)


@pytest.mark.parametrize("name", ["【课间拾零】", "〔课间拾零〕", "◆课间拾零◆"])
@pytest.mark.parametrize("editor", ["责任编辑　石　川", "（责编：石　川）"])
def test_a_framed_name_below_who_edited_an_article_is_that_of_a_box(name: str, editor: str) -> None:
    found = restored(lesson(editor, name, *FILLER, "——平川中学 石川 辑")).issue
    assert sourced(found) == [("课间拾零", "", [*FILLER], "平川中学 石川 辑")]


@pytest.mark.parametrize("editor", ["灯亮到后半夜，摆渡的人才肯回屋去睡。", "摄影　石　川"])
def test_a_framed_name_within_an_article_may_be_a_heading(editor: str) -> None:
    found = restored(lesson(editor, "【课间拾零】", *FILLER)).issue
    assert boxes_of(found.articles[0]) == []


def test_a_reminder_at_the_end_of_an_article_is_a_box() -> None:
    found = restored(lesson("灯亮到后半夜，摆渡的人才肯回屋去睡。", "提个醒", FIRST)).issue
    assert boxes_of(found.articles[0]) == [("提个醒", "", [FIRST])]
