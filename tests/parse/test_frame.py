"""Boxes under a known name whose frame tells how far they reach."""

from __future__ import annotations

from itertools import pairwise

import pytest

from converter.model import Article, Box, Paragraph
from converter.parse.issue.frame import is_titled
from converter.parse.issue.narrow import find_insets
from converter.pipeline import restore
from converter.source import Line
from tests.support.columns import set_in

COLUMN = (
    "磨坊在河的拐弯处，水车转了一百二十年，到去年冬天才停下来。看磨的老董把最后一袋面过了秤，"
    "记在账上，又把账本放回灶台后面的木匣子里。他说账本一共有四十一本，最早的一本是他爷爷的爷爷记的，"
    "那时候磨一斗麦子收两个铜板。河水一年比一年浅，水车一天只转得动三个钟头，来磨面的人也一年比一年少。"
    "停下来的那天没有人来看，老董自己把闸门放下，坐在门槛上听了很久，听见的只有风。"
)
FIRST = (
    "水车的轮子用杉木做，径长四米二，一圈四十八个水斗。水斗装满了水，轮子就往下沉，"
    "倒空了又浮上来，一沉一浮之间，石磨便转起来了，从早转到晚，能磨三百斤麦子。"
)
SECOND = (
    "做一架水车要两个木匠忙上四十天，用去十一根杉木，一根钉子也不用。"
    "榫头要在河水里泡足七天，泡胀了才咬得住，咬住了就再也不会松开，比钉子还牢得多。"
)
THIRD = (
    "如今会做水车的木匠，沿河上下只剩下三个人，最年轻的也已经六十七岁了，"
    "还带着一个徒弟，徒弟是他的外孙，今年刚满十九岁，白天在县城里上班。"
)
TEXTS = [FIRST, SECOND, THIRD]
NAMES = {"小知识", "资料"}
WIDE, NARROW = 24, 22


def column(*box: str, indent: str = "") -> list[str]:
    """A paragraph that the lines of a box cut in two."""
    body = set_in(COLUMN, WIDE, indent)
    return [*set_in(COLUMN, WIDE, indent), *body[:3], *box, *body[3:]]


def found(text: list[str]) -> list[list[str]]:
    """The paragraphs of each box."""
    lines = [Line(number, line) for number, line in enumerate(text, 1)]
    boxes = find_insets(lines, WIDE, NAMES)
    return [["".join(text[a:b]).strip("　") for a, b in one.paragraphs] for one in boxes]


@pytest.mark.parametrize("indent", ["", "　　"])
@pytest.mark.parametrize("name", ["小知识", "【小知识】", "■ 资料"])
def test_paragraphs_of_one_measure_are_a_box_however_many(name: str, indent: str) -> None:
    texts = [*TEXTS, *TEXTS]
    box = [line for text in texts for line in set_in(text, NARROW, indent)]
    assert len(box) > 16
    assert found(column(name, *box, indent=indent)) == [texts]


def test_a_title_and_paragraphs_between_blank_lines() -> None:
    box = ["小知识", "", "水车怎样转", "", *set_in(FIRST, NARROW), "", *set_in(SECOND, NARROW)]
    text = column(*box[:1], *box[2:3], *box[4:], "")
    assert found(text) == [["水车怎样转", FIRST, SECOND]]


@pytest.mark.parametrize("beside", ["小知识 ", "小知识：", "【资料】"])
def test_the_text_begins_beside_the_name(beside: str) -> None:
    texts = [beside + FIRST, SECOND]
    box = [line for text in texts for line in set_in(text, NARROW)]
    assert found(column(*box)) == [texts]


@pytest.mark.parametrize("gap", [[], [""]])
def test_who_wrote_it_stands_below_the_frame(gap: list[str]) -> None:
    source = "——摘自《水车四讲》"
    box = ["资料", *set_in(FIRST, NARROW), *set_in(SECOND, NARROW), *gap, source]
    assert found(column(*box)) == [[FIRST, SECOND, source]]


def test_the_name_of_another_box_ends_it() -> None:
    box = ["资料", *set_in(FIRST, NARROW), "小知识", *set_in(SECOND, NARROW)]
    assert found(column(*box)) == [[FIRST], [SECOND]]


def test_numbered_points_are_a_paragraph_each() -> None:
    points = [f"{number}、{text[:38]}。" for number, text in zip("一二三", TEXTS, strict=True)]
    box = [line for text in points for line in (text[:22], text[22:])]
    assert found(column("资料", *box)) == [points]


def test_a_first_line_as_wide_as_the_column_belongs_to_the_column() -> None:
    """Its indent is lost, so that it is as short as the lines of the frame."""
    body = set_in(COLUMN, WIDE)
    assert found([*body, "资料", *set_in(FIRST, NARROW), *body]) == [[FIRST]]


def test_the_end_of_the_sentence_that_the_box_cuts_is_no_paragraph_of_it() -> None:
    body = set_in(COLUMN, WIDE)
    at = next(at for at, (line, below) in enumerate(pairwise(body)) if below is body[-1])
    text = [*body, *body[: at + 1], "资料", *set_in(FIRST, NARROW), *body[at + 1 :], "", *body]
    assert found(text) == [[FIRST]]


@pytest.mark.parametrize(
    "box",
    [
        set_in(FIRST, WIDE),  # as wide as the column
        set_in(f"{THIRD[:30]}。", NARROW),  # two lines prove nothing
        [FIRST[:22], FIRST[22:29], FIRST[29:46], FIRST[46:58], FIRST[58:]],  # of all lengths
    ],
)
def test_what_tells_no_frame(box: list[str]) -> None:
    body = set_in(COLUMN, WIDE)
    assert found([*body, "资料", *box, *body]) == []


def test_a_page_of_narrower_lines_is_no_box() -> None:
    """No line near it is as wide as those of the rest of the issue."""
    narrow = set_in(COLUMN, NARROW)
    wide = [line for _ in range(5) for line in set_in(COLUMN, WIDE)]
    assert found([*wide, "", *narrow, "资料", *set_in(FIRST, NARROW), *narrow, "", *wide]) == []


def test_the_paragraph_goes_on_around_the_box() -> None:
    box = ["小知识", *set_in(FIRST, NARROW), *set_in(SECOND, NARROW), *set_in(THIRD, NARROW)]
    article = first_article(column(*box))
    (inset,) = [block for block in article.blocks if isinstance(block, Box)]
    assert words(inset.blocks) == [FIRST, SECOND, THIRD]
    assert words(article.blocks) == [COLUMN, COLUMN]


def first_article(body: list[str]) -> Article:
    head = ["目录", "1 磨坊记 李山", "", "磨坊记", "李山", ""]
    return restore("\n".join([*head, *body]).encode(), name="x.txt").issue.articles[0]


def words(blocks: tuple[object, ...]) -> list[str]:
    return [block.text.value for block in blocks if isinstance(block, Paragraph)]


def test_the_title_behind_a_bar_is_no_part_of_the_text() -> None:
    """Though it is as long as the frame is wide."""
    box = ["小知识｜老磨坊里水车的来历与变迁", *set_in(FIRST, NARROW), *set_in(SECOND, NARROW)]
    assert found(column(*box)) == [[FIRST, SECOND]]


def test_text_behind_a_bar_goes_on_below() -> None:
    rows = ["小知识｜老磨坊里的轮子都是用杉木来做", "的，径长四米二，一圈四十八个水斗。"]
    assert not is_titled(lines_of(rows), 0)
    assert is_titled(lines_of(["小知识｜老磨坊里水车的来历与变迁", FIRST]), 0)


def lines_of(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]
