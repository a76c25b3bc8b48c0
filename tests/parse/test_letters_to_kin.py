"""Letters to kin: a salutation that names nobody, and a name with a date at the end."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, Role
from converter.parse.kinds import is_date_line
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


def test_letters_counted_with_a_blank_in_the_number_open_below_it_and_are_signed_at_night() -> None:
    lines = []
    for count, kin, text, date in (
        ("一", "秀英吾妻", (WELL, ROPE), "八月二十九夜"),
        ("二", "秀英吾妻", (PAIL,), "九月三日"),
    ):
        told = [
            f"　　{line}" if not at else line for one in text for at, line in enumerate(_set(one))
        ]
        lines += [
            f"　　　　　　　　其　{count}",
            f"{kin}：",
            *told,
            f"　　　　　　　　　　　小舟　{date}",
        ]
    first = restored(issue("\n".join(lines), first="写给井台的信")).issue.articles[0]
    heads = [block.text.value for block in first.blocks if isinstance(block, Heading)]
    assert [head.replace(" ", "") for head in heads] == ["其一", "其二"]
    roles = [block.role for block in first.blocks if isinstance(block, Paragraph)]
    opened, signed = Role.SALUTATION, Role.SIGNATURE
    assert roles == [opened, Role.BODY, Role.BODY, signed, opened, Role.BODY, signed]


def _set(text: str) -> list[str]:
    """The lines of a paragraph of twenty em, the first of which has an indent of two."""
    return [text[:18], *(f"{text}。"[at : at + 20] for at in range(18, len(text) + 1, 20))]


@pytest.mark.parametrize("day", ["八月二十九夜", "八月二十九日夜", "三月五日", "10月8晚"])
def test_a_letter_is_dated_at_night_without_the_word_for_its_day(day: str) -> None:
    assert is_date_line(day)
