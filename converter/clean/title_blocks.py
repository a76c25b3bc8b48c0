"""The title block of Pandoc: % before the title, the authors and the date, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from converter.hanzi import has_han
from converter.source import Line

_SIGN = "% "
_FEWEST, _MOST = 2, 3
"""So many lines it has."""


def title_block(top: Sequence[Line]) -> Iterator[int]:
    """The lines of the block among those at the ``top``, by their indexes.

    A program has more such lines, or one.
    """
    run: list[int] = []
    for at, line in enumerate(top):
        if line.text.startswith(_SIGN):
            run.append(at)
        elif run:
            break
    if _FEWEST <= len(run) <= _MOST and has_han(top[run[0]].text):
        yield from run
