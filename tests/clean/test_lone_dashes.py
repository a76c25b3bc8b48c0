"""A hyphen at the head of a line that is half a dash."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line


def cleaned(*lines: str) -> list[str]:
    made = clean([Line(n, text) for n, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines]


@pytest.mark.parametrize("text", ["访摆渡人邵望川", "一次险情的回放", "“水上人家”今昔"])
def test_a_hyphen_alone_before_a_subtitle_is_a_dash(text: str) -> None:
    assert cleaned("他把雨水也记进了簿子", "", f"-{text}", "", "乔叶")[2] == f"——{text}"


@pytest.mark.parametrize("text", ["访摆渡人、河湾镇人大代表邵望川", "專訪石滬匠師陳礁生"])
def test_one_before_who_is_asked_is_a_dash_below_a_title(text: str) -> None:
    assert cleaned("他把雨水也记进了簿子", "", f"一{text}", "", "乔叶")[2] == f"——{text}"
    assert cleaned("他说完就走了。", "", f"一{text}", "", "乔叶")[2] == f"一{text}"


@pytest.mark.parametrize(
    "lines",
    [
        ("要带的东西", "-一件不怕湿的外衣", "-一双走得远的鞋子", "-一壶没有煮开的水"),
        ("渡口每天的水位", "-5厘米以下不开船", "乔叶"),
        ("他说完就走了。", "-水落下去了，船还在岸上，没有人去推它。", "乔叶"),
        ("渡口", "-渡口往事第三期-", "乔叶"),
    ],
)
def test_a_list_a_number_a_sentence_and_a_folio_keep_theirs(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines) == list(lines)
