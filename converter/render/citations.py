"""The numbers of sources in a text, raised as they are in print: 上升[1]，交换[3](P108).

OCR puts them on the line. GB/T 7714-2015, §10.1: the number stands raised in square brackets
where the source is cited, and the pages raised behind it; not so where it is read as a word
of the sentence (文献[2]认为).
"""

from __future__ import annotations

from collections.abc import Iterator

from converter import patterns as re
from converter.model import Article, Block, Box, Mark, MarkKind, Paragraph, Role, Text
from converter.values import replace

_SOURCE = re.compile(r"\s*[\[［](\d{1,3})[\]］]")
_CITED = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：”」』》）、%％℃A-Za-z\d])(?<![文献獻见見参參]{2})(?<!见)(?<!見)"
    r"[\[［](?P<numbers>\d{1,3}(?:[-–—~～,，、]\s?\d{1,3}){0,9})[\]］]"
    r"(?:[(（]\s?[Pp]{0,2}\.?\s?\d{1,4}(?:[-–—~～]\d{1,4})?[)）])?"
)
_HOLDING = frozenset({MarkKind.LINK, MarkKind.NOTE_REF, MarkKind.SUP, MarkKind.SUB})


def with_raised_numbers(article: Article) -> Article:
    """The article with the numbers of sources that it lists raised in its paragraphs."""
    listed = frozenset(_listed((*article.blocks, *article.back)))
    if not listed:
        return article
    blocks = tuple(_block(block, listed) for block in article.blocks)
    return replace(article, blocks=blocks)


def _listed(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.REFERENCE:
            hit = _SOURCE.match(block.text.value)
            if hit is not None:
                yield int(hit[1])


def _block(block: Block, listed: frozenset[int]) -> Block:
    match block:
        case Paragraph() if block.role is not Role.REFERENCE:
            return replace(block, text=_raised(block.text, listed))
        case Box():
            return replace(block, blocks=tuple(_block(inner, listed) for inner in block.blocks))
        case _:
            return block


def _raised(text: Text, listed: frozenset[int]) -> Text:
    if "[" not in text.value and "［" not in text.value:
        return text
    found = [
        Mark(MarkKind.SUP, *hit.span())
        for hit in _CITED.finditer(text.value)
        if listed.issuperset(map(int, re.findall(r"\d+", hit["numbers"])))
        and not any(_is_in_the_way(mark, *hit.span()) for mark in text.marks)
    ]
    return Text(text.value, (*text.marks, *found)) if found else text


def _is_in_the_way(mark: Mark, start: int, end: int) -> bool:
    """True for a mark that overlaps the number or makes something else of it."""
    apart = mark.end <= start or end <= mark.start
    around = mark.start <= start and end <= mark.end and mark.kind not in _HOLDING
    return not (apart or around)
