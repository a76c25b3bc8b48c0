"""Contents in which a leader parts the section from the title: 封面故事 …… 标题 / 4."""

from __future__ import annotations

from collections.abc import Sequence

from converter import patterns as re
from converter.hanzi import HAN, key
from converter.parse.contents.body import BodyIndex
from converter.source import Line

_LED = re.compile(
    rf"^\s*(?:[-*•]\s+)?(?:\d{{1,2}}[.．、]\s*)?(?P<name>[{HAN}](?:\s?[{HAN}]){{1,7}})\s*(?:…{{1,}}|[.·．]{{3,}}|-{{4,}}|—{{2,}})\s*"
    r"(?P<title>[^/／|…]{2,40}?)\s*[/／|]\s*(?P<page>\d{1,3})\s*$"
)
_FEWEST = 3
"""So many entries of the form are no chance."""


def with_sections_led(lines: Sequence[Line], index: BodyIndex) -> list[Line]:
    """The lines, of which those are parted in two that have their section before the leader.

    The body has what stands behind it as a title, and what stands before it over that.
    """
    hits = {at: hit for at, line in enumerate(lines) if (hit := _LED.match(line.text))}
    told = sum(
        index.is_title(key(hit["title"]))
        and index.stands_above(key(hit["name"]), key(hit["title"]))
        for hit in hits.values()
    )
    if len(hits) < _FEWEST or told * 4 < len(hits) * 3:
        return list(lines)
    made: list[Line] = []
    for at, line in enumerate(lines):
        hit = hits.get(at)
        if hit is None:
            made.append(line)
        else:
            made.append(Line(line.number, f"【{hit['name']}】"))
            made.append(Line(line.number, f"{hit['title']} / {hit['page']}"))
    return made
