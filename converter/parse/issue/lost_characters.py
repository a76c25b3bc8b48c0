"""Titles of which OCR has lost a character in the body, where the contents have them whole.

Display type is lost more easily than text, and an engine hardly reads a character too many: the
longer reading is the right one, and both are told.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from converter import patterns as re
from converter.hanzi import HAN, is_han, key
from converter.model import Change
from converter.names import is_name
from converter.parse.context import Ledger
from converter.parse.issue.titles_read import RULE, SERIES, both_sides, may_be_title, signs
from converter.segment import Regions
from converter.source import Line
from converter.values import NamedTuple

_OTHERS = SERIES | {"等"}
"""With what a title ends that tells one of several, or the first of them: ……（上）, ……等."""
_LEAST, _AT_EDGE, _SURE = 4, 5, 6
"""Characters of the shortest line that may lack one, of one that may lack its first or last one, and of
one that is told among other words."""


class _Lost(NamedTuple):
    """A line of the body, the words of the contents that it should say, and which of them it lacks."""

    line: int
    first: int
    words: str
    at: int


_SPACED_NAME = re.compile(rf"[{HAN}][ \u3000]{{1,2}}[{HAN}](?:[ \u3000]{{1,2}}[{HAN}])?(?![{HAN}])")
"""孟 知 远, 葛 洲."""


class Listed:
    """The characters of the contents that count, of all lines in a row, and where each stands."""

    def __init__(self, lines: Sequence[Line], places: Sequence[int]) -> None:
        self._lines = lines
        self._at = [
            (at, column)
            for at in places
            for column, char in enumerate(lines[at].text)
            for _ in key(char)
        ]
        self.text = "".join(key(lines[at].text[column]) for at, column in self._at)

    def column(self, number: int) -> tuple[int, int]:
        """The line and the column of a character."""
        return self._at[number]

    def printed(self, first: int, size: int) -> str:
        """Some words as they stand in the contents, without their blanks."""
        (top, start), (line, end) = self._at[first], self._at[first + size - 1]
        if top == line:
            rows = [self._lines[line].text[start : end + 1]]
        else:
            rows = [self._lines[top].text[start:], self._lines[line].text[: end + 1]]
        return "".join("".join(rows).split())

    def stand_apart(self, first: int, size: int) -> bool:
        """True if no Chinese character is beside some words on their lines."""
        (top, start), (line, end) = self._at[first], self._at[first + size - 1]
        before, behind = self._lines[top].text[:start], self._lines[line].text[end + 1 :]
        return not (is_han(before[-1:]) or is_han(behind[:1]))

    def begins_name(self, number: int) -> bool:
        """True for 孟 of 标题孟 知 远, whose blank before the letter-spaced name is lost."""
        line, column = self._at[number]
        hit = _SPACED_NAME.match(self._lines[line].text, column)
        return hit is not None and is_name("".join(hit[0].split()))

    def are_close(self, number: int) -> bool:
        """True if nothing parts a character from the next one."""
        return _are_beside(self._at[number], self._at[number + 1])

    def longer(self, name: str) -> Iterator[int]:
        """Where the contents have a key with a character more.

        A half that stands everywhere in them tells no place.
        """
        half = len(name) // 2
        for first, seed in ((0, name[:half]), (half, name[half:])):
            at, tries = self.text.find(seed), 0
            while at >= 0 and tries < _TRIES:
                tries += 1
                # The character stands behind the first half, or before the second one.
                start = at - first - (first > 0)
                words = self.text[start : start + len(name) + 1] if start >= 0 else ""
                if len(words) == len(name) + 1:
                    same = _same(words, name)
                    if words[same + 1 :] == name[same:]:
                        yield start
                at = self.text.find(seed, at + 1)


_TRIES = 200
"""So many entries of one issue may have the half of a title in common."""


def with_lost_characters(lines: Sequence[Line], regions: Regions, ledger: Ledger) -> Sequence[Line]:
    """The lines, with the titles of the body that lack a character of the contents' whole.

    The same object if none does; what is put in is recorded, and both readings are told.
    """
    places, texts = both_sides(lines, regions)
    body = [at for at in texts if may_be_title(lines[at])]
    listed = Listed(lines, places)
    found = [one for one in _lost(lines, body, listed) if not signs(lines[one.line].text)]
    if not found:
        return lines
    made = list(lines)
    for one in found:
        made[one.line] = _whole(lines[one.line], one, listed, ledger)
        row, _ = listed.column(one.first)
        told = listed.printed(one.first, len(one.words))
        ledger.doubt("TOC004", lines[row].number, listed=told, printed=lines[one.line].text.strip())
    return made


def _lost(lines: Sequence[Line], body: Sequence[int], listed: Listed) -> list[_Lost]:
    """The lines of the body that say words of the contents but for one character.

    No other line lacks one of those words; some may say them, as running heads do.
    """
    found: defaultdict[str, list[_Lost]] = defaultdict(list)
    names = [key(lines[line].text) for line in body]
    for number, (line, name) in enumerate(zip(body, names, strict=True)):
        whole = {
            words: _Lost(line, first, words, _place(words, name))
            for first in (listed.longer(name) if len(name) >= _LEAST else ())
            if (words := listed.text[first : first + len(name) + 1])
        }
        above, below = names[number - 1] if number else "", "".join(names[number + 1 : number + 2])
        told = [one for one in whole.values() if _is_told(one, listed, above[-1:] + below[:1])]
        others = listed.text.count(name) if told else 0
        if len(told) == 1 and others <= listed.text.count(told[0].words) * (name in told[0].words):
            found[told[0].words].append(told[0])
    return [ones[0] for ones in found.values() if len(ones) == 1]


def _same(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


def _place(words: str, name: str) -> int:
    """Which of some words a key lacks; the first of two that are the same."""
    at = _same(words, name)
    while at and words[at - 1] == words[at]:
        at -= 1
    return at


def _is_told(lost: _Lost, listed: Listed, beside: str) -> bool:
    """True if no other words can be meant.

    What stands before them or behind may be another word of the entry, tell one of a series, or
    be one of the characters ``beside`` the line.
    """
    char, last = lost.words[lost.at], len(lost.words) - 1
    if not is_han(char):
        return False
    first, final = lost.at == 0, lost.words[lost.at :] == char * (last + 1 - lost.at)
    if not (first or final):
        return last >= _SURE or listed.stand_apart(lost.first, last + 1)
    if last < _AT_EDGE or (final and char in _OTHERS) or char in beside:
        return False
    if final and listed.begins_name(lost.first + last):
        return False
    close = listed.are_close(lost.first + (0 if first else last - 1))
    return close and listed.stand_apart(lost.first, last + 1)


def _whole(line: Line, lost: _Lost, listed: Listed, ledger: Ledger) -> Line:
    """The line of the body with the character that it lacks, which is recorded."""
    mine = [at for at, char in enumerate(line.text) if key(char)]
    yours = [listed.column(lost.first + at) for at in range(len(lost.words))]
    column = _column(mine, yours, lost.at)
    char = listed.printed(lost.first + lost.at, 1)
    ledger.changes.append(Change(line.number, column, "", char, RULE))
    return line._replace(text=line.text[:column] + char + line.text[column:])


def _column(mine: Sequence[int], yours: Sequence[tuple[int, int]], at: int) -> int:
    """Where a line lacks a character: beside the one that it stands beside in the contents.

    ``mine`` are the columns of the line's characters that count, ``yours`` the lines and columns of
    those of the contents; a mark may part two of them.
    """
    before = at > 0 and _are_beside(yours[at - 1], yours[at])
    after = at + 1 < len(yours) and _are_beside(yours[at], yours[at + 1])
    if at and (at == len(mine) or (before and not after)):
        return mine[at - 1] + 1
    return mine[at]


def _are_beside(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] == other[0] and one[1] + 1 == other[1]
