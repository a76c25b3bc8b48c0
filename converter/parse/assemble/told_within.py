"""Boxes of one paragraph that tells whence it is in its own last brackets, under a name in no list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.parse.assemble.outline import Outline
from converter.parse.boxes import BoxStart
from converter.segment import Unit

_NAME, _PARAGRAPH = 8, 24
"""Em of a name at the most, and of a paragraph at the least."""
_SOURCE = re.compile(
    r"[。！？”]（(?:(?:资料|資料)?(?:来源|來源)[：:]|摘自|选自|選自|摘编自|摘編自)[^（）。]{2,40}）$"
)


def find_told_within(outline: Outline) -> None:
    """守渠人语 over ……。（来源：《某手册》) between paragraphs of an article that has no other such line.

    At the end of an article the brackets tell whence all of it is.
    """
    units = outline.units
    if outline.context.digest:
        return
    told = [at for at in range(2, len(units) - 1) if _SOURCE.search(units[at].text[-60:])]
    if len(told) != 1:
        return
    at = told[0] - 1
    if not _names(outline, at) or any(other != at for other in _like(outline)):
        return
    if _is_whole(units[at - 1]) and _is_whole(units[at + 2]):
        outline.starts[at] = BoxStart(units[at].text.strip(), "", own_line=True)
        outline.points[at] = units[at + 1].last


def _names(outline: Outline, at: int) -> bool:
    text = outline.units[at].text
    free = outline.is_free(at, _NAME) and not outline.is_decided(at)
    return free and width(text) <= _NAME and all(map(is_han, text)) and outline.numbers[at] is None


def _like(outline: Outline) -> Iterator[int]:
    """The other short lines over paragraphs, which are headings as it may be."""
    units: Sequence[Unit] = outline.units
    for at in range(len(units) - 1):
        text = units[at].text
        short = width(text) <= _PARAGRAPH and is_han(text[-1]) and outline.numbers[at] is None
        if short and outline.starts[at] is None and _is_whole(units[at + 1]):
            yield at


def _is_whole(unit: Unit) -> bool:
    return width(unit.text) >= _PARAGRAPH and (
        ends_sentence(unit.text) or _SOURCE.search(unit.text[-60:]) is not None
    )
