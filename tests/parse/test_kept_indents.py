"""Short flush lines within a paragraph of a column that keeps its indents: pull quotes in words of their own."""

from __future__ import annotations

import pytest

from converter.model import Figure, Issue
from converter.parse.issue.kept_indents import note_within
from converter.parse.issue.pieces import Apart
from converter.source import Line
from tests.support.blocks import texts, whole_quotes
from tests.support.restored import restored

COLUMN = (
    "　　老渡口在镇子的南头，石阶一共有三",
    "十一级，最下面的两级常年浸在水里，长",
    "了青苔。",
    "　　撑船的人姓葛，六十七岁，撑了四十",
    "年船，没有丢过一件行李。",
    "　　船是杉木的，七丈长，一年上一次桐",
    "油，上油的那几天整条街都是桐油的味道，",
    "孩子们捏着鼻子从船边上跑过去，跑到桥",
    "头再跑回来。",
    "　　那一年涨水，渡船停了七天，站在石",
    "阶上的人一天比一天多，谁也不肯先回家",
    "去等，只好把行李放下来，坐在上面，看",
    "水一寸一寸地退。",
    "　　第八天早上，雾散了，对岸的人看见",
    "船动了起来。",
)
CUT = 11
WHOLE = "那一年涨水，渡船停了七天，站在石阶上的人一天比一天多，谁也不肯先回家去等，只好把行李放下来，坐在上面，看水一寸一寸地退。"


def issue(*lines: str, at: int = CUT) -> Issue:
    text = "\n".join((*COLUMN[:at], *lines, *COLUMN[at:]))
    return restored(f"渡口\n\n张水\n\n{text}\n").issue


@pytest.mark.parametrize(
    "lines",
    [
        ("河在那里，人就有地方去",),
        ("河在那里，", "人就有地方去"),
        ("“等水的人，都学会看天。”",),
    ],
)
def test_a_line_that_leaves_room_within_a_paragraph_is_a_pull_quote(lines: tuple[str, ...]) -> None:
    found = issue(*lines)
    assert whole_quotes(found) == ["".join(lines)]
    assert WHOLE in texts(found)


def test_who_says_it_below_needs_no_other_mention() -> None:
    found = issue("等水的人，最后都学会了看天。", "——冯守田")
    assert whole_quotes(found) == ["等水的人，最后都学会了看天。"]
    assert WHOLE in texts(found)


@pytest.mark.parametrize(
    "line",
    ["河在那里，人就有地方去，", "我们的意见是：船要修，人要留：", "河在那里，人就有地方去和"],
)
def test_what_stops_within_its_sentence_is_none(line: str) -> None:
    assert whole_quotes(issue(line)) == []


def test_where_paragraphs_have_lost_their_indents_such_a_line_tells_nothing() -> None:
    text = "\n".join((*COLUMN[:CUT], "河在那里，人就有地方去", *COLUMN[CUT:])).replace("　　", "")
    assert whole_quotes(restored(f"渡口\n\n张水\n\n{text}\n").issue) == []


@pytest.mark.parametrize("credit", ["图/邢 川", "摄影社 供图", "资料图片"])
def test_a_caption_with_its_credit_stands_flush_between_two_paragraphs(credit: str) -> None:
    line = f"清晨六点，葛师傅解开缆绳。 {credit}"
    found = issue(line, at=3)
    figures = [b.caption.value for a in found.articles for b in a.blocks if isinstance(b, Figure)]
    assert figures == [line]
    assert WHOLE in texts(found)


def test_a_caption_and_the_next_paragraph_are_no_part_of_what_is_said_below() -> None:
    lines = [*COLUMN[:3], "清晨六点，葛师傅解开缆绳。 图/邢 川", *COLUMN[3:4]]
    lines += ["船还在，是坐船的人不见了", "——葛师傅", *COLUMN[4:]]
    found = restored("渡口\n\n张水\n\n" + "\n".join(lines) + "\n").issue
    assert whole_quotes(found) == ["船还在，是坐船的人不见了"]


def test_below_a_full_line_that_ends_a_sentence_flush_text_goes_on_with_it() -> None:
    lines = [
        *COLUMN[:9],
        "　　第七天水退到第九级，有人下去看过。",
        "看水的人，",
        "心里都有一条河",
        "回来的人都说船还在。",
        *COLUMN[-2:],
    ]
    found = restored("渡口\n\n张水\n\n" + "\n".join(lines) + "\n").issue
    assert whole_quotes(found) == ["看水的人，心里都有一条河"]
    assert "第七天水退到第九级，有人下去看过。回来的人都说船还在。" in texts(found)


def test_lines_of_a_frame_that_is_a_little_narrower_are_none() -> None:
    frame = (
        "要及时记下每天的水位，也要记下船，",
        "不声不响地把缆绳收好，从最难的地",
        "方入手把船修好，使渡口的人少等些，",
        "经得起检验。",
    )
    texts = (*COLUMN[:CUT], *frame, *COLUMN[CUT:])
    found = Apart()
    note_within([Line(at, text) for at, text in enumerate(texts, 1)], 18.0, found)
    assert not found.quoted


@pytest.mark.parametrize("above", [(), ("",)], ids=["within a page", "at its top"])
@pytest.mark.parametrize(
    "caption",
    [
        ("下雨天，船工们在石阶上晒网。沈小帆／", "摄"),
        ("下雨天，船工们在石阶上晒网。（沈小帆", "摄）"),
    ],
)
def test_a_caption_as_wide_as_the_column_whose_last_word_is_on_the_next_line(
    caption: tuple[str, str], above: tuple[str, ...]
) -> None:
    found = issue(*COLUMN[CUT:], *COLUMN[:CUT], *above, *caption)
    [figure] = [b for a in found.articles for b in a.blocks if isinstance(b, Figure)]
    assert figure.caption is not None
    assert figure.caption.value == "".join(caption)
    assert WHOLE in texts(found)
