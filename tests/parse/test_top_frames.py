"""Boxes at the tops of pages, narrower than the column, between whole paragraphs without indents."""

from __future__ import annotations

import pytest

from converter.parse.issue.narrow import find_insets
from converter.source import Line

MEASURE = 20
ABOVE = "老船匠姓邹，在河湾里修了四十年木船，手上的茧子比船底的桐油还要厚，闭着眼睛也摸得出哪一块板是去年换的。"
BELOW = "他修船从来不画图，只用一根墨线，弹下去是什么样，锯出来就是什么样，徒弟跟着他学了三年才敢自己弹第一条线。"
FRAME = "一条船漏不漏先看缝里的麻丝，麻丝要在桐油里泡够七天，捶成泥一样软，再用薄薄的凿子一点一点塞进板缝里去。"
MORE = "塞得太紧，木头遇水一胀就要裂开，塞得太松，开不出河湾。"


def cut(text: str, size: int, indent: int = 2) -> list[str]:
    """The printed lines of a paragraph, of whose indent OCR has left nothing."""
    first, rest = text[: size - indent], text[size - indent :]
    return [first, *(rest[at : at + size] for at in range(0, len(rest), size))]


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
