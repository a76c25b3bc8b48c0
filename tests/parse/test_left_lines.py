"""Paragraphs of a narrow frame that the OCR has left in lines, among others that it has put together."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.parse.issue.left_lines import left_lines
from converter.pipeline import restore
from converter.source import Line
from tests.support.blocks import quotes, sourced, texts

PROSE = [
    "水渠修了三年，从水库一直修到后山脚下的稻田边上，沿途的十一个村子都出了工，出得最多的是渠尾的石塘村，因为水要到那里才算到了头。",
    "管水的张长水每天走一遍，看见渗水的地方就插一面小红旗，第二天再带人来补。他说自己这辈子没有走过这么长的路，也没有看过这么多的水。",
    "到了放水那一天，他反倒没有去看，一个人在家里睡了整整一天，醒来时水已经流到了后山的稻田里面，石塘村的人敲着锣来请他去喝酒。",
    "第二年春天，渠上长出了柳树，是张长水头一年冬天插下的枝条，一共三百四十根，活了二百九十根，死的那些他又补上了新的枝条。",
    "村里的孩子给每棵树起了名字，有的叫大头，有的叫弯腰，放学的时候挨着个儿地喊过去，好像那些树真的会答应他们一样。",
    "再后来，镇上在渠边立了一块碑，碑上刻着十一个村子的名字，张长水不识几个字，只把石塘两个字摸了又摸，说刻得真深。",
    "渠修成以后，田里的收成一年比一年好，石塘村的人把头一袋新米送到他家门口，他不肯收，说水是大家的，米也是大家的。",
    "如今他已经八十一岁，还是每天走一遍，只是走得慢了，从前半天走完的路现在要走一天，他说正好，可以多看一会儿水。",
]
HEAD = ["目录", "水渠记 李山 1", "水渠记", "李山"]
FRAME = [
    "渠道两岸各五米以内不得取土、打井、堆放重",
    "物，因防汛需要取土的，应当经管水的单位同意",
    "并及时回填。",
]


def apart(*parts: list[str]) -> list[Line]:
    """The lines with a blank one below each."""
    rows = [row for part in parts for text in part for row in (text, "")]
    return [Line(number, text) for number, text in enumerate(rows, 1)]


def issue(body: list[str]) -> Issue:
    rows = [row for text in (*HEAD, *body) for row in (text, "")]
    return restore("\n".join(rows).encode(), name="x.txt").issue


def test_the_lines_of_a_frame_are_one_paragraph() -> None:
    (run,) = left_lines(apart(PROSE, ["链接"], FRAME, PROSE), 0.0)
    assert [line.text for line in run] == FRAME


@pytest.mark.parametrize(
    "rows",
    [
        ["渠上长出了新的柳树和新的故事以后", "水到了头。"],  # perhaps a heading and what is below
        ["渠水从山那边来，渠水往田那边去，", "一年四季都不停，一年四季都不浑。"],  # verse
        ["渠道两岸各五米以内不得取土、打井、堆放重", "物，因防汛需要取土的，应当经管水的单位同意"],
        ["1.渠道两岸五米以内不得取土打井堆放重", "物，因防汛取土的，应当及时地回填。"],
        ["张长水：渠道两岸五米以内不得取土打井堆", "放东西，这是老规矩，谁也不能破的。"],
    ],
)
def test_what_is_no_such_paragraph(rows: list[str]) -> None:
    assert list(left_lines(apart(PROSE, rows, PROSE), 0.0)) == []


def test_nothing_is_left_where_all_lines_are_kept() -> None:
    assert list(left_lines(apart(PROSE, FRAME, PROSE), 22.0)) == []
    assert list(left_lines(apart(FRAME, FRAME), 0.0)) == []


def test_a_box_that_cuts_a_sentence_has_one_paragraph_and_its_source() -> None:
    cut = PROSE[2]
    source = "——摘自《石塘镇渠道管护办法》"
    body = [*PROSE[:2], cut[:30], "链接", *FRAME, source, cut[30:], *PROSE[3:]]
    found = issue(body)
    assert sourced(found) == [("链接", "", ["".join(FRAME)], "摘自《石塘镇渠道管护办法》")]
    assert texts(found) == PROSE


def test_a_pull_quote_in_lines_is_one_again() -> None:
    said = PROSE[4]
    cut = PROSE[2]
    lines = [said[:20], said[20:40], said[40:]]
    found = issue([*PROSE[:2], cut[:31], *lines, cut[31:], *PROSE[3:]])
    assert quotes(found) == [said]
    assert texts(found) == PROSE
