"""The large first character of a text in a column whose paragraphs begin with an indent, or have lost theirs."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph
from tests.support.restored import restored

COLUMN = (
    "　　老渡口在镇子的南头，石阶一共有三",
    "十一级，最下面的两级常年浸在水里，长",
    "了青苔。",
    "　　撑船的人姓葛，六十七岁，撑了四十",
    "年船，没有丢过一件行李，也没有误过",
    "一班船。",
    "　　船是杉木的，七丈长，一年上一次桐",
    "油，上油的那几天整条街都是桐油的味道，",
    "孩子们捏着鼻子从船边上跑过去，跑到桥",
    "头再跑回来。",
)


def texts(*lines: str, lost: bool = False) -> tuple[list[str], list[str]]:
    text = "\n".join((*lines, *COLUMN))
    text = text.replace("　　", "") if lost else text
    blocks = restored(f"渡口\n张水\n{text}\n{text}\n").issue.articles[0].blocks
    heads = [block.text.value for block in blocks if isinstance(block, Heading)]
    return heads, [block.text.value for block in blocks if isinstance(block, Paragraph)]


@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize(
    "lines",
    [
        ("凌", "晨四点五十分，葛师傅把缆绳解", "开，船头往外摆了一摆。江面上", "还没有人，只有对岸的灯亮着，一共三盏，", "他认得每一盏。"),
        ("我", "的船票上写的是“老渡口”两字，", "镇上的人从来只说上船、下船，没有人说", "过渡。"),
    ],
)  # fmt: skip
def test_the_lines_beside_an_initial_leave_room_for_it(
    lines: tuple[str, ...], *, lost: bool
) -> None:
    heads, paragraphs = texts(*lines, lost=lost)
    assert heads == []
    assert paragraphs[0] == "".join(lines)


def test_a_heading_of_one_character_stands_over_full_lines() -> None:
    lines = (
        "春",
        "　　江面上还没有人，只有对岸的灯亮着，",
        "一共三盏，葛师傅认得每一盏，也认得点",
        "灯的人。",
    )
    heads, paragraphs = texts(*lines)
    assert "春" in (heads or paragraphs[:1])
    assert "".join(lines[1:]).strip() in paragraphs
