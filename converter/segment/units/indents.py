"""Indents that OCR has lost, of an issue, of a page, or of single lines."""

from __future__ import annotations

import itertools
from collections.abc import Container, Sequence

from converter.hanzi import CLOSING, OPENING, ends_sentence, is_han, width
from converter.segment.units.grid import Grid, fills, is_indented, ways_to_begin
from converter.segment.units.stripped import (
    HANGING,
    ORNAMENTS,
    REACH,
    measure_by_first_lines,
    stripped_measure,
)
from converter.segment.units.unit import indent_of
from converter.source import Line
from converter.values import NamedTuple

_LEAST = 8
"""Lines that tell by themselves that their indents are lost."""
_FEW_FIRST = 2
"""Paragraphs of a page whose first lines lack an indent that those of all other pages have."""
_NEAR = 3
"""So many groups before and after one, pages mostly, tell how its paragraphs begin."""
_ON_PAGE = 3
"""So many first lines of a page tell that their indents are lost."""
_FRAME = 1.9
"""By so many em the lines within a frame are shorter than those of the column."""


class Lost(NamedTuple):
    """Lines of a group without their indents, and how they are set (end exclusive)."""

    start: int
    end: int
    grid: Grid


def lost_indents(
    group: Sequence[Line], grid: Grid, pieces: Container[int] = frozenset()
) -> list[Lost]:
    """Where lines have lost the indents that those of all other pages have kept.

    There first lines are two em short and go on in full ones. Lines that are short and
    indented are titles, names of authors or signatures, and say nothing, nor do ``pieces``,
    notes and captions that cut the text, by the numbers of their lines.
    """
    marks = [at for at, line in enumerate(group) if is_indented(line) and fills(line, grid.measure)]
    found = []
    for before, end in itertools.pairwise([-1, *marks, len(group)]):
        run = group[before + 1 : end]
        if len(run) < _LEAST or _keeps_indents(run):
            continue
        parts = _whole(run, pieces)
        full = stripped_measure(parts, grid.measure, _FEW_FIRST)
        full = full or measure_by_first_lines(parts, grid.measure)
        if full:
            own = grid._replace(measure=full, indented=False, stripped=True, flush=True)
            found.append(Lost(before + 1, end, own))
    return found


def lost_above(
    groups: Sequence[Sequence[Line]], at: int, grid: Grid, pieces: Container[int]
) -> Grid | None:
    """How the lines above a few of the same page are set whose indents are lost, if they carry those on.

    Between the two stands what is set into their column; ``None`` where nothing tells of lost indents.
    """
    group = groups[at]
    if len(group) < _FEW_LINES or any(line.text[:1].isspace() for line in group):
        return None
    if not _has_full(group, grid.measure):
        return None
    for above in range(at - 1, max(-1, at - 1 - _SET_IN), -1):
        if not _has_full(groups[above], grid.measure):
            if groups[above][0].text.startswith("\f"):
                return None
            continue
        if ends_sentence(groups[above][-1].text):
            return None
        found = lost_indents(groups[above], grid, pieces)
        return found[-1].grid if found and found[-1].end == len(groups[above]) else None
    return None


def lost_below(
    groups: Sequence[Sequence[Line]], at: int, grid: Grid, pieces: Container[int]
) -> Grid | None:
    """How the lines right below a few of the same page are set whose indents are lost, if those have none.

    One blank line parts the two, as at the end of a column; ``None`` where nothing tells of lost indents.
    """
    group, below = groups[at], groups[at + 1] if at + 1 < len(groups) else ()
    if not below or below[0].number - group[-1].number != _ONE_BLANK:
        return None
    if below[0].text.startswith("\f") or any(
        line.text.lstrip("\f")[:1].isspace() for line in (*group, *below)
    ):
        return None
    if len(group) < _LEAST or not _has_full(group, grid.measure):
        return None
    found = lost_indents(below, grid, pieces)
    return found[0].grid if found and found[0].start == 0 else None


_ONE_BLANK = 2
"""How far the numbers of two lines are apart that one line parts."""


def _has_full(group: Sequence[Line], measure: float) -> bool:
    return any(fills(line, measure) for line in group)


_FEW_LINES, _SET_IN = 3, 2
"""So many lines are no rest of a sentence alone; so many pull quotes or captions may stand above them."""


def _whole(run: Sequence[Line], pieces: Container[int]) -> list[list[Line]]:
    """The runs of lines between those that cut the text."""
    parted = itertools.groupby(run, key=lambda line: line.number in pieces)
    return [list(lines) for apart, lines in parted if not apart]


def _keeps_indents(run: Sequence[Line]) -> bool:
    """True for the items of a box in short lines: each has its indent, below the end of another."""
    kept = sum(
        is_indented(line) and ends_sentence(above.text) for above, line in itertools.pairwise(run)
    )
    return kept > _FEW_FIRST


def is_first(text: str, grid: Grid) -> bool:
    """False for a full line where the first lines of paragraphs have lost their indents."""
    return not (grid.stripped and grid.flush) or width(text) < grid.measure - 1.1


