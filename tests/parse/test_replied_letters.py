"""Letters that the house answers with 编辑部：……: who signs them, and what heads them."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Role
from converter.parse.letters.signers import is_unnamed
from tests.support.blocks import headings
from tests.support.restored import restored

HEAD = "目录\n\n桥头的人　沈川　4\n观众有话说　9\n\n桥头的人\n\n沈　川\n\n桥修好以后，他还是每天早上坐在石阶上，等一个喊他过渡的人。\n\n"
ASKED = "上个月带学生来看灯，一个孩子被当众喊住，哭了很久，我只是想知道，那样真的有害吗？"
REPLY = "编辑部：先替同事道歉，规矩要守，嗓门可以小，我们已经请看灯的人改了做法。"
HEADINGS = ["闪一下真的有害吗", "请多放几把椅子"]


def letters(first: str, second: str) -> str:
    parts = (
        f"{head}\n{ASKED}\n{who}\n{REPLY}\n"
        for head, who in zip(HEADINGS, (first, second), strict=True)
    )
    return HEAD + "观众有话说\n" + "".join(parts)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("沙桥市第七小学 仲老师", "住在馆后街的一位老观众"),
        ("河东区 刘师傅", "读者 何小满"),
    ],
)
def test_who_signs_the_first_letter_is_not_the_author(first: str, second: str) -> None:
    issue = restored(letters(first, second)).issue
    found = issue.articles[-1]
    assert not found.bylines
    assert not found.subtitle
    assert headings(issue) == HEADINGS
    roles = {
        block.text.value.replace(" ", ""): block.role
        for block in found.blocks
        if isinstance(block, Paragraph)
    }
    assert [roles[who.replace(" ", "")] for who in (first, second)] == [Role.SIGNATURE] * 2


@pytest.mark.parametrize(
    ("who", "reply"),
    [("沙桥市第七小学 仲老师", REPLY), ("（南盘 读者 韦小妹）", f"编辑回复{REPLY[3:]}")],
)
def test_a_place_and_a_name_between_a_letter_and_the_reply_sign_it(who: str, reply: str) -> None:
    text = f"{HEAD}观众有话说\n{REPLY[4:]}\n{ASKED}\n{who}\n{reply}\n{ASKED}\n"
    blocks = restored(text).issue.articles[-1].blocks
    roles = {one.text.value: one.role for one in blocks if isinstance(one, Paragraph)}
    assert roles[who] is Role.SIGNATURE


def test_somebody_without_a_name_may_say_where_he_lives() -> None:
    assert is_unnamed("住在馆后街的一位老观众")
    assert not is_unnamed("住在馆后街的一位老观众来信")
