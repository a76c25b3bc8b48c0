"""Names of boxes in no list, on lines of a column without indents, within a sentence."""

from __future__ import annotations

import pytest

from converter.model import Issue
from converter.parse.issue.named_within import NamesWithin
from converter.source import Line
from tests.support.blocks import boxes, texts
from tests.support.restored import restored

SIZE = 20
FIRST = (
    "伞铺开在河街的转角，门口挂着一把收拢的油纸伞，伞骨是十年的老竹，伞面刷过七遍桐油，挂了三十多年没有褪色。"
    "做伞的人姓柳，街坊叫他柳伞，他做一把伞要用四十天，削骨、穿线、糊纸、上油，少一道都不肯卖。"
)
CUT = (
    "去年有人来订一千把伞，说是拍电影要用，柳伞摇了摇头，说一千把伞要做一百年，你们的电影等不得。"
    "那人又问能不能教会几个徒弟一起做，柳伞想了半天，答应先教一个，教好了再说第二个。"
)
LAST = (
    "如今徒弟学到了第三年，削出来的伞骨还是一半能用一半不能用。柳伞把不能用的捆起来，留着冬天烧火。"
)
BOX = "选竹要选背阴坡上的，长得慢，肉厚。砍下来先在水里泡一个冬天，再放到屋檐底下吹一年，虫就不来蛀了。"


def cut(text: str) -> list[str]:
    """Printed lines, with a mark that would begin one hanging over the end of the line before."""
    lines: list[str] = []
    while text:
        end = SIZE + (text[SIZE : SIZE + 1] in tuple("，。、"))
        lines.append(text[:end])
        text = text[end:]
    return lines


def flush(text: str) -> list[str]:
    """The lines of a paragraph whose first one has lost its indent."""
    return [*cut(text[: SIZE - 2]), *cut(text[SIZE - 2 :])]


def issue(*inset: str) -> Issue:
    """An issue of one article, and what stands between two lines of its second paragraph."""
    body = flush(CUT)
    lines = [*flush(FIRST), *body[:3], *inset, *body[3:], *flush(LAST)]
    head = ["目录", "1 伞铺记 柳一川", "", "伞铺记", "柳一川", ""]
    return restored("\n".join([*head, *lines])).issue


@pytest.mark.parametrize("name", ["竹匠口诀", "伞骨一角"])
def test_a_name_in_no_list_heads_a_box_as_wide_as_the_column(name: str) -> None:
    found = issue(name, *flush(BOX))
    [(label, title, paragraphs)] = boxes(found)
    assert (label or title, paragraphs) == (name, [BOX])
    assert CUT in texts(found)


def test_the_rest_of_a_caption_is_no_name() -> None:
    lines = [*flush(CUT)[:3], "为柳伞", *flush(BOX), *flush(CUT)[3:]]
    within = NamesWithin([Line(number, text) for number, text in enumerate(lines, 1)], SIZE)
    assert within.rest_of(3) == 0


def test_a_short_line_that_its_sentence_goes_on_with_is_no_name() -> None:
    lines = [*flush(CUT)[:3], flush(CUT)[3][:6], *flush(BOX), *flush(LAST)]
    within = NamesWithin([Line(number, text) for number, text in enumerate(lines, 1)], SIZE)
    assert within.rest_of(3) == 0
