"""Headings that articles have in common: 技术学习, 工具, 随便看看 in every one of a weekly's."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Mapping, Sequence

from converter.hanzi import key
from converter.parse.learnt.places import Place
from converter.segment.slots import first_places
from converter.source import Line

_FEWEST = 3
"""So many articles that begin with the same heading are no chance."""


def rubrics_of(
    places: Mapping[str, Sequence[Place]], text: Sequence[Line], known: Container[str]
) -> frozenset[str]:
    """The names right below the titles of several articles, and those that each has once further down.

    A sidebar stands elsewhere; below a running head, which a title may be as well, it may stand.
    """
    own = {
        name: [place.at for place in members if not place.rest]
        for name, members in places.items()
        if len(members) >= _FEWEST
    }
    titles = {
        name: [(at, title) for at in starts if (title := _above(text, at)) and title in known]
        for name, starts in own.items()
    }
    titles = {name: above for name, above in titles.items() if len(above) >= _FEWEST}
    if not titles:
        return frozenset()
    first = first_places(text)
    found: set[str] = set()
    for name, above in titles.items():
        titled = sum(first[title] == at - 1 for at, title in above)
        if titled >= _FEWEST and titled * 2 >= len(places[name]):
            found.add(name)
            found.update(other for other in own if _turns(own[other], own[name], places[other]))
    return frozenset(found)


def _above(text: Sequence[Line], at: int) -> str:
    return key(text[at - 1].text) if at else ""


def _turns(lines: Sequence[int], starts: Sequence[int], everywhere: Sequence[Place]) -> bool:
    """True if most articles, which begin with ``starts``, have one of the ``lines``, and none two."""
    held = Counter(bisect_right(starts, at) for at in lines)
    once = not held[0] and max(held.values(), default=0) == 1
    return once and len(lines) == len(everywhere) and len(lines) * 4 >= len(starts) * 3
