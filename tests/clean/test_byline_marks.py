"""Marks of bylines that OCR has misread."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

CONTENTS = ["渡口的灯 沈渡 4", "石阶 何若溪 9", "修船记 罗长庚 12", "老街 季有田 15"]
TEXT = "河水从上游下来，到这里转了一个弯。"


def last(*bylines: str, contents: list[str] = CONTENTS) -> str:
    texts = [*contents, *(line for one in bylines for line in (one, TEXT))]
    made = clean([Line(at, text) for at, text in enumerate(texts, 1)])
    assert clean(made.lines).lines == made.lines
    return made.lines[-2].text


@pytest.mark.parametrize("read", "口囗0O@回")
@pytest.mark.parametrize("by", ["罗长庚", "罗 长 庚", "航运公司经理 罗长庚", "本刊记者 罗长庚"])
def test_what_is_read_for_the_mark_of_the_others_is_that_mark(read: str, by: str) -> None:
    assert last("□ 沈渡", "□ 何若溪", f"{read} {by}").startswith("□")


@pytest.mark.parametrize("read", ["文I罗长庚", "文1罗长庚", "丈/罗长庚", "丈|罗长庚 图/季有田"])
def test_a_stroke_behind_the_word_for_who_wrote_it(read: str) -> None:
    assert last("文/沈渡", "文/何若溪", read)[:2] in ("文/", "文|")


@pytest.mark.parametrize(
    ("bylines", "contents"),
    [
        (("□ 沈渡", "口 罗长庚"), CONTENTS),  # one alone has such a mark
        (("□ 沈渡", "□ 何若溪", "口 罗长庚"), CONTENTS[:2]),  # nobody else names him
        (("□ 沈渡", "□ 何若溪", "口 岸上的人，罗长庚"), CONTENTS),
        (("文/沈渡", "文/何若溪", "丈量 罗长庚"), CONTENTS),
    ],
)
def test_others_are_left_alone(bylines: tuple[str, ...], contents: list[str]) -> None:
    assert last(*bylines, contents=contents) == bylines[-1]
