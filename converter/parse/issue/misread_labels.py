"""Names of boxes of which OCR has misread a character or lost one: 相关链按, 小贴土, 知识衒接, 关链接.

The name of a list, or one that the issue has elsewhere, differs by that one character from what is read;
both characters look alike, or what is read is no word. So is a name that is made as those of boxes are.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from converter.hanzi import key
from converter.look_alikes import look_alike, look_alikes
from converter.model import Change
from converter.names import is_name
from converter.parse.context import Ledger
from converter.parse.kinds import labelled
from converter.parse.labels import names_box
from converter.parse.learnt.places import Place, place_at
from converter.parse.usage import beside
from converter.source import Line
from converter.values import NamedTuple

_SHORT, _LONG = 2, 4
"""Characters of a name that is no person's, and of one of which any character may be misread."""
_TOLD, _CLEAR = 2.2, 1.0
"""By so much likelier is a name than what is read, as words of other prose; and than any other name."""
_ENDING, _SHAPED = 3, 6
"""Characters at the end of a name that tell boxes, and of the longest such name."""


def with_labels_read(
    lines: Sequence[Line], labels: Mapping[str, float], known: Collection[str], ledger: Ledger
) -> list[Line]:
    """The lines, with one of the ``labels`` where one character of it is misread; both readings are told.

    The ``labels`` are told with how often the issue has them, ``SURE`` for one that is right however
    often. ``known`` are the keys of titles, sections and authors, which are no such names.
    """
    forms = _forms(labels)
    made = list(lines)
    places = [None if line.blank else place_at(at, line.text) for at, line in enumerate(lines)]
    seen = {place.name for place in places if place is not None}
    for at, (line, place) in enumerate(zip(lines, places, strict=True)):
        if place is None or labels.get(place.name) == SURE or key(place.name) in known:
            continue
        found = [_Misread(place, *one) for one in _alike(place.name, forms)]
        if found and (one := _meant(found, labels)) is not None:
            made[at] = _put_right(line, one, ledger)
        elif not place.labelled and (label := _whole(place.name, labels, seen)):
            made[at] = _completed(line, place.name, label, ledger)
    return made


def _whole(name: str, labels: Mapping[str, float], seen: Collection[str]) -> str:
    """The label of which a name has lost one character, "" if none is or several may be.

    One of those that are ``seen`` elsewhere in the issue is meant rather than others. Names of two characters, or of persons, may be anything.
    """
    if len(name) <= _SHORT or name in labels:
        return ""
    found = [
        label
        for label in labels
        if len(label) == len(name) + 1
        and any(label[:at] + label[at + 1 :] == name for at in range(len(label)))
    ]
    often = [label for label in found if label in seen]
    # 法链接 may be the name of boxes itself, and 关小川 somebody's.
    if not often and not (names_box(name) or is_name(name)):
        often = found
    return often[0] if len(often) == 1 else ""


def _completed(line: Line, name: str, label: str, ledger: Ledger) -> Line:
    """The line with the character that its name has lost; what is changed is recorded, and both are told."""
    lost = next(at for at in range(len(label)) if label[:at] + label[at + 1 :] == name)
    column = -1
    for char in name[: lost + 1] or name[:1]:
        column = line.text.index(char, column + 1)
    column += lost == len(name)
    ledger.changes.append(Change(line.number, column, "", label[lost], _RULE))
    ledger.doubt("BOX004", line.number, read=name, label=label)
    return line._replace(text=line.text[:column] + label[lost] + line.text[column:])


SURE = math.inf


def _forms(labels: Collection[str]) -> Mapping[str, list[str]]:
    """The labels by what is left of them without one of their characters."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for label in labels:
        for at in range(len(label)):
            found[_without(label, at)].append(label)
    return found


def _without(name: str, at: int) -> str:
    return f"{name[:at]} {name[at + 1 :]}"


def _alike(name: str, forms: Mapping[str, Sequence[str]]) -> set[tuple[str, int]]:
    """The labels that differ from a name by one character, and where they do."""
    found = set[tuple[str, int]]()
    for at in range(len(name)):
        found.update((label, at) for label in forms.get(_without(name, at), ()) if label != name)
    if _SHORT < len(name) <= _SHAPED and not names_box(name):
        for at in range(len(name) - min(_ENDING, len(name) - 1), len(name)):
            made = (name[:at] + char + name[at + 1 :] for char in look_alikes(name[at]))
            found.update((label, at) for label in made if names_box(label))
    return found


class _Misread(NamedTuple):
    """What stands at a place, the label that may be meant, and the character that differs."""

    place: Place
    label: str
    at: int

    @property
    def shaped(self) -> bool:
        """True if the characters that differ look alike."""
        return look_alike(self.place.name[self.at], self.label[self.at])

    @property
    def odds(self) -> float:
        """By how much likelier the label is than what is read, as words of other prose."""
        return sum(_odds(self.label, self.at)) - sum(_odds(self.place.name, self.at))

    def is_told(self) -> bool:
        """True if the label may be what was printed, and not what is read."""
        name, own = self.place.name, _odds(self.place.name, self.at)
        apart = self.place.bracketed or self.place.marked
        if len(name) == _SHORT and is_name(name) and not apart:
            return False
        if self.shaped:
            return min(own) <= 0 and self.odds > -_TOLD
        return len(name) >= _LONG and max(own) <= 0 and self.odds >= _TOLD


def _odds(word: str, at: int) -> list[float]:
    """How well a character of a word stands beside its neighbours, as other prose has them."""
    places = (first for first in (at - 1, at) if 0 <= first < len(word) - 1)
    return [beside(word[first], word[first + 1]) for first in places]


def _meant(found: Sequence[_Misread], labels: Mapping[str, float]) -> _Misread | None:
    """The one that is meant; ``None`` if none is, or several may be.

    What is read may come again and again itself: what comes more often is meant.
    """
    if (times := labels.get(found[0].place.name)) is not None:
        told = [one for one in found if one.shaped and _times(one.label, labels) > times]
    else:
        told = [one for one in found if one.is_told()]
    told = [one for one in told if one.shaped] or told
    told.sort(key=lambda one: -one.odds)
    if not told or (len(told) > 1 and told[0].odds < told[1].odds + _CLEAR):
        return None
    colon = told[0].place.labelled
    return None if colon and labelled(f"{told[0].place.name}：") else told[0]


def _times(label: str, labels: Mapping[str, float]) -> float:
    """How often the issue has a label, ``SURE`` for one that is made as those of boxes are."""
    return SURE if names_box(label) else labels.get(label, 0)


def _put_right(line: Line, found: _Misread, ledger: Ledger) -> Line:
    """The line with the label; what is changed is recorded, and both readings are told."""
    name, label, at = found.place.name, found.label, found.at
    column = -1
    for char in name[: at + 1]:  # which may be letter-spaced
        column = line.text.index(char, column + 1)
    ledger.changes.append(Change(line.number, column, name[at], label[at], _RULE))
    ledger.doubt("BOX004", line.number, read=name, label=label)
    return line._replace(text=line.text[:column] + label[at] + line.text[column + 1 :])


_RULE = "misread-label"
