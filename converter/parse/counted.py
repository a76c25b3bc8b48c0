"""Sidebars that an issue counts from article to article: 案例 01 here, 案例 02 in the next.

案例一 and 案例二 in one article are its headings. Where each article has one of them, and
they count on from the one to the next, or a source closes one, they are sidebars.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from converter import patterns as re
from converter.hanzi import HAN, ends_sentence, number, squeeze, width
from converter.parse.boxes import cuts, is_source
from converter.profile import Profile
from converter.segment import Unit
from converter.values import NamedTuple

_COUNTED = re.compile(
    rf"^[【\[]?(?P<word>[{HAN}]{{2,4}}?)\s*(?P<n>0?\d{{1,2}}|[一二三四五六七八九十]{{1,3}}|[A-J]|[①-⑩])[】\]]?$"
)
_LONGEST = 10
"""Characters of a word and its number."""
_REACH = 6
"""Units below the name of a box among which its source stands."""


class _Place(NamedTuple):
    """A counted name: the article, the number, and whether its company proves a box."""

    article: int
    value: int
    name: str
    proved: bool


def with_counted_names(profile: Profile, parts: Iterable[Sequence[Unit]]) -> Profile:
    """The profile with the names of boxes that count on; ``parts`` are the units of each article."""
    words = frozenset(profile.boxes.labels)
    places: defaultdict[str, list[_Place]] = defaultdict(list)
    for article, units in enumerate(parts):
        for at, unit in enumerate(units):
            hit = _COUNTED.match(unit.text.strip()) if len(unit.text) <= _LONGEST else None
            if hit is not None and hit["word"] in words and at + 1 < len(units):
                proved = cuts(units, at) or _is_sourced(units, at)
                name = squeeze(unit.text).strip("【】[]")
                places[hit["word"]].append(_Place(article, _value(hit["n"]), name, proved))
    found = {one.name for members in places.values() if _are_boxes(members) for one in members}
    return profile.with_box_labels(sorted(found.difference(words)))


def _value(text: str) -> int:
    """What a number says; A is 1, ① is 1."""
    for first in "A①":
        if len(text) == 1 and 0 <= ord(text) - ord(first) < _LONGEST:
            return ord(text) - ord(first) + 1
    return number(text) or 0


def _are_boxes(members: Sequence[_Place]) -> bool:
    """True if no article has two of them, and they count on or one of them is a box."""
    articles = [one.article for one in members]
    if len(set(articles)) < len(articles):
        return False
    values = [one.value for one in members]
    counts = len(values) > 1 and all(after == before + 1 for before, after in pairwise(values))
    return counts or any(one.proved for one in members)


def _is_sourced(units: Sequence[Unit], at: int) -> bool:
    """True if a title perhaps, whole paragraphs and their source stand below a name."""
    for index in range(at + 1, min(len(units), at + 1 + _REACH)):
        text = units[index].text
        if is_source(text):
            return index > at + 1
        if not ends_sentence(text) and (index > at + 1 or width(text) > 2 * _LONGEST):
            return False
    return False
