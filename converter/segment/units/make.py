"""Puts hard-wrapped lines together."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, is_han, width
from converter.segment.blank_lines import touches
from converter.segment.markup import CodeLine, PictureLine, RestLine, TableLine
from converter.segment.units.abroad import with_both_captions
from converter.segment.units.bullets import items_of, unbulleted
from converter.segment.units.flow import goes_on, is_plain_heading, opens_here, runs_across
from converter.segment.units.grid import Grid, fills, grid_of, is_indented, measure_of
from converter.segment.units.indents import (
    has_lost_indent,
    indents_among_paragraphs,
    indents_here,
    is_first,
    is_inner,
    lost_above,
    lost_below,
    lost_indents,
    measure_where_stripped,
)
from converter.segment.units.initials import is_initial
from converter.segment.units.parted import parted_lines
from converter.segment.units.signs import (
    counts_within,
    is_speech,
    is_verse,
)
from converter.segment.units.stripped import fills_without_indent
from converter.segment.units.torn import are_halved, torn_lines
from converter.segment.units.unit import INDENT, Unit, unit_of
from converter.source import Line
from converter.values import NamedTuple


def make_units(
    lines: Iterable[Line],
    quoted: Collection[int] = frozenset(),
    pieces: Mapping[int, int] | None = None,
    begins: Collection[int] = frozenset(),
    captions: Collection[int] = frozenset(),
    absent: Collection[int] = frozenset(),
) -> list[Unit]:
    """All units of some lines, in order; ``quoted`` are the numbers of lines set apart.

    ``pieces`` gives lines that are known to be no part of the text around them, by their
    numbers; those with one value make one unit. With each of the lines ``begins`` one begins,
    and with each of ``captions`` one that may be a caption. The lines ``absent`` were blank and
    part nothing.
    """
    pieces = pieces or {}
    pictured: set[int] = set()
    lines = list(lines)
    groups = list(_chunks(lines, pictured, absent, parted_lines(lines)))
    grid = grid_of([group for group in groups if not isinstance(group[0], CodeLine)])
    pages = _narrow_frames(groups, grid) if grid.measure else _wrapped_pages(groups)
    stripped_pages = _stripped_pages(groups, grid.measure) if grid.indented else frozenset()
    halved = are_halved(groups, grid.measure)
    units: list[Unit] = []
    for at, group in enumerate(groups):
        begun = len(units)
        known = grid
        if grid.measure and not grid.indented and indents_here(groups, at, grid.measure):
            known = grid._replace(indented=True)
        elif grid.measure and not (grid.spaced or grid.indented or grid.stripped):
            stripped = measure_where_stripped(groups, at, grid.measure)
            known = grid._replace(measure=stripped, stripped=True) if stripped else grid
        if at in pages:
            known = grid._replace(measure=pages[at], spaced=True)
        parted = grid.spaced or not grid.measure
        if parted and not grid.indented and indents_among_paragraphs(groups, at):
            known = known._replace(indented=True)
        lost = at in stripped_pages
        carried = None
        if known.indented:
            carried = lost_above(groups, at, known, pieces) or lost_below(groups, at, known, pieces)
        units += _units_of(
            group, known, pieces, begins, stripped=lost, halved=halved, carried=carried
        )
        if at in pictured:
            units[begun] = units[begun]._replace(pictured=True)
    units = unbulleted(with_both_captions(units))
    if captions:
        units = [unit._replace(caption=unit.first in captions) for unit in units]
    if not quoted:
        return units
    return [unit._replace(quoted=unit.first in quoted) for unit in units]


def _chunks(
    lines: Iterable[Line],
    pictured: set[int],
    absent: Collection[int],
    parted: Collection[int] = frozenset(),
) -> Iterator[list[Line]]:
    """Runs of lines without a blank line between them.

    Notes in ``pictured`` the numbers of the runs (0-based) that a picture stands above.
    """
    run: list[Line] = []
    count = 0
    for line in lines:
        if isinstance(line, PictureLine):
            pictured.add(count + bool(run))
        # A form feed begins a page; lines of one number are parts of one line, and the rows
        # of one table may be set far apart.
        apart = (
            run
            and (line.number in parted or not touches(run[-1], line, absent))
            and not (isinstance(line, TableLine) and isinstance(run[-1], TableLine))
        )
        apart = apart or isinstance(line, CodeLine) or (run and isinstance(run[-1], CodeLine))
        if line.blank or apart or line.text.startswith("\f"):
            if run:
                yield run
                count += 1
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield run


def _wrapped_pages(groups: Sequence[list[Line]]) -> dict[int, float]:
    """The measures of paragraphs whose lines the OCR kept, where it kept those of one page only.

    By the numbers of the groups (0-based): those of several even lines, and those beside them. What
    has full lines of that measure tells it of those beside it as well, be it no sentence: sayings,
    each with who said it at its end.
    """
    even = {at: size for at, group in enumerate(groups) if (size := _even(group))}
    found = dict(even)
    told = list(even)
    for at in told:
        size = found[at]
        for near in range(max(0, at - _NEAR), min(len(groups), at + _NEAR + 1)):
            first, *more = [width(line.text.strip()) for line in groups[near]]
            if not more or near in even or abs(size - first) > _UNEVEN or max(more) > size + 1:
                continue
            if near not in found and len(more) > 1 and min(more[:-1]) >= size - 1:
                told.append(near)
            found[near] = size
    return found


def _stripped_pages(groups: Sequence[list[Line]], measure: float) -> frozenset[int]:
    """The paragraphs between blank lines on pages that have lost their indents, by their numbers (0-based).

    None of them has an indent, and more than one begins below a paragraph that has ended short of
    the column: there each is a paragraph of its own, and no rest of what stands above it.
    """
    if not measure:
        return _stripped_whole(groups)
    found: set[int] = set()
    begin, begun, above = 0, 0, False
    for at in range(len(groups) + 1):
        group = groups[at] if at < len(groups) else []
        if group and not any(map(is_indented, group)):
            text = width(group[0].text.strip()) >= measure - _UNEVEN or ends_sentence(
                group[-1].text
            )
            begun += above and text
            if text or len(group) > 1:
                last = group[-1].text.strip()
                # A whole paragraph on its line ends there, too, where other pages keep their lines.
                within = measure - _SHORT_OF <= width(last) <= measure + _LONGER
                above = ends_sentence(last) and not within
            continue
        if begun >= _BEGUN:
            found.update(range(begin, at))
        begin, begun, above = at + 1, 0, False
    return frozenset(found)


def _stripped_whole(groups: Sequence[list[Line]]) -> frozenset[int]:
    """The same where each paragraph is a line, so that no column tells how one has ended.

    Few pages break right behind a sentence: where more than one piece in a row stands below
    the end of a sentence, those are paragraphs. What a heading or a label parts tells nothing.
    """
    found: set[int] = set()
    begin, begun, above = 0, 0, False
    for at in range(len(groups) + 1):
        group = groups[at] if at < len(groups) else []
        text = group[-1].text if group else ""
        if not group or any(map(is_indented, group)):
            if begun >= _BEGUN:
                found.update(range(begin, at))
            begin, begun = at + 1, 0
        elif ends_sentence(text) or width(text.strip()) >= _RUNNING:
            begun += above
        above = bool(group) and ends_sentence(text)
    return frozenset(found)


_LONGER = 4.0
"""Em by which what is no printed line is longer than those of the column."""
_RUNNING = 24
"""Em of a line that is text and no heading."""
_BEGUN, _SHORT_OF = 2, 2.0
"""So many paragraphs without an indent begin below others by no chance; by so many em at least the last
line of a paragraph is short of its column."""


def _narrow_frames(groups: Sequence[list[Line]], grid: Grid) -> dict[int, float]:
    """The measures of paragraphs of two lines in a frame, by the numbers of the groups (0-based).

    Two lines alone tell no measure, and the first of them may look too short to go on; those of
    three and more in the same frame tell it. Only where blank lines part all paragraphs.
    """
    if not grid.spaced:
        return {}
    narrow = {at: size for at, group in enumerate(groups) if (size := _narrow(group, grid))}
    found: dict[int, float] = {}
    for at, size in narrow.items():
        for near in range(max(0, at - _NEAR), min(len(groups), at + _NEAR + 1)):
            first, *more = [line.text.strip() for line in groups[near]]
            cut = len(more) == 1 and not ends_sentence(first) and ends_sentence(more[0])
            if cut and abs(size - width(first)) <= _UNEVEN and width(more[0]) <= size:
                found[near] = size
    return found


_NEAR = 3
"""Paragraphs of one page."""


def _fills_column(group: Sequence[Line], grid: Grid) -> bool:
    """True for lines as long as those of the column, but for the last, one of which breaks off.

    However many of them happen to end with a mark, they are no verse.
    """
    measure = grid.measure
    *full, last = texts = [line.text.strip() for line in group]
    if grid.stripped and grid.flush and fills_without_indent(texts, measure):
        return True
    return (
        len(full) > 1
        and _COLUMN <= measure <= min(map(width, full)) + 1
        and width(last) < measure - 1
        and ends_sentence(last)
        and any(is_han(text[-1]) for text in full if text)
    )


def _fills_own_column(group: Sequence[Line]) -> bool:
    """True for many lines nearly all of which are as long as the others: a column set narrower than most."""
    sizes = [width(line.text.strip()) for line in group]
    measure = sorted(sizes)[len(sizes) // 2]
    full = sum(abs(size - measure) <= _UNEVEN / 2 for size in sizes)
    return len(group) >= _MANY_LINES and measure >= _COLUMN and full * 4 >= len(group) * 3


_MANY_LINES = 12
"""So many lines of one length are no stanza."""


def _ragged(group: Sequence[Line], measure: float) -> frozenset[int]:
    """The places of several lines in a row, none of which fills the column or ends a sentence: verse.

    Of prose no line but the last of a paragraph is so short, and what people say ends with a mark.
    """
    if measure < _COLUMN:
        return frozenset()
    found: set[int] = set()
    begin = 0
    for at in range(len(group) + 1):
        if at < len(group) and width(group[at].text.strip()) <= _SHORT_LINE * measure:
            continue
        run = group[begin:at]
        ended = sum(not is_han(line.text.rstrip()[-1:] or "。") for line in run)
        if len(run) >= _VERSE and ended * 4 <= len(run):
            found.update(range(begin, at))
        begin = at + 1
    return frozenset(found)


_SHORT_LINE, _VERSE = 0.6, 6
"""How much of its column a short line fills at most, and so many in a row are no chance."""
_COLUMN = 16
"""Em of a column that is too wide for lines of verse, all of one length."""


def _grid_of_group(group: list[Line], grid: Grid) -> Grid:
    """How lines that stand together are set, in a column that is set like ``grid``."""
    measure = _own_measure(group) or (_narrow(group, grid) if grid.spaced else 0.0) or grid.measure
    if measure < grid.measure - _NARROWER:
        # Between the short lines of a talk stand full ones; a box has none of the column's.
        full = sum(fills(line, grid.measure) for line in group)
        measure = grid.measure if full >= _FULL and full * 8 >= len(group) else measure
    return Grid(
        measure,
        spaced=grid.spaced and len(group) > 1,
        indented=grid.indented,
        stripped=grid.stripped,
        flush=not any(map(is_indented, group)),
        ragged=grid.ragged,
        speakers=grid.speakers,
    )


class _Setting(NamedTuple):
    """How the lines of a group are set."""

    common: Grid
    own: Mapping[int, Grid]
    """The grids of lines that are set otherwise, by their places."""
    likely: Mapping[int, bool]
    """Whether lines go on whose indents are lost, as far as the lines around tell."""
    lost: bool
    """Of some lines the indents are lost, which the rest of the issue has kept."""

    def at(self, place: int) -> Grid:
        return self.own.get(place, self.common)


def _setting_of(
    group: list[Line],
    grid: Grid,
    pieces: Mapping[int, int],
    begins: Collection[int],
    carried: Grid | None,
) -> _Setting:
    local = _grid_of_group(group, grid)
    lost = _where_lost(group, local, pieces) if grid.indented else {}
    if carried is not None and not lost:
        lost = dict.fromkeys(range(len(group)), carried)
    if not lost and not (local.stripped and local.flush):
        return _Setting(local, {}, {}, lost=False)
    from converter.segment.units.likely import likeliest, likely_where_lost

    # Most issues keep their indents.
    if lost:
        return _Setting(local, lost, likely_where_lost(group, lost, pieces), lost=True)
    starts = _sections(group, pieces, begins)
    ends = [*starts[1:], len(group)]
    sections = [
        (start, _grid_of_group(group[start:end], grid) if len(starts) > 1 else local)
        for start, end in zip(starts, ends, strict=True)
    ]
    own, likely = likeliest(group, sections, grid.measure)
    return _Setting(own[0], own, likely, lost=False)


def _units_of(
    group: list[Line],
    grid: Grid,
    pieces: Mapping[int, int],
    begins: Collection[int],
    *,
    stripped: bool = False,
    halved: bool = False,
    carried: Grid | None = None,
) -> Iterator[Unit]:
    """The units of lines that stand together; ``stripped`` tells that their page has lost its indents.

    ``halved`` tells that printed lines stand on two at marks of punctuation, ``carried`` how the lines
    above are set that have lost their indents.
    """
    run: list[Line] = []
    gap = True
    if items := items_of(group):
        across = {
            below.number
            for line, below in pairwise(group)
            if runs_across(line, line, below, grid.measure)
        }
        begins = items.difference(across).union(begins)
    torn, printed = torn_lines(group, grid.measure, halved=halved)
    setting = _setting_of(printed, grid, pieces, begins, carried)
    verse = not (setting.lost or _fills_column(group, grid)) and is_verse(group)
    narrow = verse or _fills_own_column(group)
    ragged = frozenset() if narrow else _ragged(group, grid.measure)
    # A page all of whose indents are lost tells nothing by having none.
    indented = (grid.indented and not stripped) and (
        not setting.common.flush or sum(ends_sentence(line.text) for line in group) < 2
    )
    cut, whole, broken, top = False, False, 0, 0
    for position, line in enumerate(group):
        run.append(line)
        following = group[position + 1] if position + 1 < len(group) else None
        piece = pieces.get(line.number)
        if following is None or following.number in begins or isinstance(following, RestLine):
            ends = True
        elif piece is not None or following.number in pieces:
            ends = piece != pieces.get(following.number)
        elif position + 1 in torn or runs_across(run[0], line, following, grid.measure):
            ends = False
        else:
            ends = verse or not ragged.isdisjoint((position, position + 1))
            ends = ends or _ends_unit(printed, position, run, setting)
        if ends:
            opens = None
            start = position - len(run) + 1
            here = setting.at(start)
            own = setting.lost and start in setting.own
            if indented and not (verse or own or start in ragged):
                opens = opens_here(run[0], group, position, here.measure)
                flush = not cut and has_lost_indent(group, start, here.measure, top)
                if opens is False and (flush or (grid.ragged and _talks(run, following))):
                    opens = None
            elif _is_rest(run, here, cut=cut, boxed=whole and broken > 0):
                opens = False
            if len(run) > 1 and len(run[0].text.strip()) == 1 and is_initial(group[start:], here):
                opens = True
            yield unit_of(run, gap=gap, opens=opens)
            cut, whole = piece is not None, ends_sentence(line.text)
            breaks = not whole and fills(line, here.measure)
            broken = 0 if opens is False else _BOX if breaks else max(0, broken - 1)
            top = position + 1 if cut else top
            run, gap = [], False


def _is_rest(run: Sequence[Line], grid: Grid, *, cut: bool, boxed: bool) -> bool:
    """True for text that begins with a full line below a piece that was set into the column, and has ``cut`` it.

    So does what stands below the paragraphs of a box, which is ``boxed``.
    """
    text = run[0].text.strip()
    return len(run) > 1 and ((cut and not is_first(text, grid)) or (boxed and is_inner(text, grid)))


_BOX = 6
"""Units of a box, its name among them, below the sentence that it cuts."""


def _points_run_on(run: Sequence[Line], following: Line, grid: Grid) -> bool:
    """True for a point at a line's beginning, flush where paragraphs are indented, below one within the text."""
    if not (
        grid.indented and grid.measure and is_indented(run[0]) and fills(run[-1], grid.measure)
    ):
        return False
    if following.text[:1].isspace():
        return False
    return counts_within("".join(line.text.strip() for line in run), following.text.strip())


