"""The labels within a line of codes: 中图分类号：X5　文献标识码：A　文章编号：….

Learned journals print them on one line, with an em or two before each, and set all labels as
the first one is set.
"""

from __future__ import annotations

from converter import patterns as re
from converter.model import Article, Block, Mark, MarkKind, Paragraph, Role, Text
from converter.values import replace

_FURTHER = re.compile(
    r"(?:(?<=\S)(?P<blank>[ \u3000])[ \u3000]*|(?<=[A-Za-z\d）)\].]))"
    r"(?P<label>(?P<open>[\[【［])?"
    r"(?:[中分][图圖]分[类類][号號]|文[献獻][标標][识志識誌][码碼]|文章[编編][号號]|分[类類][号號]|DOI)"
    r"\s?(?(open)[\]】］]|[:：]))"
)

_GAP = "\u3000"
"""What cleaning has taken for a blank between Han and Latin, and typists for one of words."""


def with_labels(article: Article, *, apart: bool = False) -> Article:
    """The article with every label of its codes marked; an em ``apart`` where asked for."""

    def told(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(_labelled(block, apart=apart) for block in blocks)

    return replace(
        article, front=told(article.front), blocks=told(article.blocks), back=told(article.back)
    )


def _labelled(block: Block, *, apart: bool) -> Block:
    if not isinstance(block, Paragraph) or block.role is not Role.KEYWORDS:
        return block
    value, marks = block.text.value, list(block.text.marks)
    for hit in reversed(list(_FURTHER.finditer(value))):
        start, end = hit.span("label")
        if all(mark.end <= start or end <= mark.start for mark in marks):
            marks.append(Mark(MarkKind.LABEL, start, end))
        if apart and hit["blank"]:
            value = f"{value[: start - 1]}{_GAP}{value[start:]}"
        elif apart:
            value = f"{value[:start]}{_GAP}{value[start:]}"
            marks = [_moved(mark, start) for mark in marks]
    if value == block.text.value and len(marks) == len(block.text.marks):
        return block
    return replace(block, text=Text(value, tuple(sorted(marks, key=lambda mark: mark.start))))


def _moved(mark: Mark, at: int) -> Mark:
    """The mark in a text that has got one more character there."""
    start, end = mark.start + (mark.start >= at), mark.end + (mark.end > at)
    return replace(mark, start=start, end=max(start, end))
