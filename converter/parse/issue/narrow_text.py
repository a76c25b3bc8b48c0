"""The paragraphs of narrow lines, and how they end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, width
from converter.parse.issue.frame import entries_of, is_next_point
from converter.segment.units import is_indented
from converter.segment.units.starts import needed
from converter.segment.units.unit import INDENT
from converter.source import Line

RAGGED = 1.2
"""By so much may a full line be shorter: a mark that must not begin the next one, a word."""
SHORT = 3.0
"""By so much is the last line of a paragraph shorter that ends with no full stop."""
SEVERAL = 2
_WORD = re.compile(r"^[!-~]+")
_ITEM = re.compile(rf"^[{HAN}]{{2,4}}[：:]")
_WORK = re.compile("^《[^《》]{1,24}》[，,、（(：:]")
"""《水边的灯》，某某著，……: the head of an entry in a list of books."""
_HALF = 0.6
_STOPS = re.compile("[。！？]")


def is_remark(lines: Sequence[Line], at: int) -> bool:
    """True for a line in brackets below a sentence: （铸造车间，佚名）."""
    text = lines[at].text.strip()
    bracketed = text[0] in "（(" and text[-1] in "）)" and not re.search("[（()）]", text[1:-1])
    return bracketed and at > 0 and ends(lines[at - 1])


def ends(line: Line) -> bool:
    """True for a line with which a paragraph may end."""
    text = line.text.strip()
    return not line.blank and ends_sentence(text)


def flush_below(
    lines: Sequence[Line], cores: Sequence[float], first: int, run: int, *, words: bool
) -> int:
    """Where flush text goes on below the last line of an indented paragraph of a box, 0 if nowhere.

    The paragraphs of a box that keeps its indents all have one; what is left of the sentence that the
    box cuts has none, be it as short as their lines. The last line has left room; with ``words`` it
    has left it for the first word below as well.
    """
    if first >= run or not is_indented(lines[first]):
        return 0
    for at in range(first + 1, run):
        if is_indented(lines[at]) or not ends(lines[at - 1]):
            continue
        room = max(RAGGED, needed(lines[at].text.strip())) if words else RAGGED
        if cores[at - 1] + room < max(cores[first:at]):
            return at
    return 0


def paragraphs(
    lines: Sequence[Line], cores: Sequence[float], first: int, end: int, inner: float
) -> tuple[tuple[int, int], ...]:
    """The paragraphs of a frame: a line that does not fill it is the last of one."""
    found: list[tuple[int, int]] = []
    start = first
    entries = entries_of(lines, first, end)
    indented = is_indented(lines[first]) and sum(map(is_indented, lines[first:end])) >= SEVERAL
    for at in range(first, end):
        below = lines[at + 1].text.strip() if at + 1 < end else ""
        word = _WORD.match(below)
        # A word in Latin letters that does not fit goes to the next line as a whole.
        left = inner - cores[at] - (width(word[0]) if word else 0)
        if below and is_remark(lines, at + 1):
            continue
        listed = bool(_ITEM.match(lines[at].text.strip()) and _ITEM.match(below))
        whole = ends_sentence(lines[at].text.strip())
        open_ended = indented or lines[at].text.strip()[-1] in "，、"
        ended = left > RAGGED if whole else left > SHORT and not open_ended
        if ended and whole and at == start and abs(left - INDENT) < RAGGED:
            ended = not _lost_indents(lines, cores, at)  # the first line of several
        listed = listed or (at + 1 < end and is_next_point(lines, first, at + 1))
        listed = listed or at + 1 in entries
        listed = listed or (indented and at + 1 < end and is_indented(lines[at + 1]))
        listed = listed or bool(_WORK.match(below) and _WORK.match(lines[start].text.strip()))
        if not below or ended or listed:
            found.append((start, at + 1))
            start = at + 1
    return _one_by_one(lines, found)


def _lost_indents(lines: Sequence[Line], cores: Sequence[float], at: int) -> bool:
    """True if the paragraphs of the text about a line begin flush, an indent short of its measure.

    OCR has left the indents out.
    """
    near = range(max(1, at - _AROUND), min(len(lines) - 1, at + _AROUND))
    full = max(Counter(round(cores[one]) for one in near).items(), key=lambda item: item[1])[0]
    short = long = 0
    for one in near:
        above = lines[one - 1]
        if not ends(above) or cores[one - 1] > full - SHORT or is_indented(lines[one]):
            continue
        short += abs(full - INDENT - cores[one]) < RAGGED
        long += abs(full - cores[one]) < _HALF
    return short > long


_AROUND = 60
"""Lines about a box that tell how paragraphs begin."""


def _one_by_one(
    lines: Sequence[Line], found: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int], ...]:
    """The paragraphs, parted as well where a full line ends a sentence, if all are one each then.

    Nothing else tells the end of a point that fills its last line.
    """
    parted: list[tuple[int, int]] = []
    for start, end in found:
        begin = start
        for at in range(start, end):
            if at + 1 == end or ends(lines[at]):
                parted.append((begin, at + 1))
                begin = at + 1
    titled = not ends(lines[parted[0][1] - 1])
    texts = parted[titled:]
    points = all(
        sum(len(_STOPS.findall(line.text)) for line in lines[start:end]) == 1
        and ends(lines[end - 1])
        for start, end in texts
    )
    told = len(found) > titled + 1 or all(end - start == 1 for start, end in texts)
    return tuple(parted if points and told and len(texts) > SEVERAL else found)
