"""Small matter that stands elsewhere on a made-up page than the text that it was found in."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.model import Article, Block, Figure, MarkKind, Paragraph, Role, Text
from converter.values import NamedTuple

_ORIGINS = frozenset({Role.FUNDING, Role.BIOGRAPHY, Role.CREDIT})
_RECEIVED = re.compile("(?:[收投来來][稿到]|修[回改]|[录錄]用|接受)日期")


class Parted(NamedTuple):
    """The blocks of an article, and what belongs at the foot of its first page."""

    blocks: tuple[Block, ...]
    origins: tuple[Paragraph, ...]


def loose_lines(blocks: Sequence[Block]) -> tuple[Text, ...]:
    """The texts of loose matter that is nothing but lines; none where it is more than that.

    A slogan from the cover or the caption of its picture: with a page of their own they
    would look lost, and are mostly what the masthead says.
    """
    texts = tuple(
        block.text if isinstance(block, Paragraph) else block.caption
        for block in blocks
        if isinstance(block, Paragraph | Figure)
    )
    return texts if len(texts) == len(blocks) else ()


def part_origins(article: Article) -> Parted:
    """The blocks without what a learned journal prints at the foot of an article's first page.

    收稿日期, 基金项目 and 作者简介 stand there under a rule; in the text of the page they come
    between two paragraphs, of a section that they have nothing to do with. A biography alone
    may as well be of somebody whom the text is about, unless there is an abstract.
    """
    blocks = article.blocks
    learned = any(_has_role(block, Role.ABSTRACT) for block in article.front)
    run: list[Paragraph] = []
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.role in _ORIGINS:
            run.append(block)
        elif run:
            start = at - len(run)
            told = any(_tells(one) or (learned and _has_role(one, Role.BIOGRAPHY)) for one in run)
            if (start or learned) and told and not any(map(_has_notes, run)):
                return Parted((*blocks[:start], *blocks[at:]), tuple(run))
            run = []
    return Parted(blocks, ())


def _has_role(block: Block, role: Role) -> bool:
    return isinstance(block, Paragraph) and block.role is role


def _tells(block: Paragraph) -> bool:
    """True of what only a learned journal says of an article."""
    return block.role is Role.FUNDING or bool(_RECEIVED.match(block.text.value))


def _has_notes(block: Paragraph) -> bool:
    """A footnote cannot hang on what is itself at the foot of the page."""
    return any(mark.kind is MarkKind.NOTE_REF for mark in block.text.marks)
