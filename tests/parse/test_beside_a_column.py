"""Boxes and pull quotes beside which a wide column is narrower, in printed lines without indents."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Paragraph, PullQuote
from converter.segment.units import measure_of, wide_measure
from converter.source import Line
from tests.support.restored import restored

WIDE, LEFT, FRAME, LARGE = 36, 20, 16, 12
"""Characters of a line of the column, of one beside a box, of one in the box and of a pull quote."""

FIRST = """
渡口的钟楼是光绪年间修的，钟是从省城运来的，走了三个月的水路，到岸的那一天全镇的人都来看。
敲钟的人姓宋，住在楼下的小屋里，白天修船，夜里听更。他说钟有钟的脾气，天热了走得慢，天冷了走得快，
一年四季要拨上四十几回，拨多拨少全凭耳朵，从来没有人教过他。

水运最兴旺的时候，码头上一天要泊七十多条船，船家上岸先看钟，再去茶馆里等货。
茶馆的掌柜把板凳排成两行，靠窗的一行留给赶早潮的人，靠墙的一行留给过夜的人。
钟敲六下开门，敲九下落锁，谁家的孩子吵着不肯睡，大人就指一指楼上，说敲钟的人听得见。
"""
BESIDE = (
    "后来镇上通了电，家家都买了座钟，再没有人抬头看楼上的时刻，宋师傅还是每天上去两回。他的儿子在县里的钟表厂做工，劝他歇下来，"
    "他说歇下来就听不见了。厂里送来一只新钟，他看了看，又装回木箱里去了。"
)
LAST = """
如今钟楼成了镇上的一处风景，来的人都要在楼下照一张相。楼梯口挂着宋师傅用过的扳手和油壶，
旁边写着他拨钟的日子，一笔一画，从头到尾没有断过一天。看楼的姑娘是他的孙女，每天上去两回，听一听，再下来。

去年秋天县里来人，说要把钟换成石英的，走得准，又不用上油。姑娘没有说话，
把来人领到楼上，让他站在钟的背后听了一刻。来人下楼的时候在登记簿上写了一行字，
写完看了看天，说这个声音还是留着的好，换钟的事情就这样搁下了。
"""
BOX = "擒纵轮一边转一边停，停下来的那一刻就是滴答声。声音发闷的时候，多半是油干了，要用鹅毛蘸一点点钟油，点在轮齿上。"


def cut(text: str, size: int) -> list[str]:
    """Printed lines, with a mark that would begin one hanging over the end of the line before."""
    lines: list[str] = []
    while text:
        end = size + (text[size : size + 1] in tuple("，。、"))
        lines.append(text[:end])
        text = text[end:]
    return lines


def flush(text: str, size: int) -> list[str]:
    """The lines of a paragraph whose first one has lost its indent."""
    return [*cut(text[: size - 2], size), *cut(text[size - 2 :], size)]


def wide(prose: str) -> list[str]:
    """The lines of paragraphs, which blank lines part in ``prose``, as wide as the column."""
    texts = (text.replace("\n", "") for text in prose.split("\n\n"))
    return [line for text in texts for line in flush(text, WIDE)]


def article(*body: str) -> Article:
    head = ["目录", "1 钟楼记 宋一川", "", "钟楼记", "宋一川"]
    [found] = restored("\n".join([*head, *body])).issue.articles
    return found


def texts(found: Article | Box) -> list[str]:
    return [block.text.value for block in found.blocks if isinstance(block, Paragraph)]


def quotes(found: Article) -> list[str]:
    said = [block for block in found.blocks if isinstance(block, PullQuote)]
    return [text.value for block in said for text in block.paragraphs]


def boxed(found: Article) -> list[tuple[str, str, list[str]]]:
    return [
        (one.label, one.title.value if one.title else "", texts(one))
        for one in found.blocks
        if isinstance(one, Box)
    ]


@pytest.mark.parametrize("name", ["听钟小记", "钟匠的话"])
@pytest.mark.parametrize("at", [3, 4])
def test_a_box_under_a_name_in_no_list_beside_a_column(name: str, at: int) -> None:
    beside = flush(BESIDE, LEFT)
    set_in = [*beside[:at], name, *flush(BOX, FRAME), *beside[at:]]
    found = article(*wide(FIRST), *set_in, *wide(LAST))
    assert boxed(found) == [(name, "", [BOX])]
    assert BESIDE in texts(found)


def test_a_short_line_between_paragraphs_of_a_narrower_column_is_no_name() -> None:
    lines = [*wide(FIRST), *flush(BESIDE, LEFT), "听钟小记", *flush(BOX, LEFT)]
    assert boxed(article(*lines, *wide(LAST))) == []


def test_lines_in_larger_type_beside_a_column_are_a_pull_quote() -> None:
    said = "钟走得准不准，要看听的人是不是每天都来。"
    found = article(*wide(FIRST), *cut(said, LARGE), *flush(BESIDE, LEFT), *wide(LAST))
    assert quotes(found) == [said]
    assert BESIDE in texts(found)


def test_lines_in_larger_type_within_a_sentence_over_a_narrower_column() -> None:
    said = "钟走得准不准，全看听的人来不来；人不来了，钟也就老了。"
    broken = flush(BESIDE, WIDE)
    set_in = [broken[0], *cut(said, LARGE), *cut("".join(broken[1:]), LEFT)]
    found = article(*wide(FIRST), *set_in, *wide(LAST))
    assert quotes(found) == [said]
    assert BESIDE in texts(found)


def numbered(texts: list[str]) -> list[Line]:
    return [Line(number, text) for number, text in enumerate(texts, 1)]


def test_the_measure_of_a_column_of_which_boxes_take_a_part() -> None:
    lines = numbered([*wide(FIRST), *wide(LAST), *flush(BESIDE, LEFT) * 3])
    short = numbered(["三", "钟楼", "一九五二年"] * 12)
    assert measure_of([*lines, *short]) == 0.0
    assert wide_measure([*lines, *short]) == WIDE


def test_paragraphs_of_many_lengths_have_no_measure() -> None:
    lengths = [BESIDE[:size] for size in range(20, 60, 3)] * 2
    assert wide_measure(numbered(lengths)) == 0.0
