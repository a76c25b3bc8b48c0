"""The numbers of sources in a text, raised as they are in print: 上升[1]，交换[3](P108).

OCR puts them on the line. GB/T 7714-2015, §10.1: the number stands raised in square brackets
where the source is cited, and the pages raised behind it; not so where it is read as a word
of the sentence (文献[2]认为). From each number a link leads to its source, and one back from
there to where it is cited first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from converter import patterns as re
from converter.model import Article, Block, Box, Mark, MarkKind, Paragraph, Role, Text
from converter.values import replace

_SOURCE = re.compile(r"\s*(?P<mark>[\[［](\d{1,3})[\]］])")
_CITED = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：”」』》）、%％℃A-Za-z\d])"
    r"(?P<mark>[\[［](?P<numbers>\d{1,3}(?:[-–—~～,，、]\s?\d{1,3}){0,9})[\]］])"
    r"(?:[(（]\s?[Pp]{0,2}\.?\s?\d{1,4}(?:[-–—~～]\d{1,4})?[)）])?"
)
_WORD = re.compile(r"(?:[文献獻见参參]{2}|[见見])$")
"""What the number of a source is a word of the sentence behind."""
_HOLDING = frozenset({MarkKind.LINK, MarkKind.NOTE_REF, MarkKind.SUP, MarkKind.SUB})


class Within(str):
    """The target of a link within its article: no model that is read has one."""

    __slots__ = ()

    @property
    def back(self) -> bool:
        """Whether the link leads from a source to where it is cited."""
        return self.startswith("cited")

    @property
    def opposite(self) -> Within:
        """The target that stands where this one's link does."""
        return Within(f"{'source' if self.back else 'cited'}-{self.partition('-')[2]}")


def with_citations(article: Article) -> Article:
    """The article with the numbers of sources that it lists raised, and linked both ways."""
    count = Counter(_listed((*article.blocks, *article.back)))
    if not count:
        return article
    numbers = _Numbers(count)
    blocks = tuple(numbers.cited(block) for block in article.blocks)
    return replace(
        article,
        blocks=tuple(numbers.source(block) for block in blocks),
        back=tuple(numbers.source(block) for block in article.back),
    )


def _listed(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.REFERENCE:
            hit = _SOURCE.match(block.text.value)
            if hit is not None:
                yield int(hit[2])


class _Numbers:
    """The numbers that an article lists, how often each, and which of them its text has."""

    def __init__(self, listed: Counter[int]) -> None:
        self._listed = listed
        self._cited: set[int] = set()

    def cited(self, block: Block) -> Block:
        """A block of the text, with the numbers in it raised and linked."""
        match block:
            case Paragraph() if block.role is not Role.REFERENCE:
                return replace(block, text=self._raised(block.text))
            case Box():
                return replace(block, blocks=tuple(self.cited(inner) for inner in block.blocks))
            case _:
                return block

    def source(self, block: Block) -> Block:
        """An entry of the list, with a link to where it is cited."""
        if not isinstance(block, Paragraph) or block.role is not Role.REFERENCE:
            return block
        hit = _SOURCE.match(block.text.value)
        if hit is None or int(hit[2]) not in self._cited or _taken(block.text, *hit.span("mark")):
            return block
        link = Mark(MarkKind.LINK, *hit.span("mark"), Within(f"cited-{int(hit[2])}"))
        return replace(block, text=Text(block.text.value, (*block.text.marks, link)))

    def _raised(self, text: Text) -> Text:
        if "[" not in text.value and "［" not in text.value:
            return text
        found: list[Mark] = []
        for hit in _CITED.finditer(text.value):
            numbers = [int(number) for number in re.findall(r"\d+", hit["numbers"])]
            if all(one in self._listed for one in numbers) and not _taken(text, *hit.span()):
                if not _WORD.search(text.value[: hit.start()][-2:]):
                    found.append(Mark(MarkKind.SUP, *hit.span()))
                found += self._links(hit, one=len(numbers) == 1)
        return Text(text.value, (*text.marks, *found)) if found else text

    def _links(self, hit: re.Match[str], *, one: bool) -> Iterator[Mark]:
        """A link for each number, in its brackets if it is ``one``; of two lists, for none."""
        for number in re.finditer(r"\d+", hit["numbers"]):
            if self._listed[int(number[0])] == 1:
                self._cited.add(int(number[0]))
                start, end = number.span()
                span = (start + hit.start("numbers"), end + hit.start("numbers"))
                target = Within(f"source-{int(number[0])}")
                yield Mark(MarkKind.LINK, *(hit.span("mark") if one else span), target)


def _taken(text: Text, start: int, end: int) -> bool:
    return any(_is_in_the_way(mark, start, end) for mark in text.marks)


def _is_in_the_way(mark: Mark, start: int, end: int) -> bool:
    """True for a mark that overlaps the number or makes something else of it."""
    apart = mark.end <= start or end <= mark.start
    around = mark.start <= start and end <= mark.end and mark.kind not in _HOLDING
    return not (apart or around)
