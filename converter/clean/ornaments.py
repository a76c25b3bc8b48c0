"""Ornaments around names, of which OCR has misread or lost the one on a side: 〇随笔◇ among ◇小说◇ and ◇诗歌◇."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, SHAPES
from converter.source import Line

_MARKS = f"{SHAPES}※"
_READ_AS = {
    **dict.fromkeys("◇◆", "〇○◯oOОо0◊♢♦"),
    **dict.fromkeys("●○◎", "〇◯oOОо0@◉⊙•·"),
    **dict.fromkeys("■□", "◼◻▇█"),
    **dict.fromkeys("▲△", "AΔ∆▴▵"),
    **dict.fromkeys("★☆※", "*＊×"),
}
"""What OCR makes of ornaments but for other ornaments; 口, 大 and 米 may begin the name."""
_NAME = rf"(?P<name>[{HAN}“”《》·、\s]{{2,16}}?)"
_FRAMED = re.compile(rf"^\s*(?P<mark>[{_MARKS}])\s*{_NAME}\s*(?P=mark)\s*$")
_OPENED = re.compile(rf"^\s*(?P<mark>[{_MARKS}])\s*{_NAME}\s*(?P<other>\S)\s*$")
_CLOSED = re.compile(rf"^\s*(?P<other>[^\s\u3400-\u9fff“《]?)\s*{_NAME}\s*(?P<mark>[{_MARKS}])\s*$")
_SEVERAL = 2
"""So many other names must stand between two of an ornament."""


def misread_ornaments(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that make an ornament of what is read for it.

    Other names of the issue stand between two of the ornament that this one has on its other side.
    """
    edged = [
        (at, line.text)
        for at, line in enumerate(lines)
        if (bare := line.text.strip()) and (bare[0] in _MARKS or bare[-1] in _MARKS)
    ]
    framed = Counter(hit["mark"] for _, text in edged if (hit := _FRAMED.match(text)))
    known = {mark for mark, times in framed.items() if times >= _SEVERAL}
    if not known:
        return {}
    return {at: [edit] for at, text in edged if (edit := _misread(text, known)) is not None}


def _misread(text: str, known: set[str]) -> Edit | None:
    """The edit of a line with one of the ornaments on one side, and what looks like it on the other.

    Before a name there may be nothing; behind it the ornament is not needed.
    """
    for form in (_OPENED, _CLOSED):
        hit = form.match(text)
        if hit is None or hit["mark"] not in known or hit["mark"] == hit["other"]:
            continue
        if hit["other"] in _READ_AS[hit["mark"]]:  # "" is in all of them
            return Edit(*hit.span("other"), hit["mark"])
    return None
