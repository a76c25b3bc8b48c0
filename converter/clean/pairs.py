"""Round brackets whose pair the end of a line parts: 占5%(2010 | 年是21%)."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN
from converter.source import Line

NAME = "brackets-width"
_OPEN = re.compile(r"[(（](?=[^()（）]*$)")
_CLOSE = re.compile(r"^[^()（）]{0,60}?[)）]")
_HAN = re.compile(f"[{HAN}]")
_GAP = 3
"""Lines further down at most, with blank ones between: a page may end within brackets."""


def parted_pairs(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make both brackets of such a pair full-width.

    A pair always gets one width; around Chinese that is the full one (GB/T 15834-2011 §4.9).
    """
    found: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines):
        if "(" not in line.text and "（" not in line.text:
            continue
        opened = _OPEN.search(line.text)
        below = opened and next(
            (
                one
                for one in range(at + 1, min(at + 1 + _GAP, len(lines)))
                if lines[one].text.strip()
            ),
            None,
        )
        closed = below and _CLOSE.match(lines[below].text)
        if not (opened and below and closed):
            continue
        inside = line.text[opened.end() :] + closed[0][:-1]
        if not (_HAN.search(inside) or "（" in opened[0] or closed[0].endswith("）")):
            continue
        if opened[0] == "(":
            found.setdefault(at, []).append(Edit(*opened.span(), "（"))
        if closed[0].endswith(")"):
            found.setdefault(below, []).insert(0, Edit(closed.end() - 1, closed.end(), "）"))
    return found
