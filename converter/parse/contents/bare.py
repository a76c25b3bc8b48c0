"""Contents without pages and blank lines: each line of them stands again on one of the body.

One that has the next right below it there, or its first line, with no text between, is the name of
a section.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter.hanzi import key, width
from converter.names import split_names
from converter.parse.contents.body import BodyIndex
from converter.parse.contents.entries import plain_entry
from converter.parse.contents.marks import continues
from converter.parse.contents.raw import RawContents
from converter.parse.contents.rows import Row
from converter.parse.contents.sections import section_of

_FEWEST = 6
"""So many lines that stand again are no chance."""
_NAME = 12
"""The most em of a section's name."""


def read_bare(rows: Sequence[Row], beside: RawContents, body: BodyIndex) -> RawContents | None:
    """The contents, each line an entry or a section; ``None`` where most lines do not stand again."""
    texts = [row.cells[0] for row in rows]
    if any(row.table or row.page or row.gap for row in rows[1:]) or any(map(_is_part, texts)):
        return None
    again = sum(map(body.stands_alone, texts))
    if again < _FEWEST or again * 5 < len(texts) * 4:
        return None
    above = [
        width(one) <= _NAME
        and (key(other) in body.below(key(one)) or body.stands_above(one, other))
        for one, other in itertools.pairwise(texts)
    ]
    # Of several that stand in a row there, those below the first are entries.
    over = [one and not before for before, one in itertools.pairwise([False, *above])]
    if sum(over) * 3 > len(texts):
        return None  # titles of two lines
    contents = beside.begun()
    for row, text, heads in zip(rows, texts, [*over, False], strict=True):
        if heads:
            contents.sections.append(section_of(text, row.lines[0], body))
        else:
            entry = plain_entry(text, row.lines, len(contents.sections) - 1)
            contents.entries.append(entry)
    contents.lines += [number for row in rows for number in row.lines]
    return contents


def _is_part(text: str) -> bool:
    """True for a line that is no whole entry: a subtitle, or names."""
    return continues(text) or split_names(text) is not None
