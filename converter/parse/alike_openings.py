"""Whether a paragraph opens as the one does that a box has cut: then it is the next, and not its rest.

问出身份，……。问出难事，……。问出口碑，…….
"""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import is_han

_SURE, _SERIAL = 3, 2
"""Characters with which two paragraphs alone may begin, and of a series that begins with them."""
_SERIES = 3
"""So many paragraphs, the cut one among them, are a series."""
_CLAUSE = re.compile("[^，。：；、！？]{3,12}(?=[，。：])")


def opens_alike(tail: str, before: Sequence[str], text: str) -> bool:
    """True if ``text`` opens as the broken paragraph ``tail`` does, and those ``before`` it.

    So many characters tell it alone; fewer do where the first clauses of a series begin with them,
    all of which have one length.
    """
    if len(tail) <= _SURE or not is_han(tail[0]):
        return False
    if text.startswith(tail[:_SURE]):
        return True
    head, own = tail[:_SERIAL], _clause(text)
    if not own or not text.startswith(head) or not is_han(head[-1]) or own != _clause(tail):
        return False
    above = (one for one in before if not tail.endswith(one))
    return 1 + sum(one.startswith(head) and _clause(one) == own for one in above) >= _SERIES


def _clause(text: str) -> int:
    """The characters of the first clause, 0 for one too long or too short for a call."""
    hit = _CLAUSE.match(text)
    return len(hit[0]) if hit else 0
