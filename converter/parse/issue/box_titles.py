"""Whether the one name over a box is what the magazine calls such boxes, or its own title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from converter import patterns as re
from converter.hanzi import HAN
from converter.model import Article, Block, Box, Text
from converter.parse.labels import names_box
from converter.values import replace

_WORDS = re.compile("的|^[一两兩三]")
"""书包的重量, 一张课程表: words that say what is told below, as no name of a column does."""
_ASKS = re.compile("怎[么麼样樣]|如何|[为為]什[么麼]|什[么麼](?!都)|[为為]何")
"""怎样挑藕: so begins or goes on what the text below answers."""
_NAME, _QUESTION = 5, 4
"""Characters of such words, at least, and of such a question."""
_CHOSEN = re.compile(
    rf"^(?![本编編])[{HAN}](?:[ \u3000]?[{HAN}]){{1,3}}(?:[辑輯]$|(?:[摘荐薦]|[编編摘]?[译譯])自)"
)
"""某某辑, 某某摘自《某某》: who chose a piece, which has a title as all pieces have."""


def title_single_boxes(articles: Sequence[Article], labels: Collection[str]) -> tuple[Article, ...]:
    """The articles with titles for the names of boxes that stand in the issue once, and say something.

    So have pieces that somebody chose. ``labels`` are those that many magazines have.
    """
    boxes = [block for article in articles for block in article.blocks if isinstance(block, Box)]
    counts = Counter(box.label for box in boxes)
    chosen = {box.label for box in boxes if _is_chosen(box)}
    single = {
        label
        for label, times in counts.items()
        if times == 1 and label not in labels and (_says_something(label) or label in chosen)
    }
    if not single:
        return tuple(articles)
    return tuple(replace(one, blocks=tuple(_titled(one.blocks, single))) for one in articles)


def _says_something(label: str) -> bool:
    """True for words that tell of the text below, and not of what kind it is (知道多一点)."""
    asks = len(label) >= _QUESTION and _ASKS.search(label) is not None
    says = len(label) >= _NAME and _WORDS.search(label) is not None
    return (asks or says) and not names_box(label)


def _is_chosen(box: Box) -> bool:
    """True for a box that tells who chose it, under a name of no kind of box."""
    told = box.attribution is not None and _CHOSEN.match(box.attribution.text.value)
    return bool(told) and not names_box(box.label)


def _titled(blocks: Iterable[Block], single: Collection[str]) -> Iterable[Block]:
    for block in blocks:
        if isinstance(block, Box) and block.label in single and block.title is None:
            yield replace(block, label="", title=Text(block.label))
        else:
            yield block
