"""The frame of a box whose name is known: how far its lines reach, and how wide it is.

Set into a column, in a frame or on a tint, a box is narrower than the column, all the way down:
its lines that break off have one length, shorter than that of the column, be its paragraphs
several or parted by blank lines. What stands below them is as wide as the column again.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, is_han, number, width
from converter.parse.boxes import bare_label, goes_on_as_source, is_attribution, is_work
from converter.parse.extent import closes_box
from converter.parse.usage import joins
from converter.segment.units import is_indented
from converter.segment.units.grid import speaker_label
from converter.segment.units.starts import needed, parted
from converter.segment.units.unit import INDENT
from converter.source import Line
from converter.values import NamedTuple

_NARROWER = 1.2
"""By so many em at least the lines of a frame are shorter than those of the column."""
_ALIKE = 1.1
"""By so much do lines differ that fill a frame: half a character, a mark that hangs or is half."""
_LEAST = 10
"""Em of the narrowest frame; verse is shorter."""
_FULL = 3
"""So many lines that fill it tell the measure of a frame."""
_MOST = 60
"""Lines of a box; more are a column of their own."""
_TITLE = 14
"""Em of the longest title that is told by its length."""
_SHORTER = 2.0
"""By so many em at least a longer one is shorter than the first line of a paragraph in the frame."""
_CLAUSES = re.compile(r"[，；]|[、：]\s*$")
"""What a title of a few words has none of."""
_ALONE = 24
"""Characters of a line with the name of a box and nothing else, marks and blanks among them."""
_NEAR, _FAR, _WIDE = 6, 12, 3
"""Lines on either side of a frame of which some fill the column, and how many at least."""


class Inset(NamedTuple):
    """A box by the indexes of its lines: its name, and its paragraphs (end exclusive).

    The first paragraph may be its title.
    """

    label: int
    paragraphs: tuple[tuple[int, int], ...]

    @property
    def end(self) -> int:
        """The index after its last line."""
        return self.paragraphs[-1][1]


class _Frame(NamedTuple):
    """Where a frame ends (exclusive), and its measure in em."""

    end: int
    measure: float
    last: int
    """Where the attribution below it ends; that of the frame if there is none."""


class _Column(NamedTuple):
    """A column with the widths of its lines, and the place where a box begins in it."""

    lines: Sequence[Line]
    widths: Sequence[float]
    """Without marks that hang over the end of a line, and with the indent."""
    top: int
    """Where the first of the boxes in a row begins."""
    first: int
    """Where the text of this one begins."""
    measure: float
    names: Callable[[str], str]
    """The known name of a box with which a line begins, if any."""


_BESIDE = re.compile(
    r"^[【\[〔［〖■▲●◆★※▶►]?\s*(?P<label>[^\s：:|｜】\]〕］〗]{2,8})(?:[】\]〕］〗]|\s+|\s*[：:|｜])\s*\S"
)


def framed(
    lines: Sequence[Line],
    widths: Sequence[float],
    at: int,
    measure: float,
    labels: Collection[str],
    top: int,
) -> Inset | None:
    """The box whose known name stands at a line, alone or before its text, if its frame tells.

    ``widths`` are those of the lines with their indents and without marks that may hang over
    their ends, ``measure`` is that of the column, and ``labels`` are the known names. Above ``top`` no box
    stands close by.
    """
    names = partial(_named, labels=labels)
    name = names(lines[at].text)
    if not name:
        return None
    first = at + (name == bare_label(lines[at].text) or is_titled(lines, at))
    if at < first < len(lines) and lines[first].blank:
        first += 1  # a name set apart from its text
    frame = _frame_of(_Column(lines, widths, top, first, measure, names))
    return None if frame is None else Inset(at, _paragraphs(lines, first, frame))


_WORD = 0.5
"""What may speak for it at most (log odds) that a word goes on below a title."""
BRACKETS = frozenset("[【〔〖")
"""What opens a frame about the name of a box."""
_BARRED = re.compile(
    r"[^\s：:|｜，。]{2,8}\s*[|｜]\s*[^，。、；：！|｜]{2,20}$"
    r"|^[【〔［〖][^\s：:|｜，。【〔［〖】〕］〗]{2,8}[】〕］〗]\s*[^，。、；：！|｜【〔［〖]{2,20}$"
)
"""The name of a box, and behind a bar or its frame the title."""


def is_titled(lines: Sequence[Line], at: int) -> bool:
    """True for 小知识｜水尺的来历 and 〔小知识〕水尺的来历, below which no word of the title goes on."""
    text = lines[at].text.strip()
    return (
        _BARRED.search(text) is not None
        and at + 1 < len(lines)
        and joins(text, lines[at + 1].text.strip()) < _WORD
    )


def _named(line: str, labels: Collection[str]) -> str:
    """The known name of a box that stands in a line, alone or before its text, "" if none does."""
    name = bare_label(line) if len(line) <= _ALONE else ""
    if name in labels:
        return name
    beside = _BESIDE.match(line.strip())
    return beside["label"] if beside is not None and beside["label"] in labels else ""


def _frame_of(column: _Column) -> _Frame | None:
    """The frame whose first line of text is that at ``column.first``, if the lines tell of one."""
    run = _narrow_lines(column)
    wraps = [at for at, below in itertools.pairwise(run) if below == at + 1]
    wraps = [at for at in wraps if _wraps(column, at) and not _is_title(column, at)]
    if len(wraps) < _FULL:
        return None
    measure = float(Counter(round(column.widths[at]) for at in wraps).most_common(1)[0][0])
    run = run[: _first_of_column(column, run, measure)]
    full = [at for at in wraps if at in run and _is_full(column, at, measure)]
    if measure < _LEAST or len(full) < _FULL or not _fit(column, run, wraps, full, measure):
        return None
    ends = [at for at in run if at > full[-1] and ends_sentence(column.lines[at].text)]
    if not ends or not _is_beside_wider(column, ends[0] + 1, measure):
        return None
    end = _end(column, run, ends, measure)
    return _Frame(end, measure, _after_attribution(column, end, measure))


def _after_attribution(column: _Column, end: int, measure: float) -> int:
    """Where the attribution below a frame ends, perhaps below a blank line; ``end`` without one."""
    at = end
    while at < len(column.lines) and column.lines[at].blank:
        at += 1
    if at == len(column.lines) or at > end + 1 or not closes_box(column.lines[at].text.strip()):
        return end
    if (split := after_source(column.lines, at)) > at + 1:
        return split
    more = at + 1 < len(column.lines) and column.widths[at] >= measure - INDENT
    if more:  # it fills the frame, and goes on in the next line
        text, below = column.lines[at].text.strip(), column.lines[at + 1]
        whole = _WHOLE.search(text) is not None and not goes_on_as_source(text, below.text)
        more = (
            not (below.blank or whole)
            and not ends_sentence(below.text)
            and _is_narrow(column, at + 1)
        )
    return at + 1 + more


_WHOLE = re.compile(r"》$|》第[^，。》]{1,8}[条條款章节節]$")
"""The end of a source that is whole: ——《某法》第二十六条."""


def after_source(lines: Sequence[Line], at: int) -> int:
    """Where the source ends that begins at a line, ``at`` if none does: ——摘自某某会 | 《某某规定》."""
    if at >= len(lines) or not is_attribution(lines[at].text):
        return at
    if at + 1 == len(lines):
        return at + 1
    above, below = lines[at].text, lines[at + 1].text.strip()
    work = "《" not in above and is_work(below)
    return at + 1 + (work or goes_on_as_source(above, below))


def _wraps(column: _Column, at: int) -> bool:
    return not ends_sentence(column.lines[at].text)


def _begins(column: _Column, at: int) -> bool:
    """True for what may be the first line of a paragraph."""
    above = column.lines[at - 1].text if at > column.first else ""
    if is_indented(column.lines[at]):
        return True
    return not above.strip() or ends_sentence(above) or _is_title(column, at - 1)


def _is_title(column: _Column, at: int) -> bool:
    """True for a first line that is short, of one clause and yet no sentence."""
    if at != column.first or not _wraps(column, at):
        return False
    if column.widths[at] > max(_TITLE, _widest_below(column, at) - INDENT - _SHORTER):
        return False
    return _CLAUSES.search(column.lines[at].text) is None


def _widest_below(column: _Column, at: int) -> float:
    """The em of the longest of the next lines that are narrower than the column."""
    below = range(at + 1, min(len(column.lines), at + 1 + _NEAR))
    return max((column.widths[one] for one in below if _is_narrow(column, one)), default=0.0)


def _is_full(column: _Column, at: int, measure: float) -> bool:
    """True for a line that fills its frame, but for an indent that the OCR took away."""
    size = column.widths[at]
    return abs(size - measure) < _ALIKE or (
        _begins(column, at) and abs(size - (measure - INDENT)) < _ALIKE
    )


def _narrow_lines(column: _Column) -> list[int]:
    """The places of the lines below the name of a box that are all shorter than the column."""
    lines = column.lines
    found: list[int] = []
    for at in range(column.first, len(lines)):
        if lines[at].blank:
            if at == column.first or lines[at - 1].blank or not _opens_paragraph(column, at + 1):
                break
            continue
        if is_attribution(lines[at].text) or not _is_narrow(column, at):
            break
        if at > column.first and (column.names(lines[at].text) or _speaks_above(column, at)):
            break
        found.append(at)
        if len(found) > _MOST:
            return []
    return found


_SPEAKER = 4
"""Characters of the longest name or post before what is said; 归结起来有这样几点：…… is a sentence."""


def _speaks_above(column: _Column, at: int) -> bool:
    """True for the next turn of a talk, of which 记　者：…… stands above the box as well."""
    label = speaker_label(column.lines[at].text.strip())
    return 0 < len(label) <= _SPEAKER and any(
        speaker_label(line.text.strip()) == label for line in column.lines[: column.first]
    )


def _is_narrow(column: _Column, at: int) -> bool:
    text = column.lines[at].text
    hung = _HUNG.search(text) is not None
    figured = _FIGURED * (_FIGURES.search(text) is not None)
    return column.widths[at] - hung <= column.measure - _NARROWER + figured


_FIGURED, _FIGURES = 0.3, re.compile(r"[0-9]")
"""By so much less a line with figures may be narrower, which are half as wide as characters, or more."""
_HUNG = re.compile(r"[，。；：！？]?[”」』》）]\s*$")
"""A closing mark, which may hang over the end of a line, as the stop before it may."""


def _first_of_column(column: _Column, run: Sequence[int], measure: float) -> int:
    """How many lines of a run stand above the first that begins a paragraph in another way.

    All paragraphs of a frame begin alike: with an indent, with one that is lost, or flush.
    """
    full = [at for at in run if _is_full(column, at, measure)]
    opening = next((at for at in full if _wraps(column, at) or _begins(column, at)), None)
    if opening is None:
        return 0
    indented = is_indented(column.lines[opening])
    short = not indented and column.widths[opening] < measure - _ALIKE
    for count, at in enumerate(run):
        if at <= opening or not _ends_paragraph(column, at - 1, measure):
            continue
        fills = column.widths[at] >= measure - _ALIKE and _wraps(column, at)
        if is_indented(column.lines[at]) != indented or (short and fills):
            return count
    return len(run)


def _ends_paragraph(column: _Column, at: int, measure: float) -> bool:
    """True for the end of a sentence behind which there was room for what follows."""
    text, after = column.lines[at].text.strip(), column.lines[at + 1].text.strip()
    if not text or not after:
        return not text
    size = width(text) + (INDENT if is_indented(column.lines[at]) else 0)
    return ends_sentence(text) and size + needed(after) <= measure - _ROOM


_ROOM = 0.6
"""Em that may be left over in a full line."""


def _opens_paragraph(column: _Column, at: int) -> bool:
    """True for two narrow lines in succession, the first of which breaks off."""
    if at + 1 >= len(column.lines) or column.lines[at].blank or column.lines[at + 1].blank:
        return False
    narrow = _is_narrow(column, at) and _is_narrow(column, at + 1)
    return narrow and column.widths[at] >= _LEAST and not ends_sentence(column.lines[at].text)


def _fit(
    column: _Column, run: Sequence[int], wraps: Sequence[int], full: Sequence[int], measure: float
) -> bool:
    """True if no line is longer than the frame, and hardly one that breaks off is shorter."""
    if sum(column.widths[at] > measure + _ALIKE for at in run) * _ODD > len(run):
        return False
    within = sum(at in run for at in wraps)
    return (within - len(full)) * _ODD <= within


_ODD = 4
"""One of so many lines may be shorter: a word, or what a mark takes with it to the next line."""


def _is_beside_wider(column: _Column, end: int, measure: float) -> bool:
    """True if lines above and below a frame fill the column, and those above not the frame."""
    lines, size = column.lines, len(column.lines)
    above = [at for at in range(max(0, column.top - _FAR), column.top) if not lines[at].blank]
    below = [at for at in range(end, min(size, end + _FAR)) if not lines[at].blank]
    above, below = above[-_NEAR:], below[:_NEAR]
    alike = sum(_wraps(column, at) and abs(column.widths[at] - measure) < _ALIKE for at in above)
    wide = [column.widths[at] >= column.measure - 1 for at in (*above, *below)]
    return sum(wide) >= _WIDE and sum(wide[: len(above)]) >= alike


def _end(column: _Column, run: Sequence[int], ends: Sequence[int], measure: float) -> int:
    """The end of a frame, which is that of one of its sentences.

    Short lines below those that fill it are text of the column, as the rest of the sentence that
    the box cuts in two; they belong to the box if that sentence goes on below them.
    """
    least = next((at for at in ends if column.widths[at] < measure - _ALIKE), ends[-1])
    below = run[-1] + 1
    if below < len(column.lines) and column.lines[below].blank:
        below += 1
    goes_on = (
        below < len(column.lines)
        and column.widths[below] >= column.measure - _NARROWER
        and not is_indented(column.lines[below])
    )
    return (ends[-1] if goes_on else _last_alike(column, run, ends, least)) + 1


def _last_alike(column: _Column, run: Sequence[int], ends: Sequence[int], least: int) -> int:
    """The end of the last paragraph that begins as those above it do (不要……。 不要……。), ``least`` without one."""
    heads = {
        at: column.lines[at].text.strip()[:_REFRAIN] for at in run if is_indented(column.lines[at])
    }
    word, times = (
        Counter(heads[at] for at in heads if at <= least).most_common(1)[0] if heads else ("", 0)
    )
    if times < _OFTEN:
        return least
    last = least
    for at in ends:
        start = max((one for one in heads if one <= at), default=0)
        if at <= least or start <= last:
            continue
        if heads[start] != word:
            break
        last = at
    return last


_REFRAIN, _OFTEN = 2, 3
"""Characters with which so many paragraphs of a box begin by no chance."""


def _paragraphs(lines: Sequence[Line], first: int, frame: _Frame) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a box, the last of which may be its attribution."""
    found: list[tuple[int, int]] = []
    for blank, places in itertools.groupby(range(first, frame.end), lambda at: lines[at].blank):
        run = list(places)
        if not blank:
            found += _parted(lines, run[0], run[-1] + 1, frame.measure)
    if frame.last > frame.end:
        signed = next(at for at in range(frame.end, frame.last) if not lines[at].blank)
        found.append((signed, frame.last))
    return tuple(found)


