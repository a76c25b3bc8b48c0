"""Blank lines between the printed lines of a column, where OCR has joined those of other columns.

An engine that sends a paragraph as one block takes each line of a narrow or loosely set column
for a block of its own. What breaks off in mid-sentence at the width of such a column goes on.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import ends_sentence, is_han, width
from converter.segment.units.starts import needed
from converter.source import Line

_NARROWEST, _WIDEST = 12.0, 40.0
"""Em of a column: verse without marks has shorter lines, and joined paragraphs have longer ones."""
_FEWEST = 3
"""So many lines that break off at one width are no chance."""
_EVEN = 1.0
"""Em by which full lines differ, since no mark may begin one."""
_INDENT = 2.0
"""Em of the indent that OCR has taken from the first line of a paragraph."""
_FULL = 0.5
"""The part of the lines without an end that fill a column of prose at least."""
_INNER = re.compile("[，。；：、！？“”（）《》]")


def column_blanks(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the blank ones within the paragraphs of columns set apart line by line."""
    gone: set[int] = set()
    for run in _runs(lines):
        gone.update(_within(lines, run))
    return [line for at, line in enumerate(lines) if at not in gone] if gone else lines


def _runs(lines: Sequence[Line]) -> Iterator[list[int]]:
    """The places of lines with one blank line between each and the next, none wider than a column."""
    run: list[int] = []
    for at, line in enumerate(lines):
        if line.blank:
            continue
        apart = all(near.blank for near in (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2]))
        alone = apart and type(line) is Line and width(line.text.strip()) <= _WIDEST
        if run and not (alone and at == run[-1] + 2):
            yield run
            run = []
        if alone:
            run.append(at)
    yield run


def _within(lines: Sequence[Line], run: Sequence[int]) -> Iterator[int]:
    """The places of the blank lines of a run that stand within paragraphs."""
    texts = [lines[at].text.strip() for at in run]
    sizes = [width(text) for text in texts]
    measure = _measure(texts, sizes)
    if not measure:
        return
    for start, end, fits in _stretches(texts, sizes, measure):
        if not fits:  # a column of another width, or no text
            yield from _within(lines, run[start:end])
        elif _is_prose(texts[start:end], sizes[start:end], measure):
            own = slice(start, end)
            yield from _joined(lines, run[own], texts[own], sizes[own], measure)


def _stretches(
    texts: Sequence[str], sizes: Sequence[float], measure: float
) -> Iterator[tuple[int, int, bool]]:
    """Where lines may stand in a column of a measure, and where not (start, end exclusive).

    What is wider does not, nor do several lines in a row that neither fill it nor end a sentence.
    """
    wide = [size > measure + _EVEN + 0.5 for size in sizes]
    loose = [
        not ends_sentence(text) and size < measure - _INDENT - _EVEN
        for text, size in zip(texts, sizes, strict=True)
    ]
    others = list(wide)
    for start in range(len(texts) - _FEWEST + 1):
        if all(loose[start : start + _FEWEST]):
            others[start : start + _FEWEST] = [True] * _FEWEST
    for other, places in itertools.groupby(range(len(texts)), key=others.__getitem__):
        found = list(places)
        yield found[0], found[-1] + 1, not other


def _joined(
    lines: Sequence[Line],
    run: Sequence[int],
    texts: Sequence[str],
    sizes: Sequence[float],
    measure: float,
) -> Iterator[int]:
    """The places of the blank lines below those of a column that go on."""
    for place, text in enumerate(texts[:-1]):
        # What follows is a full line, or a shorter one that ends its paragraph.
        may_follow = sizes[place + 1] >= measure - _EVEN or ends_sentence(texts[place + 1])
        anew = lines[run[place + 1]].text[:1].isspace() or not may_follow
        above = place - 1
        begins = (
            not place or ends_sentence(texts[above]) or sizes[above] < measure - _INDENT - _EVEN
        )
        room = measure - sizes[place] - (_INDENT if begins else 0)
        full = room <= max(_EVEN, needed(texts[place + 1]))
        if full and not anew and not ends_sentence(text):
            yield run[place] + 1


def _measure(texts: Sequence[str], sizes: Sequence[float]) -> float:
    """The width at which most lines of a run break off, 0 if too few do."""
    broken = Counter(
        round(size)
        for text, size in zip(texts, sizes, strict=True)
        if size >= _NARROWEST and is_han(text[-1])
    )
    measure, count = max(broken.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return float(measure) if count >= _FEWEST else 0.0


def _is_prose(texts: Sequence[str], sizes: Sequence[float], measure: float) -> bool:
    """True where lines fill a measure, break off within words and have marks within them.

    Lines of verse end with marks or have none; rows of a list are of any length.
    """
    full = [text for text, size in zip(texts, sizes, strict=True) if size >= measure - _EVEN]
    ended = sum(map(ends_sentence, texts))
    broken = sum(is_han(text[-1]) for text in full)
    marked = sum(_INNER.search(text[:-1]) is not None for text in full)
    return (
        any("。" in text for text in texts)
        and broken >= _FULL * len(full)
        and marked >= _FULL * len(full)
        and len(full) >= _FULL * (len(texts) - ended)
    )
