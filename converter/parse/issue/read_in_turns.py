"""Pages of two columns of which OCR has read the lines in turns: one of the left, one of the right, and so on.

An engine that puts the lines of a page in order by how far down they stand does so. No line then carries
on the one above it, and nearly each the one before that. Each line goes to the column whose last
line it carries on, and where the words do not tell, to the one that the line above is not of.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.hanzi import ends_sentence, is_han, width
from converter.parse.context import Context
from converter.parse.grams import Trigrams, learnt
from converter.source import Line
from converter.values import NamedTuple

_WIDEST, _FEWEST = 26, 12
"""The most em of a line of two columns beside each other, and the fewest lines of both of them."""
_CARRIES_ON, _BREAKS_OFF = 0.3, -0.2
"""What the seams between every other line say at least where they are read in turns, and at most those
between each line and the next; each is told by -1 to 3.5."""
_SAID, _NEVER, _OFTEN, _AROUND = 1.0, -1.0, 0.5, 1.0
"""What it tells that the issue says two characters side by side, says them nowhere, says them often, and
has one more character beside them that is here too."""
_TIMES = 3
"""So many times are often."""
_IN_TURN, _AGAIN, _INSIDE = 0.2, -2.5, 0.3
"""What the order says for the other column and for the same one again, and each line for being in one."""
_REACH = 8
"""The most lines of one column in a row."""
_HEAD = 6
"""The most lines above the columns: a title, a subtitle, who signs."""
_SHORTER = 1.6
"""By how many em a line of a title is shorter than the full ones below it."""
_LEAST, _APART = 6, 2.0
"""The fewest lines of a zone, and by how much two zones must be likelier than one."""
_HEADING = 0.75
"""The most of a full line that one of a heading takes."""
_RIGHT_FIRST = 1.0
"""By how much the words must tell it that the first line is of the right column."""


def with_columns_in_order(lines: Sequence[Line], context: Context) -> list[Line]:
    """The lines, with those of such columns one column below the other."""
    made: list[Line] = []
    grams: Trigrams | None = None
    for run in _runs(lines):
        if len(run) < _FEWEST or not _is_narrow(run[0]):
            made += run
            continue
        grams = grams or learnt([line.text.strip() for line in lines if not line.blank])
        made += _parted(run, _last_text(made), grams, context)
    return made


def _runs(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines in runs of those that may stand in two columns, and of others."""
    runs: list[list[Line]] = []
    kind = None
    for line in lines:
        narrow = _is_narrow(line)
        if kind is None or narrow != kind:
            runs.append([])
            kind = narrow
        runs[-1].append(line)
    return runs


def _is_narrow(line: Line) -> bool:
    text = line.text.strip()
    return bool(text) and "|" not in text and width(text) <= _WIDEST


def _last_text(lines: Sequence[Line]) -> str:
    """The last line with a text, "" for none."""
    return next((line.text.strip() for line in reversed(lines) if not line.blank), "")


def _parted(run: list[Line], above: str, grams: Trigrams, context: Context) -> list[Line]:
    """A run with its columns one below the other, as it is where it has but one."""
    texts = [line.text.strip() for line in run]
    if not _are_in_turns(texts, grams):
        return run
    zones = _zones(_Zone.of(texts, (0, len(texts)), above, grams), texts, grams)
    # What stood between the lines of a column is of the other one, and no gap.
    context.absent |= {run[at].number for zone in zones for at in range(zone.begins, zone.end)}
    order = [at for zone in zones for at in zone.order]
    context.ledger.doubt("ART007", run[order[0]].number, text=texts[order[0]][:8])
    return [run[at] for at in order]


class _Zone(NamedTuple):
    """Lines of two columns beside each other, below lines across both of them."""

    start: int
    begins: int
    """Where the columns begin, below a title or a heading."""
    end: int
    columns: tuple[list[int], list[int]]
    """The left one and the right one."""
    score: float
    """How likely it is."""

    @classmethod
    def of(cls, texts: Sequence[str], span: tuple[int, int], above: str, grams: Trigrams) -> _Zone:
        """The likeliest columns of the lines in a span, below a text."""
        start, end = span
        begins, columns, score = _columns(texts[:end], start, grams)
        over = texts[begins - 1] if begins > start else above
        left, right, joint = _in_order(texts, columns, over, grams)
        return cls(start, begins, end, (left, right), score + joint)

    @property
    def order(self) -> list[int]:
        """The lines in their order."""
        return [*range(self.start, self.begins), *self.columns[0], *self.columns[1]]


