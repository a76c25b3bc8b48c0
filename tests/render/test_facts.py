"""Which lines say what an article is about, and which only who has made it."""

from __future__ import annotations

from converter.model import Heading, Paragraph, Role, Text
from converter.render.facts import facts

BODY, ASKED, SAID = (
    Paragraph(Text(value), role)
    for value, role in (
        ("船靠了岸。", Role.BODY),
        ("主持人：水涨了怎么办？", Role.QUESTION),
        ("林汀：先收缆。", Role.ANSWER),
    )
)
GUEST, HOST, PICTURES = (
    Paragraph(Text(value), Role.CREDIT) for value in ("嘉宾：林汀、许栀", "主持：顾南", "图／乔正")
)


def test_those_who_take_part_in_a_conversation_are_told_before_its_first_word() -> None:
    assert facts((BODY, GUEST, HOST, ASKED, SAID)) == {1, 2}
    assert facts((BODY, GUEST, SAID)) == {1}
    assert facts((GUEST, ASKED)) == {0}
    # In its midst, and at its end, a credit is one.
    assert facts((BODY, ASKED, SAID, PICTURES, ASKED, SAID, HOST)) == frozenset()


def test_facts_stand_under_a_heading_or_before_the_text() -> None:
    heading = Heading(Text("《渡口》"), 1)
    assert facts((HOST, PICTURES, BODY, PICTURES, BODY)) == {0, 1}
    assert facts((PICTURES, BODY)) == frozenset()
    assert facts((BODY, heading, HOST, PICTURES, BODY)) == {2, 3}
