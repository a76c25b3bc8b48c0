"""What the templates of the PDF are given."""

from __future__ import annotations

import pytest

from converter.model import Article, Heading, Mark, MarkKind, Note, Paragraph, Text
from converter.pdf.view.article import _back
from converter.pdf.view.pieces import referred_notes

NOTE = Note("a01-n01", "①", Text("据渡口碑记。"))
CALL = Text("老渡口①在南头。", (Mark(MarkKind.NOTE_REF, 3, 4, NOTE.id),))


@pytest.mark.parametrize(("text", "left"), [(CALL, 0), (Text("老渡口在南头。"), 1)])
def test_a_heading_over_notes_goes_where_the_notes_are_at_the_foot(text: Text, left: int) -> None:
    article = Article(
        id="a01",
        title=(Text("老渡口"),),
        blocks=(Paragraph(text),),
        back=(Heading(Text("注释："), 1),),
        notes=(NOTE,),
    )
    referred = referred_notes(article.blocks)
    loose = tuple(note for note in article.notes if note.id not in referred)
    assert len(_back(article, loose)) == left