def _zones(zone: _Zone, texts: Sequence[str], grams: Trigrams) -> list[_Zone]:
    """The zones into which headings part one, of which each has its columns."""
    best: tuple[float, list[_Zone]] = (zone.score + _APART, [zone])
    full = max(map(width, texts)) * _HEADING
    for at in range(zone.begins + _LEAST, zone.end - _LEAST):
        heads = width(texts[at]) < full and not ends_sentence(texts[at])
        if not heads or texts[at][-1] in "，、；：":
            continue
        upper = _Zone.of(texts, (zone.start, at), "", grams)
        lower = _Zone.of(texts, (at, zone.end), texts[upper.order[-1]], grams)
        if lower.begins > at and upper.score + lower.score > best[0]:
            best = upper.score + lower.score, [upper, lower]
    if len(best[1]) == 1:
        return best[1]
    return [part for one in best[1] for part in _zones(one, texts, grams)]


def _are_in_turns(texts: Sequence[str], grams: Trigrams) -> bool:
    """True if every other line is carried on, and hardly any by the next."""
    below = [_seam(one, other, grams) for one, other in pairwise(texts)]
    turns = [_seam(one, other, grams) for one, other in zip(texts, texts[2:], strict=False)]
    return sum(below) <= _BREAKS_OFF * len(below) and sum(turns) >= _CARRIES_ON * len(turns)


def _seam(one: str, other: str, grams: Trigrams) -> float:
    """How likely a line carries on another, 0 where nothing tells."""
    last, first = one[-1], other[0]
    if ends_sentence(one) or not (is_han(last) and is_han(first)):
        return 0.0
    times = grams.count(last + first)
    if not times:
        return _NEVER
    told = _SAID + _OFTEN * (times > _TIMES)
    told += _AROUND * (len(one) > 1 and grams.count(one[-2:] + first) > 0)
    return told + _AROUND * (len(other) > 1 and grams.count(last + other[:2]) > 0)


class _Way(NamedTuple):
    """A way to part the lines up to one: how likely it is, and in which column each of them stands."""

    score: float
    columns: tuple[int, ...]


def _columns(
    texts: Sequence[str], first: int, grams: Trigrams
) -> tuple[int, tuple[list[int], list[int]], float]:
    """Where the columns of the lines from one on begin, the lines of each, and how likely that is."""
    full = max(map(width, texts)) - _SHORTER
    last = min(first + _HEAD, len(texts) - 1)
    lead = next((at for at in range(first, last) if width(texts[at]) >= full), last)
    ways = {start: _ways(texts, start, grams) for start in range(first, lead + 1)}
    start = max(ways, key=lambda at: (ways[at].score, -at))
    parted: tuple[list[int], list[int]] = [], []
    for at, column in enumerate(ways[start].columns, start):
        parted[column].append(at)
    return start, parted, ways[start].score


def _ways(texts: Sequence[str], start: int, grams: Trigrams) -> _Way:
    """The likeliest way to part the lines from one on."""
    ways: dict[tuple[int, int], _Way] = {(start, -1): _Way(_INSIDE, (0,))}
    for at in range(start + 1, len(texts)):
        found: dict[tuple[int, int], _Way] = {}
        for (last, other), way in ways.items():
            column = way.columns[-1]
            same = way.score + _INSIDE + _AGAIN + _seam(texts[last], texts[at], grams)
            carried = _seam(texts[other], texts[at], grams) if other >= 0 else 0.0
            turned = way.score + _INSIDE + _IN_TURN + carried
            if at - other <= _REACH:
                _keep(found, (at, other), _Way(same, (*way.columns, column)))
            _keep(found, (at, last), _Way(turned, (*way.columns, 1 - column)))
        ways = found
    return max(ways.values(), key=lambda way: way.score)


def _keep(ways: dict[tuple[int, int], _Way], place: tuple[int, int], way: _Way) -> None:
    if place not in ways or ways[place].score < way.score:
        ways[place] = way


def _in_order(
    texts: Sequence[str], columns: tuple[list[int], list[int]], above: str, grams: Trigrams
) -> tuple[list[int], list[int], float]:
    """The left column, the right one, and what their seams tell.

    The first line is of the left one, unless the words tell otherwise.
    """
    first, second = columns
    if not second:
        return first, second, 0.0

    def joint(left: Sequence[int], right: Sequence[int]) -> float:
        over = _seam(above, texts[left[0]], grams) if above else 0.0
        return over + _seam(texts[left[-1]], texts[right[0]], grams)

    straight, turned = joint(first, second), joint(second, first)
    if turned - straight > _RIGHT_FIRST:
        return second, first, turned
    return first, second, straight
