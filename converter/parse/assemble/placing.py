"""Where pictures and pull quotes stand that would otherwise close an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import is_han
from converter.model import Block, Figure, Heading, Paragraph, PullQuote, Role
from converter.model.walk import block_texts
from converter.parse.tables import is_figure

_RUNNING = (Role.BODY, Role.QUESTION, Role.ANSWER)
_ITEMS = 3
"""So many headings make short pieces of an article, each about something of its own."""
_WORD = 3
"""Characters that two texts share by no accident."""


def placed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an article, whose last words are those of its text.

    What the page had set into the last paragraph stands above it, and a picture below the last of
    several short pieces beside the one that it shows.
    """
    return _above_last(_beside_piece(list(blocks)))


def _above_last(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with pictures and pull quotes that interrupt the last paragraph above it.

    So do captions below it that have no number by which the text could speak of them.
    """
    last = max((at for at, one in enumerate(blocks) if _is_text(one)), default=-1)
    if last < 0:
        return list(blocks)
    lines = blocks[last].spans
    within = [
        one
        for one in blocks[last + 1 :]
        if isinstance(one, Figure | PullQuote)
        and one.spans
        and (lines[0].last < one.spans[0].first < lines[-1].first or _is_plain(one))
    ]
    if not within or not last or _leads(blocks[last - 1]):
        return list(blocks)
    rest = [one for one in blocks[last + 1 :] if one not in within]
    return [*blocks[:last], *within, blocks[last], *rest]


def _is_plain(block: Block) -> bool:
    return isinstance(block, Figure) and not is_figure(block.caption.value)


def _is_text(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.role in _RUNNING


def _leads(block: Block) -> bool:
    """True for what is not parted from the paragraph below it."""
    asks = isinstance(block, Paragraph) and block.role is Role.QUESTION
    return asks or isinstance(block, Heading)


def _beside_piece(blocks: list[Block]) -> list[Block]:
    """The blocks with a picture at their end below the piece whose words its caption has."""
    heads = [at for at, one in enumerate(blocks) if isinstance(one, Heading)]
    if len(heads) < _ITEMS or not isinstance(blocks[-1], Figure):
        return blocks
    figure = blocks[-1]
    ends = [*heads[1:], len(blocks) - 1]
    words = [_words(blocks[start:end]) for start, end in zip(heads, ends, strict=True)]
    shown, _, credit = figure.caption.value.rpartition("。")  # 芦花荡里的白鹭。某某供图
    said = frozenset(_runs(shown or credit))
    own = [
        len(said & word - set().union(*(other for other in words if other is not word)))
        for word in words
    ]
    best = max(range(len(own)), key=own.__getitem__)
    if best == len(own) - 1 or not own[best] or own.count(own[best]) > 1:
        return blocks
    passed = (one for one in blocks[ends[best] : -1] if isinstance(one, Figure))
    if is_figure(figure.caption.value) and any(is_figure(one.caption.value) for one in passed):
        return blocks  # 图2 stands below 图1
    return [*blocks[: ends[best]], figure, *blocks[ends[best] : -1]]


def _words(blocks: Sequence[Block]) -> frozenset[str]:
    """All runs of so many characters in some blocks."""
    return frozenset(
        word for block in blocks for text in block_texts(block) for word in _runs(text.value)
    )


def _runs(text: str) -> Iterator[str]:
    for at in range(len(text) - _WORD + 1):
        word = text[at : at + _WORD]
        if all(map(is_han, word)):
            yield word