def is_inner(text: str, grid: Grid) -> bool:
    """True for a line that there is too long for a first one, though marks gave way in it (clreq §3.1.6)."""
    if not (grid.stripped and grid.flush):
        return False
    closed_up = sum(one in _BEFORE and two in OPENING for one, two in itertools.pairwise(text))
    return width(text) - closed_up >= grid.measure - 0.6


_BEFORE = frozenset("，。、；：！？" + CLOSING)
"""Marks that give way to an opening one behind them."""


def is_hung_first(text: str, then: str, grid: Grid) -> bool:
    """True for the first line of a paragraph that has lost its indent and whose mark hangs.

    A line within the paragraph would be as short only if what follows may not end a line.
    """
    if not (grid.stripped and grid.flush) or text[-1:] not in HANGING:
        return False
    full = width(then) >= grid.measure - 0.6
    return full and abs(width(text) - 1 - (grid.measure - 2)) <= 0.5 and is_han(then[:1])


def indents_here(groups: list[list[Line]], at: int, measure: float) -> bool:
    """True if the paragraphs around a group are indented, whatever the rest of the issue has.

    OCR may keep the indents of one page and lose those of the next.
    """
    if sum(map(is_indented, groups[at])) < 2:
        return False
    near = [
        group
        for group in groups[max(0, at - _NEAR) : at + _NEAR + 1]
        if group is groups[at] or any(map(is_indented, group))
    ]
    own = ways_to_begin(groups[at : at + 1], measure)
    kept = [group for group in near if (ways := ways_to_begin([group], measure))[0] >= ways[1]]
    indented, flush, _ = ways_to_begin(kept, measure)
    return own[0] >= own[1] and indented >= 3 and indented >= 2 * flush


def measure_where_stripped(groups: Sequence[Sequence[Line]], at: int, measure: float) -> float:
    """The measure of a page whose indents are lost, though the rest of the issue tells of none.

    The OCR may keep the lines of one page and have each paragraph of the others on a line. The
    pieces of the page near a group tell it, as all those of an issue would; 0 if they do not.
    """
    if not _is_flush_text(groups[at]):
        return 0.0
    near = [group for group in groups[max(0, at - _NEAR) : at + _NEAR + 1] if _is_flush_text(group)]
    return stripped_measure(near, measure, _ON_PAGE) or measure_by_first_lines(near, measure)


def _is_flush_text(group: Sequence[Line]) -> bool:
    """True for several lines without any indent."""
    return len(group) > 2 and not any(indent_of(line.text) >= 1 for line in group)


def indents_among_paragraphs(groups: Sequence[Sequence[Line]], at: int) -> bool:
    """True if the paragraphs around one are indented, where blank lines part all of them.

    The OCR may keep the lines and indents of one page, and have each paragraph of the others on
    a line. A paragraph of the page is indented, or has several lines and is the only one beside
    the others that is not.
    """
    own = groups[at]
    if not (is_indented(own[0]) or len(own) > 1):
        return False
    near = groups[max(0, at - _NEAR) : at + _NEAR + 1]
    ways = [is_indented(group[0]) for group in near if group is own or _has_flush_lines(group)]
    return ways.count(True) >= 2 * max(1, ways.count(False))


def _has_flush_lines(group: Sequence[Line]) -> bool:
    """True for a paragraph of several lines, below the first of which all are flush."""
    return len(group) > 1 and all(indent_of(line.text) < 1 for line in group[1:])


def has_lost_indent(group: list[Line], at: int, measure: float, top: int = 0) -> bool:
    """True for a flush line below a short one that ends its paragraph, and no box.

    Below a box a flush line carries on the sentence that the box has cut in two. No box stands
    from the line at ``top`` on, where one has ended.
    """
    before = group[at - 1].text.strip() if at else ""
    if not before or not ends_sentence(before) or width(before) > measure - 4:
        return False
    if at < REACH and group[0].text.strip()[0] in ORNAMENTS:
        return False
    return not any(
        width(group[below].text.strip()) >= 0.75 * measure
        and (_breaks_off(group[below].text) or _is_framed(group, below, at))
        and _is_set_in(group[below + 1], measure)
        for below in range(max(top, at - REACH), at - 1)
    )


def _breaks_off(text: str) -> bool:
    """True for a line in mid-sentence, and none that leads to what is listed below it: ……例如：."""
    return not ends_sentence(text) and text.rstrip()[-1:] not in ("：", ":")


def _is_framed(group: Sequence[Line], above: int, end: int) -> bool:
    """True if what stands between a full line and a flush one that is as long is set narrower.

    It has a name without an indent, and the full line may end a sentence as well.
    """
    full = width(group[above].text.strip())
    inner = group[above + 1 : end]
    if is_indented(inner[0]) or abs(width(group[end].text.strip()) - full) > 1:
        return False
    sizes = [width(line.text.strip()) + min(indent_of(line.text), 4) for line in inner]
    return max(sizes) <= full - _FRAME and sizes[0] <= full / 2 and len(inner) > 2


def _is_set_in(line: Line, measure: float) -> bool:
    """True for the first line of a box in a column: an indented one, or a few words."""
    text = line.text.strip()
    leads = (
        text[-1] in "：:" and "，" in text
    )  # ……的用法，例如：, the rest of the sentence above it
    few = width(text) <= measure / 2 and not ends_sentence(text) and not leads
    return is_indented(line) or few
