"""Captions of several lines in a column: behind a pointer, or with a credit at their end."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue
from tests.parse.test_kept_indents import COLUMN, CUT, WHOLE
from tests.support.blocks import texts
from tests.support.restored import restored


def issue(*lines: str, at: int = CUT) -> Issue:
    text = "\n".join((*COLUMN[:at], *lines, *COLUMN[at:]))
    return restored(f"渡口\n\n张水\n\n{text}\n").issue


def captions(found: Issue) -> list[str]:
    return [b.caption.value for a in found.articles for b in a.blocks if isinstance(b, Figure)]


@pytest.mark.parametrize(
    "lines",
    [
        ("▲渡口的石阶在镇子南头，涨水的那一年", "淹到第九级，照片的右下角是船"),
        ("▲渡口的石阶在镇子南头，涨水的那一年", "淹到第九级，右下角是渡船。葛小川摄", "于老渡口"),
        ("▲石阶与渡船，1998年8月3日9时21分。镜头", "八十毫米，感光度100"),
    ],
)
@pytest.mark.parametrize("at", [CUT, 9])
def test_a_caption_behind_a_pointer_ends_with_its_short_line(
    lines: tuple[str, ...], at: int
) -> None:
    found = issue(*lines, at=at)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


def test_a_credit_ends_a_caption_behind_a_pointer_though_its_line_be_full() -> None:
    lines = ("▲渡口的石阶在镇子南头，涨水的那一年", "淹到第九级。右下角是渡船。葛小川摄")
    found = issue(*lines, at=9)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


def test_items_behind_such_a_mark_are_no_captions() -> None:
    items = [
        f"▲{day}月里船上一共坐过三十六位客人，其中\n{who}坐得最多"
        for day, who in zip("三四五六", ("学生", "菜农", "货郎", "木匠"), strict=True)
    ]
    assert captions(issue(*"\n".join(items).split("\n"), at=9)) == []


@pytest.mark.parametrize(
    "lines",
    [
        ("清同治《某县志》中的渡口图，右起第三行", "写的就是它。某县图书馆提供"),
        ("老渡口的船票，现为葛家后人收藏",),
    ],
)
def test_a_caption_with_its_credit_stands_below_the_end_of_a_paragraph(
    lines: tuple[str, ...],
) -> None:
    found = issue(*lines, at=9)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


def test_a_caption_whose_credit_goes_over_two_lines_cuts_a_sentence() -> None:
    lines = ("老渡口的石阶，坐在上面等船的人 县档案", "馆藏")
    found = issue(*lines)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


def test_lines_of_the_text_above_a_caption_that_is_whole_stay_in_it() -> None:
    found = issue("石阶上等船的人　葛小川摄", at=CUT + 1)
    assert captions(found) == ["石阶上等船的人 葛小川摄"]
    assert WHOLE in texts(found)


def test_a_caption_begins_above_the_word_that_ends_its_sentence_before_the_credit() -> None:
    lines = ("葛家人收着的五只铜铃，大的那只只换过", "两次。 摄影/葛小川")
    found = issue(*lines)
    assert captions(found) == ["".join(lines)]
    assert WHOLE in texts(found)


@pytest.mark.parametrize(
    "lines",
    [
        ("石阶上等船的人，行李都放在第九级。",),
        ("石阶上等船的人，行李放在第九级，坐在", "上面的是孩子。"),
    ],
)
def test_a_credit_alone_on_its_line_ends_a_caption_at_the_top_of_a_page(
    lines: tuple[str, ...],
) -> None:
    body = (*COLUMN[:9], "14", "", "15", *lines, "摄影/葛小川", *COLUMN[9:], "16", "", "17")
    found = restored("\n".join(["渡口", "", "张水", "", "13", "", *body, *COLUMN])).issue
    assert captions(found) == ["".join(lines) + "摄影/葛小川"]
    assert WHOLE in texts(found)
