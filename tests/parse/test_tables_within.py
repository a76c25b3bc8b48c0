"""A table set into a sentence, with a few words above it and no number."""

from __future__ import annotations

import pytest

from converter.model import Heading, Paragraph, Table
from tests.support.restored import restored

CUT = "为什么灯还是不够亮？根子在变压器上。全村只有一台变压器，白天碾米、夜里抽水都靠它，后来添了冷库，电压就一"
BROKEN = (
    "路往下掉，灯丝红得像烟头，放电影的时候要先挨家挨户去说，请大家把电炉关上，说完回来一看，灯还是"
)
LAST = "第二年春天换了两台新的，放电影再也不用去敲门，反倒有人说，从前那样挨家问一声，也有挨家问一声的好。"
NEXT = "村里的人都记得，那年冬天的电影一直放到后半夜，散场的时候，路上的雪已经没过了脚背。"
TABLE = "| 用处 | 千瓦 |\n|---|---|\n| 碾米 | 7.5 |\n| 抽水 | 11 |"


@pytest.mark.parametrize("below", [(BROKEN + "暗的。",), (BROKEN, "暗的，只好改到后半夜。")])
@pytest.mark.parametrize("words", ["后山村用电情况", "后山村用电情况（2019年7月至9月）"])
def test_words_above_its_rows_are_its_caption_though_a_page_cuts_what_goes_on(
    words: str, below: tuple[str, ...]
) -> None:
    listed = ("目录", "1 灯下记 张水", "3 图书室 李山", "灯下记", "张水", LAST)
    text = "\n\n".join([*listed, CUT, words, TABLE, *below, NEXT, "图书室", "李山", LAST])
    lamp = restored(text).issue.articles[0]
    whole = CUT + "".join(below)
    assert [one.text.value for one in lamp.blocks if isinstance(one, Paragraph)] == [
        LAST,
        whole,
        NEXT,
    ]
    (table,) = [one for one in lamp.blocks if isinstance(one, Table)]
    assert table.caption is not None
    assert table.caption.value == words


HEADED = ["### 灯从哪里来", NEXT, "### 灯往哪里去", NEXT]
NAMED = "**后山村用电时刻**"


def _read(*parts: str) -> tuple[list[str], list[str]]:
    """The captions of the tables of an article, and its headings."""
    listed = ("目录", "1 灯下记 张水", "3 图书室 李山", "# 灯下记", "张水", LAST)
    text = "\n\n".join([*listed, *parts, "# 图书室", "李山", LAST])
    found = restored(text).issue.articles[0].blocks
    captions = [one.caption for one in found if isinstance(one, Table)]
    return (
        [one.value for one in captions if one is not None],
        [one.text.value for one in found if isinstance(one, Heading)],
    )


@pytest.mark.parametrize(
    ("parts", "captions"),
    [
        # Bold alone, where headings have #, though several tables are named so.
        ([*HEADED, NAMED, TABLE, NEXT], ["后山村用电时刻"]),
        (
            [*HEADED, NAMED, TABLE, NEXT, "**前山村用电**", TABLE, NEXT],
            ["后山村用电时刻", "前山村用电"],
        ),
        # It ranks above the headings, but the next of these stands right below the table.
        (["#### 灯油（一户份）", TABLE, "**点法**", NEXT], ["灯油（一户份）"]),
    ],
)
def test_a_marked_line_right_above_a_table_is_its_caption_where_no_heading_is_marked_so(
    parts: list[str], captions: list[str]
) -> None:
    told, headings = _read(*parts)
    assert told == captions
    assert not set(captions) & set(headings)


@pytest.mark.parametrize(
    "parts",
    [
        [*HEADED, "### 后山村用电时刻", TABLE, NEXT],  # as the other headings
        ["**灯从哪里来**", NEXT, "### 后山村用电时刻", TABLE, NEXT, "**点法**", NEXT],
        ["### 后山村用电时刻", TABLE, NEXT],  # the only one
    ],
)
def test_a_heading_over_a_table_and_its_text_stays_one(parts: list[str]) -> None:
    told, headings = _read(*parts)
    assert told == []
    assert "后山村用电时刻" in headings
