"""The large first character of a paragraph, on a line of its own above the printed lines of it."""

from __future__ import annotations

import pytest

from converter.segment import make_units
from converter.source import Line

REST = (
    "晨的渠水从山脚流下来，一路经过三个村",
    "子，最后才到柳湾的田里，守渠的老人把它",
    "引到每一块地头，再看着它慢慢地渗下去，渗",
    "到看不见为止。",
)
OTHER = (
    "如今只剩下他一个了，他每天沿着渠走一遍，",
    "看看哪里漏水，哪里该清淤，记在一个本子上，",
    "晚上回到家里再念给家里的人听一遍，也念给",
    "那些没有走过这条渠的人听。",
)


def _second(*lines: str) -> str:
    """The second of the units, the lines of which follow a paragraph, and stand before others."""
    rows = [row for rows in (OTHER, lines, *[OTHER] * 8) for row in (*rows, "")]
    return make_units([Line(at, row) for at, row in enumerate(rows, 1)])[1].text


def test_an_initial_begins_the_paragraph_below_it() -> None:
    assert _second("清", *REST) == "".join(("清", *REST))


def test_a_numeral_is_an_initial_only_before_what_is_counted() -> None:
    assert _second("三", "月的渠水从山脚流下来，一路经过三个村", *REST[1:]).startswith("三月的渠水")
    assert _second("三", *REST) == "三"


@pytest.mark.parametrize("below", ["“渠水从山脚流下来，一路经过三个村子，", "渠水从山脚来。"])
def test_what_is_over_a_short_line_or_a_quotation_is_no_initial(below: str) -> None:
    assert _second("清", below, *REST[1:]) == "清"
