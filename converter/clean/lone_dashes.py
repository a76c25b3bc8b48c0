"""Dashes at the heads of lines that OCR has read as hyphens or as 一, and at their ends as 一一.

-访集邮者邵望川 under a title is what that is about; in a list others stand above and below.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter import patterns as re
from converter.clean.dashes import edits as dash_edits
from converter.clean.edits import Edit
from converter.hanzi import HAN
from converter.source import Line

NAME = "dashes"

_HEAD = re.compile(
    rf"^\s*(?:-(?=[{HAN}《“][^，。；！？…-]{{4,30}}$)|一(?=(?:专訪|專訪|专访|訪|访)(?![再二])[^，。；！？…：]{{4,30}}$))"
)
"""Few words without the mark of a sentence: a subtitle, or a source; or who is asked, as 一访某某."""
_STROKES = frozenset("-一")
_TITLE = re.compile(r"^[^，。；：、]{4,28}$")
"""What may stand over a subtitle."""
_PRINTED, _BEHIND = 9, 8
"""Characters of a line that is text, and those behind 一一 that tell whether it means one by one."""
_LISTED = ("-", "*", "•", "+")
_NEAR = 3
"""Lines with words above and below among which no other begins so."""


def lone_dashes(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make a dash of such a hyphen."""
    ending = _at_ends(lines)
    found = {
        at: [Edit(hit.end() - 1, hit.end(), "——")]
        for at, line in enumerate(lines)
        if _STROKES.intersection(line.text[:4]) and (hit := _HEAD.match(line.text)) is not None
    }
    if not found:
        return ending
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    places = {at: n for n, at in enumerate(filled)}
    lone = {at: edits for at, edits in found.items() if _is_lone(lines, filled, places[at])}
    return {**ending, **lone}


def _at_ends(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits that make dashes of 一一 at the ends of lines, as what goes on right below tells."""
    found: dict[int, list[Edit]] = {}
    for at, (line, below) in enumerate(pairwise(lines)):
        if not line.text.endswith("一一") or below.number != line.number + 1:
            continue
        if len(line.text) < _PRINTED:
            continue  # 文/陈一一, a name
        end = len(line.text)
        within = dash_edits(line.text + below.text.strip()[:_BEHIND])
        if own := [edit for edit in within if edit.start >= end - 2 and edit.end <= end]:
            found[at] = own
    return found


def _is_lone(lines: Sequence[Line], filled: Sequence[int], place: int) -> bool:
    """True below a few words, as a title is, and beside no other line that begins so."""
    if not place or _TITLE.match(lines[filled[place - 1]].text) is None:
        return False
    near = range(max(0, place - _NEAR), min(len(filled), place + _NEAR + 1))
    return not any(
        lines[filled[other]].text.lstrip().startswith(_LISTED) for other in near if other != place
    )
