"""The subtitle behind a title, on its line: 标题　——访某某, which the contents have on a line of its own."""

from __future__ import annotations

from collections.abc import Sequence

from converter.hanzi import key
from converter.segment import parted_at
from converter.source import Line

_DASH = "——"
_AROUND = "| \t\u3000"
_LEAST, _LONGEST = 3, 110
"""Characters of the shortest subtitle, and of a line with both."""


def with_subtitles_apart(body: Sequence[Line], contents: Sequence[Line]) -> list[Line]:
    """The lines, of which those with a title and its subtitle are two.

    A line of the contents begins with what stands from the dash on, perhaps with who wrote it behind.
    """
    told = (line.text.strip(_AROUND) for line in contents)  # in a table as well
    listed = [key(text) for text in told if text.startswith(_DASH)]
    if not listed:
        return list(body)
    made: list[Line] = []
    for line in body:
        at = line.text.find(_DASH, 1) if len(line.text) <= _LONGEST else -1
        if at > 0 and key(line.text[:at]) and _is_listed(line.text[at:], listed):
            made += parted_at(line, at)
        else:
            made.append(line)
    return made


def _is_listed(subtitle: str, listed: Sequence[str]) -> bool:
    name = key(subtitle)
    return len(name) >= _LEAST and any(one.startswith(name) for one in listed)