def _parted(lines: Sequence[Line], first: int, end: int, measure: float) -> list[tuple[int, int]]:
    """The paragraphs of some lines: they begin with an indent, or the lines tell where."""
    if any(is_indented(line) for line in lines[first:end]):
        starts = [at for at in range(first + 1, end) if is_indented(lines[at])]
    else:
        texts = [line.text.strip() for line in lines[first:end]]
        begun = entries_of(lines, first, end)
        ruled = [
            False if at in begun else _told(lines, first, at, measure)
            for at in range(first + 1, end)
        ]
        ways = [parted(texts, measure, ruled, indent) for indent in (INDENT, 0.0)]
        on, _ = min(ways, key=lambda way: way[1])
        starts = [at for at, goes_on in enumerate(on, first + 1) if not goes_on]
    return list(itertools.pairwise([first, *starts, end]))


def _told(lines: Sequence[Line], first: int, at: int, measure: float) -> bool | None:
    """Whether a line goes on with the paragraph above it; ``None`` where nothing tells.

    A full line that ends nothing goes on, as does any that ends with a comma: no box stands
    within a box.
    """
    if is_next_point(lines, first, at):
        return False
    above = lines[at - 1].text.strip()
    full = width(above) >= measure - _ALIKE and is_han(above[-1]) and not ends_sentence(above)
    return True if full or above[-1] in "，、" else None


