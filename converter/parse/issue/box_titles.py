"""Whether the one name over a box is what the magazine calls such boxes, or its own title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.model import Article, Block, Box, Text
from converter.values import replace

_WORDS = re.compile("的|^[一两兩三]")
"""书包的重量, 一张课程表: words that say what is told below, as no name of a column does."""
_NAME = 5
"""Characters from which on a name that comes once is a title."""


def title_single_boxes(
    articles: Sequence[Article], labels: Collection[str]
) -> tuple[Article, ...]:
    """The articles with titles for the names of boxes that stand in the issue once, and say something.

    ``labels`` are those that many magazines have.
    """
    boxes = [block for article in articles for block in article.blocks if isinstance(block, Box)]
    counts = Counter(box.label for box in boxes)
    single = {
        label
        for label, times in counts.items()
        if times == 1 and label not in labels and (len(label) >= _NAME or _WORDS.search(label))
    }
    if not single:
        return tuple(articles)
    return tuple(replace(one, blocks=tuple(_titled(one.blocks, single))) for one in articles)


def _titled(blocks: Iterable[Block], single: Collection[str]) -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Box) and block.label in single and block.title is None:
            yield replace(block, label="", title=Text(block.label))
        else:
            yield block
