"""Pages whose columns were read in the wrong order, the right one before the left.

A layout engine that takes a page for one of four blocks may begin in the middle of it. Then
the page opens with the rest of a sentence that breaks off further below, and what carries
the page before on stands in its middle; or headings that count begin there with the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.diagnostics import Span
from converter.hanzi import CIRCLED, ends_sentence, is_han, number, width
from converter.parse.boxes import is_attribution
from converter.parse.captions import describes_picture, is_unnumbered_caption
from converter.parse.context import Context
from converter.parse.grams import Trigrams
from converter.parse.headings import is_heading_text, numbering
from converter.parse.kinds import is_credit, labelled
from converter.parse.seam import goes_on
from converter.segment import Unit
from converter.segment.units import DAY

_LIKELY, _REACH = 1.5, 6
"""The log odds from which the end of a page goes on at its top, rather than in so many units
below it."""
_CLEARLY = 2.5
"""By how much more so than in one of those that would be likely by itself."""
_NO_WORSE = 3.0
"""By how much worse the page before may seem to go on in the middle of the page than at its top."""
_MARKED, _UNLIKE = 2.0, 4.0
"""What a note or a caption between two columns says, and what columns of unlike length say."""
_BROKEN = 16
"""The least em of a text that may break off, and of a line of text."""
_MOST = 60
"""Units of a page."""
_TAIL = 400
_LEAST_HEADINGS = 3
_VALUES = re.compile(
    r"(?:(?P<month>[一二三四五六七八九十\d]{1,3})\s*月\s*)?(?P<n>[一二三四五六七八九十百\d]{1,4})\s*\D?$"
)


def turn_columns(parts: Sequence[list[Unit]], context: Context) -> None:
    """Put the columns of such pages into their order (changes ``parts``).

    ``parts`` are the units before the first article and those of each article's body.
    """
    if context.paper.heads:
        return  # the articles of a newspaper's page are sorted out by themselves
    for units in parts[1:]:
        for begin, end in list(_pages(units, context.pages)):
            cut = _by_headings(units, begin, end)
            if cut is None and begin:
                cut = _by_sentences(units, begin, end, context.trigrams)
            if cut is not None:
                _turn(units, begin, cut, end, context)


def _turn(units: list[Unit], begin: int, cut: int, end: int, context: Context) -> None:
    """Move the second column of a page before the first one."""
    first, second = units[begin], units[cut]
    if first.first in context.pages:
        context.pages[second.first] = context.pages.pop(first.first)
    lines = Span(min(first.first, second.first), units[end - 1].last)
    context.ledger.doubt("ART007", lines, text=second.text[:12])
    moved = [second._replace(gap=True), *units[cut + 1 : end], *units[begin:cut]]
    units[begin:end] = moved


def _pages(units: Sequence[Unit], pages: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The units of an article that stand on one page each: first and end."""
    known = frozenset(pages)
    begins = [at for at, unit in enumerate(units) if not at or unit.first in known]
    for begin, end in pairwise([*begins, len(units)]):
        if 1 < end - begin <= _MOST:
            yield begin, end


# -- by what carries a sentence on ---------------------------------------------------


def _by_sentences(units: Sequence[Unit], begin: int, end: int, trigrams: Trigrams) -> int | None:
    """Where the second column begins with what the page before breaks off in.

    The page must end with a broken sentence, above a heading or the end, that goes on at its
    top. Where the columns part the words may tell, the notes at a column's foot or the
    caption at its head, and that two columns are of one length.
    """
    before, last = _text_above(units, begin), _text_above(units, end)
    first = _text_below(units, begin, end)
    if before is None or last is None or first is None or last <= first:
        return None
    if not (_breaks_off(units[before]) and _breaks_off(units[last])):
        return None
    if end < len(units) and not _is_apart(units[end]):
        return None
    tail, start = units[before].text[-_TAIL:], units[first].text
    if is_han(start[0]) and tail.rstrip()[-1] == start[0]:
        return None  # OCR has read the character at the seam twice: the page goes on so
    broken = units[last].text[-_TAIL:]
    below = [unit.text for unit in units[end : end + _REACH] if not _is_apart(unit)]
    behind = [goes_on(broken, text, trigrams) for text in below]
    # What carries the sentence on well enough below a box needs no column to be turned.
    needed = (one + (_CLEARLY if one >= _LIKELY else 1.0) for one in behind)
    if goes_on(broken, start, trigrams) < max([_LIKELY, *needed]):
        return None
    now = goes_on(tail, start, trigrams)
    sizes = [width(unit.text) for unit in units[begin:end]]
    best, found = now - _NO_WORSE, None
    for cut in range(first + 1, last + 1):
        other, above = _text_below(units, cut, end), _text_above(units, cut)
        if other is None or above is None or other > last or _breaks_off(units[above]):
            continue
        if _is_set_below(units[cut]) or _count_on(units[begin:cut], units[cut:end]):
            continue  # a note belongs to the column above it
        if is_heading_text(units[cut - 1].text) and numbering(units[cut - 1].text) is not None:
            continue  # and a heading over what is below it
        score = goes_on(tail, units[other].text, trigrams)
        score += _MARKED * (_is_set_in(units[cut - 1]) or _is_set_in(units[cut]))
        score -= _UNLIKE * abs(2 * sum(sizes[: cut - begin]) / sum(sizes) - 1)
        if score > best:
            best, found = score, cut
    return found


