"""Titles that OCR reads otherwise in the contents than in the body, read alike in both.

Whatever looks for a title of the contents in the body finds it then. Which reading is right is
weighed (see :mod:`converter.parse.readings`); the other one is told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from converter import patterns as re
from converter.hanzi import differences, is_han, key
from converter.model import Change
from converter.parse.byline import read_byline
from converter.parse.context import Ledger
from converter.parse.grams import learnt
from converter.parse.readings import Compared, Evidence, compare, lean
from converter.segment import Regions
from converter.segment.regions.entries import entry_like
from converter.source import Line
from converter.values import NamedTuple

_LEAST, _APART, _SURE = 4, 5, 7
"""Characters of the shortest words that are told though one of them differs, by what stands beside them;
of those that tell themselves if they stand apart; and of those that do so anywhere."""
_WITNESSES, _WORD = 3, 2
"""So many lines below a title say what stands beside it in the contents, and characters of what they say."""
_EACH = 8
"""Of so many characters one may be misread."""
_LONGEST = 60
"""Characters of the longest line of a title."""
_BELOW = 60
"""So many lines below a title are its text."""
SERIES = frozenset("一二三四五六七八九十百千两0123456789〇上中下前后左右东西南北春夏秋冬男女大小")
"""What tells one of several from the others: the first (上) and the second (下) half of a text."""
_BETWEEN = re.compile(r"[\s/／|｜….．()（）\d]+|[·‧•]{2,}|——")
"""What stands between the pieces of an entry."""
_UNENDED = "。，；、"
_BYLINE = 0.9
"""How sure a byline is that is no title."""


_TOLD = 2.5
"""Odds from which on one of two short readings is no words, and the other is what was printed."""


class _Part(NamedTuple):
    """Some characters of a line without the blanks among them."""

    line: int
    columns: Sequence[int]
    text: str


class _Pair(NamedTuple):
    """The same words in the contents and in the body, but for a character or two."""

    listed: _Part
    printed: _Part
    sure: bool
    """False for short ones of which only the odds can tell that they are the same."""


class _Lines:
    """The keys of some lines, one below the other, in which words are looked for."""

    def __init__(self, lines: Sequence[Line], places: Sequence[int]) -> None:
        self._lines, self._places = lines, places
        self.names = [key(lines[at].text) for at in places]
        self.text = "\n".join(self.names)
        self.joined = "".join(self.names)
        self.starts = list(accumulate((len(name) + 1 for name in self.names), initial=0))

    def part(self, start: int, size: int) -> _Part:
        """The part of a line whose key begins at a place of the text."""
        number = bisect_right(self.starts, start) - 1
        text, first = self._lines[self._places[number]].text, start - self.starts[number]
        counting = [at for at, char in enumerate(text) if key(char)][first : first + size]
        whole = range(counting[0], counting[-1] + 1)
        columns = [at for at in whole if not text[at].isspace()]
        return _Part(self._places[number], columns, "".join(text[at] for at in columns))

    def stands_apart(self, part: _Part) -> bool:
        """True if no Chinese character is beside a part."""
        text = self._lines[part.line].text
        before, behind = text[: part.columns[0]], text[part.columns[-1] + 1 :]
        return not (is_han(before[-1:]) or is_han(behind[:1]))


def with_titles_read(lines: Sequence[Line], regions: Regions, ledger: Ledger) -> Sequence[Line]:
    """The lines, with a title that is misread in the contents or over its text as it is right.

    The same object if none is; what is changed is recorded, and both readings are told.
    """
    listed, texts = both_sides(lines, regions)
    body = _Lines(lines, [at for at in texts if may_be_title(lines[at])])
    missing = [at for at in listed if _absent(lines[at].text, body.joined)]
    pairs = _pairs(_Lines(lines, missing), body, _Lines(lines, listed).joined) if missing else []
    pairs = [pair for pair in pairs if not signs(lines[pair.printed.line].text)]
    if not pairs:
        return lines
    grams, told = learnt([lines[at].text for at in texts]), list[tuple[_Pair, Compared]]()
    for pair in pairs:
        at = pair.printed.line
        text = "\n".join(line.text for line in lines[at + 1 : at + 1 + _BELOW])
        evidence = Evidence(grams, "", lines[at].text.strip(), text)
        found = compare(pair.printed.text, pair.listed.text, evidence)
        if found.differ and (pair.sure or min(abs(odds) for _, odds in found.differ) >= _TOLD):
            told.append((pair, found))
    return _put_right(lines, told, ledger) if told else lines


def both_sides(lines: Sequence[Line], regions: Regions) -> tuple[list[int], list[int]]:
    """The places of the lines of the contents, with entries right below them, and those of the body."""
    known = (regions.masthead, regions.cover, regions.foot, regions.contents, regions.more)
    outside = {at for part in known if part for at in range(*part)}
    listed = [at for part in known[-2:] if part for at in range(*part)]
    listed += takewhile(lambda at: entry_like(lines[at].text), range(listed[-1] + 1, len(lines)))
    outside.update(listed)
    return listed, [at for at in range(len(lines)) if at not in outside]


def signs(text: str) -> bool:
    """True for a byline (文/某某), which the contents may have behind another character."""
    reading = read_byline(text)
    return reading is not None and reading.certainty >= _BYLINE


def may_be_title(line: Line) -> bool:
    """True for a line that may be one of a title."""
    text = line.text.strip()
    return 0 < len(text) <= _LONGEST and text[-1] not in _UNENDED


def _absent(text: str, printed: str) -> list[str]:
    """The keys of the longer pieces of an entry that the body does not have."""
    names = map(key, _BETWEEN.split(text))
    return [name for name in names if len(name) >= _LEAST and name not in printed]


def _pairs(entries: _Lines, body: _Lines, listed: str) -> list[_Pair]:
    """The parts of entries and of the body that are the same words but for a character or two.

    Either is what no line of the other side says; ``listed`` are the keys of all the contents. A
    line of the body stands in an entry, or a piece of an entry in a line of the body.
    """
    found: dict[str, _Pair] = {}
    for start, name in zip(body.starts, body.names, strict=False):
        if len(name) < _LEAST or name in found or name in listed:
            continue
        if (at := _only(name, entries.text, body.joined)) < 0:
            continue
        part = entries.part(at, len(name))
        if len(name) >= _SURE or _witnessed(at, name, start, entries.text, body.text):
            found[name] = _Pair(part, body.part(start, len(name)), sure=True)
        elif entries.stands_apart(part):
            found[name] = _Pair(part, body.part(start, len(name)), sure=len(name) >= _APART)
    taken = {(part.line, at) for part, *_ in found.values() for at in part.columns}
    for start, entry in zip(entries.starts, entries.names, strict=False):
        for name in _absent(entry, body.joined):
            part = entries.part(start + entry.index(name), len(name))
            free = len(name) >= _SURE and taken.isdisjoint((part.line, at) for at in part.columns)
            if free and (at := _only(name, body.text, listed)) >= 0:
                found[name] = _Pair(part, body.part(at, len(name)), sure=True)
    return list(found.values())


def _witnessed(at: int, name: str, start: int, entries: str, body: str) -> bool:
    """True if what stands beside misread words of an entry stands below ``name`` in the body, too."""
    first = entries.rfind("\n", 0, at) + 1
    end = entries.find("\n", at)
    beside = (entries[first:at], entries[at + len(name) : end if end >= 0 else None])
    below = body[start + len(name) + 1 :].split("\n", _WITNESSES)[:_WITNESSES]
    words = [word.strip(_DIGITS) for word in beside]
    return any(
        len(word) >= _WORD and (word in line or (len(line) >= _WORD and line in word))
        for line in below
        for word in words
    )


_DIGITS = "0123456789"


def _only(name: str, text: str, other: str) -> int:
    """Where the only words of a text are of which a key is misread, and which ``other`` has not; -1 for none."""
    found = {text[start : start + len(name)]: start for start in _alike(name, text)}
    if len(found) != 1:
        return -1
    ((words, start),) = found.items()
    return start if words not in other else -1


def _alike(name: str, text: str) -> Iterator[int]:
    """Where a text has a key, but for a character of each eight and at least for one."""
    most = max(1, len(name) // _EACH)
    size = -(-len(name) // (most + 1))
    tried = set[int]()
    for first in range(0, len(name), size):
        seed = name[first : first + size]
        at = text.find(seed, first)
        while at >= 0:
            start = at - first
            if start not in tried and start + len(name) <= len(text):
                tried.add(start)
                if _differ(name, text[start : start + len(name)], most):
                    yield start
            at = text.find(seed, at + 1)


def _differ(one: str, other: str, most: int) -> bool:
    """True if some characters of two keys differ, but no more than so many, and none as in a series."""
    pairs = differences(one, other)
    return 0 < len(pairs) <= most and not any(
        "\n" in pair or SERIES.issuperset(pair) for pair in pairs
    )


def _put_right(
    lines: Sequence[Line], told: Sequence[tuple[_Pair, Compared]], ledger: Ledger
) -> Sequence[Line]:
    """The lines with the right characters of each pair in both of its parts."""
    leaning = lean([found for _, found in told])
    made = {at: list(lines[at].text) for pair, _ in told for at in (pair[0].line, pair[1].line)}
    for (listed, printed, _), found in told:
        for place, odds in found.differ:
            for mine, yours in place:
                at, column, char = listed.line, listed.columns[yours], printed.text[mine]
                if odds + leaning <= 0:
                    at, column, char = printed.line, printed.columns[mine], listed.text[yours]
                change = Change(lines[at].number, column, made[at][column], char, RULE)
                ledger.changes.append(change)
                made[at][column] = char
        where = lines[listed.line].number
        ledger.doubt("TOC004", where, listed=listed.text, printed=printed.text)
    texts = {at: "".join(chars) for at, chars in made.items()}
    return [Line(line.number, texts[at]) if at in texts else line for at, line in enumerate(lines)]


RULE = "misread-title"
