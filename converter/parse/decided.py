"""What an editor has decided about an issue as a whole: titles, and where boxes belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.hanzi import key
from converter.model import Article, Block, Box, Paragraph
from converter.parse.context import Decisions
from converter.segment import Pages
from converter.values import replace


def titles_of(decisions: Decisions) -> dict[int, bool]:
    """Lines that begin an article, or do not: a decided heading is no title."""
    found = {line: False for line, level in decisions.headings.items() if level}
    return {**found, **decisions.titles}


def own_sections(
    articles: list[Article],
    kickers: Sequence[Sequence[str]],
    names: tuple[str, ...],
    known: Sequence[str],
) -> tuple[str, ...]:
    """Give articles the sections that stand above their titles and not in the contents.

    ``kickers`` are the lines above each title, ``names`` the sections of the contents and
    ``known`` those that the profile lists. The title of a column is that of its section.
    Returns all names that ``Article.section`` now
    indexes.
    """
    by_key = {key(name): name for name in (*known, *names)}
    found = list(names)
    for index, article in enumerate(articles):
        if article.section >= 0:
            continue
        over = (*kickers[index], "".join(line.value for line in article.title))
        name = next((by_key[key(text)] for text in over if key(text) in by_key), "")
        if not name:
            continue
        if name not in found:
            found.append(name)
        articles[index] = replace(article, section=found.index(name))
    return tuple(found)


def paper_sections(
    articles: list[Article], names: tuple[str, ...], pages: Pages
) -> tuple[str, ...]:
    """Give the articles of a newspaper the sections that the heads of their pages name.

    Returns all names that ``Article.section`` now indexes; ``names`` are those before.
    """
    found = list(names)
    for index, article in enumerate(articles):
        head = pages.at(article.spans[0].first) if article.spans else None
        if article.section >= 0 or head is None or not head.name:
            continue
        if head.name not in found:
            found.append(head.name)
        articles[index] = replace(article, section=found.index(head.name))
    return tuple(found)


def place_boxes(articles: Sequence[Article], places: Mapping[int, int]) -> list[Article]:
    """Put each decided box right after the paragraph that holds the given line.

    ``places`` maps the first line of a box to a line of its paragraph. A box whose
    paragraph is not found stays where it is.
    """
    out = list(articles)
    for start, line in places.items():
        home = _find(out, line)
        found = next(
            (
                (at, block)
                for at, article in enumerate(out)
                for block in article.blocks
                if isinstance(block, Box) and block.spans and block.spans[0].first == start
            ),
            None,
        )
        if home is None or found is None:
            continue
        at, box = found
        rest = tuple(block for block in out[at].blocks if block is not box)
        out[at] = replace(out[at], blocks=rest)
        index, paragraph = home
        moved = replace(box, anchor=paragraph.id, anchor_offset=-1)
        out[index] = replace(out[index], blocks=_after(out[index].blocks, paragraph, moved))
    return out


def _find(articles: Sequence[Article], line: int) -> tuple[int, Paragraph] | None:
    """The article (by its index) and the paragraph that hold a line."""
    for at, article in enumerate(articles):
        for block in article.blocks:
            if isinstance(block, Paragraph) and any(s.first <= line <= s.last for s in block.spans):
                return at, block
    return None


def _after(blocks: tuple[Block, ...], paragraph: Paragraph, box: Box) -> tuple[Block, ...]:
    """The blocks with the box after the paragraph and the boxes that it has already."""
    at = next(i for i, block in enumerate(blocks) if block is paragraph) + 1
    while at < len(blocks):
        block = blocks[at]
        if not isinstance(block, Box) or block.anchor != paragraph.id:
            break
        at += 1
    return (*blocks[:at], box, *blocks[at:])