def _ends_unit(
    group: Sequence[Line], position: int, run: Sequence[Line], setting: _Setting
) -> bool:
    """True if the unit whose lines so far are ``run`` ends with a line that is not the last."""
    line, following = group[position], group[position + 1]
    then = group[position + 2] if position + 2 < len(group) else None
    here, likely = setting.at(position), setting.likely.get(position)
    if _points_run_on(run, following, here) or _begins_unread(line, following, here):
        return False
    if _closes_remark(run, following, here):
        return False
    if len(run) == 1 and _begins(group, position, here) and is_initial(group[position:], here):
        return False
    on = goes_on(line, following, then, here, first=len(run) == 1, opener=run[0], likely=likely)
    return not on or is_plain_heading(line, following, then, here)


def _closes_remark(run: Sequence[Line], following: Line, grid: Grid) -> bool:
    """True for ——编者） below the full lines of a remark in brackets that is open yet: （本刊已……关注。."""
    first, after = run[0].text.strip(), following.text.strip()
    if first[0] != "（" or after[-1] != "）" or not fills(run[-1], grid.measure):
        return False
    if grid.indented and is_indented(following):
        return False
    opened = sum(line.text.count("（") - line.text.count("）") for line in run)
    return opened == 1 and after.count("）") - after.count("（") == 1


