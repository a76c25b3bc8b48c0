"""The numbers along the axis of a chart, which OCR has read one to a line between paragraphs.

0 / 20 / 40 / 60, 2019 / 2020 / 2021: they rise or fall by one round step. Pages and numbers of
items rise, too, but not so.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import has_han
from converter.source import Line

_TICK = re.compile(r"^-?(?P<n>\d{1,6}(?:\.\d{1,2})?)\s*[%％]?$")
_LONGEST = 10
_FEWEST = 3
_STEPS = frozenset(("1", "2", "25", "5"))
"""Figures of a round step but for the noughts: 20, 0.5, 250."""
_YEARS = range(1900, 2100)
_YEAR_STEPS = (1, 2, 5, 10)


def find_axes(lines: Sequence[Line]) -> list[int]:
    """The places of the numbers of axes that stand by themselves beside Chinese text."""
    found: list[int] = []
    run: list[int] = []
    above = ""
    for at, line in enumerate(lines):
        text = line.text
        if not text or line.blank:
            continue
        text = text.strip()
        if len(text) <= _LONGEST and _TICK.match(text):
            run.append(at)
            continue
        if len(run) >= _FEWEST and _is_axis(lines, run) and _is_text(above) and _is_text(text):
            found += run
        run, above = [], text
    return found


def _is_text(text: str) -> bool:
    """True for a line that is no row and no cell of a table."""
    return has_han(text) and text[0] != "|"


def _is_axis(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """True for numbers with one round step between them."""
    hits = (_TICK.match(lines[at].text.strip()) for at in places)
    values = sorted(round(float(hit["n"]) * 100) for hit in hits if hit is not None)
    steps = {two - one for one, two in pairwise(values)}
    step = steps.pop() if len(steps) == 1 else 0
    if not step:
        return False
    if all(value % 100 == 0 and value // 100 in _YEARS for value in values):
        return step % 100 == 0 and step // 100 in _YEAR_STEPS
    small = step == 100 or (step == 200 and values[0])
    return str(step).rstrip("0") in _STEPS and values[0] % step == 0 and not small
