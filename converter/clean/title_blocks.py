"""The title block of Pandoc: % before the title, the authors and the date, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import has_han
from converter.source import Line

_SIGN = "% "
_TOP, _FEWEST, _MOST = 60, 2, 3
"""Lines at the top among which it stands, and so many it has."""


def title_block(lines: Sequence[Line]) -> Iterator[int]:
    """The lines of the block, by their indexes; a program has more such lines, or one."""
    run: list[int] = []
    for at, line in enumerate(lines[:_TOP]):
        if line.text.startswith(_SIGN):
            run.append(at)
        elif run:
            break
    if _FEWEST <= len(run) <= _MOST and has_han(lines[run[0]].text):
        yield from run