def _count_on(above: Sequence[Unit], below: Sequence[Unit]) -> bool:
    """True if headings below go on with the numbers of those above: 2.2 and 2.3."""
    last: dict[str, int] = {}
    for unit in above:
        if (one := numbering(unit.text)) is not None and is_heading_text(unit.text):
            last[one.kind] = one.value
    firsts = (numbering(unit.text) for unit in below if is_heading_text(unit.text))
    return any(
        one is not None and one.kind in last and one.value == last[one.kind] + 1 for one in firsts
    )


def _text_above(units: Sequence[Unit], end: int) -> int | None:
    """The last unit of running text before a place."""
    reach = range(end - 1, max(-1, end - 1 - _MOST), -1)
    return next((at for at in reach if not _is_set_in(units[at])), None)


def _text_below(units: Sequence[Unit], begin: int, end: int) -> int | None:
    """The first unit of running text from a place on; ``None`` for a heading."""
    at = next((at for at in range(begin, end) if not _is_set_in(units[at])), None)
    return None if at is None or _is_apart(units[at]) else at


def _is_set_below(unit: Unit) -> bool:
    """True for a note at the foot of a column."""
    return unit.text[0] in CIRCLED


def _is_set_in(unit: Unit) -> bool:
    """True for what stands beside the text: a note, a caption."""
    text = unit.text
    return (
        _is_set_below(unit)
        or unit.pictured
        or is_unnumbered_caption(text)
        or describes_picture(text) > 0
    )


def _is_apart(unit: Unit) -> bool:
    """True for what carries no sentence on: a heading, who made the page."""
    text = unit.text
    if unit.markup_level or labelled(text) is not None:
        return True
    return width(text) < _BROKEN and is_han(text[-1])


def _breaks_off(unit: Unit) -> bool:
    text = unit.text.rstrip()
    return (
        width(text) >= _BROKEN
        and not ends_sentence(text)
        and (is_han(text[-1]) or text[-1] in "，、")
        and not _is_apart(unit)
        and not unit.markup_level
        and not is_attribution(text)  # whence a box is
    )


# -- by the numbers of headings -------------------------------------------------------


def _by_headings(units: Sequence[Unit], begin: int, end: int) -> int | None:
    """Where headings begin to count that go on above it: 三、 四、 | 一、 二、."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at in range(begin, end):
        told = _counted(units[at])
        if told is not None:
            found.setdefault(told[0], []).append((at, told[1]))
    for kind, members in found.items():
        values = [value for _, value in members]
        falls = [at for at, (one, other) in enumerate(pairwise(values), 1) if other <= one]
        if len(falls) != 1 or len(values) < _LEAST_HEADINGS or values[-1] >= values[0]:
            continue
        if kind != "day" and values[falls[0]] != 1:
            continue
        cut = members[falls[0]][0]
        closed = [at for at in range(members[falls[0] - 1][0], cut) if _closes(units[at])]
        if kind == "day" and not closed and len(values) <= _LEAST_HEADINGS:
            continue
        return closed[-1] + 1 if closed else cut
    return None


def _closes(unit: Unit) -> bool:
    """True for who made the page, or read the proofs, at the end of an article."""
    return is_credit(unit.text) or unit.text.startswith(("（编辑", "（责任编辑", "（责编"))


def _counted(unit: Unit) -> tuple[str, int] | None:
    """The kind and the value of a heading that counts."""
    text = unit.text
    if len(text) > _LONGEST or ends_sentence(text):
        return None
    day = DAY.match(text)
    hit = _VALUES.search(day["day"]) if day is not None else None
    if hit is not None:
        return "day", 100 * (number(hit["month"] or "") or 0) + (number(hit["n"]) or 0)
    found = numbering(text)
    if found is None or found.kind not in ("cn", "chapter", "part") or not is_heading_text(text):
        return None
    return found.kind, found.value


_LONGEST = 40
"""The most characters of a heading."""
