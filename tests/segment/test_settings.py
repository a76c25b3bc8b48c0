"""Lines of listings, which one listing has after the other, and no page over its text."""

from __future__ import annotations

import pytest

from converter.segment.furniture import find_furniture
from converter.segment.slots import titles_again
from converter.source import Line

TEXT = "把船名写进这个文件以后，渡口的机器每次开机都会照着它点名，少了哪一条船就在屏幕上说出来，于是我们接着写"


def _lines(setting: str) -> list[Line]:
    texts = [
        part for at in "甲乙丙丁戊" for part in (f"{at}{TEXT}", "", setting, "", f"那一行{TEXT}")
    ]
    return [Line(number, text) for number, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("line", "head"), [('ferry_name0="xiaoman"', False), ("渡口的机器怎样点名", True)]
)
def test_a_setting_that_cuts_sentences_is_no_running_head(line: str, *, head: bool) -> None:
    found = find_furniture(_lines(line)).reasons
    assert ("running-head" in found.values()) is head
    assert bool(titles_again(_lines(line), {})) is head


def test_a_number_that_ends_a_title_is_no_name_of_the_issue() -> None:
    texts = ["渡口夜校开班", "", "2022 年 9 月 15 日", "", f"{TEXT}。"]
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    assert find_furniture(lines, known=("2022", "渡口")).reasons == {}
