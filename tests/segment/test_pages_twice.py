"""Pages that an issue has twice."""

from __future__ import annotations

from converter.segment.pages_twice import find_pages_twice
from converter.segment.strays import without_strays
from converter.source import Line
from tests.support.markup import AFTER, BEFORE, HEAD, TAIL, texts
from tests.support.restored import restored

PAGE = [
    f"第{at}封信是从渠上寄来的，纸上有一圈水渍，写信的人说水已经到了第{at}个村子，渠边的杨树又长高了一截，"
    f"守渠的老人把每天的水位记在本子上，记满一本就换一本，这已经是第{at}本。"
    for at in range(1, 7)
]


def _lines(*texts: str) -> list[Line]:
    return [Line(at, text) for at, text in enumerate(texts, 1)]


def test_a_page_right_behind_itself_goes() -> None:
    lines = _lines("渠水", "", *PAGE, "", *PAGE, "", "渠水长长。")
    assert find_pages_twice(lines) == [range(9, 15)]
    found = without_strays(lines)
    assert [line.text for line in found.lines] == ["渠水", "", *PAGE, "", "渠水长长。"]
    assert found.twice == ((10, 15),)
    assert {reason for _, reason in found.strays} == {"duplicate"}


def test_heads_and_folios_stand_between_the_copies() -> None:
    assert find_pages_twice(_lines(*PAGE, "渠水　12", "", "渠水　12", *PAGE)) == [range(9, 15)]
    far = _lines(
        *PAGE,
        "渠水从山脚流下来，一路经过三个村子，最后才到柳湾的田里，守渠的老人这么说。" * 2,
        *PAGE,
    )
    assert not find_pages_twice(far)


def test_what_is_said_again_is_no_page() -> None:
    assert not find_pages_twice(_lines(*PAGE, *PAGE[:3]))  # a part of it
    assert not find_pages_twice(_lines(*PAGE[:2], *PAGE[:2]))
    assert not find_pages_twice(_lines(*PAGE, *PAGE, *PAGE))
    assert not find_pages_twice(_lines("渠水", *PAGE, "渠水长长", *PAGE))  # below two titles
    assert not find_pages_twice(_lines(*["渠水清清地流过柳湾的田，流过柳湾。"] * 40))
    assert not find_pages_twice(_lines(*PAGE, *(text[1:] for text in PAGE)))


def test_a_page_twice_within_a_paragraph_parts_nothing() -> None:
    page = [*PAGE, BEFORE]
    made = restored(HEAD + "\n\n".join([*page, *page, AFTER]) + TAIL)
    assert texts(made.issue)[-1] == BEFORE + AFTER
    assert [one.code for one in made.diagnostics if one.code == "HEA005"]
    assert [one.text for one in made.issue.drops if one.reason == "duplicate"] == page
