"""HTML without line breaks, read as if each of its paragraphs began a line of its own.

A file saved from a page of the web may hold all of an issue on one line. What is told of a
line (a running head, the end of a box) is told by its number: each paragraph needs one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re

_EDGE = re.compile(
    r"(?P<table></?table\b)|(?P<block><(?:p|div|h[1-6]|li|blockquote|section|article|header|footer)\b)"
    r"|(?P<line><br\s*/?>)",
    re.IGNORECASE,
)
_SEVERAL = 3
"""Paragraphs on a line of the file from which on it holds more than one by no chance."""


def with_own_lines(parts: Sequence[str]) -> list[str]:
    """The lines of a file, with their paragraphs apart where most of the text shares lines."""
    cuts = [_cuts(part) for part in parts]
    shared = sum(len(part) for part, own in zip(parts, cuts, strict=True) if len(own) >= _SEVERAL)
    if shared * 2 <= sum(map(len, parts)):
        return list(parts)
    return [
        part[begin:end]
        for part, own in zip(parts, cuts, strict=True)
        for begin, end in pairwise((0, *own, len(part)))
    ]


def _cuts(text: str) -> list[int]:
    """Where the paragraphs of a line begin but the first one; what is in a table stays there."""
    if "<" not in text:
        return []
    found: set[int] = set()
    depth = 0
    for hit in _EDGE.finditer(text):
        if hit["table"]:
            depth = max(0, depth + (1 if hit["table"][1] != "/" else -1))
        elif not depth:
            found.add(hit.start() if hit["block"] else hit.end())
    begin, end = len(text) - len(text.lstrip()), len(text.rstrip())
    return sorted(at for at in found if begin < at < end)
