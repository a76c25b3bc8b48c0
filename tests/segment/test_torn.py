"""Lines that a text layer has broken off behind a bracket."""

from __future__ import annotations

from converter.segment.units import make_units
from converter.source import Line


def test_a_mark_that_begins_no_line_begins_no_paragraph() -> None:
    page = [
        "老渡口在镇子的南头，石阶有三十一级，最下面的两",
        "级常年浸在水里。他第一次讲的题目是「涨水」",
        "，从石阶讲起，讲",
        "到栏杆只剩下一截的那几年，船底刷了三遍桐油，船",
        "头换了新的缆桩，只有那盏灯还是从前的灯。",
    ] * 3
    units = make_units([Line(at, text) for at, text in enumerate(page, 1)])
    assert not any(unit.text.startswith("，") for unit in units)
    assert not any(unit.text.startswith("到栏杆") for unit in units)
