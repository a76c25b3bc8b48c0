"""Small matter that stands elsewhere on a made-up page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from converter.model import Article, Figure, Heading, Mark, MarkKind, Paragraph, Role, Text
from converter.render.language import foreign_language
from converter.render.matter import loose_lines, part_origins

BODY = Paragraph(Text("渡口的账册一共三本。"))
RECEIVED = Paragraph(Text("收稿日期：2031-04-02"), Role.CREDIT)
FUNDING = Paragraph(Text("基金项目：河湾镇地方文献整理项目"), Role.FUNDING)
WRITER = Paragraph(Text("作者简介：林汀，河湾师范学校教师。"), Role.BIOGRAPHY)
PICTURE = Paragraph(Text("图／林汀"), Role.CREDIT)


def article(*blocks: Paragraph) -> Article:
    return Article("a01", (Text("渡口"),), blocks=blocks)


@pytest.mark.parametrize(
    ("blocks", "parted"),
    [
        ((BODY, RECEIVED, WRITER, BODY), (RECEIVED, WRITER)),
        ((BODY, FUNDING, BODY), (FUNDING,)),
        ((BODY, PICTURE, BODY, RECEIVED, FUNDING, BODY), (RECEIVED, FUNDING)),
        # A biography may be of somebody whom the text is about, a credit of the picture above.
        ((BODY, WRITER, BODY), ()),
        ((BODY, PICTURE, BODY), ()),
        # Before the text and after it they stand well.
        ((RECEIVED, FUNDING, BODY), ()),
        ((BODY, FUNDING, WRITER), ()),
    ],
)
def test_origins_in_the_midst_of_the_text_are_parted_from_it(
    blocks: tuple[Paragraph, ...], parted: tuple[Paragraph, ...]
) -> None:
    text, origins = part_origins(article(*blocks))
    assert origins == parted
    assert text == tuple(block for block in blocks if block not in parted)


def test_a_biography_beside_an_abstract_is_the_writers() -> None:
    paper = replace(article(WRITER, BODY), front=(Paragraph(Text("摘要：账册。"), Role.ABSTRACT),))
    assert part_origins(paper) == ((BODY,), (WRITER,))
    assert part_origins(replace(paper, blocks=(PICTURE, BODY))).origins == ()


def test_origins_that_call_a_note_stay_where_a_note_can_hang() -> None:
    called = Text("基金项目①：河湾镇项目", (Mark(MarkKind.NOTE_REF, 4, 5, "n1"),))
    blocks = (BODY, Paragraph(called, Role.FUNDING), BODY)
    assert part_origins(article(*blocks)) == (blocks, ())


def test_loose_matter_is_lines_or_more_than_that() -> None:
    lines = (Paragraph(Text("读水，读岸")), Figure(Text("封面：二号渡船 林汀／摄")))
    assert [text.value for text in loose_lines(lines)] == ["读水，读岸", "封面：二号渡船 林汀／摄"]
    assert loose_lines((*lines, Heading(Text("卷首语"), 1))) == ()
    assert loose_lines(()) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ferry of the town is old.", "en"),
        ("Key words: ferry; ledger; gauge", "en"),
        ("Keywords: ferry; ledger", "en"),
        ("LIN Ting", ""),
        ("关键词：渡口；the ledger of the ferry", ""),
    ],
)
def test_english_is_told_by_its_small_words_or_its_label(text: str, language: str) -> None:
    assert foreign_language(text) == language
