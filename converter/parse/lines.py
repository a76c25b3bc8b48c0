"""Breaks text into printed lines, as far as the printers' rules tell.

Closing marks hang over the measure, opening marks go to the next line, words and numbers
are not torn (GB/T 15834-2011 §5.1.2, clreq §3.1.7). A real printer has other means as well,
so how often the result is right is measured on the text itself (:mod:`.geometry`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, repeat

from converter import patterns as re
from converter.memo import per_issue

NO_START = frozenset("，。、；：？！）》」』】〉”’…—·%％①②③④⑤⑥⑦⑧⑨")
NO_END = frozenset("（《〈「『【“‘")
_PAIRS = frozenset("—…")


@per_issue(1024)
def set_lines(
    text: str, measure: float, indent: float = 0.0, *, hang: float = 1.0
) -> tuple[int, float]:
    """How many lines a text takes, and the width of the last of them in em.

    ``hang`` is by how many em a closing mark may stand over the measure.
    """
    reach = _reach(text)
    size = len(text)
    at, lines, lead = 0, 1, indent
    even = isinstance(reach, range)
    while True:
        stop = reach[at] + measure - lead + 1e-6
        end = min(int(stop), size) if even else bisect_right(reach, stop, at) - 1
        if end >= size:
            return lines, reach[size] - reach[at] + lead
        if hang and text[end] in NO_START:
            end = _hung(text, reach, at, end, measure - lead, hang)
            if end >= size:
                return lines, reach[size] - reach[at] + lead
        char = text[end]
        if char < "\x80" or char in _PAIRS or text[end - 1] in NO_END or end <= at:
            end = _whole(text, at, end)
            while end < size and text[end] == " ":
                end += 1
        at, lead, lines = end, 0.0, lines + 1


@per_issue(512)
def _reach(text: str) -> Sequence[float]:
    """The width of a text up to each of its characters; one text is set in several ways."""
    if not _HALF.search(text):
        return range(len(text) + 1)
    runs = (repeat(0.5 if run[0] < "\x80" else 1.0, len(run)) for run in _RUNS.findall(text))
    return [0.0, *accumulate(chain.from_iterable(runs))]


_HALF = re.compile("[\x00-\x7f]")
_RUNS = re.compile("[\x00-\x7f]+|[^\x00-\x7f]+")


def _hung(text: str, reach: Sequence[float], at: int, end: int, room: float, hang: float) -> int:
    """The end of a line after the closing marks that hang over it."""
    while end < len(text) and text[end] in NO_START:
        more = hang * (2 if text[end - 1] in NO_START else 1)
        if reach[end + 1] - reach[at] > room + more + 1e-6:
            break
        end += 1
    return end


def _whole(text: str, at: int, end: int) -> int:
    """The end of a line before whatever may not be torn from what follows."""
    found = end
    if text[found].isascii() and text[found] != " ":
        while found > at and text[found - 1].isascii() and text[found - 1] != " ":
            found -= 1
    elif text[found] in _PAIRS and text[found - 1] == text[found]:
        found -= 1
    while found > at and text[found - 1] in NO_END:
        found -= 1
    return found if found > at else max(end, at + 1)
