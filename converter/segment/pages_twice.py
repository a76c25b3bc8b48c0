"""Pages that an issue has twice, one copy right behind the other, as they are scanned by mistake."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import has_han
from converter.source import Line
from converter.values import NamedTuple

_LEAST = 300
"""Characters that are not said again by chance, each line of them as it was."""
_LINE, _LINES = 12, 3
"""Characters of a longer line, and how many of those there are."""
_COPIES = 2
"""What stands more often is a form that is filled in, or stands so by right."""
_FAR = 400
"""Lines that a page has at most."""
_EDGE, _EDGES = 40, 4
"""Characters of a running head or a folio, and how many of them stand between two pages at most."""

_DIGIT = re.compile(r"\d")


class _Said(NamedTuple):
    """A line with text: its place, and what it says."""

    at: int
    text: str


def find_pages_twice(lines: Sequence[Line]) -> list[range]:
    """The places of the second copies, from the first line of each to its last."""
    said = [_Said(at, text) for at, line in enumerate(lines) if (text := line.text.strip())]
    last: dict[str, int] = {}
    counts: Counter[str] = Counter()
    found: list[range] = []
    end = 0
    for at, one in enumerate(said):
        if len(one.text) < _LINE:
            continue
        before = last.get(one.text, -_FAR)
        last[one.text] = at
        if at < end or at - before >= _FAR:
            continue
        first, size = _again(said, before, at)
        if size:
            counts = counts or Counter(other.text for other in said)
        if size and first >= end and counts[one.text] <= _COPIES:
            found.append(range(said[first].at, said[first + size - 1].at + 1))
            end = first + size
    return found


def _again(said: Sequence[_Said], before: int, at: int) -> tuple[int, int]:
    """Where the lines begin that say those around ``before`` again, and how many; 0 for no whole page."""
    apart = at - before
    first, end = at, at + 1
    while (
        first - 1 > before
        and first > apart
        and said[first - 1].text == said[first - 1 - apart].text
    ):
        first -= 1
    while end < len(said) and end - apart < first and said[end].text == said[end - apart].text:
        end += 1
    texts = [one.text for one in said[first:end]]
    long = sum(len(text) >= _LINE for text in texts)
    between = said[end - apart : first]
    near = len(between) <= _EDGES and all(_is_edge(one.text) for one in between)
    whole = near and long >= _LINES and sum(map(len, texts)) >= _LEAST
    return first, (end - first) * whole


def _is_edge(text: str) -> bool:
    """True for a folio, a head with one, or a rule; a short line of words may be a title."""
    return len(text) <= _EDGE and (_DIGIT.search(text) is not None or not has_han(text))
