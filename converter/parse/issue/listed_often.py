"""What the contents list several times and the body has no oftener: titles and bylines, and no running heads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from converter.hanzi import key
from converter.parse.contents import RawContents
from converter.source import Line

_TWICE = 2


def listed_often(contents: RawContents, body: Iterable[Line]) -> frozenset[str]:
    """The keys of names that several entries have, as 无题 and who wrote three of them.

    The body has each on a line of its own, at most as often as the entries and the sections do:
    running heads would stand there besides.
    """
    listed = Counter(name for entry in contents.entries for name in _names(entry.readings()))
    often = {name: times for name, times in listed.items() if name and times >= _TWICE}
    if not often:
        return frozenset()
    sections = Counter(key(section.name) for section in contents.sections)
    printed = Counter(name for line in body if (name := key(line.text)) in often)
    return frozenset(
        name for name, times in often.items() if _TWICE <= printed[name] <= times + sections[name]
    )


def _names(readings: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[str, ...]:
    """The keys of the title and the authors of an entry as it is likeliest read."""
    titles, authors = next(iter(readings), ((), ()))
    return (key("".join(titles)), *map(key, authors))