def _begins_unread(line: Line, following: Line, grid: Grid) -> bool:
    """True for □川认为…… flush below a full line that breaks off: a character that nobody could read.

    Where points begin so, their marks stand below whole sentences, or behind an indent as all paragraphs do.
    """
    if following.text[:1] != "□" or not (grid.indented and fills(line, grid.measure)):
        return False
    return is_han(following.text[1:2]) and is_han(line.text.rstrip()[-1])


def _begins(group: Sequence[Line], position: int, grid: Grid) -> bool:
    """True for a short line in a group with no line of text right above it."""
    if len(group[position].text) > _SHORT:
        return False
    return not position or not fills(group[position - 1], grid.measure)


_SHORT = 3
"""Characters of a line that may be an initial behind an indent."""


def _where_lost(group: Sequence[Line], grid: Grid, pieces: Mapping[int, int]) -> dict[int, Grid]:
    """How the lines that have lost their indents are set, by their places in a group."""
    return {
        at: part.grid
        for part in lost_indents(group, grid, pieces)
        for at in range(part.start, part.end)
    }


def _sections(
    group: Sequence[Line], pieces: Mapping[int, int], begins: Collection[int]
) -> list[int]:
    """The places in a group where what stands apart begins, or what stands below it."""
    return [
        at
        for at, line in enumerate(group)
        if not at
        or line.number in begins
        or pieces.get(line.number) != pieces.get(group[at - 1].number)
    ]


