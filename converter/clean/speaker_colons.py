"""The colon behind who speaks, where OCR has lost it or read another mark: 记者.最后……, 某某　我补充一个…….

Who speaks is known from the many other lines that begin with the name and a colon.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, squeeze, width
from converter.source import Line

NAME = "speaker-colons"

_WHO = rf"^\s*(?P<name>[{HAN}]{{2,4}}|[{HAN}][ \u3000][{HAN}])"
_TURN = re.compile(rf"{_WHO}[ \u3000]?[：:](?=\s*\S)")
_OTHER = re.compile(rf"{_WHO}(?P<mark>[ \u3000]*[.．;；·•][ \u3000]*|[ \u3000]+)(?=[{HAN}“《‘「])")
_SAID = re.compile("[，。？！；]")
_OFTEN, _REACH, _CLOSE, _LEAST = 3, 40, 6, 10
"""So often must a name stand before a colon, and within so many lines above and below, or close above;
and the least em of what is said."""


def speaker_colons(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put the colon behind who speaks."""
    turns = {
        at: squeeze(hit["name"])
        for at, line in enumerate(lines)
        if ("：" in line.text[:9] or ":" in line.text[:9]) and (hit := _TURN.match(line.text))
    }
    often = {name for name, count in Counter(turns.values()).items() if count >= _OFTEN}
    if not often:
        return {}
    spoken = [at for at, name in turns.items() if name in often]
    found: dict[int, list[Edit]] = {}
    for at, line in enumerate(lines):
        hit = _OTHER.match(line.text) if at not in turns else None
        if hit is None or squeeze(hit["name"]) not in often:
            continue
        rest = line.text[hit.end() :]
        if width(rest) >= _LEAST and _SAID.search(rest) and _is_within(spoken, at):
            found[at] = [Edit(*hit.span("mark"), "：")]
    return found


def _is_within(spoken: Sequence[int], at: int) -> bool:
    """True for a line with turns of the talk near it above and below; the last one has them close above."""
    place = bisect_left(spoken, at)
    above = spoken[place - 1] if place else -_REACH - 1
    below = place < len(spoken) and spoken[place] <= at + _REACH
    return at - above <= (_REACH if below else _CLOSE)
