"""Boxes at the edges of pages, narrower than the column, between whole paragraphs without indents."""

from __future__ import annotations

import pytest

from converter.model import Box
from converter.parse.issue.narrow import find_insets
from converter.source import Line
from tests.support import columns
from tests.support.restored import restored

MEASURE = 20
ABOVE = "老船匠姓邹，在河湾里修了四十年木船，手上的茧子比船底的桐油还要厚，闭着眼睛也摸得出哪一块板是去年换的。"
BELOW = "他修船从来不画图，只用一根墨线，弹下去是什么样，锯出来就是什么样，徒弟跟着他学了三年才敢自己弹第一条线。"
FRAME = "一条船漏不漏先看缝里的麻丝，麻丝要在桐油里泡够七天，捶成泥一样软，再用薄薄的凿子一点一点塞进板缝里去。"
MORE = "塞得太紧，木头遇水一胀就要裂开，塞得太松，开不出河湾。"


def cut(text: str, size: int) -> list[str]:
    """The printed lines of a paragraph, of whose indent OCR has left nothing."""
    return columns.cut(text, size, 2)


def page(*top: str, below: list[str] | None = None, edge: bool = True) -> list[Line]:
    """The lines of two pages; what stood at the edge between them has been taken out."""
    above = cut(ABOVE, MEASURE)
    texts = [*above, *top, *(below or [*cut(BELOW, MEASURE), *above])]
    gap = 2 if edge else 0
    return [Line(at + 1 + (gap if at >= len(above) else 0), text) for at, text in enumerate(texts)]


BOX = [*cut(FRAME, 16), *cut(MORE, 16)]
START = len(cut(ABOVE, MEASURE))


@pytest.mark.parametrize("section", [(), ("河湾人物", "HEWANRENWU")])
def test_a_name_in_no_list_over_narrow_lines_at_the_top_of_a_page(section: tuple[str, ...]) -> None:
    (found,) = find_insets(page(*section, "船边札记", *BOX), MEASURE, frozenset())
    label, first = START + len(section), START + len(section) + 1
    middle = first + len(cut(FRAME, 16))
    assert (found.label, found.paragraphs) == (
        label,
        ((first, middle), (middle, first + len(BOX))),
    )


@pytest.mark.parametrize(
    "lines",
    [
        page("船边札记", *BOX, edge=False),
        page("船边札记", *BOX, below=cut(BELOW, 16)),  # the column is as narrow
        page("船边札记", *cut(FRAME, MEASURE), *cut(MORE, MEASURE)),
        # Short paragraphs of a column, of each of which the first line is full.
        page("船边札记", *cut(FRAME[:24] + "。", MEASURE), *cut(MORE[-22:], MEASURE)),
        page("船边札记", "一条船漏不漏，先看", "缝里的麻丝，", "麻丝要在桐油里泡够", "七天。"),
    ],
)
def test_what_is_no_frame_at_the_top_of_a_page(lines: list[Line]) -> None:
    assert find_insets(lines, MEASURE, frozenset()) == []


def foot(source: str, after: int, *inset: str) -> list[Line]:
    """The lines of a page that ends with a box, and of another after so many that were taken out."""
    own = [*cut(BELOW, MEASURE), *cut(ABOVE, MEASURE), *inset, source]
    above = [Line(at, text) for at, text in enumerate(own, 1)]
    return [
        *above,
        *(Line(len(own) + 1 + after + at, text) for at, text in enumerate(cut(BELOW, 20))),
    ]


def test_a_name_over_narrow_lines_and_their_source_at_the_foot_of_a_page() -> None:
    (found,) = find_insets(foot("——邹大年", 2, "船边小语", *cut(FRAME, 16)), MEASURE, frozenset())
    start = len(cut(BELOW, MEASURE)) + START
    end = start + 1 + len(cut(FRAME, 16))
    assert (found.label, found.paragraphs) == (start, ((start + 1, end), (end, end + 1)))


@pytest.mark.parametrize(
    "lines",
    [
        foot("——邹大年", 0, "船边小语", *cut(FRAME, 16)),  # the page goes on
        foot("——邹大年", 2, "船边小语", *cut(FRAME, MEASURE)),
        foot("——邹大年", 2, *cut(FRAME, 16)),  # no name
    ],
)
def test_what_is_no_box_at_the_foot_of_a_page(lines: list[Line]) -> None:
    assert find_insets(lines, MEASURE, frozenset()) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("链接捻缝的麻丝", ("链接", "捻缝的麻丝")),
        ("小知识桐油的来历", ("小知识", "桐油的来历")),
        ("河湾里的木船", ("", "河湾里的木船")),
        ("链接语", ("链接语", "")),  # too short for a title
    ],
)
def test_a_title_glued_to_the_name_of_a_box_in_a_frame(name: str, told: tuple[str, str]) -> None:
    head = "目录\n1 修船记 李山\n\n修船记\n李山\n\n"
    broken = cut(ABOVE + BELOW, MEASURE)
    text = "\n".join([*broken[:3], name, *BOX, *broken[3:], *cut(BELOW + ABOVE, MEASURE)])
    (article,) = restored(head + text).issue.articles
    (box,) = [block for block in article.blocks if isinstance(block, Box)]
    assert (box.label, box.title.value if box.title else "") == told