def _talks(run: Sequence[Line], following: Line | None) -> bool:
    """True for a line of speech above another that begins with speech."""
    if following is None or len(run) > 1 or following.text.strip()[0] != "“":
        return False
    return is_speech(run[0].text.strip())


def _own_measure(group: list[Line]) -> float:
    """The measure of lines that stand together, which may be set narrower than others.

    0 where no line of them breaks a sentence at the measure, or where one is far longer, and
    for a name over a few sayings, each a sentence on its line.
    """
    if len(group) < 2:
        return 0.0
    if len(group) > _SAYINGS and all(ends_sentence(line.text) for line in group[1:]):
        return 0.0
    measure = measure_of(group)
    sizes = [width(line.text.strip()) for line in group]
    if measure and max(sizes) > measure + _OVER and len(group) < _MANY:
        return 0.0
    breaks = any(
        abs(size - measure) <= 1.5 and not ends_sentence(line.text)
        for size, line in zip(sizes[:-1], group, strict=False)
    )
    return measure if breaks else 0.0


def _narrow(group: list[Line], grid: Grid) -> float:
    """The measure of a paragraph between blank lines that is set narrower, 0 if it is none."""
    widest = _even(group)
    return widest if widest < grid.measure - 1.5 else 0.0


def _even(group: list[Line]) -> float:
    """The measure of a paragraph of even lines between blank lines, 0 if it is none."""
    if len(group) <= 2:
        return 0.0
    sizes = [width(line.text.strip()) for line in group]
    widest = max(sizes)
    broken = [line for line in group[:-1] if not ends_sentence(line.text)]
    full = [sizes[0] + INDENT, *sizes[1:-1]]  # the first line has lost its indent perhaps
    even = min(full) >= widest - _UNEVEN and sizes[-1] <= widest
    prose = bool(broken) and ends_sentence(group[-1].text) and widest >= _NARROWEST
    return widest if even and prose else 0.0


_UNEVEN = 2.5
"""Em by which full lines differ: a lost indent, a word or a mark that goes to the next line."""
_NARROWEST = 16
_SAYINGS = 3
"""So many lines that are a sentence each are no lines of one paragraph."""
_MANY = 12
"""Lines of which one may well be out of order."""
_NARROWER, _FULL = 2, 3
_OVER = 6
"""Em by which a line may be longer than its measure, as one with Latin words may."""
