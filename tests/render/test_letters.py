"""How a letter takes its leave."""

from __future__ import annotations

import pytest

from converter.model import Paragraph, Role, Text
from converter.render.letters import wishes

SIGNED = Paragraph(Text("林汀"), Role.SIGNATURE)


@pytest.mark.parametrize(
    ("lead", "wish", "found"),
    [
        ("此致", "敬礼！", {1}),
        ("水尺的事，容后再禀。顺颂", "编安", {1}),
        ("祝贵刊：", "越办越好", {1}),
        ("水退了。", "人也走了", set()),
        ("此致", "渡口的账册一共三本，请收。", set()),
    ],
)
def test_a_wish_stands_between_what_leads_to_it_and_who_signs(
    lead: str, wish: str, found: set[int]
) -> None:
    letter = (Paragraph(Text(lead)), Paragraph(Text(wish)), SIGNED)
    assert wishes(letter) == found
    assert wishes(letter[:2]) == set()
