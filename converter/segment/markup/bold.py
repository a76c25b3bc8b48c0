"""Bold type in a line: where it ends, and where a converter has ended and begun it again within a word."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.source import Line

_JOINT = re.compile(r"(?<=[^*\s])\*{4}(?=[^*\s])(?!(?<=\d\*{4})\d)")
"""Stars that end bold type and begin it again at once, and do not stand for figures (138****0000)."""
_RUNS = 4
"""Marks of bold type on a line with two runs of it."""


def joined_bold(lines: Sequence[Line]) -> tuple[Sequence[Line], list[tuple[int, str]]]:
    """The lines with such runs as one, and what is left out, by the numbers of the lines."""
    if not any("****" in line.text for line in lines):
        return lines, []
    made: list[Line] = []
    left: list[tuple[int, str]] = []
    for line in lines:
        marks = line.text.count("**")
        joints = _JOINT.findall(line.text) if type(line) is Line else []
        if not joints or marks < _RUNS or marks % 2:
            made.append(line)
            continue
        made.append(line._replace(text=_JOINT.sub("", line.text)))
        left.append((line.number, "".join(joints)))
    return made, left


def ends_bold(text: str) -> bool:
    """True if bold type in a line ends where it began, and no line break is in it."""
    return len(re.findall(r"(?i)</?(?:b|strong)>", text)) == 2 * len(
        re.findall(r"(?i)<(?:b|strong)>[^<>*]+</(?:b|strong)>", text)
    )
