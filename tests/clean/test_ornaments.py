"""Ornaments around names, of which OCR has misread or lost one."""

from __future__ import annotations

import pytest

from converter.clean import clean
from converter.source import Line

OTHERS = ("◇小说◇", "渡口的灯 …… 何若溪 4", "◇散文◇", "石阶 …… 沈川 9")


def cleaned(*lines: str) -> list[str]:
    made = clean([Line(n, text) for n, text in enumerate(lines, 1)])
    assert clean(made.lines).lines == made.lines
    return [line.text for line in made.lines]


@pytest.mark.parametrize(
    "text", ["〇诗歌◇", "o诗歌◇", "◇诗歌0", "◇ 诗歌 ○", "◆诗歌◇", "◇诗歌♢", "诗歌◇"]
)
def test_the_ornament_on_the_other_side_and_around_other_names_is_meant(text: str) -> None:
    made = cleaned(*OTHERS, text)[-1]
    # What another rule knows is an ornament as well is one already.
    assert made.replace(" ", "") in ("◇诗歌◇", "◆诗歌◇")


@pytest.mark.parametrize(
    ("marks", "text", "meant"),
    [("■", "█诗歌■", "■诗歌■"), ("●", "·诗歌●", "●诗歌●"), ("★", "★诗歌*", "★诗歌★")],
)
def test_other_ornaments_are_read_as_what_has_their_outline(
    marks: str, text: str, meant: str
) -> None:
    assert cleaned(*(line.replace("◇", marks) for line in OTHERS), text)[-1] == meant


@pytest.mark.parametrize(
    "lines",
    [
        ("◇小说◇", "〇诗歌◇"),  # one may be anything
        (*OTHERS, "◇诗歌"),  # a list item, or a heading
        (*OTHERS, "桥上的人都散了，只有灯还亮着。◇"),  # the end of an article
        (*OTHERS, "〇诗歌〇"),
        (*OTHERS, "（何若溪）◇"),
        (*OTHERS, "★诗歌0"),
    ],
)
def test_one_name_an_item_and_the_end_of_an_article_are_left_alone(lines: tuple[str, ...]) -> None:
    assert cleaned(*lines)[-1] == lines[-1]
