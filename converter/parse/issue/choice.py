"""The titles that a cover has chosen (本期要目), where the contents list them again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from converter.hanzi import has_han, key, width
from converter.parse.context import Ledger
from converter.segment.regions import is_contents_heading
from converter.segment.regions.contents import contents_end
from converter.segment.regions.entries import LEADER, entry_like
from converter.source import Line

_FIRST = 200
"""Lines among which both headings stand."""
_MOST = 12
"""Titles on a cover."""
_BETWEEN = 40
"""Lines of text between the headings: the cover's, and those of an imprint."""
_LISTED, _LONGEST = 200, 80
"""Lines of the contents, and the most em of one of them."""
_FEWEST = 3
"""Entries that make contents."""
_SHORTEST = 4
"""Characters of a title that is known again by its beginning."""


def without_choice(lines: Sequence[Line], ledger: Ledger) -> Sequence[Line]:
    """The lines without a cover's 本期要目, whose titles all come again below 目录.

    The contents are what the second heading stands over: the choice says nothing more.
    """
    headings = [at for at, line in enumerate(lines[:_FIRST]) if is_contents_heading(line.text)]
    for first, second in pairwise(headings[:3]):
        chosen = _chosen(lines, first, second)
        if chosen:
            made = list(lines)
            for at in (first, *chosen):
                ledger.drop(lines[at].number, lines[at].text, "cover-line")
                made[at] = Line(lines[at].number, "")
            return made
    return lines


def _chosen(lines: Sequence[Line], first: int, second: int) -> list[int]:
    """Where the titles below the first heading stand, [] if the contents go on there."""
    between = [at for at in range(first + 1, second) if not lines[at].blank]
    if not 0 < len(between) <= _BETWEEN:
        return []
    end = contents_end(lines[: second + _LISTED], second, None)  # the articles have the titles, too
    below = [line.text for line in lines[second + 1 : end] if not line.blank]
    below = list(takewhile(lambda text: width(text) <= _LONGEST, below))
    listed = "\n".join(map(key, below))
    chosen = list(takewhile(lambda at: _is_listed(lines[at].text, listed), between))
    others = between[len(chosen) :]
    if len(chosen) > _MOST or any(entry_like(lines[at].text) for at in others):
        return []
    entries = sum(has_han(text) and entry_like(text) for text in below)
    return chosen if entries >= max(len(chosen), _FEWEST) else []


def _is_listed(text: str, listed: str) -> bool:
    """True for a title of the contents, with its author or page behind it or its page before."""
    words = LEADER.split(text.strip())[0].split()
    if words and words[0].isascii():
        words = words[1:]
    names = (key("".join(words[:count])) for count in range(len(words), 0, -1))
    return any(len(name) >= _SHORTEST and name in listed for name in names)
