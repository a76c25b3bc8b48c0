"""The measure of text whose first-line indents OCR has taken away: first lines are two em short."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.segment.units.signs import NUMBERED
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT, indent_of
from converter.source import Line

HANGING = frozenset("，。、；：！？”’）》")
"""Marks that may stand over the end of a line (clreq §3.1.6)."""
REACH = 16
"""Lines above which a sentence may wait that a box has cut in two."""
ORNAMENTS = "【[▲■●◆★※▶►☞➤▎▍▏◎☆◇○□"
"""What stands before the name of a box."""


def stripped_measure(groups: Sequence[Sequence[Line]], measure: float, least: int = 4) -> float:
    """The measure where the first full line of a paragraph is two em shorter than all others.

    0 where it is not, as the indents are there or the magazine has none, or where fewer than
    ``least`` paragraphs tell.
    """
    if not measure:
        return 0.0
    first: Counter[int] = Counter()
    hung: Counter[int] = Counter()
    others: Counter[int] = Counter()
    ends: list[tuple[Sequence[Line], int]] = []
    for group in groups:
        for at, (line, following) in enumerate(itertools.pairwise(group)):
            size, after = round(width(line.text.strip())), following.text.strip()
            if ends_sentence(line.text):
                if size <= measure - 3 and not NUMBERED.match(after):
                    ends.append((group, at))
            else:
                others[round(width(after))] += 1
                if _is_headed(group, at, measure):
                    ends.append((group, at))
    full = max(others, key=lambda size: (others[size], size), default=0)
    for group, at in ends:
        after = group[at + 1].text.strip()
        if "\u3000" in after:
            continue  # 某某 著　某某书局: no running text
        if width(after) < measure - 0.5 or not _closes_box(group, at, full):
            first[round(width(after))] += 1
            hung[round(width(after))] += after[-1] in HANGING
    if not first or not others:
        return 0.0
    # A mark at the end of a first line may hang over it.
    short = sum(first[full - 2 + by] for by in (-1, 0)) + hung[full - 1]
    whole = sum(count for size, count in first.items() if abs(size - full) <= 0.5)
    tells = short >= least and short >= 4 * whole and abs(full - measure) <= 2
    return float(full) if tells else 0.0


def measure_by_first_lines(groups: Sequence[Sequence[Line]], measure: float) -> float:
    """The measure where lines break a sentence off two em short below the end of another.

    None within a paragraph would, as the character that begins the next line had room; so even
    where no paragraph ends with a short line, first lines tell that they have lost their indents.
    0 where fewer than two do.
    """
    others = Counter(
        round(width(line.text.strip()))
        for group in groups
        for above, line in itertools.pairwise(group)
        if not ends_sentence(above.text)
    )
    full = max(others, key=lambda size: (others[size], size), default=0)
    if abs(full - measure) > 2:
        return 0.0
    told = 0
    for group in groups:
        for above, line, below in zip(group, group[1:], group[2:], strict=False):
            if not ends_sentence(above.text):
                continue
            text, after = line.text.strip(), below.text.strip()
            size = width(text)
            if size >= full - 0.6 and width(above.text.strip()) <= full - 3:
                return 0.0  # a full line begins a paragraph
            if ends_sentence(text) or size + needed(after) > full or width(after) < full - 1.1:
                continue
            core = size - (text[-1] in HANGING)
            told += min(abs(full - 2 - size), abs(full - 2 - core)) <= _EVEN
    return float(full) if told >= _TOLD else 0.0


_TOLD, _EVEN = 2, 0.5
_CLAUSES = re.compile("[，。；：、]")


def fills_without_indent(texts: Sequence[str], measure: float) -> bool:
    """True for the lines of a paragraph without its indent, below its name perhaps, set in ``measure`` or narrower.

    Its first line is two em shorter than the full ones, one of which breaks a clause off that has begun in
    it. However many of the others happen to end with marks, they are no verse: no line of that is full.
    """
    top = next((at for at, text in enumerate(texts) if _CLAUSES.search(text)), 0)
    if top > _NAMES or len(texts) < top + _LINES:
        return False
    first, *inner = texts[top:]
    size = width(first)
    for full in {size + INDENT, size + INDENT - (first[-1] in HANGING)}:
        if not _COLUMN <= full <= measure + _EVEN:
            continue
        end = next((at for at, text in enumerate(inner) if not _is_full(text, full)), len(inner))
        closed = end == len(inner) or ends_sentence(inner[end])
        apart = all(text[0] in "（(" for text in inner[end + 1 :])
        broken = any(map(_BROKEN.search, [first, *inner[:end]]))
        if end >= _INNER and closed and apart and broken:
            return True
    return False


def _is_full(text: str, measure: float) -> bool:
    """True for a line that fills its measure, or has a mark that hangs over it."""
    return -_EVEN <= width(text) - measure <= _EVEN + (text[-1] in HANGING)


_NAMES, _LINES, _INNER = 2, 3, 2
"""Lines of the name of a box at most, of a paragraph and full ones of it at least."""
_COLUMN = 12
"""Em of the narrowest column of prose."""
_BROKEN = re.compile(rf"[，。！？；：、”][{HAN}]+$")
"""A line that breaks off within a clause which has begun in it."""


def _is_headed(group: Sequence[Line], at: int, measure: float) -> bool:
    """True for a heading within a column: a short line without a mark, below the end of a text."""
    text = group[at].text.strip()
    if not at or width(text) > measure - 3 or _CLAUSES.search(text):
        return False
    if 1.0 <= indent_of(group[at].text) <= 4.0:
        return False
    above = group[at - 1].text.strip()
    signed = above[0] in "（(" and above[-1] in "）)"
    return (ends_sentence(above) or signed) and width(above) <= measure - 3


def _closes_box(group: Sequence[Line], at: int, measure: float) -> bool:
    """True for the last line of what is set into a column: what stands below carries the text on.

    Short lines below a name with an ornament, or below a full line that breaks a sentence off.
    """
    top = at
    for place in range(at, max(-1, at - REACH), -1):
        text = group[place].text.strip()
        if text[:1] in tuple(ORNAMENTS):
            return True
        if width(text) - (text[-1] in HANGING) >= measure - 1.5:
            if top == at or ends_sentence(text):
                return False
            name = group[top].text.strip()
            return width(name) < measure - _NARROW and not ends_sentence(name)
        top = place
    return False


_NARROW = 2.6
"""By so many em and more a line is short that is no first line without its indent."""
