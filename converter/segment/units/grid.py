"""How the lines of an issue are set: the printed measure, and what parts paragraphs."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.segment.units.signs import NUMBERED, SPEAKER
from converter.segment.units.stripped import (
    HANGING,
    stripped_measure,
)
from converter.segment.units.unit import INDENT, Unit, indent_of, printed_width
from converter.source import Line
from converter.values import NamedTuple

_FIRST_INDENT = (1.0, 4.0)
"""The first-line indent is two em (clreq §3.1.3.1); OCR may make it two blanks or a little more."""
_PROSE_LINE, _PAGE = 20, 40
"""The least em of a line of prose in one column, and more such lines than there are by chance."""
_FEW_FULL, _FAR_LONGER, _PROSE = 12, 8, 2
_AGAIN, _SHORT = 3, 3
"""So often a label opens a turn, or oftener, a short one, without some of its indents."""
_RAGGED = 3
"""Paragraphs without an indent, below short lines, that tell that indents are lost."""
_SOME = 3
"""So many paragraphs of three lines and more a short issue has at least."""
_ENOUGH = 4
"""So many lines tell the measure of a piece."""
_SHORTER, _BLOCKS = 5, 3
"""By so many em at least the last line of a paragraph is shorter, and so many tell how all begin."""
_EVENLY = 1.0
"""By so many em full lines differ, with marks that hang over the measure."""


def measure_of(lines: Iterable[Line]) -> float:
    """The printed measure of hard-wrapped lines in em: the width most of them share.

    0 where the lines are no hard-wrapped text.
    """
    lines = list(lines)
    widths = [round(width(line.text.strip())) for line in lines]
    measure = _shared(widths)
    if not measure and any(indented := [is_indented(line) for line in lines]):
        # Where paragraphs are short, many of the full lines begin with an indent.
        pairs = zip(lines, widths, indented, strict=True)
        measure = _shared([size + round(indent_of(line.text)) * has for line, size, has in pairs])
    return measure


def _shared(widths: Sequence[int]) -> float:
    """The width that most lines share, 0 if they share none."""
    full = [size for size in widths if 12 <= size <= 60]
    if len(full) < 2:
        return 0.0
    counts = Counter(full)
    window = {size: sum(counts[size + d] for d in (-1, 0, 1)) for size in counts}
    near = max(window, key=lambda size: (window[size], size))
    best = max(range(near - 1, near + 2), key=lambda size: (counts[size], size))
    if sum(1 for size in widths if size > best + 8) * 4 > len(widths):
        return 0.0  # paragraphs, some of them short
    return float(best) if window[near] >= max(2, 0.3 * len(widths)) else 0.0


def wide_measure(lines: Iterable[Line]) -> float:
    """The width that the longest of some lines share, 0 if they share none.

    Where boxes and pictures stand beside a wide column, many of its lines are shorter, but none
    is longer; of paragraphs each has its own length. First lines may have lost their indent.
    """
    sizes = sorted(round(width(line.text.strip())) for line in lines)
    if not sizes or not _WIDE <= sizes[-1] <= _LONGEST:
        return 0.0
    longest = sizes[-1 - len(sizes) // _ODD]
    counts = Counter(sizes)
    near = range(longest - _UNEVEN, longest + 1)
    most = max(counts[size] for size in near)
    best = max(size for size in near if 2 * counts[size] >= most)
    alike = sum(counts[size] for size in near)
    return float(best) if alike >= max(_SEVERAL, _PART * len(sizes)) else 0.0


_WIDE, _LONGEST, _UNEVEN = 28, 60, 4
"""Em of a column that has room for something beside it, of the longest line, and by which the lines of
a column differ: an indent that is lost, and marks that hang."""
_SEVERAL, _PART, _ODD = 8, 0.1, 50
"""Its lines at least, and the part of all that they are; one of so many may be longer."""


class Grid(NamedTuple):
    """How the lines of an issue are set: em a line (0 if unknown), and what parts paragraphs."""

    measure: float
    spaced: bool
    """Blank lines part the paragraphs of hard-wrapped text."""
    indented: bool
    """Every paragraph begins with a first-line indent that OCR kept."""
    stripped: bool = False
    """Every paragraph begins with a first-line indent that OCR took away: two em are missing."""
    flush: bool = True
    """No line of these is indented."""
    ragged: bool = False
    """Some of the indents are lost."""
    speakers: frozenset[str] = frozenset()
    """Who speaks again and again at the beginning of a paragraph, one of many (生1) as theirs."""


def is_indented(line: Line) -> bool:
    """True for a line with a first-line indent."""
    low, high = _FIRST_INDENT
    return line.text[:1].isspace() and low <= indent_of(line.text) <= high


def fills(line: Line, measure: float) -> bool:
    """True for a line that is as long as the measure."""
    indent = indent_of(line.text)
    return width(line.text.strip()) + (indent if indent <= 4 else 0) >= measure - 1.5


def lacks_indent_alone(line: Line, following: Line, measure: float) -> bool:
    """True for a line that is full with the indent it has lost, above a full one, which is no first line."""
    full = width(following.text.strip()) >= measure - 0.6
    return (
        full
        and indent_of(line.text) < 1
        and abs(width(line.text.strip()) + INDENT - measure) <= 0.6
    )


def grid_of(groups: list[list[Line]]) -> Grid:
    """The grid of an issue, whose lines stand in ``groups`` between blank lines."""
    together = [line for group in groups if len(group) > 2 for line in group]
    measure = measure_of(together) or _among_short_lines(together) or _of_pairs(groups)
    if measure and _is_chance(groups, measure):
        measure = 0.0
    spaced = _spaced(groups, measure)
    indented, lost = _indents_paragraphs(groups, measure)
    stripped = 0.0 if spaced or indented else stripped_measure(groups, measure)
    ragged = indented and lost >= _RAGGED
    return Grid(
        stripped or measure,
        spaced,
        indented,
        stripped=bool(stripped),
        ragged=ragged,
        speakers=_speakers(groups, stripped=bool(stripped)) if measure else frozenset(),
    )


def _among_short_lines(lines: Iterable[Line]) -> float:
    """The measure of prose between many short lines, as programs and tables have; 0 if there is none.

    Its lines are the longest but for some, and break off within a sentence; a word in Latin
    letters for which there is no room makes some of them shorter than others.
    """
    texts = [line.text.strip() for line in lines]
    sizes = [round(width(text)) for text in texts]
    counts = Counter(size for size in sizes if _PROSE_LINE <= size <= 60)
    if not counts:
        return 0.0
    near = {size: sum(counts[size - less] for less in range(-1, 4)) for size in counts}
    top = max(near, key=lambda size: (near[size], -size))
    full = [text for text, size in zip(texts, sizes, strict=True) if top - 3 <= size <= top + 1]
    broken = sum(is_han(text[-1]) or text[-1] in "，、" or text[-1].isascii() for text in full)
    longer = sum(size > top + 2 for size in sizes)
    long = sum(size >= _PROSE_LINE for size in sizes)
    if len(full) < _PAGE or broken < 0.7 * len(full) or len(full) * 4 < long or longer * 16 > long:
        return 0.0
    return float(max(range(top - 3, top + 2), key=lambda size: counts[size]))


def _of_pairs(groups: Sequence[Sequence[Line]]) -> float:
    """The measure of paragraphs of two lines mostly, between blank lines: that of their first lines.

    Each is full, breaks off within a sentence and goes on flush; where none is indented the next one ends
    the paragraph. 0 where few are so, or they differ.
    """
    firsts = [
        printed_width(one)
        for group in groups
        for one, other in itertools.pairwise(group)
        if not (is_indented(other) or ends_sentence(one.text))
        and (is_indented(one) or (len(group) == _PAIR and ends_sentence(other.text)))
    ]
    if len(firsts) < _PAIRS:
        return 0.0
    measure = float(Counter(map(round, firsts)).most_common(1)[0][0])
    even = sum(abs(size - measure) <= _HANGS for size in firsts)
    longer = sum(
        width(line.text.strip()) > measure + _FAR_LONGER for group in groups for line in group
    )
    return (
        measure if measure >= _PROSE_LINE and even * 10 >= 9 * len(firsts) and not longer else 0.0
    )


_PAIR = 2
_PAIRS, _HANGS = 8, 1.6
"""So many paragraphs begin so by no chance; by so many em their first lines differ, as marks hang over the end
and words of Latin letters go to the next line."""


def _is_chance(groups: Iterable[Sequence[Line]], measure: float) -> bool:
    """True if few lines have the measure, and more are far longer than break off at it.

    Those are paragraphs on a line each; beside them some dates and names in a row, of which
    none is prose, are of one width by chance.
    """
    texts = [line.text.strip() for group in groups for line in group]
    full = [text for text in texts if abs(width(text) - measure) <= 1]
    broken = sum(is_han(text[-1]) or text[-1] in "，、；：" for text in full)
    longer = sum(width(text) > measure + _FAR_LONGER for text in texts)
    prose = sum(text[0] not in "〔（([【［" and "，" in text for text in full)
    return len(full) < _FEW_FULL and longer > broken and prose < _PROSE


def _speakers(groups: Iterable[Sequence[Line]], *, stripped: bool) -> frozenset[str]:
    """The labels that open paragraphs again and again, be the indents of some or all lost."""
    indented: Counter[str] = Counter()
    flush: Counter[str] = Counter()
    for group in groups:
        above = ""
        for line in group:
            opens = is_indented(line)
            label = speaker_label(line.text.strip()) if opens or ends_sentence(above) else ""
            if label and label[-1] not in "说說道":
                (indented if opens else flush)[label] += 1
            above = line.text
    if stripped:
        return frozenset(label for label, count in flush.items() if count >= _AGAIN)
    return frozenset(
        label
        for label, count in indented.items()
        if count >= _AGAIN or (len(label) <= _SHORT and count + flush[label] > _AGAIN)
    )


def speaker_label(text: str) -> str:
    """Who speaks at the head of a line, one of many (生1) as theirs; empty if nobody does."""
    hit = SPEAKER.match(text)
    return re.sub(r"[（(][^（）()]*[）)]|\d|\s", "", hit[0][:-1]) if hit else ""


def _indents_paragraphs(groups: list[list[Line]], measure: float) -> tuple[bool, int]:
    """Whether most running text that follows the end of a paragraph is indented; how much is not.

    What follows a blank line may as well carry on a paragraph of the page before.
    """
    indented, flush, seams = ways_to_begin(groups, measure)
    # First lines that are two em short tell that there were indents, and are lost.
    lost = _first_lines(groups, measure) if indented >= 4 else 0
    return indented >= 4 and indented >= 2 * (flush - lost) + seams, flush


def _first_lines(groups: Iterable[Iterable[Line]], measure: float) -> int:
    """How many flush lines after the end of a paragraph are two em shorter than the measure."""
    count = 0
    before: Line | None = None
    for group in groups:
        for position, line in enumerate(group):
            if (
                position
                and before is not None
                and not is_indented(line)
                and 1.0 <= measure - width(line.text.strip()) <= 3.0
                and not ends_sentence(line.text)
                and _may_follow_end(before, line, measure)
            ):
                count += 1
            before = line
    return count


def ways_to_begin(groups: Iterable[list[Line]], measure: float) -> tuple[int, int, int]:
    """How often text after the end of a paragraph is indented, flush, or below a blank line."""
    indented = flush = seams = 0
    before: Line | None = None
    for group in groups:
        for position, following in enumerate(group):
            line, before = before, following
            if line is None or not _may_follow_end(line, following, measure):
                continue
            if is_indented(following):
                indented += 1
            elif position:
                flush += 1
            else:
                seams += 1
    return indented, flush, seams


_RUNNING, _FIRST = 14, 2.5
"""The least em of a line of running text, and by how much the first of a narrow column is shorter."""


def _may_follow_end(line: Line, following: Line, measure: float) -> bool:
    """True if a line of running text stands after one that ends a paragraph."""
    text, after = line.text.strip(), following.text.strip()
    least = min(_RUNNING, measure - _FIRST) if measure else _RUNNING
    if not ends_sentence(text) or width(after) < least or indent_of(following.text) > 4:
        return False
    if measure and measure - 3 < width(line.text) < measure + 6:
        return False  # a full line may as well end in the middle of a paragraph
    return NUMBERED.match(after) is None


def _spaced(groups: list[list[Line]], measure: float) -> bool:
    """True if blank lines part the paragraphs of hard-wrapped text.

    Then hardly any line inside a block is short and ends a sentence.
    """
    if not measure:
        return False
    wrapped = [group for group in groups if len(group) >= 3 and measure_of(group)]
    # Where most paragraphs are a line each, those of a page that is hard-wrapped stand apart, too.
    whole = sum(len(group) == 1 and width(group[0].text) > 2 * measure for group in groups)
    # In a short issue those of two lines tell as much.
    pairs = sum(len(group) == 2 and _is_pair(group, measure) for group in groups)
    enough = len(wrapped) + pairs >= 8 and (len(wrapped) >= _SOME or pairs >= _PAIRS)
    if not enough and whole < max(8, 4 * len(wrapped)):
        return False
    ends = sum(
        1
        for group in wrapped
        for line, following in itertools.pairwise(group)
        if ends_sentence(line.text)
        and width(line.text.strip()) < measure - 4.5
        and not NUMBERED.match(following.text.strip())  # the items of a list
    )
    indented = sum(1 for group in wrapped for line in group[1:] if indent_of(line.text) >= 1.5)
    return ends * 12 <= len(wrapped) and indented * 4 <= len(wrapped)


def _is_pair(group: Sequence[Line], measure: float) -> bool:
    """True for a full line and one that ends its sentence, and has room for more."""
    one, other = (line.text.strip() for line in group)
    full = measure - INDENT - 1.5 <= width(one) <= measure + 1
    return full and not ends_sentence(one) and ends_sentence(other) and width(other) < measure - 1.5


def set_as_blocks(units: Sequence[Unit]) -> bool:
    """True if hard-wrapped paragraphs have no first-line indent in print, and blank lines part them.

    Below lines that surely end a paragraph, as they are short, the first lines of others are as
    full as any.
    """
    inner = sorted(width(line.text.strip()) for unit in units for line in unit.lines[1:-1])
    if not inner:
        return False
    measure = inner[len(inner) // 2]
    firsts = [
        printed_width(after.lines[0])
        for before, after in itertools.pairwise(units)
        if after.wrapped
        and after.gap
        and width(before.lines[-1].text.strip()) <= measure - _SHORTER
    ]
    full = sum(abs(size - measure) <= 1 for size in firsts)
    indented = sum(indent_of(unit.lines[0].text) >= 1 for unit in units)
    return full >= _BLOCKS and full * 2 > len(firsts) and not indented


def runs_over(before: Unit, after: Unit, printed: float = 0.0) -> bool | None:
    """Whether wrapped text runs on over a page break that follows a full stop.

    It does if the last line before the break and the first one after it both fill the
    measure; a new paragraph would be indented, or two em short where OCR took the indent
    away. ``None`` where the lines do not tell. ``printed`` is the measure of the issue, for
    pieces of a few lines.
    """
    if not after.wrapped or not after.gap:
        return None
    if not before.wrapped:
        return True if _is_first_line(before, after, printed) else None
    widths = [width(line.text.strip()) for line in (*before.lines[1:-1], *after.lines[1:-1])]
    if not widths:
        return None
    measure = sorted(widths)[len(widths) // 2]
    if len(widths) < _ENOUGH and abs(printed - measure) <= 2:
        measure = printed
    first, second = (line.text.strip() for line in after.lines[:2])
    if not _is_full(before.lines[-1].text.strip(), first, measure):
        return False
    if after.indent - indent_of(after.lines[1].text) >= 1:
        return False
    if width(first) >= measure - 0.6:
        return True
    if width(first) >= measure - 1.1:
        return None if _is_full(first, second, measure) else False
    return False if abs(width(first) - (measure - 2)) <= 0.7 else None


def _is_first_line(before: Unit, after: Unit, printed: float) -> bool:
    """True for a line that is full but for the indent that OCR took away, above full ones.

    It is the first of its paragraph, and the page broke behind it; below it another would begin
    as short.
    """
    size = width(before.text.strip()) - (before.text[-1] in HANGING)
    full = [width(line.text.strip()) - (line.text[-1] in HANGING) for line in after.lines[:-1]]
    return (
        printed > 0
        and not before.indent
        and not after.indent
        and abs(size - (printed - 2)) <= _EVENLY
        and all(abs(one - printed) <= _EVENLY for one in full)
    )


def _is_full(text: str, following: str, measure: float) -> bool:
    """True if a line fills the measure, or what follows would not have fitted into it.

    A line that is an em short and goes on with a plain character has an indent that OCR
    took away, and a mark at its end that hangs over the measure.
    """
    exact = is_han(following[:1]) and not any(char.isascii() for char in text)
    return width(text) >= measure - (0.6 if exact else 1.5)
