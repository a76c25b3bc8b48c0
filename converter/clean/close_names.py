"""Two names from between which an OCR engine has taken the blank.

卢承泽卢小满 stands alone on a line of the contents, and again, be it behind posts, between a title
that the contents have as well and the first sentence: those are two people.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from converter import patterns as re
from converter.clean.edits import Edit
from converter.hanzi import HAN, key, width
from converter.names import COMPOUND_SURNAMES, is_name
from converter.source import Line
from converter.values import NamedTuple

NAME = "close-names"

_CLOSE = re.compile(rf"^\s*(?:#+\s*)?(?P<names>[{HAN}]{{4,6}})(?:[ \u3000…·.]*\d{{1,3}})?\s*$")
"""Two names and perhaps the page of the entry, with nothing else on their line."""
_CUTS = (2, 3)
"""Characters of the first name."""
_BYLINE, _TITLE, _OFTEN = 30, 4, 4
"""The most em of a byline, the fewest characters of a title, and how often only a running head stands."""
_SENTENCE = re.compile(r"^\s*(?:[\[［【〔]|.{8,}[，。：；？！,])")
"""Running text, or the label of an abstract: what stands below a byline and not below a section."""


class _Names(NamedTuple):
    first: str
    second: str


def close_names(lines: Sequence[Line]) -> dict[int, list[Edit]]:
    """The edits, by the indexes of the lines, that put a blank between two names."""
    alone: defaultdict[str, list[int]] = defaultdict(list)
    for at, line in enumerate(lines):
        hit = _CLOSE.match(line.text) if len(line.text) < _BYLINE else None
        if hit is not None:
            alone[hit["names"]].append(at)
    told = {whole: names for whole in alone if (names := _parted(whole)) is not None}
    if not told:
        return {}
    first = min(alone[whole][0] for whole in told)
    found: dict[int, list[Edit]] = {}
    for at in _bylines(lines, first):
        for whole, names in told.items():
            if alone[whole][0] < at and _sign(lines[at].text, names):
                found.update(_edits(lines, [*alone[whole], at], names))
    return found


def _parted(whole: str) -> _Names | None:
    """The two names of which so many characters are made; ``None`` if there is more than one way."""
    compound = (3,) if whole[:2] in COMPOUND_SURNAMES else ()
    ways = [
        _Names(whole[:cut], whole[cut:])
        for cut in compound or _CUTS
        if 2 <= len(whole) - cut <= 3 and is_name(whole[:cut]) and is_name(whole[cut:])
    ]
    return ways[0] if len(ways) == 1 else None


def _bylines(lines: Sequence[Line], first: int) -> Iterator[int]:
    """The lines that may name who wrote what begins below, under a title that stood before."""
    filled = [at for at, line in enumerate(lines) if line.text.strip()]
    keys = [key(lines[at].text) for at in filled]
    often = Counter(keys)
    seen = ""
    for n in range(1, len(filled) - 1):
        title, at = keys[n - 1], filled[n]
        if (
            at > first
            and width(lines[at].text) <= _BYLINE
            and len(title) >= _TITLE
            and often[title] < _OFTEN
            and title in seen
            and _SENTENCE.match(lines[filled[n + 1]].text) is not None
        ):
            yield at
        seen += f"\n{title}"


def _sign(text: str, names: _Names) -> bool:
    """True if a line has both names in their order, and its last word is the second."""
    _, first, behind = text.strip().partition(names.first)
    return bool(first) and behind.endswith(names.second)


def _edits(lines: Sequence[Line], places: Sequence[int], names: _Names) -> Mapping[int, list[Edit]]:
    found = {}
    for at in places:
        start = lines[at].text.find(names.first + names.second)
        if start >= 0:
            cut = start + len(names.first)
            found[at] = [Edit(cut, cut, "\u3000")]
    return found
