"""Names of sidebars that are letter-spaced beside what stands on their line: 知 识 窗│某事."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from converter import patterns as re
from converter.hanzi import CIRCLED, HAN, is_han, squeeze
from converter.names import is_name
from converter.parse.marked import LABEL_SHAPE
from converter.profile import Profile
from converter.segment import Unit

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
