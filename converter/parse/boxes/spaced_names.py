"""Names of sidebars that are letter-spaced or parted by a blank: 知 识 窗│某事, 政策 原文."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, is_han, squeeze
from converter.names import is_name
from converter.parse.marked import LABEL_SHAPE
from converter.profile import Profile
from converter.segment import Unit
from converter.source import Line

_BLANKS = (" ", "\u3000")
_HEAD = re.compile(rf"^[{HAN}](?:[ \u3000][{HAN}]){{1,5}}")
"""Up to six characters, a blank between any two."""
_BEHIND = re.compile(rf"\s*[：:|｜│▏▎▍·•][ \u3000]*(?=\S)| ?(?=[{CIRCLED[:20]}])|[ \u3000]+(?=\S)")
"""What parts a name from what stands beside it."""
_NAME_ELSEWHERE = re.compile(rf"^(?P<name>[{HAN}]{{2,6}})(?:$|[ \u3000：:|｜│·{CIRCLED[:20]}])")


def close_spaced_names(units: list[Unit], profile: Profile) -> None:
    """Take the blanks out of the names of boxes that open ``units``, in place.

    链 接 某事 is read as 链接 某事 where the name is a known one, is made as those are, or opens
    another unit without its blanks.
    """
    spaced = [at for at, unit in enumerate(units) if _is_spaced(unit.text)]
    if not spaced:
        return
    labels = profile.boxes.labels
    elsewhere = _opening_names(units)

    def is_label(name: str) -> bool:
        known = name in labels or LABEL_SHAPE.match(name) is not None
        return known or (name in elsewhere and not is_name(name))

    for at in spaced:
        units[at] = units[at]._replace(text=_closed(units[at].text, is_label))


_PARTED = re.compile(rf"^\s*(?P<first>[{HAN}]{{1,4}})[ \u3000](?P<second>[{HAN}]{{1,4}})\s*$")
_AGAIN = 2
"""So many other lines begin with a name that a blank has parted."""


def with_names_closed(lines: Sequence[Line]) -> list[Line]:
    """The lines, of which 政策 原文 alone is 政策原文 where that name opens several others."""
    parted = {at: hit for at, line in enumerate(lines) if (hit := _PARTED.match(line.text))}
    if not parted:
        return list(lines)
    names = {at: hit["first"] + hit["second"] for at, hit in parted.items()}
    opened = Counter(
        hit["name"] for line in lines if (hit := _NAME_ELSEWHERE.match(line.text.strip()))
    )
    return [
        line._replace(text=names[at])
        if at in names and opened[names[at]] >= _AGAIN and not is_name(names[at])
        else line
        for at, line in enumerate(lines)
    ]


def _is_spaced(text: str) -> bool:
    return len(text) > _FEWEST and text[1] in _BLANKS and is_han(text[0]) and is_han(text[2])


_FEWEST = 4


def _opening_names(units: Sequence[Unit]) -> frozenset[str]:
    hits = (_NAME_ELSEWHERE.match(unit.text) for unit in units)
    return frozenset(hit["name"] for hit in hits if hit is not None)


def _closed(text: str, is_label: Callable[[str], bool]) -> str:
    """The text with the longest name at its head closed up; the text itself if there is none."""
    head = _HEAD.match(text)
    end = head.end() if head is not None else 0
    if text[end:].isascii():
        return text  # 案 例 CASES, the name of a section
    for stop in range(end, 2, -2):
        if _BEHIND.match(text, stop) and is_label(squeeze(text[:stop])):
            beside = text[stop:].lstrip() if text[stop:].lstrip()[:1] in CIRCLED else text[stop:]
            return squeeze(text[:stop]) + beside
    return text
