"""问：…… and 答：…… that stand together, and nobody else in the article asks."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.segment import Unit

ASKS = re.compile("^[问問答QA]\\s*[：:]")
_PAIR = 2
"""A question and its answer."""


def only_answers(units: Sequence[Unit]) -> range:
    """The units that open with 问：, 答：, Q：or A：, if they follow one another; else none."""
    asked = [at for at, unit in enumerate(units) if ASKS.match(unit.text)]
    together = len(asked) >= _PAIR and asked[-1] - asked[0] == len(asked) - 1
    return range(asked[0], asked[-1] + 1) if together else range(0)
