"""Texts set in from both edges of a column, as a box is: all of their lines have an indent.

余某，一九六三年生于 | 　　某渡，初中毕业后: the first line of each paragraph has two em more than the
others. Without what all of them have they are lines like those of any column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.hanzi import is_han, width
from converter.segment.units.unit import INDENT, indent_of
from converter.source import Line

_LINES, _WITHIN = 3, 2
"""Lines of the shortest such text, and how many of them break off within a word or a clause at least."""
_NARROWEST = 14.0
"""Em of the narrowest measure of such a text with its indent; verse is shorter."""
_MOST = 6.0
"""Em of the indent of such a line; what has more stands in the middle, as the name of a box."""
_EVEN = 1.0
"""Em by which indents, and the ends of full lines, differ."""
_BLANKS = " \t\u3000\u2003\u00a0"


def with_blocks_flush(lines: Sequence[Line]) -> list[Line]:
    """The lines, those of such texts without the indent that all of them have."""
    made = list(lines)
    at = 0
    while at < len(lines):
        end = _end(lines, at)
        if end - at >= _LINES and _is_block(lines[at:end]):
            inner = min(indent_of(line.text) for line in lines[at:end])
            for place in range(at, end):
                line = lines[place]
                made[place] = line._replace(text=_dedented(line.text, inner))
        at = max(end, at + 1)
    return made


def _end(lines: Sequence[Line], at: int) -> int:
    """The end of the indented lines from one on that no blank line parts, nor one in the middle of the column."""
    end = at
    while end < len(lines) and INDENT <= indent_of(lines[end].text) <= _MOST:
        if lines[end].blank:
            break
        end += 1
    return end


def _is_block(lines: Sequence[Line]) -> bool:
    """True for paragraphs whose first lines have two em more, and whose others fill one measure."""
    indents = [indent_of(line.text) for line in lines]
    inner = min(indents)
    first = [abs(indent - inner - INDENT) <= _EVEN / 2 for indent in indents]
    even = all(
        head or indent - inner <= _EVEN / 2 for head, indent in zip(first, indents, strict=True)
    )
    if not (first[0] and even) or 2 * sum(first) >= len(lines):
        return False
    texts = [line.text.strip() for line in lines]
    ends = [
        indents[at] + width(text)
        for at, (text, below) in enumerate(pairwise(texts))
        if not first[at + 1] and is_han(text[-1]) and is_han(below[0])
    ]
    if len(ends) < _WITHIN or min(ends) < _NARROWEST or max(ends) - min(ends) > _EVEN:
        return False
    return any("，" in text or "。" in text for text in texts)


def _dedented(text: str, inner: float) -> str:
    """A line without so many em of the blanks before it."""
    at = 0
    while at < len(text) and text[at] in _BLANKS and indent_of(text[: at + 1] + "文") <= inner:
        at += 1
    return text[at:]
