"""The numbers of sources are raised and linked where an article lists them."""

from __future__ import annotations

import pytest

from converter.model import Article, Block, Box, Mark, MarkKind, Paragraph, Role, Text
from converter.render.citations import Within, with_citations

SOURCES = tuple(
    Paragraph(Text(f"[{number}] 林汀. 水尺[M]. 上渡: 上渡出版社, 2019."), Role.REFERENCE)
    for number in (1, 2, 3)
)


def raised(*texts: Text | str, sources: tuple[Paragraph, ...] = SOURCES) -> list[str]:
    blocks = tuple(Paragraph(Text(one) if isinstance(one, str) else one) for one in texts)
    article = with_citations(Article("a1", (Text("水尺"),), blocks=blocks, back=sources))
    return [
        block.text.value[mark.start : mark.end]
        for block in article.blocks
        if isinstance(block, Paragraph)
        for mark in block.text.marks
        if mark.kind is MarkKind.SUP
    ]


def marks(*blocks: Block) -> list[Mark]:
    return [mark for one in blocks if isinstance(one, Paragraph) for mark in one.text.marks]


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
    article = with_citations(Article("a1", (Text("水尺"),), blocks=(box, *SOURCES)))
    inner, *sources = article.blocks
    assert isinstance(inner, Box)
    assert [one.kind for one in marks(*inner.blocks)] == [MarkKind.SUP, MarkKind.LINK]
    assert marks(*sources) == [Mark(MarkKind.LINK, 0, 3, Within("cited-1"))]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("水位上升[1](P23)。", [("[1]", "source-1")]),
        ("水位上升[1-3]。", [("1", "source-1"), ("3", "source-3")]),
        ("文献[2]认为水位上升，参见[3]。", [("[2]", "source-2"), ("[3]", "source-3")]),
        ("水位上升[4]。", []),
    ],
)
def test_each_number_leads_to_its_source_and_back(text: str, places: list[tuple[str, str]]) -> None:
    article = with_citations(
        Article("a1", (Text("水尺"),), blocks=(Paragraph(Text(text)),), back=SOURCES)
    )
    links = [mark for mark in marks(*article.blocks) if mark.kind is MarkKind.LINK]
    assert [(text[mark.start : mark.end], mark.target) for mark in links] == places
    back = [mark.target for mark in marks(*article.back)]
    assert back == [Within(target).opposite for _, target in places]


def test_a_number_of_two_sources_leads_to_none() -> None:
    """注释 and 参考文献 each have a [1]."""
    article = with_citations(
        Article(
            "a1", blocks=(Paragraph(Text("水位上升[1]。")),), back=(*SOURCES, SOURCES[0]), title=()
        )
    )
    assert [mark.kind for mark in marks(*article.blocks, *article.back)] == [MarkKind.SUP]


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
