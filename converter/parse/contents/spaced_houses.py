"""Houses whose names are letter-spaced behind their titles: 标题 某 某 街 道."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, squeeze
from converter.names import is_body, is_workplace
from converter.source import Line

_SPACED = re.compile(
    rf"(?<=[\s|/／…·.．])[{HAN}](?:[ \u3000]{{1,2}}[{HAN}]){{3,11}}(?=\s*(?:[|/／…·.．（(\d]|$))"
)
"""Four characters and more, each with a blank before the next: a name of somebody has fewer."""


def with_spaced_houses(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with such names as one word each."""
    made = list(lines)
    for at, line in enumerate(lines):
        text = _SPACED.sub(_closed, line.text) if _BLANK.search(line.text) else line.text
        if text != line.text:
            made[at] = Line(line.number, text)
    return made


_BLANK = re.compile("[ \u3000]")


def _closed(hit: re.Match[str]) -> str:
    name = squeeze(hit[0])
    return name if is_body(name) or is_workplace(name) else hit[0]
