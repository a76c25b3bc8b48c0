"""The subtitle behind a title, on its line: 标题　——访某某, which the contents have on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key
from converter.segment import RestLine
from converter.source import Line

_DASH = "——"
_LEAST, _LONGEST = 3, 110
"""Characters of the shortest subtitle, and of a line with both."""


def with_subtitles_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which those with a title and its subtitle are two.

    A line of the contents begins with what stands from the dash on, perhaps with who wrote it behind.
    """
    listed = [key(line.text) for line in contents if line.text.lstrip().startswith(_DASH)]
    if not listed:
        return list(body)
    made: list[Line] = []
    for line in body:
        at = line.text.find(_DASH, 1) if _DASH in line.text and len(line.text) <= _LONGEST else -1
        title, told = line.text[:at].rstrip(), line.text[at:].strip()
        name = key(told)
        told_so = len(name) >= _LEAST and any(one.startswith(name) for one in listed)
        if at < 0 or not key(title) or not told_so:
            made.append(line)
            continue
        made.append(line._replace(text=title))
        made.append(RestLine(line.number, told))
    return made
