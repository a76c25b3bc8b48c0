"""Sections that the contents mark as headings, with a blank line below them or without."""

from __future__ import annotations

import pytest

from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import rows_of
from converter.source import Line
from tests.support.restored import restored

SECTIONS = ("渔汛", "船谱", "灯下")
TITLES = ("夜里收网的人", "一条船怎样变老", "给灯塔写信")
NAMES = ("葛海生", "韩小渡", "柳远舟")
TEXT = "船靠岸的时候天还没有亮，码头上只有一盏灯。老葛把缆绳绕了三圈，蹲下来数网眼。"


def sections(without: int, *, authors_below: bool = False) -> list[str]:
    """The sections where one of the names has no blank line below it."""
    rows = []
    for at, (section, title, name) in enumerate(zip(SECTIONS, TITLES, NAMES, strict=True)):
        gap = "\n" if at == without else "\n\n"
        page = 4 * at + 3
        entry = f"{section}{gap}{title} …… {name} ({page})"
        rows.append(f"## {title}{gap}{name} …… {page}" if authors_below else f"## {entry}")
    body = "\n\n".join(
        f"# {title}\n\n{name}\n\n{TEXT}" for title, name in zip(TITLES, NAMES, strict=True)
    )
    listed = "\n\n".join(rows)
    issue = restored(f"海角人家\n\n2022年第4期\n\n# 目录\n\n{listed}\n\n---\n\n{body}\n").issue
    return [section.name for section in issue.contents.sections]


@pytest.mark.parametrize("without", [-1, 0, 1, 2])
def test_a_name_marked_as_a_heading_is_a_section(without: int) -> None:
    assert sections(without) == list(SECTIONS)


def test_marked_titles_over_their_authors_are_no_sections() -> None:
    assert not set(sections(-1, authors_below=True)) & set(TITLES)


@pytest.mark.parametrize("mark", ["# ", "#### **"])
def test_the_mark_tells_though_an_entry_has_two_lines(mark: str) -> None:
    rows = f"{mark}渔汛\n夜里收网的人\n——葛海生 3\n{mark}船谱\n一条船怎样变老 韩小渡 7"
    lines = [Line(n, text.replace("**渔汛", "**渔汛**")) for n, text in enumerate(rows.split("\n"))]
    assert [row.section for row in rows_of(lines, RawContents())] == [
        True,
        False,
        False,
        True,
        False,
    ]
