"""What the body of the issue says about a line of the contents."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable

from converter.hanzi import key
from converter.source import Line


class BodyIndex:
    """The short lines of the body, to ask what a line of the contents is there."""

    def __init__(self, lines: Iterable[Line]) -> None:
        names = [key(line.text) for line in lines if line.text and len(line.text) <= 80]
        self.exact = Counter(name for name in names if name)
        self._below: defaultdict[str, set[str]] = defaultdict(set)
        short = [name for name in names if name]
        for above, below in itertools.pairwise(short):
            self._below[above].add(below)
        self.blob = "\n".join(names)

    def stands_above(self, one: str, other: str) -> bool:
        """True if ``one`` is a line and the next short one begins ``other`` or is it."""
        name = key(other)
        return any(len(below) >= 3 and name.startswith(below) for below in self._below[key(one)])

    def is_part(self, text: str) -> bool:
        """True if the text is a part of a longer short line of the body (a title)."""
        name = key(text)
        if len(name) < 3:
            return False
        whole = self.exact[name]
        return self.blob.count(name) > whole and len(name) >= 5
