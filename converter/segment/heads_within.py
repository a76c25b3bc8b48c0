"""Running heads without a folio, below a box that ends its page: 封面报道 Cover Story over the rest of a text.

The same line is told on other pages, where a folio stands beside it or a sentence is cut by it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence

from converter import patterns as re
from converter.hanzi import HAN, key, width
from converter.segment.units.grid import is_indented
from converter.source import Line

_TOLD = 2
"""On so many other pages at least a line is told."""
_LINES, _TEXT = 2, 12
"""The fewest lines of text right below such a head, and the least em of the first of them: no title and no byline."""
_TWICE = re.compile(rf"^[{HAN}]{{2,8}}\s+[A-Z][A-Za-z&' ]{{2,28}}$")
"""A name in two languages, which is no heading of a text."""


def heads_within(
    lines: Sequence[Line], keep: Container[str], reasons: Mapping[int, str]
) -> Iterator[int]:
    """The places of such lines; ``keep`` are the keys of labels, ``reasons`` those of all that is told."""
    told = Counter(
        line.text.strip() for line in lines if reasons.get(line.number) == "running-head"
    )
    for at in range(1, len(lines) - 1):
        line = lines[at]
        text = line.text.strip()
        if told[text] < _TOLD or line.number in reasons or _TWICE.match(text) is None:
            continue
        apart = lines[at - 1].blank and lines[at + 1].blank and key(text) not in keep
        if apart and _is_over_text(lines, at + 1):
            yield at


def _is_over_text(lines: Sequence[Line], at: int) -> bool:
    """True if several lines stand below a blank one, of which the first is flush and as long as text is."""
    while at < len(lines) and lines[at].blank:
        at += 1
    block = lines[at : at + _LINES]
    if len(block) < _LINES or any(line.blank for line in block):
        return False
    return width(block[0].text.strip()) >= _TEXT and not is_indented(block[0])
