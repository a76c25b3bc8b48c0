"""The numbers of sources are raised where an article lists them."""

from __future__ import annotations

import pytest

from converter.model import Article, Box, Mark, MarkKind, Paragraph, Role, Text
from converter.render.citations import with_raised_numbers

SOURCES = tuple(
    Paragraph(Text(f"[{number}] 林汀. 水尺[M]. 上渡: 上渡出版社, 2019."), Role.REFERENCE)
    for number in (1, 2, 3)
)


def raised(*texts: Text | str, sources: tuple[Paragraph, ...] = SOURCES) -> list[str]:
    blocks = tuple(Paragraph(Text(one) if isinstance(one, str) else one) for one in texts)
    article = with_raised_numbers(Article("a1", (Text("水尺"),), blocks=blocks, back=sources))
    return [
        block.text.value[mark.start : mark.end]
        for block in article.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind is MarkKind.SUP
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("水位上升[1]。", ["[1]"]),
        ("水位上升。[2]", ["[2]"]),
        ("水位上升[1](P23)，又落下[3]（P108-112）。", ["[1](P23)", "[3]（P108-112）"]),
        ("水位上升[1-3]，又落下[1,2]。", ["[1-3]", "[1,2]"]),
        ("水位上升[4]。", []),  # of no source
        ("文献[2]认为水位上升，参见[3]。", []),  # words of the sentence
        ("[1]水位上升", []),
        ("水位上升[M]", []),
    ],
)
def test_numbers_of_listed_sources_are_raised(text: str, expected: list[str]) -> None:
    assert raised(text) == expected
    assert raised(text, sources=()) == []


def test_numbers_in_boxes_are_raised_and_sources_are_not() -> None:
    box = Box("链接", None, (Paragraph(Text("水位上升[1]。")),))
    article = with_raised_numbers(Article("a1", (Text("水尺"),), blocks=(box, *SOURCES)))
    inner, *sources = article.blocks
    assert isinstance(inner, Box)
    assert [len(one.text.marks) for one in inner.blocks if isinstance(one, Paragraph)] == [1]
    assert sources == list(SOURCES)


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        (Mark(MarkKind.STRONG, 0, 8), ["[1]"]),
        (Mark(MarkKind.STRONG, 0, 5), []),
        (Mark(MarkKind.NOTE_REF, 4, 7, "n1"), []),
    ],
)
def test_what_is_marked_otherwise_stays_so(mark: Mark, expected: list[str]) -> None:
    assert raised(Text("水位上升[1]。", (mark,))) == expected
