"""Letters to kin: a salutation that names nobody, and a name with a date at the end."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, Role
from tests.support.restored import restored
from tests.support.street import PAIL, ROPE, WELL, issue


@pytest.mark.parametrize(("kin", "name"), [("外婆", "舟"), ("阿嬤", "芒"), ("爸爸", "小舟")])
def test_letters_to_kin_open_with_what_they_are_called_and_end_with_a_name_and_a_date(
    kin: str, name: str
) -> None:
    letters = "\n\n".join(
        f"{kin}：\n\n{text}，您还记得吗？\n\n{name}　{date}"
        for text, date in ((WELL, "十月三日"), (PAIL, "十一月十九日"), (ROPE, "一月二日"))
    )
    first = restored(issue(letters, first="写给井台的信")).issue.articles[0]
    roles = [block.role for block in first.blocks if isinstance(block, Paragraph)]
    assert roles == [Role.SALUTATION, Role.BODY, Role.SIGNATURE] * 3
    assert not [block for block in first.blocks if isinstance(block, Heading)]


def test_in_a_scene_kin_speak_below_their_names() -> None:
    turns = ["妈妈：", "小满：", "妈妈：", "小满："]
    said = ["你把桶提上来。", "绳子太短了。", "接一截旧的。", "旧的早就烧了。"]
    body = "\n\n".join(f"{who}\n{what}" for who, what in zip(turns, said, strict=True))
    found = restored(issue(body)).issue.articles[0]
    signed = [b for b in found.blocks if isinstance(b, Paragraph) and b.role is Role.SIGNATURE]
    assert not signed
