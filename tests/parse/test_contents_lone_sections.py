"""Sections between blank lines, one of which has lost the blank line below it."""

from __future__ import annotations

import pytest

from converter.parse.contents.body import BodyIndex
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import rows_of
from converter.parse.contents.teller import SectionTeller
from converter.source import Line

ENTRY = "18 竹筒诱虫 / 旧纱窗晾种 / 草木灰拌韭根 ..... 读者来稿"
TABLE = "| 18 | 借来的秤怎么还 等三则 | 戴律师 |\n|---|---|---|"


def lines(text: str) -> list[Line]:
    return [Line(n, one) for n, one in enumerate(text.split("\n"), 1)]


@pytest.mark.parametrize(
    ("entry", "told"), [(ENTRY, True), (TABLE, True), ("竹筒诱虫 旧纱窗晾种 ..... 读者来稿", False)]
)
def test_the_page_that_opens_an_entry_tells_the_section_above_it(entry: str, *, told: bool) -> None:
    above = "卷首\n\n4 灯要留一盏 ..... 顾麦秋\n\n技术专栏\n\n7 早春大棚的温度 ..... 范守田\n\n"
    rows = rows_of(lines(f"{above}小经验\n{entry}\n"), RawContents())
    body = BodyIndex(lines("小经验三则\n\n竹筒要选三年的。\n"), [])
    teller = SectionTeller(rows, "first", body, "alone")
    assert teller.is_section(rows[4], rows[5], None, pending=False) is told
