"""A column whose lines are known by how many em they fill, and how its words go on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from converter.parse.grams import Trigrams, learnt
from converter.source import Line

FULL = 0.6
"""Em that may be left over in a full line."""


class FilledColumn:
    """The lines of a column, ``cores`` their em without hanging marks, ``full`` those of a full one."""

    def __init__(self, lines: Sequence[Line], cores: Sequence[float], full: float) -> None:
        self.lines = lines
        self.cores = cores
        self.full = full

    @cached_property
    def trigrams(self) -> Trigrams:
        """How the issue puts characters side by side."""
        return learnt([line.text.strip() for line in self.lines])
