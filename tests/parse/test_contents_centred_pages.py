"""Contents in which who wrote an entry, and its page, stand beside the middle of its two lines."""

from __future__ import annotations

import pytest

from converter.parse.contents.body import BodyIndex
from converter.parse.contents.centred_pages import with_centred_pages_below
from converter.parse.contents.rebroken import with_titles_rejoined
from converter.segment.regions.find import find_regions
from converter.source import Line
from tests.support.restored import listed, restored

PROSE = "夜里涨水，{}的灯亮到天明。值班的人把水尺上的数字抄进本子，一行一行，抄到第七页，天就亮了，船也开了。"
HEADS = (
    (("把水尺立在", "河中间的那个人"), "甘泉水", 1),
    (("渡口的灯", "——记一个夜班"), "祝小满", 4),
    (("船坞里的算盘",), "柳远舟", 9),
    (("桐油怎样熬", "才不生烟"), "韩小渡", 12),
    (("缆绳",), "顾南山", 15),
)
ROWS = (
    "把水尺立在河中",
    "·甘泉水（1）",
    "间的那个人",
    "渡口的灯",
    "·祝小满（4）",
    "——记一个夜班",
    "···",
    "柳远舟（9）",
    "船坞里的算盘",
    "桐油怎样熬才不生烟",
    "韩小渡（12）",
    "缆绳",
    "顾南山（15）",
)


def _lines(*texts: str) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def _body() -> list[str]:
    return [
        part
        for lines, who, _ in HEADS
        for part in ("", *lines, "", who, "", PROSE.format(lines[0]), "")
    ]


def test_they_go_below_the_lines_of_their_entry() -> None:
    made = with_centred_pages_below(_lines(*ROWS), BodyIndex(_lines(*_body())))
    assert [line.text for line in made] == [
        "把水尺立在河中间的那个人",
        "…… 甘泉水（1）",
        "渡口的灯",
        "——记一个夜班",
        "…… 祝小满（4）",
        "船坞里的算盘",
        "…… 柳远舟（9）",
        "桐油怎样熬才不生烟",
        "…… 韩小渡（12）",
        "缆绳",
        "…… 顾南山（15）",
    ]


@pytest.mark.parametrize("left", [(1, 2), (4, 5)])
def test_one_such_entry_may_be_a_chance(left: tuple[int, ...]) -> None:
    lines = _lines(*(row for at, row in enumerate(ROWS) if at not in left))
    assert with_centred_pages_below(lines, BodyIndex(_lines(*_body()))) is lines


def test_the_entries_have_their_own_authors_and_pages() -> None:
    made = restored("\n".join(["江上工友", "第12期", "", "目录", "", *ROWS, *_body()]))
    assert [(who, page) for _, _, who, page in listed(made)] == [
        ((who,), str(page)) for _, who, page in HEADS
    ]


def test_a_subtitle_that_comes_again_ends_no_contents_of_pages_behind_authors() -> None:
    again = "记渡口的一个夜班"
    rows = ["渡口的灯", "祝小满（1）", again, "船坞里的算盘", "甘泉水（4）", again]
    rows += ("缆绳与石阶", "柳远舟（9）", "桐油怎样熬", "韩小渡（12）")
    titles = ("渡口的灯", "船坞里的算盘", "缆绳与石阶", "桐油怎样熬")
    texts = ["目录", "", *rows, *(part for title in titles for part in ("", title, "", PROSE))]
    assert find_regions(_lines(*texts)).contents == (0, 12)


@pytest.mark.parametrize(
    ("rows", "made"),
    [
        (("把水尺立在河中", "间的那个人 甘泉水 1"), ["把水尺立在河中间的那个人 甘泉水 1"]),
        (("把水尺立在河中", "间的那个人……（1）"), ["把水尺立在河中间的那个人……（1）"]),
        (("把水尺立在", "河中间的那个人 1"), ["把水尺立在", "河中间的那个人 1"]),
        (("把水尺立在河中 1", "间的那个人"), ["把水尺立在河中 1", "间的那个人"]),
        (("江边夜话", "9 船坞里的算盘"), ["江边夜话", "9 船坞里的算盘"]),
    ],
)
def test_a_title_that_the_body_parts_elsewhere_is_one(
    rows: tuple[str, ...], made: list[str]
) -> None:
    body = _lines(*_body(), "江边夜话　9", "船坞里的算盘")
    found = with_titles_rejoined(_lines(*rows), BodyIndex(body))
    assert [line.text for line in found] == made
