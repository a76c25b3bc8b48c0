"""Contents in Markdown that no heading names: links to the texts of the issue, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key, width
from converter.segment.markup import EntryLine
from converter.source import Line

_TOP, _FEWEST = 400, 3
"""Lines among which contents stand, and the fewest entries."""
_TITLE = 48
"""The most em of a title."""


def linked_contents(lines: Sequence[Line]) -> tuple[int, int] | None:
    """The first run of such links of which most stand again below, as titles of the texts."""
    run: list[int] = []
    for at, line in enumerate(lines[:_TOP]):
        if isinstance(line, EntryLine):
            run.append(at)
        elif not line.blank and run:
            if len(run) >= _FEWEST:
                break
            run = []
    if len(run) < _FEWEST:
        return None
    names = {key(line.text) for line in lines[run[-1] + 1 :] if width(line.text) <= _TITLE}
    told = sum(key(lines[at].text) in names for at in run)
    return (run[0], run[-1] + 1) if told * 2 >= len(run) else None
