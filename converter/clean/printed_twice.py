"""Titles whose characters a text layer has twice, as a program that has no bold type prints them.

一一碗碗粥粥的的前前身身: the second print stands a hair beside the first, and both are text.
"""

from __future__ import annotations

from collections.abc import Sequence

from converter.clean.edits import Edit
from converter.hanzi import is_han
from converter.source import Line

NAME = "printed-twice"

_PAIRS, _KINDS = 5, 4
"""Pairs of a line that is printed twice beyond doubt, and different characters of it."""
_LINES = 2
"""So many such lines tell that shorter ones are printed so as well, of which each has two pairs at least:
寻寻觅觅 is no such line by itself."""
_FEWEST = 2


def printed_twice(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that take away the second prints, by the indexes of the lines."""
    twice = {at: pairs for at, line in enumerate(lines) if (pairs := _pairs(line.text))}
    certain = {
        at
        for at, pairs in twice.items()
        if len(pairs) >= _PAIRS and len(set(filter(is_han, pairs))) >= _KINDS
    }
    if not certain:
        return {}
    if len(certain) >= _LINES:
        certain.update(at for at, pairs in twice.items() if len(pairs) >= _FEWEST)
    return {at: _edits(lines[at].text) for at in sorted(certain)}


def _pairs(text: str) -> str:
    """One character of each pair of a line that is nothing but pairs; "" for any other line."""
    plain = text.strip()
    if len(plain) % 2 or plain[::2] != plain[1::2] or not any(map(is_han, plain)):
        return ""
    return plain[::2]


def _edits(text: str) -> list[Edit]:
    first = len(text) - len(text.lstrip())
    return [Edit(at, at + 1, "") for at in range(first + 1, len(text.rstrip()), 2)]
