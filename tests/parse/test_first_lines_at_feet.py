"""Which short lines between blank ones are titles, and which begin a text at the foot of a page."""

from __future__ import annotations

from converter.parse.shapes import stands_apart
from converter.segment.units.unit import unit_of
from converter.source import Line


def test_the_first_line_of_a_text_at_the_foot_of_its_page_is_no_title() -> None:
    first = unit_of([Line(1, "　　下沙湾搓缆绳的老人凭着一张旧图纸")], gap=True, opens=True)
    rest = unit_of([Line(4, "给每条船配好了缆绳，麻丝先要泡上三天。")], gap=True, opens=False)
    assert not stands_apart([first, rest], 0)
    assert stands_apart([first, rest._replace(opens=True)], 0)
    assert stands_apart([first._replace(opens=None), rest], 0)
