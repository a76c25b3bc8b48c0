"""Contents with the author beside the page, an entry without its page, a section read as an entry."""

from __future__ import annotations

import pytest

from converter.parse.contents.bare_names import settle_bare_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.lost_pages import settle_lost_pages
from converter.parse.contents.raw import RawContents, RawEntry, RawSection
from converter.parse.contents.rows import Row
from converter.source import Line
from tests.support.restored import listed, restored

TEXT = "渡口在镇子的南边，石阶一共三十一级，最下面的两级长年泡在水里，涨水的时候只看得见栏杆。"
SECTIONS = [
    ("卷首", [("从一级石阶数起", "钟离秋", "2")]),
    (
        "河事",
        [
            ("摆渡人的灯", "贝小川", "3"),
            ("缆绳为什么是湿的", "危大庆 乜红", "6"),
            ("水尺上的两道刻痕", "宁采薇", "9"),
        ],
    ),
    ("岸上", [("茶棚里的账本", "苟利群", "12"), ("老船匠收徒", "年广久", "15")]),
]
PLACE = "柳川镇文化站"


def _issue(contents: str) -> str:
    body = "\n\n".join(
        f"{title}\n\n{PLACE}\n\n{who}\n\n{TEXT}\n\n{TEXT}"
        for _, entries in SECTIONS
        for title, who, _ in entries
    )
    return f"渡口\n2023年第10期\n\n目录\n\n{contents}\n\n{body}\n"


def _found(contents: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [
        (section, title, tuple(authors), page)
        for section, title, authors, page in listed(restored(_issue(contents)))
    ]


def _expected(without: str = "") -> list[tuple[str, str, tuple[str, ...], str]]:
    return [
        (name, title, tuple(who.split()), "" if title == without else page)
        for name, entries in SECTIONS
        for title, who, page in entries
    ]


def test_authors_beside_the_pages_stand_over_their_titles() -> None:
    contents = "\n\n".join(
        "\n\n".join([name, *(f"{page} {who}\n{title}" for title, who, page in entries)])
        for name, entries in SECTIONS
    )
    assert _found(contents) == _expected()


@pytest.mark.parametrize(
    "first", ["摆渡人的灯，谁来点？（贝小川 岳青）", "摆渡人的灯，谁来点？／贝小川 岳青"]
)
def test_an_entry_that_its_author_ends_has_lost_its_page(first: str) -> None:
    second, who = "缆绳为什么是湿的", "危大庆"
    entry = RawEntry([first, second], "6", authors_text=who, lines=[4, 5], section=0)
    contents = RawContents(sections=[RawSection("河事", 2)], entries=[entry])
    body = ["摆渡人的灯，谁来点？", "贝小川 岳青", TEXT, second, who, TEXT]
    rows = [Row([first], [4], gap=True), Row([f"{second}（{who}） 6"], [5], gap=False)]
    index = BodyIndex([Line(at, text) for at, text in enumerate(body, 10)])
    settle_lost_pages(contents, rows, index)
    found = [(one.texts, one.authors_text, one.page, one.lines) for one in contents.entries]
    assert found == [
        (["摆渡人的灯，谁来点？"], "贝小川 岳青", "", [4]),
        ([second], who, "6", [5]),
    ]


def _read(name: str, below: str = "") -> RawContents:
    """Contents with the name of a section read as an entry, and a body that prints it over a heading."""
    entries = [
        RawEntry([title], page, authors_text=who, lines=[at])
        for at, (title, who, page) in enumerate(entry for _, own in SECTIONS for entry in own)
    ]
    entries.insert(2, RawEntry([name], lines=[20]))
    for at, entry in enumerate(entries):
        entry.section = 0 if at < 5 else 1
    contents = RawContents(
        sections=[RawSection("河事", 30), RawSection("岸上", 31)], entries=entries
    )
    lines = [name, below or "二、怎样拉纤", TEXT]
    settle_bare_names(contents, BodyIndex([Line(at, text) for at, text in enumerate(lines, 1)]))
    return contents


def test_a_short_line_without_page_and_author_among_entries_that_have_them_is_a_section() -> None:
    contents = _read("船上研究")
    assert [section.name for section in contents.sections] == ["河事", "船上研究", "岸上"]
    assert [entry.section for entry in contents.entries] == [0, 0, 1, 1, 2, 2]


def test_a_title_that_the_body_has_over_its_author_is_no_section() -> None:
    contents = _read("船上研究", "苟利群")
    assert [section.name for section in contents.sections] == ["河事", "岸上"]
    assert len(contents.entries) == 7
