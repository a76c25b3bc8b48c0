"""Blank lines that OCR has left out everywhere though each line is a paragraph.

Those who look for what stands apart (pull quotes, boxes, headings) would find nothing. In text that is
not wrapped a line is a paragraph, and so each stands apart: as if there were a blank line between all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import ends_sentence, width
from converter.segment.markup import CodeLine, TableLine
from converter.segment.units.grid import measure_of
from converter.source import Line

_LONG, _BRIEF = 30.0, 18.0
"""Em of a line of running text at least, and of a line of verse at most."""
_FEWEST, _ENDED, _APART = 8, 0.4, 0.05
"""So many long lines are no chance; the part of them that end a sentence at least, as paragraphs do, and
the part of all that stand beside blank lines at most, as those around verse do."""
_SOURCE = re.compile("^(?:——|[摘选選引][自编編录錄])")
"""A source, which may take two lines."""
_ITEM = re.compile(r"^[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[A-H])[）)、.．]")


def parted_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The numbers of the lines that stand apart from the one above although no blank one parts them."""
    long = [line for line in lines if width(line.text.strip()) >= _LONG]
    if len(long) < _FEWEST or sum(ends_sentence(one.text) for one in long) < _ENDED * len(long):
        return frozenset()
    own = {line.number for line in long}
    beside = sum(
        below.number in own if above.blank else above.number in own
        for above, below in pairwise(lines)
        if above.blank is not below.blank
    )
    # Nothing of this where lines are those of print, of which blank lines or indents part paragraphs.
    if beside > _APART * len(long) or measure_of([line for line in lines if not line.blank]):
        return frozenset()
    return frozenset(number for block in _blocks(lines) for number in _parted(block))


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between blank ones; what is short there is as the blank lines say, and left out."""
    block: list[Line] = []
    first = True
    for line in (*lines, Line(0, "")):
        if not line.blank:
            block.append(line)
            continue
        if first or any(width(one.text.strip()) >= _LONG for one in block):
            yield block
        block, first = [], False


def _parted(block: Sequence[Line]) -> Iterator[int]:
    """The numbers of those of some lines that stand apart: not those of a table, verse, list or source."""
    texts = [line.text.strip() for line in block]
    short = [width(text) <= _BRIEF for text in texts]
    brief = [one and not ends_sentence(text) for one, text in zip(short, texts, strict=True)]
    for at in range(1, len(block)):
        above, below = block[at - 1], block[at]
        if isinstance(below, TableLine | CodeLine) and isinstance(above, type(below)):
            continue
        near = brief[max(0, at - 2) : at - 1] + brief[at + 1 : at + 2] * brief[at]
        if brief[at - 1] and short[at] and any(near):
            continue
        listed = texts[at - 1].endswith(("；", ";")) and _ITEM.match(texts[at])
        sourced = _SOURCE.match(texts[at - 1]) and texts[at].startswith("《")
        if not (listed or sourced):
            yield below.number
