"""Links footnotes and the marks that call them."""

from __future__ import annotations

from collections import defaultdict, deque

from converter import patterns as re
from converter.hanzi import HAN
from converter.model import Article, Block, Box, Heading, Mark, MarkKind, Note, Paragraph, Text
from converter.parse.inline import with_marks
from converter.values import replace


def link_notes(article: Article) -> Article:
    """Give every call of a note a ``NOTE_REF`` mark: the n-th ① calls the n-th note ①."""
    if not article.notes:
        return article
    waiting: defaultdict[str, deque[Note]] = defaultdict(deque)
    for note in article.notes:
        waiting[note.marker].append(note)

    def text_with_calls(text: Text) -> Text:
        marks: list[Mark] = []
        for marker, notes in waiting.items():
            before = f"{HAN}，。；：”」』》）、%％℃a-zA-Z\\d" + (
                r"（(【［〔\[" if marker[0] in "注註" else ""
            )
            ends = r"(?!\d)" if marker[-1:].isdecimal() else ""
            pattern = rf"(?<=[{before}]){re.escape(marker)}{ends}"
            marks += [
                Mark(MarkKind.NOTE_REF, hit.start(), hit.end(), notes.popleft().id)
                for hit in re.finditer(pattern, text.value)
                if notes
            ]
        return with_marks(text, *marks) if marks else text

    def block_with_calls(block: Block) -> Block:
        if isinstance(block, (Paragraph, Heading)):
            return replace(block, text=text_with_calls(block.text))
        if isinstance(block, Box):
            return replace(block, blocks=tuple(block_with_calls(inner) for inner in block.blocks))
        return block

    return replace(
        article,
        title=tuple(text_with_calls(text) for text in article.title),
        front=tuple(block_with_calls(block) for block in article.front),
        blocks=tuple(block_with_calls(block) for block in article.blocks),
        back=tuple(block_with_calls(block) for block in article.back),
    )