_NUMBER = re.compile(
    r"^(?:(?P<n>[一二三四五六七八九十]{1,3})、|（(?P<m>[一二三四五六七八九十]{1,3})）|(?P<a>\d{1,2})[.．、](?!\d)|[（(](?P<b>\d{1,2})[）)])"
)


def item_number(line: Line) -> int:
    """The number of an item, 一、 or （一） or 1., 0 for none."""
    hit = _NUMBER.match(line.text.strip())
    if hit is None:
        return 0
    return int(hit["a"] or hit["b"] or 0) or number(hit["n"] or hit["m"] or "") or 0


def is_next_point(lines: Sequence[Line], first: int, at: int) -> bool:
    """True for 二、…… below the end of a sentence, where 一、…… stands above in the box."""
    value = item_number(lines[at]) if ends_sentence(lines[at - 1].text) else 0
    return value > 1 and any(item_number(line) == value - 1 for line in lines[first:at])


def entries_of(lines: Sequence[Line], first: int, end: int) -> frozenset[int]:
    """The lines that begin with a figure, a time or a year, if several do, or with the first points.

    A title above the first of them may be as long as a line of the frame.
    """
    told = [at for at in range(first, end) if _ENTRY.match(lines[at].text.strip())]
    numbers = {item_number(lines[at]): at for at in range(first + 1, end)}
    points = [numbers[1]] if numbers.keys() >= {1, 2} and numbers[1] < numbers[2] else []
    return frozenset((*points, *(told if len(told) >= _ENTRIES else ())))


_ENTRIES = 3
_ENTRY = re.compile(
    rf"^(?:\d[\d.]*(?:[%％‰]|[{HAN}]{{1,2}})[：:]|\d{{1,2}}[:：]\d\d|(?:19|20)\d\d年(?:\d{{1,2}}月)?[，,：:])"
)
"""37%：……, 21:02……, 1987年，……: what the entries of a box begin with."""
