"""The marks that Markdown and frames put before the lines that are set apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, has_han
from converter.segment.markup import CodeLine
from converter.source import Line

_QUOTE_MARK = re.compile(r"^\s*(?P<mark>>+)(?:\s+|$)")
_CLOSE_MARK = re.compile(rf"^(?P<mark>>+)(?=[{HAN}“《「『【])")
"""The same without the blank behind it."""
_BAR = re.compile(r"^\s*(?P<mark>[|｜│┃])(?:\s+(?=[^|｜\s])[^|｜]*|\s*)$")


def unquoted(lines: Iterable[Line]) -> tuple[list[Line], dict[int, str]]:
    """The lines without the ``>`` of Markdown, and those marks by the numbers of their lines.

    A sign at the beginning of a line counts as such a mark only before a blank, and where
    two lines in a row have it or the line is Chinese; before a word where two in a row have it.
    The bar of a frame beside some lines, which OCR reads as ``|``, is such a mark where two lines
    in a row have it and no other. A line right below one that breaks off is of the same paragraph,
    as Markdown has it, and has no mark of its own.
    """
    found = list(lines)
    marks = [_sign(_QUOTE_MARK, ">", line) for line in found]
    bars = [_sign(_BAR, "|", line) for line in found]
    marks = _with_close(found, marks)
    for index, hit in enumerate(bars):
        beside = (index and bars[index - 1]) or (index + 1 < len(bars) and bars[index + 1])
        if hit and beside:
            marks[index] = hit
    taken: dict[int, str] = {}
    for index, (line, hit) in enumerate(zip(found, marks, strict=True)):
        if hit is None:
            continue
        beside = (index and marks[index - 1]) or (index + 1 < len(marks) and marks[index + 1])
        if beside or has_han(line.text):
            found[index] = Line(line.number, line.text[hit.end("mark") :].strip())
            taken[line.number] = taken.get(line.number, "") + hit["mark"]  # <br> parts a line
    for above, line in pairwise(found):
        if above.number in taken and line.number not in taken and _goes_on(above, line):
            taken[line.number] = ""
    return found, taken


_OTHERWISE = re.compile(r"^\s*(?:[#|*>!+<-]|\d{1,2}[.．、)]|$)")
"""What begins a block of its own in Markdown."""


def _goes_on(above: Line, line: Line) -> bool:
    """True for a line right below one of running text that breaks off."""
    text = above.text.rstrip()
    cut = "，" in text and not ends_sentence(text) and text[-1] not in "：:*"
    return cut and line.number == above.number + 1 and _OTHERWISE.match(line.text) is None


_Marks = list[re.Match[str] | None]


def _with_close(lines: Sequence[Line], marks: _Marks) -> _Marks:
    """The marks with those right before a Chinese word, each beside another: >说到, above a > alone."""
    close = [_sign(_CLOSE_MARK, ">", line) for line in lines]
    if not any(close):
        return marks
    both = [mark or hit for mark, hit in zip(marks, close, strict=True)]
    return [
        hit if any(both[max(0, at - 1) : at]) or any(both[at + 1 : at + 2]) else marks[at]
        for at, hit in enumerate(both)
    ]


def _sign(pattern: re.Pattern[str], sign: str, line: Line) -> re.Match[str] | None:
    """Such a mark at the beginning of a line; a program has signs of its own."""
    if sign not in line.text or isinstance(line, CodeLine):
        return None
    return pattern.match(line.text)
