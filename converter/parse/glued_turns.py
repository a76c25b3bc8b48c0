"""What the next one says, on the line of the turn before it: 记者：……怎么看？某某：这件事…….

OCR gives one paragraph for two where a short question ends near the edge of its column. Who
speaks is known from the other turns, which begin paragraphs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze
from converter.segment import Unit

_LABEL = re.compile(
    rf"^(?P<name>[{HAN}·]{{1,8}}|[{HAN}](?:[ \u3000][{HAN}]){{1,3}}|[QA])[ \u3000]?[：:]"
)
_TURNS, _OFTEN = 4, 2
"""So many turns make a talk, and so often each of two must speak who is known by that."""


def with_turns_apart(units: Sequence[Unit]) -> list[Unit]:
    """The units of an article, with each turn of a talk on its own that stands behind another's last sentence."""
    named = [_speaker(unit.text) for unit in units]
    names = [name for name, often in Counter(filter(None, named)).items() if often >= _OFTEN]
    turns = [at for at, name in enumerate(named) if name in names]
    if len(names) < _OFTEN or len(turns) < _TURNS:
        return list(units)
    made: list[Unit] = []
    for at, unit in enumerate(units):
        rest, who = unit, named[at]
        while turns[0] <= at <= turns[-1] + 1 and (end := _end_of_turn(rest, who, names)):
            head, rest = _parted(rest, end)
            made.append(head)
            who = _speaker(rest.text)
        made.append(rest)
    return made


def _speaker(text: str) -> str:
    """Who is said to speak at the beginning of a text, "" if nobody is."""
    hit = _LABEL.match(text)
    return squeeze(hit["name"]) if hit is not None else ""


def _end_of_turn(unit: Unit, who: str, names: Collection[str]) -> int:
    """Where the next speaker begins within the text of a unit, 0 if none does."""
    if unit.quoted or unit.caption or unit.bullet:
        return 0
    others = sorted((name for name in names if name != who), key=len, reverse=True)
    written = "|".join(
        re.escape(name) if len(name) < _OFTEN else r"[ \u3000]?".join(map(re.escape, name))
        for name in others
    )
    hit = re.search(rf"(?<=[。？！”…])[ \u3000]*(?=(?:{written})[ \u3000]?[：:]\s*\S)", unit.text)
    if hit is None or not hit.start():
        return 0
    inside = unit.text[hit.end() :]
    lines = [line.text.strip() for line in unit.lines]
    whole = not unit.wrapped or any(line and inside.startswith(line) for line in lines[1:])
    return hit.end() if whole else 0


def _parted(unit: Unit, end: int) -> tuple[Unit, Unit]:
    """A turn, and the next one behind it."""
    head, rest = unit.text[:end].rstrip(), unit.text[end:]
    if not unit.wrapped:
        return unit._replace(text=head), unit._replace(text=rest, gap=True)
    first = next(
        at
        for at, line in enumerate(unit.lines)
        if at and rest.startswith(line.text.strip() or "\0")
    )
    above, below = unit.lines[:first], unit.lines[first:]
    return (
        unit._replace(text=head, lines=above, wrapped=len(above) > 1),
        unit._replace(text=rest, lines=below, wrapped=len(below) > 1, gap=True),
    )
