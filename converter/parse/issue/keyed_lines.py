"""The keys of some lines, one behind the other, which know where a line begins or has a mark."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from converter import patterns as re
from converter.hanzi import key
from converter.source import Line


class KeyedLines:
    """The keys of lines as one text."""

    def __init__(self, lines: Sequence[Line]) -> None:
        names = [key(line.text) for line in lines]
        self.text = "".join(names)
        self._lines = lines
        self._begins = [0, *accumulate(map(len, names))]
        self.edges = frozenset(self._begins)
        """The places of the text at which a line begins or ends."""

    def places(self, pattern: re.Pattern[str]) -> frozenset[int]:
        """The places of the text at which a line has what a pattern finds, and the edges."""
        return self.edges.union(
            begin + len(key(line.text[: hit.start()]))
            for line, begin in zip(self._lines, self._begins, strict=False)
            for hit in pattern.finditer(line.text)
        )
