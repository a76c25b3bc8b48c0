"""Characters that OCR has read on both sides of the end of a line, told by the line they overfill.

In hard-wrapped text a full line holds as many characters as any other. Where one holds a few more,
and these stand at its end and begin the next line as well, or the other way round, the page has
them once: 一排 | 排饮水龙头…… in a line of one character more than its measure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import is_han, width
from converter.parse.context import Context
from converter.segment.units import indent_of, is_indented
from converter.source import Line

_MOST = 4
"""The most characters that are read twice."""
_LINES, _RARE = 40, 20
"""Full lines that tell how many characters each has; of so many at most one may have more."""
_INDENT = 2.0
"""Em of an indent that OCR has lost: first lines are by so much shorter."""
_EXACT = 0.1
_LONGEST = 64
"""Characters of the longest printed line."""
_NARROW = re.compile("[\x00-\x7f]")
"""Letters and digits of other widths than a character has."""


def without_doubled(lines: Sequence[Line], context: Context) -> list[Line]:
    """The lines without what overfills one of them and stands in the one beside it as well."""
    sizes = [_size(line) for line in lines]
    # Marks may hang over the end of a line.
    counts = Counter(size for line, size in zip(lines, sizes, strict=True) if _ends_plain(line))
    full = _full(counts)
    if not full:
        return list(lines)
    first = full - _INDENT if counts[full - _INDENT] >= _RARE else full
    made = list(lines)
    for above, below in _neighbours(lines):
        for at, other in ((below, above), (above, below)):
            count = round(sizes[at] - full) if _ends_plain(lines[at]) else 0
            if not 0 < count <= _MOST or abs(sizes[at] - full - count) > _EXACT:
                continue
            text = _once(made[above], made[below], count) if sizes[other] <= full + 1 else ""
            ends = sizes[above] > full - _EXACT or abs(sizes[above] - first) < _EXACT
            if not text or not ends:
                continue
            kept = made[at].text[count:] if at == below else made[at].text.rstrip()[:-count]
            made[at] = made[at]._replace(text=kept)
            context.ledger.drop(made[at].number, text, "duplicate")
            context.ledger.doubt("HEA001", Span(made[above].number, made[below].number), text=text)
            break
    return made


def _once(above: Line, below: Line, count: int) -> str:
    """So many characters that end one line and begin the next, "" if they differ."""
    head, tail = below.text[:count], above.text.rstrip()[-count:]
    return head if head == tail and all(map(is_han, head)) else ""


def _size(line: Line) -> float:
    """The width of a line with its indent; 0 for one with characters of other widths."""
    text = line.text.strip()
    if not 0 < len(text) <= _LONGEST or _NARROW.search(text) or not text.isprintable():
        return 0.0
    return width(text) + indent_of(line.text)


def _ends_plain(line: Line) -> bool:
    return is_han(line.text.rstrip()[-1:])


def _full(sizes: Mapping[float, int]) -> float:
    """The em of a full line, 0 unless nearly all long lines are as long or shorter.

    ``sizes`` tells how many lines there are of each.
    """
    counts = {size: count for size, count in sizes.items() if size}
    full, times = max(counts.items(), key=lambda item: item[1], default=(0.0, 0))
    over = sum(count for size, count in counts.items() if size > full + _EXACT)
    return full if times >= _LINES and over * _RARE <= times else 0.0


def _neighbours(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The places of each line and of the next with a text that goes on flush."""
    above = -1
    for at, line in enumerate(lines):
        if line.blank:
            continue
        if above >= 0 and not is_indented(line) and line.text[:1].strip():
            yield above, at
        above = at
