"""Run-in headings of a series, which either all of its paragraphs have or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from converter import patterns as re
from converter.model import Block, MarkKind, Paragraph
from converter.parse.headings import numbering, run_in_series
from converter.values import NamedTuple, replace


class _Item(NamedTuple):
    """A numbered paragraph: where it stands among the blocks, and what it counts."""

    at: int
    value: int
    has_run_in: bool


def with_even_run_ins(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of an article, without the run-in headings that stand alone in their series.

    1. 大米淘净，泡二十分钟。咸肉切丁…… among steps of one sentence each says two things, and none
    of them is a heading: where fewer than half of a series have one, it has none. Nor has a
    paragraph that goes on to count (一是……。二是……。三是……) and no other continues.
    """
    made = list(blocks)
    for series in _series(blocks):
        alone = len(series) == 1 and _counts_on(blocks[series[0].at])
        if alone or 2 * sum(item.has_run_in for item in series) < len(series):
            for item in series:
                made[item.at] = _without_run_in(made[item.at])
    return made


def _series(blocks: Sequence[Block]) -> list[list[_Item]]:
    """Paragraphs numbered in one way that count up, whatever stands between them."""
    open_series: defaultdict[str, list[_Item]] = defaultdict(list)
    whole: list[list[_Item]] = []
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph):
            continue
        kind, value = _counted(block.text.value)
        if not value:
            continue
        last = open_series[kind]
        if not last or value <= last[-1].value:
            open_series[kind] = last = []
            whole.append(last)
        has_run_in = any(mark.kind is MarkKind.RUN_IN for mark in block.text.marks)
        last.append(_Item(at, value, has_run_in))
    return whole


def _counted(text: str) -> tuple[str, int]:
    """The kind of a paragraph's number and what it counts, 0 for none."""
    if number := numbering(text):
        return number.kind, number.value
    return "series", run_in_series(text)


def _counts_on(block: Block) -> bool:
    """True of a paragraph whose first 一是 (第一, (1)) is followed by a sentence with 二是."""
    if not isinstance(block, Paragraph):
        return False
    first, *others = re.split("[。；？！]", block.text.value)
    kind, value = _counted(first)
    return bool(value) and any(_counted(other.lstrip()) == (kind, value + 1) for other in others)


def _without_run_in(block: Block) -> Block:
    if not isinstance(block, Paragraph):
        return block
    marks = tuple(mark for mark in block.text.marks if mark.kind is not MarkKind.RUN_IN)
    return replace(block, text=replace(block.text, marks=marks))
