"""Captions in columns without indents, on lines that no line within a sentence can be."""

from __future__ import annotations

import pytest

from converter.parse.issue.beside import captions_in_columns
from converter.source import Line

FIRST = "夜里的渡口只剩下一盏灯，船工把缆"
FULL = "绳绕在木桩上，又回头看了一眼水面，才"
REST = "有动静，这才一步一步地往堤上走，灯笼"
LAST = "慢慢走上岸去。"


def column(*within: str) -> list[Line]:
    """Paragraphs of 18 em, whose first lines are two em short, and one that ``within`` cuts."""
    paragraph = [FIRST, FULL, FULL[::-1].replace("，", "的"), LAST]
    cut = [FIRST, "绳绕在木桩上，又回头看了一眼水面有没", *within, REST, LAST]
    texts = [*paragraph * 9, *cut, *paragraph * 9]
    return [Line(at + 1, text) for at, text in enumerate(texts)]


def captions(*within: str) -> list[list[str]]:
    found = captions_in_columns(column(*within), 18.0)
    return [[line.text for line in one] for one in found]


@pytest.mark.parametrize(
    "caption",
    [
        "渡口的木牌，上面写着开船的时刻",
        "渡口的木牌上写着每天开船的时刻，是老船工六十年前写的",
        "▲渡口的木牌，写着时刻",
    ],
)
def test_a_line_too_short_or_too_long_for_its_sentence_is_a_caption(caption: str) -> None:
    assert captions(caption) == [[caption]]


def test_a_full_line_of_the_sentence_is_none() -> None:
    assert captions("有动静，水面上只有月亮，他看了又看没") == []


def test_the_first_line_of_a_paragraph_that_goes_on_below_is_none() -> None:
    lines = column()
    at = next(i for i, line in enumerate(lines) if line.text.endswith("没"))
    lines[at] = Line(lines[at].number, "绳绕在木桩上，又回头看了一眼水面之后")
    lines[at + 1 : at + 1] = [Line(500, FIRST), Line(501, FULL)]
    assert list(captions_in_columns(lines, 18.0)) == []
