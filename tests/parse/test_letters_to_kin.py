"""Letters to kin: a salutation that names nobody, and a name with a date at the end."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, Role
from tests.support.restored import restored

WELL = "井台在街的尽头，四块青石围成一圈，石上的绳痕深的有一寸，浅的也有半寸，老人说浅的那几道是发大水以后才有的"
ROPE = "井绳一年换一根，换下来的不扔，剪成一尺一尺的，谁家盖房子就拿去缠脚手架，缠过三家就算功德圆满，可以烧掉了"
PAIL = "水桶是柏木的，不上漆，用桐油一年擦两遍，擦得发黑，盛出来的水带一点木头的香气，外乡人喝不惯，本街人离不了"
HEAD = "井台\n2021年第3期（总第41期）\n\n"


def issue(body: str, *, first: str = "街尽头的井", who: str = "梁小舟") -> str:
    """Contents of two articles and both, of which the first one has the given body."""
    contents = f"目录\n{first} {who} 4\n换下来的绳 云起 9\n\n"
    last = f"换下来的绳\n\n云起\n\n{ROPE}。\n\n{PAIL}。\n"
    return f"{HEAD}{contents}{first}\n\n{who}\n\n{body}\n\n{last}"


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
