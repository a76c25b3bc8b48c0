"""Where paragraphs begin in hard-wrapped text whose first-line indents the OCR took away.

A line ends where its measure is full, and the first of a paragraph is full two em before
all others. So each line tells something of where it stands: one that breaks a sentence off
two em short is a first line, a full one none; one that stops before what follows would have
filled it is a last one. A single line may often be read either way; of all ways to part
a column into paragraphs the likeliest is taken (Viterbi's algorithm), by the lengths of its
lines, by the marks at their ends, and by what the next ones open with.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import CLOSING, HAN, OPENING, ends_sentence, width
from converter.segment.units.unit import INDENT
from converter.values import NamedTuple

_HALF = re.compile(rf"(?<=[{HAN}{CLOSING}])[,;:?!](?!\d)|\((?=[{HAN}])|(?<=[{HAN}])\)")
"""A mark of half a width that was printed full, as the OCR of some pages has all of them."""
_WORD = re.compile(r"[!-~]+")
_PAIR = re.compile(r"——|……")
_NO_START = frozenset("，。、；：？！…—·%％～" + CLOSING)
"""Marks that must not begin a line (GB/T 15834-2011 §5.1.2, clreq §3.1.7)."""
_QUOTES = frozenset("”」』")
_OPENS = re.compile(r"[“「『]|[^\s，。：；！？（）“”「」]{1,5}：|[A-Ha-h][.．、]\s*\S")
"""A speech, who speaks in a few words, or A. before an answer to choose: what opens many a paragraph."""
_SPEECH_ALONE = re.compile(r"“[^“”]*[。！？…—]”$|「[^「」]*[。！？…—]」$")

_FIRST, _INNER = 0, 1
"""Where a line stands: the first of a paragraph, or another."""
_NO_STOP, _COLON, _STOP, _SPEECH = range(4)
"""What a line ends with: nothing of all these, a full stop, a full stop and a quotation mark."""

# Natural logarithms of how rare things are, for lines that go on and lines that do not.
_GOES_ON, _ENDS = 0.3, 1.3
_ANYWHERE = 2.7
"""The last line of a paragraph may end anywhere in its measure."""
_STOPS_WITHIN = (0.1, 0.1, 2.8, 4.4)
_STOPS_AT_END = ((2.0, 2.0, 0.25, 1.6), (6.0, 2.5, 0.25, 1.6))
"""The ends of a paragraph of one line, which may be a heading or a name, and of a longer one."""
_OPENS_FIRST, _OPENS_INNER = (0.15, 1.9, 1.5), (0.03, 3.4, 5.0)
"""A line opens anyhow, as many a paragraph does, or is a speech and nothing else."""
_TORN = 8.0
"""A mark that must not begin a line, at the beginning of a paragraph."""
_CUT = 6.5
"""A full line that ends nothing: a picture or a box below it cuts the sentence."""
_RESUMES = 5.0
"""What stood above, a running head or a box, has cut a paragraph, which goes on below."""
_SHORT, _SHORTER, _SHORTEST = 3.0, 3.5, 25.0
"""A line that goes on, though what follows would have fitted: OCR has lost characters of it."""
_ROOM_LEFT = 3.0
"""A line that is known to go on, though what follows would have fitted."""
_HUNG, _SQUEEZED, _LONG, _LONGEST = 0.4, 1.2, 4.0, 14.0
"""A line that is too long: by a mark that hangs over it, by what its marks give way, at all."""


class _Row(NamedTuple):
    """A line as it was printed."""

    text: str
    size: float
    stop: int


class _Way(NamedTuple):
    """How the line above got here: where it stands, and whether it goes on."""

    kind: int
    on: bool


def parted(
    texts: Sequence[str], measure: float, ruled: Sequence[bool | None], indent: float = INDENT
) -> tuple[list[bool], float]:
    """Whether each line but the last goes on in the next, and how unlikely that is.

    ``texts`` are lines without outer blanks, set in ``measure`` em, with first lines from
    which ``indent`` em are lost. ``ruled`` says of each line but the last what is known by
    other signs: it goes on, or does not; ``None`` where they say nothing. How unlikely is
    a logarithm, good for comparing measures of the same lines.
    """
    rows = [_row(text) for text in texts]
    rooms = (measure - indent, measure)
    costs = [0.0, 0.0]  # of all lines so far, where this one stands as first or inner one
    ways: list[tuple[_Way, _Way]] = []
    for row, below, known in zip(rows, rows[1:], ruled, strict=False):
        costs = [cost + _too_long(row, room) for cost, room in zip(costs, rooms, strict=True)]
        step = [_step(row, below, rooms, costs, kind, known=known) for kind in (_FIRST, _INNER)]
        costs = [cost for cost, _ in step]
        ways.append((step[_FIRST][1], step[_INNER][1]))
    kind = _last(rows[-1], rooms, costs)
    least = costs[kind]
    found: list[bool] = []
    for way in reversed(ways):
        found.append(way[kind].on)
        kind = way[kind].kind
    return found[::-1], least


def _row(text: str) -> _Row:
    if not text.isascii() and re.search("[,;:?!()]", text):
        text = _HALF.sub("，", text)
    if ends_sentence(text):
        return _Row(text, width(text), _SPEECH if text[-1] in _QUOTES else _STOP)
    return _Row(text, width(text), _COLON if text[-1] in "：:" else _NO_STOP)


def _step(
    row: _Row,
    below: _Row,
    rooms: tuple[float, float],
    costs: Sequence[float],
    kind: int,
    *,
    known: bool | None,
) -> tuple[float, _Way]:
    """The likeliest way from a line to the one below, which stands as ``kind``, and its cost."""
    opens = 2 if _SPEECH_ALONE.match(below.text) else int(_OPENS.match(below.text) is not None)
    need = needed(below.text)
    found: list[tuple[float, _Way]] = []
    for above, room in enumerate(rooms):
        if kind == _INNER and known is not False:
            left = room - row.size - need
            within = _ROOM_LEFT * (left >= 0) if known else _within(row, left) + _OPENS_INNER[opens]
            found.append((costs[above] + within, _Way(above, on=True)))
        if known:
            continue
        end = _ends(row, above, room - row.size - need)
        torn = _TORN if below.text[0] in _NO_START else 0.0
        begins = _OPENS_FIRST[opens] + torn if kind == _FIRST else _RESUMES
        found.append((costs[above] + end + begins, _Way(above, on=False)))
    return min(found) if found else (_NEVER, _Way(_FIRST, on=True))


_NEVER = 1e9


def _last(row: _Row, rooms: tuple[float, float], costs: list[float]) -> int:
    """Where the last line of all stands; adds to ``costs`` what it costs."""
    for kind, room in enumerate(rooms):
        cut = _within(row, room - row.size - 1)  # by the end of a page
        costs[kind] += _too_long(row, room) + min(cut, _at_end(row, kind))
    return min((_FIRST, _INNER), key=costs.__getitem__)


def _ends(row: _Row, kind: int, left: float) -> float:
    """How unlikely a line is that does not go on, ``left`` em behind what follows."""
    at_end = _ENDS + _ANYWHERE + _at_end(row, kind)
    return min(at_end, _CUT) if left < 0 and row.stop == _NO_STOP else at_end


def _at_end(row: _Row, kind: int) -> float:
    """How unlikely the last line of a paragraph ends as this one does."""
    if kind == _FIRST and row.stop == _NO_STOP and any(mark in row.text for mark in "，。；"):
        kind = _INNER  # neither a heading nor a name
    return _STOPS_AT_END[kind][row.stop]


def needed(text: str) -> float:
    """The em that the line above would need for what a line begins with.

    That is a character, a word or a pair of dashes, with marks that may not be torn from it.
    """
    at = 0
    while at < len(text) and text[at] in OPENING:
        at += 1
    unit = _WORD.match(text, at) or _PAIR.match(text, at)
    at = unit.end() if unit else at + 1
    while at < len(text) and text[at] in _NO_START:
        at += 1
    return width(text[:at])


def _within(row: _Row, left: float) -> float:
    """How unlikely a line is that goes on, though ``left`` em are left behind what follows."""
    short = 0.0 if left < 0 else min(_SHORT + _SHORTER * left, _SHORTEST)
    return _GOES_ON + _STOPS_WITHIN[row.stop] + short


def _too_long(row: _Row, room: float) -> float:
    """How unlikely a line is that is longer than its measure."""
    over = row.size - room
    if over <= 0:
        return 0.0
    if over > 1.0:
        return min(_LONG * over, _LONGEST)
    if row.text[-1] in _NO_START:
        return _HUNG
    return _SQUEEZED if any(char in _NO_START for char in row.text) else _LONG
