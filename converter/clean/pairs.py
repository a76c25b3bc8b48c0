"""Round brackets whose pair the end of a line parts, 占5%(2010 | 年是21%), or OCR has lost."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.clean.brackets import is_wide_pair
from converter.clean.edits import Edit
from converter.hanzi import HAN, number
from converter.source import Line

NAME = "brackets-width"
LOST = "closing-marks"
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
        if at and (code := _CODE.match(line.text)) and _is_number_of(lines[at - 1], line):
            found[at] = [
                Edit(code.start("open"), code.end("open"), "（"),
                Edit(code.end() - 1, code.end(), "）"),
            ]
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
        if not (
            _HAN.search(inside)
            or is_wide_pair(line.text, opened.start(), len(line.text))
            or is_wide_pair(lines[below].text, -1, closed.end() - 1)
        ):
            continue
        if opened[0] == "(":
            found.setdefault(at, []).append(Edit(*opened.span(), "（"))
        if closed[0].endswith(")"):
            found.setdefault(below, []).insert(0, Edit(closed.end() - 1, closed.end(), "）"))
    return found


_CODE = re.compile(r"^\s*(?P<open>\()(?=[\w\-–]*\d{2})[A-Za-z0-9\-–]{4,24}\)(?=\s*[，,；;。]?\s*$)")
"""(13BSH19) alone on its line: the number of what the line above ends with."""
_NAMED = ("”", "」", "》", "』")


def _is_number_of(above: Line, line: Line) -> bool:
    """True if the line right above ends with a name in marks, to which such a number belongs."""
    return above.number == line.number - 1 and above.text.rstrip().endswith(_NAMED)


_ITEM = re.compile(
    rf"^\s*[（(]\s*(?P<n>[一二三四五六七八九十]{{1,3}})(?:(?P<close>\s*[）)])|(?=[{HAN}“《]))"
)
_PAIRED = re.compile("^[^（(）)]*[）)]")
_REACH = 240
"""Lines between two items of a series: some pages."""


def lost_closings(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that close （二把好…… below （一）…… or above （三）……."""
    items = [
        (at, hit)
        for at, line in enumerate(lines)
        if line.text.lstrip()[:1] in ("（", "(") and (hit := _ITEM.match(line.text)) is not None
    ]
    found: dict[int, list[Edit]] = {}
    for place, (at, hit) in enumerate(items):
        if hit["close"] or _PAIRED.match(lines[at].text[hit.end() :]):
            continue
        beside = ((step, items[place + step]) for step in (-1, 1) if 0 <= place + step < len(items))
        told = {
            (number(other["n"]) or 0) - step
            for step, (where, other) in beside
            if other["close"] and abs(where - at) <= _REACH
        }
        if number(hit["n"]) in told:
            found[at] = [Edit(hit.end(), hit.end(), "）")]
    return found
