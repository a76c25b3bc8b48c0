"""Paragraphs of printed lines between blank ones, each on a line of its own.

Where the OCR has kept the lines of a page and the blank ones between its paragraphs, the name of a
sidebar stands before the first line of a text as before a whole one.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from converter.hanzi import ends_sentence, is_han, width
from converter.segment.units import is_indented
from converter.source import Line

_FULL, _INDENT, _COLUMN = 1.6, 2.0, 12.0
"""By so many em full lines of a column differ, the first by an indent more; and em of the narrowest
column."""


def with_whole_paragraphs(lines: Sequence[Line]) -> list[Line]:
    """The lines, of which those of a paragraph between blank ones are one, with the number of the first."""
    found: list[Line] = []
    for blank, group in itertools.groupby(lines, lambda line: line.blank):
        chunk = list(group)
        if blank or not _is_paragraph(chunk):
            found += chunk
        else:
            text = chunk[0].text.rstrip() + "".join(line.text.strip() for line in chunk[1:])
            found.append(chunk[0]._replace(text=text))
    return found


def _is_paragraph(lines: Sequence[Line]) -> bool:
    """True for full lines and a last one that ends a sentence, or breaks off at the end of the page."""
    if len(lines) < 2 or any(is_indented(line) for line in lines[1:]):
        return False
    sizes = [_core(line) for line in lines]
    measure = max(sizes)
    if measure < _COLUMN or sizes[0] < measure - _FULL - _INDENT:
        return False
    full = all(size >= measure - _FULL for size in sizes[1:-1])
    last = lines[-1].text.rstrip()
    return full and (ends_sentence(last) or (sizes[-1] >= measure - _FULL and is_han(last[-1])))


def _core(line: Line) -> float:
    """The em of a line without a mark that may hang over its end."""
    text = line.text.strip()
    return width(text[:-1] if text[-1:] in "，。、；：" else text)
