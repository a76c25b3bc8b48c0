"""Breaks text into printed lines by the printers' rules (禁则)."""

from __future__ import annotations

import re

NO_START = frozenset("，。、；：？！）》」』】”’…—·%％①②③④⑤⑥⑦⑧⑨")
NO_END = frozenset("（《「『【“‘")
_UNIT = re.compile(r"[!-~]{1,40}|——|……|.", re.DOTALL)


def width(text: str) -> float:
    """The width in em."""
    return sum(0.5 if char.isascii() else 1.0 for char in text)


def fill(text: str, measure: float, indent: float = 0) -> list[str]:
    """Break a text into printed lines.

    Closing marks may hang by the width that compression gains, opening marks go to the
    next line, words and numbers are not torn (GB/T 15834 §5, the printers' 禁则).
    """
    lines: list[str] = []
    line, used = "", indent
    for unit in _UNIT.findall(text):
        size = width(unit)
        hang = (1 + (line[-1:] in NO_START)) if unit in NO_START else 0
        fits = used + size <= measure + hang
        if line and not fits:
            keep = len(line)
            if unit in NO_START:  # more marks in a row than can hang take a character along
                while keep > 1 and line[keep - 1] in NO_START:
                    keep -= 1
                keep -= 1
            while keep > 1 and line[keep - 1] in NO_END:
                keep -= 1
            line, carried = (line[:keep], line[keep:]) if keep > 0 else (line, "")
            lines.append(line.rstrip(" "))
            line, used = carried + unit.lstrip(" "), width(carried) + size
        else:
            line += unit
            used += size
    if line.strip():
        lines.append(line.rstrip(" "))
    return lines


def balanced(text: str, measure: int) -> list[str]:
    """The lines of a heading; none of them holds but a few characters."""
    lines = fill(text, measure)
    if len(lines) > 1 and width(lines[-1]) < 6:
        lines = fill(text, max(measure - 6, 12))
    return lines


def cut_in_sentence(lines: list[str], at: int) -> bool:
    """True if a paragraph cut before line ``at`` is visibly cut in mid-sentence."""
    return (
        0 < at < len(lines)
        and lines[at - 1][-1] not in "。？！…”）》；："
        and lines[at][0] not in "“《（"
    )
